"""What a follow-up remembers: the things that are looked at, where they stood, how the room sees them, and what came out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Final, Literal

from immutables import Map
from pydantic import Field

from methods.follow_up.commands import NONE, Stage, Status
from methods.follow_up.events import Count
from workshop.messages import Line
from workshop.method import Item

PAGE: Final = 8
Kind = Literal["commitment", "decision"]
STATUSES: Final[Mapping[Kind, tuple[Status, ...]]] = {
    "commitment": ("done", "under_way", "stuck", "dropped"),
    "decision": ("kept", "to_change", "ended"),
}
OPEN: Final[frozenset[Status]] = frozenset({"stuck", "to_change"})
ENDED: Final[frozenset[Status]] = frozenset({"dropped", "ended"})
Views = Map[str, Status]


@dataclass(frozen=True, slots=True)
class Settings:
    """The question, whether things come one after the other, whether what is stuck goes on, and how many answers keep them secret."""

    question: Line = ""
    one_by_one: bool = True
    hand_on: bool = True
    least_answers: Annotated[int, Field(ge=1, le=50)] = 5


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a thing, a note, and the day on which it is looked at again."""

    status: Status
    note: str = ""
    review_date: str = ""


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Thing:
    """A commitment or a decision of an earlier workshop, with where it stood when it was last looked at."""

    id: str
    kind: Kind
    text: str
    who: str = ""
    person: str = ""
    due: str = ""
    seen: str = ""
    before: Outcome | None = None


@dataclass(frozen=True)
class State:
    """`start` is the first of the things that are looked at now; `views` are secret, by thing and person; `picked` is on the console."""

    settings: Settings
    seed: int = 0
    things: tuple[Thing, ...] = ()
    stage: Stage = "start"
    start: int = 0
    views: Map[str, Views] = Map()
    counts: Map[str, Count] = Map()
    outcomes: Map[str, Outcome] = Map()
    picked: str = NONE

    @property
    def size(self) -> int:
        """How many things are looked at at once."""
        return 1 if self.settings.one_by_one else PAGE

    @property
    def now(self) -> Sequence[Thing]:
        """The things that are looked at now."""
        return self.things[self.start : self.start + self.size] if self.stage == "look" else ()

    def get(self, id: str) -> Thing | None:
        """The thing of an id."""
        return next((one for one in self.things if one.id == id), None)


def start(settings: Settings, items: tuple[Item, ...], seed: int) -> State:
    """What was brought along, what is due first."""
    return receive(State(settings, seed), items)


def receive(state: State, items: tuple[Item, ...]) -> State:
    """Other things may have been brought along; what was noted of those that are still here stays, and the room looks at the same one."""
    before = {item.facts.get("of", ""): _outcome(item) for item in items if item.kind == "status"}
    found = {item.id: _thing(item, before.get(item.id)) for item in items if item.kind in STATUSES}
    things = tuple(sorted(found.values(), key=lambda one: (not one.due, one.due)))
    looked_at = state.now[0].id if state.now else ""
    return replace(state, things=things, start=next((place for place, one in enumerate(things) if one.id == looked_at), 0))


def _outcome(item: Item) -> Outcome | None:
    """Where a thing stood, as an earlier follow-up says it; nothing of what it never says."""
    known = {status: status for found in STATUSES.values() for status in found}
    status = known.get(item.facts.get("status", ""))  # type: ignore[call-overload]
    return Outcome(status, item.text, item.facts.get("review_date", "")) if status else None


def _thing(item: Item, before: Outcome | None) -> Thing:
    kind: Kind = "decision" if item.kind == "decision" else "commitment"
    facts = item.facts
    who = facts.get("who", "") or facts.get("responsible", "")
    due = (before.review_date if before else "") or _due(kind, facts)
    seen = facts.get("seen", "") or facts.get("criteria", "")
    return Thing(item.id, kind, item.text, who, facts.get("person", ""), due, seen, before)


def _due(kind: Kind, facts: Mapping[str, str]) -> str:
    """The day of a commitment, or that of a decision's review or end, whichever is first."""
    if kind == "commitment":
        return facts.get("by", "") or facts.get("when", "")
    return min((day for day in (facts.get("review_date", ""), facts.get("term", "")) if day), default="")


def fits(thing: Thing, status: Status) -> bool:
    """Whether it can be said of such a thing."""
    return status in STATUSES[thing.kind]


def asked(state: State) -> bool:
    """Whether phones are asked now: until it is shown how the room sees it."""
    return bool(state.now) and not shown(state)


def shown(state: State) -> bool:
    """Whether it is shown how the room sees what is looked at."""
    return bool(state.now) and all(one.id in state.counts for one in state.now)


def answered(state: State) -> int:
    """How many people have said something of what is looked at."""
    return len({person for one in state.now for person in state.views.get(one.id, Map())})


def most_said(state: State, thing: Thing) -> Status | None:
    """What more people said than anything else, once it is shown."""
    count = state.counts.get(thing.id)
    ranked = sorted(STATUSES[thing.kind], key=lambda one: -count.of.get(one, 0)) if count else []
    if not count or not ranked or not count.of.get(ranked[0]):
        return None
    return ranked[0] if count.of[ranked[0]] > count.of.get(ranked[1], 0) else None


def standing(state: State, kind: Kind) -> Mapping[Status | None, int]:
    """How many things of a kind are in each status now; None: of these nothing was noted today, or before."""
    found = [state.outcomes.get(one.id) or (one.before if state.stage == "start" else None) for one in state.things if one.kind == kind]
    statuses: tuple[Status | None, ...] = (*STATUSES[kind], None)
    return {status: sum((one.status if one else None) == status for one in found) for status in statuses}
