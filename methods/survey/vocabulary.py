"""What can be asked of a survey (commands), and what happens in one (events)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from workshop.messages import Id, Line
from workshop.method import FACILITATORS, MACHINE, PARTICIPANTS, Role

Number = Annotated[int, Field(ge=0, le=10_000_000)]
Given = Annotated[tuple[Line, ...], Field(max_length=40)]


@dataclass(frozen=True)
class Answer:
    """One's answer to a question from now on: options, or words of one's own; nothing takes them back."""

    question: Id
    answer: Given


@dataclass(frozen=True)
class CountPaper:
    """From people without a phone: how many gave an option of a question."""

    question: Id
    option: Id
    people: Number


@dataclass(frozen=True)
class Close:
    """End the survey and show what it comes to."""


@dataclass(frozen=True)
class Reopen:
    """Let people change their answers again."""


@dataclass(frozen=True)
class Reveal:
    """Show something that somebody wrote to all, without a name."""

    words: Id


@dataclass(frozen=True)
class RevealAll:
    """Show all that was written in answer to a question."""

    question: Id


@dataclass(frozen=True)
class Conceal:
    """Take something that somebody wrote off the screens again."""

    words: Id


@dataclass(frozen=True)
class Leaf:
    """On the console: what was written, from a place on."""

    start: Number = 0


@dataclass(frozen=True)
class Say:
    """From the workshop itself: our own questions in its language, by their ids."""

    texts: dict[Id, Line]


@dataclass(frozen=True)
class Answered:
    """Secret: somebody's answer to a question."""

    by: Id
    question: Id
    answer: Given


@dataclass(frozen=True)
class PaperCounted:
    """So many people without a phone gave an option of a question: counted in the open."""

    question: Id
    option: Id
    people: int


@dataclass(frozen=True)
class Closed:
    """The survey ended on a day: how many took part (of them `paper` without a phone), and of each question how many answered it and
    how many gave each option. Where too few answered, the options are left out.
    """

    day: str
    people: int
    paper: int
    answers: dict[str, int]
    totals: dict[str, dict[str, int]]


@dataclass(frozen=True)
class Reopened:
    """The survey goes on."""


@dataclass(frozen=True)
class Revealed:
    """Something that was written is shown to all; whose it is stands nowhere."""

    id: Id
    question: Id
    text: Line


@dataclass(frozen=True)
class Concealed:
    """What was shown is shown no more."""

    id: Id


@dataclass(frozen=True)
class Leafed:
    """The console shows what was written from a place on."""

    start: Number


@dataclass(frozen=True)
class Said:
    """Our own questions in the language of the workshop, for what is handed on."""

    texts: dict[Id, Line]


Command = Answer | CountPaper | Close | Reopen | Reveal | RevealAll | Conceal | Leaf | Say
Event = Answered | PaperCounted | Closed | Reopened | Revealed | Concealed | Leafed | Said

ROLES: Mapping[type, frozenset[Role]] = {
    Answer: PARTICIPANTS,
    Say: MACHINE,
    **dict.fromkeys((CountPaper, Close, Reopen, Reveal, RevealAll, Conceal, Leaf), FACILITATORS),
}
