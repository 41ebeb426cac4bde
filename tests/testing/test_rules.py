"""The kit catches a method whose log is not the truth, or whose screens cannot be drawn."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Any

from methods.brainstorm.method import method as brainstorm
from methods.brainstorm.vocabulary import Enter, Supported
from methods.check_in.method import method as check_in
from methods.check_in.vocabulary import Answer, Answered, Shown
from methods.dot_vote.method import method as dot_vote
from methods.dot_vote.vocabulary import Placed
from workshop.blocks import Button, Buttons, Text
from workshop.language import _
from workshop.method import Do, Moves, Viewer

Broken = Callable[..., str]


def test_a_state_that_is_changed_in_place(broken: Broken) -> None:
    @dataclass
    class Notebook:
        lines: list[str]

    def start(settings: Any, items: Any, seed: int) -> Notebook:
        return Notebook([])

    def evolve(state: Notebook, event: Any) -> Notebook:
        state.lines.append(str(event))
        return state

    def screen(state: Notebook, *viewer: Viewer) -> Sequence[Any]:
        return [Buttons(id="do", items=(Button("say", "Say", "Answer", {"text": "Calm"}),))]

    parts = {"evolve": evolve, "view": screen, "record": screen, "moves": lambda state: Moves()}
    decide = {"decide": lambda state, command, context: [Answered(context.actor, str(command))]}
    assert broken(check_in, start=start, rehearse=lambda sight: [], **parts, **decide) in ("fold", "rehearsal")
    assert broken(check_in, start=start, rehearse=_once(), **parts, **decide) == "fold"


def _once() -> Callable[[Any], Sequence[Do]]:
    left = [Do("Answer", {"text": "Calm"})] * 200
    return lambda sight: [left.pop()] if len(left) % 12 else []


def test_a_fold_that_asks_for_chance(broken: Broken) -> None:
    def evolve(state: Any, event: Any) -> Any:
        return dot_vote.evolve(state, replace(event, dots=random.randrange(5)) if isinstance(event, Placed) else event)

    assert broken(dot_vote, evolve=evolve, secret=frozenset()) == "fold"


def test_rules_that_ask_for_chance(broken: Broken) -> None:
    def decide(state: Any, command: Any, context: Any) -> Any:
        return [Answered(context.actor, str(random.random()))] if isinstance(command, Answer) else []

    assert broken(check_in, decide=decide) == "rules"


def test_rules_that_raise(broken: Broken) -> None:
    def careless(state: Any, command: Any, context: Any) -> Any:
        return brainstorm.decide(state, command, context) if isinstance(command, Enter) or state.ideas[command.idea] else []

    assert broken(brainstorm, decide=careless) == "rules"


def test_an_event_that_no_longer_fits_after_an_undo(broken: Broken) -> None:
    def evolve(state: Any, event: Any) -> Any:
        if isinstance(event, Supported) and event.idea not in state.ideas:
            raise LookupError(event.idea)
        return brainstorm.evolve(state, event)

    assert broken(brainstorm, evolve=evolve) == "log"


def test_an_event_that_does_not_come_back_from_the_log(broken: Broken) -> None:
    def decide(state: Any, command: Any, context: Any) -> Any:
        return [Answered(context.actor, "  two\nlines ")] if isinstance(command, Answer) else []

    assert broken(check_in, decide=decide) == "log"


def test_an_event_that_is_not_declared(broken: Broken) -> None:
    assert broken(check_in, events=(Shown,), looking=frozenset()) == "log"


def test_two_things_with_one_id(broken: Broken) -> None:
    assert broken(check_in, view=lambda state, viewer: 2 * tuple(check_in.view(state, viewer))) == "screens"


def test_a_view_that_raises_for_somebody_who_did_nothing(broken: Broken) -> None:
    def view(state: Any, viewer: Viewer) -> Sequence[Any]:
        return [Text(id="own", text=state.answers[viewer.person])] if viewer.role == "person" else check_in.view(state, viewer)

    assert broken(check_in, view=view) == "screens"


def test_a_sentence_whose_translation_has_another_place(broken: Broken, tmp_path: Path) -> None:
    (tmp_path / "locale").mkdir()
    catalog = 'msgid ""\nmsgstr "Language: nl\\n"\n\nmsgid "Hello {name}"\nmsgstr "Dag {naam}"\n'
    (tmp_path / "locale" / "nl.po").write_text(catalog, "utf-8")
    module = ModuleType("translated", check_in.module.__doc__)
    module.__file__ = str(tmp_path / "translated.py")

    def view(state: Any, viewer: Viewer) -> Sequence[Any]:
        return (*check_in.view(state, viewer), Text(id="hello", text=_("Hello {name}", name="Ana")))

    assert broken(check_in, view=view, module=module) == "screens"


def test_what_one_says_appears_on_the_own_screen_of_another(broken: Broken) -> None:
    def view(state: Any, viewer: Viewer) -> Sequence[Any]:
        return (*check_in.view(state, viewer), Text(id="count", text=str(len(state.answers))))

    assert broken(check_in, view=view) == "touches"


def test_an_own_screen_that_counts_the_room(broken: Broken) -> None:
    def view(state: Any, viewer: Viewer) -> Sequence[Any]:
        return (*check_in.view(state, viewer), Text(id="here", text=str(viewer.here)))

    assert broken(check_in, view=view) == "touches"


def test_a_button_for_a_command_that_is_not_there(broken: Broken) -> None:
    def view(state: Any, viewer: Viewer) -> Sequence[Any]:
        return (*check_in.view(state, viewer), Buttons(id="more", items=(Button("sing", "Sing", "Sing"),)))

    assert broken(check_in, view=view) == "offers"


def test_a_button_for_the_facilitator_on_a_phone(broken: Broken) -> None:
    def view(state: Any, viewer: Viewer) -> Sequence[Any]:
        return (*check_in.view(state, viewer), Buttons(id="more", items=(Button("show", "Show", "Show"),)))

    assert broken(check_in, view=view) == "offers"
