"""Our own questions in the language of the workshop: a measure that is handed on has a text, and goes to others who read it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from methods.survey.presets import preset
from methods.survey.state import State
from workshop.language import speaker
from workshop.method import Work

LOCALE: Final = Path(__file__).parents[1] / "locale"


def work(state: State) -> Work | None:
    """They are said as soon as the step begins, and once."""
    name = state.settings.preset
    return Work(f"say {name}", say, (name,), "Say", speaks=True) if preset(name) and not state.texts else None


def say(name: str, *, language: str = "en") -> Mapping[str, Any]:
    """The questions of a preset, by their ids."""
    speak = speaker(language, (LOCALE,))
    return {"texts": {one.id: speak(one.text) for one in preset(name)}}
