"""A template (TOML) read into a checked agenda: what is asked, and the steps that lead to an answer.

    title = "From ideas to a consent decision"
    language = "en"
    question = "What should our square become?"
    minutes = 60

    [[steps]]
    id = "ideas"
    method = "brainstorm"
    title = "Ideas"
    minutes = 12
    [steps.settings]
    question = "What would make you come every week?"

A step takes what the step before it yields, or, with `from = "ideas"`, what that step yields. Errors name the file, the line,
and what to do.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import tomli_w
from pydantic import ConfigDict, Field, TypeAdapter, ValidationError, with_config

from workshop.language import LANGUAGES
from workshop.messages import BadMessage, Id, Line, Paragraph, read, write
from workshop.method import Method


class TemplateError(ValueError):
    """A template that cannot be used: the text says where, what is wrong and what to do."""


@with_config(ConfigDict(extra="forbid"))
@dataclass(frozen=True, slots=True)
class Step:
    """One step: a method with its settings. `source` is the step whose results it takes, "" for none."""

    id: Id
    method: str
    title: Line
    minutes: Annotated[int, Field(ge=1, le=600)] = 10
    settings: Mapping[str, Any] = field(default_factory=dict)
    source: str = ""


@with_config(ConfigDict(extra="forbid"))
@dataclass(frozen=True, slots=True)
class Agenda:
    """A whole workshop as planned; `timezone` is that of the room, in which the record tells the time ("Europe/Brussels")."""

    title: Line
    steps: Annotated[tuple[Step, ...], Field(min_length=1, max_length=60)]
    language: str = "en"
    question: Line = ""
    about: Paragraph = ""
    place: Line = ""
    timezone: str = "UTC"

    @property
    def minutes(self) -> int:
        """How long all steps take together."""
        return sum(step.minutes for step in self.steps)


def load(path: Path, methods: Mapping[str, Method]) -> Agenda:
    """The agenda of a template file. Raises `TemplateError`."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise TemplateError(f"{path}: cannot be read ({error}). Check the name, and that the file is UTF-8 text.") from None
    return parse(text, methods, str(path))


def parse(text: str, methods: Mapping[str, Method], name: str = "template") -> Agenda:
    """The agenda of a template's text; `name` is how errors call the file. Raises `TemplateError`."""
    try:
        plain = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TemplateError(f"{name}: this is not TOML: {error}. Mend that line.") from None
    for step in plain.get("steps", []):
        if isinstance(step, dict) and "from" in step:
            step["source"] = step.pop("from")
    try:
        agenda = TypeAdapter(Agenda).validate_python(plain)
    except ValidationError as error:
        raise TemplateError("\n".join(_said(text, name, one["loc"], one["msg"]) for one in error.errors())) from None
    wrong = _checked(agenda, methods)
    if wrong:
        raise TemplateError("\n".join(_said(text, name, place, what) for place, what in wrong))
    return _linked(agenda, methods)


def dump(agenda: Agenda) -> str:
    """The agenda as the text of a template; `parse` gives the same one again."""
    plain = write(agenda)
    parts = [tomli_w.dumps({name: value for name, value in plain.items() if name != "steps" and value != ""})]
    for step in plain["steps"]:
        source, settings = step.pop("source"), step.pop("settings")
        parts.append("[[steps]]\n" + tomli_w.dumps(step | ({"from": source} if source else {})))
        parts.extend(["[steps.settings]\n" + tomli_w.dumps(settings)] if settings else [])
    return "\n".join(parts)


def replanned(agenda: Agenda, steps: Iterable[Step]) -> Agenda:
    """The agenda with these steps; one whose source does not come before it any more finds another when it is parsed."""
    kept: list[Step] = []
    for step in steps:
        earlier = {one.id for one in kept}
        kept.append(step if step.source in earlier else replace(step, source=""))
    return replace(agenda, steps=tuple(kept))


def zone_of(timezone: str) -> ZoneInfo | None:
    """The time zone of that name, or None where there is none."""
    try:
        return ZoneInfo(timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


Place = tuple[str | int, ...]


def _checked(agenda: Agenda, methods: Mapping[str, Method]) -> list[tuple[Place, str]]:
    wrong: list[tuple[Place, str]] = []
    if agenda.language not in LANGUAGES:
        wrong.append((("language",), f"{agenda.language!r} is not one of {', '.join(LANGUAGES)}"))
    if zone_of(agenda.timezone) is None:
        wrong.append((("timezone",), f"{agenda.timezone!r} is no time zone; write one such as Europe/Brussels, or leave it out"))
    seen: set[str] = set()
    for place, step in enumerate(agenda.steps):
        if step.id in seen:
            wrong.append((("steps", place, "id"), f"two steps are called {step.id!r}; give each its own id"))
        if step.source and step.source not in seen:
            wrong.append((("steps", place, "from"), f"no earlier step is called {step.source!r}"))
        seen.add(step.id)
        method = methods.get(step.method)
        if method is None:
            known = ", ".join(sorted(methods)) or "none"
            wrong.append((("steps", place, "method"), f"no method {step.method!r} is installed; there are: {known}"))
            continue
        try:
            unknown = set(step.settings) - set(write(method.settings()))
            read(method.settings, step.settings)
        except BadMessage as error:
            wrong.append((("steps", place, str(error).split(":")[0]), f"settings of {step.method}: {error}"))
        else:
            for setting in sorted(unknown):
                known = ", ".join(sorted(write(method.settings())))
                wrong.append((("steps", place, setting), f"{step.method} has no setting {setting!r}; there are: {known}"))
    return wrong


def _linked(agenda: Agenda, methods: Mapping[str, Method]) -> Agenda:
    """The agenda in which each step that takes items, and names no source, has the nearest earlier step that yields them."""
    steps: list[Step] = []
    for step in agenda.steps:
        takes = methods[step.method].takes
        fitting = (one.id for one in reversed(steps) if methods[one.method].yields & takes)
        source = step.source or next(fitting, "")
        steps.append(Step(step.id, step.method, step.title, step.minutes, step.settings, source))
    return replace(agenda, steps=tuple(steps))


def _said(text: str, name: str, place: Place, what: str) -> str:
    """The error with the line where it lies: the key itself, else the start of its step."""
    lines = text.splitlines()
    start, key = 0, str(place[-1]) if place else ""
    if len(place) > 1 and isinstance(place[1], int):
        starts = [n for n, line in enumerate(lines) if re.match(r"\s*\[\[\s*steps\s*\]\]", line)]
        start = starts[place[1]] if place[1] < len(starts) else 0
    names = (key, "from") if key == "source" else (key,)
    found = (n for n, line in enumerate(lines[start:], start) if line.split("=")[0].strip() in names)
    return f"{name}, line {next(found, start) + 1}: {'.'.join(map(str, place))}: {what}"
