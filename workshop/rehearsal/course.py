"""The plan of a process that is rehearsed (TOML): its workshops with their days, what people write in them, and what staff do in between.

    title = "A square for everybody"
    question = "What should our square become?"

    [[sessions]]
    template = "diagnosis.toml"
    starts = 2027-01-21T19:00:00
    people = 24
    [sessions.words]
    observations = ["Cars park on the pavement", "There is no shade in summer"]

    [[sessions.replies]]
    containing = ["park"]
    standing = "not_now"
    text = "The parking plan is made in 2028."

Errors name the file and what to do.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Annotated, Final

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError, with_config

from workshop.agenda import Agenda, TemplateError, load
from workshop.method import Method
from workshop.process.vocabulary import About, Standing, Status

FORBID: Final = ConfigDict(extra="forbid")


@with_config(FORBID)
@dataclass(frozen=True, slots=True)
class Bringing:
    """Things of earlier workshops, of these kinds, that come into a step; `open`: only what nobody took up or answered yet."""

    step: str
    kinds: tuple[str, ...]
    open: bool = False


@with_config(FORBID)
@dataclass(frozen=True, slots=True)
class Cards:
    """What came in on paper."""

    source: str
    texts: tuple[str, ...]


@with_config(FORBID)
@dataclass(frozen=True, slots=True)
class Replying:
    """An answer to each open contribution that contains one of these words; to all that are open where there are none."""

    standing: Standing
    text: str = ""
    containing: tuple[str, ...] = ()
    decision: bool = False


@with_config(FORBID)
@dataclass(frozen=True, slots=True)
class Looking:
    """How staff find a decision or a commitment (`kind`) whose text contains these words."""

    kind: str
    status: Status = ""
    note: str = ""
    day: str = ""
    containing: str = ""


@with_config(FORBID)
@dataclass(frozen=True, slots=True)
class Planned:
    """A workshop of the plan, and what staff do after it."""

    template: str
    starts: datetime
    people: Annotated[int, Field(ge=1, le=2000)] = 20
    seed: int = 1
    phase: str = ""
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    bring: tuple[Bringing, ...] = ()
    cards: tuple[Cards, ...] = ()
    replies: tuple[Replying, ...] = ()
    looks: tuple[Looking, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Course:
    """A process and its workshops, each with its agenda."""

    about: About
    sessions: tuple[tuple[Planned, Agenda], ...]


def read_course(path: Path, methods: Mapping[str, Method], templates: Path) -> Course:
    """The plan of a file; its templates lie beside it, or are ours. Raises `TemplateError`."""
    try:
        plain = tomllib.loads(path.read_text("utf-8"))
        planned = TypeAdapter(tuple[Planned, ...]).validate_python(plain.pop("sessions", []))
        about = TypeAdapter(About).validate_python(plain)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise TemplateError(f"{path}: cannot be read ({error}). Check the name, and that the file is TOML.") from None
    except ValidationError as error:
        first = error.errors()[0]
        raise TemplateError(f"{path}: {'.'.join(map(str, first['loc']))}: {first['msg']}.") from None
    if not planned:
        raise TemplateError(f"{path}: there are no [[sessions]]. A process needs at least one workshop.")
    return Course(about, tuple((one, load(_place(path, one.template, templates), methods)) for one in planned))


def _place(path: Path, template: str, templates: Path) -> Path:
    return path.parent / template if template.endswith(".toml") else templates / f"{template}.toml"
