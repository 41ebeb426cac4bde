"""What a restorative circle remembers: who takes part of their own will, whose turn it is, and on what all agreed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from immutables import Map
from pydantic import Field

from methods.restorative.vocabulary import Kind, Stage
from workshop.circle import Circle, waiting, who
from workshop.language import Message, Name, Words, _
from workshop.messages import Paragraph

ROUNDS: tuple[Stage, ...] = ("understanding", "responsibility", "action")
REFLECTED: tuple[Stage, ...] = ("understanding", "responsibility")
QUESTIONS: Mapping[Stage, Message] = {
    "invitation": _("A restorative circle"),
    "before": _("What do you want known?"),
    "understanding": _("What do you want known, and by whom, about how you are now?"),
    "responsibility": _("What do you want known about what you were looking for when you did what you did?"),
    "action": _("What would you like to see happen now? What do you offer, what do you ask for?"),
    "done": _("Thank you. What was agreed is below."),
}


@dataclass(frozen=True, slots=True)
class Settings:
    """The circle: what happened, in words that all can accept, and how many it has room for."""

    happened: Paragraph = ""
    most: Annotated[int, Field(ge=2, le=20)] = 12


@dataclass(frozen=True, slots=True)
class Matter:
    """Something that all may agree on; it is in the record only while it is `settled`."""

    id: str
    by: str = ""
    kind: Kind = "action"
    text: str = ""
    who: str = ""
    due: str = ""
    yes: frozenset[str] = frozenset()
    settled: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """`takers` take part, each with the name of those who have no phone; `notes` are private, `wall` who agrees to the wall."""

    settings: Settings
    stage: Stage = "invitation"
    takers: Map[str, str] = Map()
    guests: frozenset[str] = frozenset()
    notes: Map[str, str] = Map()
    ready: frozenset[str] = frozenset()
    rounds: Map[str, Circle] = Map()
    step: Literal["speaking", "hearing"] = "speaking"
    listener: str = ""
    matters: tuple[Matter, ...] = ()
    wall: frozenset[str] = frozenset()

    @property
    def now(self) -> Circle:
        """The round of this part, if it has one."""
        return self.rounds.get(self.stage, Circle())


def is_open(state: State) -> bool:
    """Whether all who take part agree that the wall shows the circle."""
    return bool(state.takers) and state.wall >= set(state.takers)


def listener_of(state: State) -> str:
    """Who listens: the one whom the speaker chose, else the next one, else the last who spoke; "" where there is nobody."""
    now = state.now
    if state.stage not in REFLECTED or not now.now:
        return ""
    here = [one for one in (state.listener, *waiting(now), *reversed(now.ended)) if one and one != now.now]
    return next((one for one in here if one in state.takers and one in now.members and one not in now.gone), "")


def called(state: State, person: str) -> Words:
    """How somebody is called among those who take part."""
    if person in state.guests:
        return state.takers.get(person) or who(state.now, person, True)
    return Name(person)


def matter_of(state: State, id: str) -> Matter | None:
    """The matter of an id."""
    return next((one for one in state.matters if one.id == id), None)


def settled(state: State, *kinds: Kind) -> list[Matter]:
    """What all agreed on."""
    return [one for one in state.matters if one.settled and one.kind in kinds]
