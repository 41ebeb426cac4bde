"""The ballots of a dot vote, and how each event changes them. Totals are kept up as dots are placed, never counted anew."""

from dataclasses import dataclass, replace
from typing import Annotated, assert_never

from immutables import Map
from pydantic import Field

from methods.dot_vote.vocabulary import Counted, Event, HandsCounted, Placed, Reopened, Turned
from workshop.messages import Line
from workshop.method import Item

Ballot = Map[str, int]


@dataclass(frozen=True)
class Settings:
    """How many dots, how many of them on one option, and how many options go on."""

    question: Line = ""
    dots: Annotated[int, Field(ge=1, le=50)] = 3
    most: Annotated[int, Field(ge=1, le=50)] = 1
    keep: Annotated[int, Field(ge=1, le=50)] = 3
    least_ballots: Annotated[int, Field(ge=1, le=50)] = 5


@dataclass(frozen=True)
class Page:
    """The options that one person looks at: the next ones from the number `start` on."""

    number: int = 0
    start: int = 0


@dataclass(frozen=True)
class State:
    """The options, the ballots (person -> option -> dots), and the result once it is there, with the options in its order.

    `places` are the options' numbers by their ids. `totals` and `voters` are the sums over all ballots, of the options that are there.
    `hands` are the dots that `people` without a phone gave, counted in the open.
    `newer` are the options that came after the result: they can be chosen when the vote is reopened.
    """

    settings: Settings
    options: tuple[Item, ...]
    seed: int = 0
    newer: tuple[Item, ...] | None = None
    places: Map[str, int] = Map()
    ballots: Map[str, Ballot] = Map()
    totals: Map[str, int] = Map()
    voters: int = 0
    hands: Map[str, int] = Map()
    people: int = 0
    pages: Map[str, Page] = Map()
    result: Counted | None = None
    ranked: tuple[Item, ...] = ()


def start(settings: Settings, items: tuple[Item, ...], seed: int) -> State:
    """What the step before yields is what can be chosen."""
    return _with(State(settings, (), seed), items)


def receive(state: State, items: tuple[Item, ...]) -> State:
    """Options that came or went since; dots on what is gone count no more."""
    return _with(state, items) if state.result is None else replace(state, newer=items)


def ballot_of(state: State, person: str) -> dict[str, int]:
    """The dots of a person on the options that are there."""
    own: Ballot = state.ballots.get(person, Map())
    return {option: dots for option, dots in own.items() if option in state.places}


def enough(state: State) -> bool:
    """Whether totals give no ballot away: there are enough, or none at all beside hands that everybody saw."""
    return state.voters >= state.settings.least_ballots or (state.people > 0 and not state.voters)


def counted(state: State) -> Counted:
    """The result, with the dots of each option where enough people voted."""
    dots = {item.id: state.totals.get(item.id, 0) + state.hands.get(item.id, 0) for item in state.options}
    return Counted(state.voters + state.people, dots if enough(state) else {}, state.people)


def evolve(state: State, event: Event) -> State:
    """A new number of dots takes the place of the one before."""
    match event:
        case Placed(by, option, dots):
            return _placed(state, by, option, dots)
        case Turned(by, page, first):
            return replace(state, pages=state.pages.set(by, Page(page, first)))
        case Counted():
            ranked = sorted(state.options, key=lambda item: -event.dots.get(item.id, 0))
            return replace(state, result=event, ranked=tuple(ranked))
        case HandsCounted(option, dots, people):
            return replace(state, hands=state.hands.set(option, dots), people=people)
        case Reopened():
            again = replace(state, result=None, ranked=(), newer=None)
            return again if state.newer is None else _with(again, state.newer)
        case _:
            assert_never(event)


def _placed(state: State, by: str, option: str, dots: int) -> State:
    own: Ballot = state.ballots.get(by, Map())
    before = own.get(option, 0)
    after = own.set(option, dots) if dots else own.delete(option) if before else own
    changed = replace(state, ballots=state.ballots.set(by, after))
    if option not in state.places:
        return changed
    voters = state.voters - _votes(state, own) + _votes(state, after)
    return replace(changed, totals=state.totals.set(option, state.totals.get(option, 0) + dots - before), voters=voters)


def _votes(state: State, ballot: Ballot) -> bool:
    """Whether somebody with this ballot has voted."""
    return any(option in state.places for option in ballot)


def _with(state: State, items: tuple[Item, ...]) -> State:
    """The same vote on these options: the one time when all ballots are counted."""
    changed = replace(state, options=items, places=Map({item.id: place for place, item in enumerate(items)}))
    totals: dict[str, int] = {}
    for person in state.ballots:
        for option, dots in ballot_of(changed, person).items():
            totals[option] = totals.get(option, 0) + dots
    return replace(changed, totals=Map(totals), voters=sum(_votes(changed, ballot) for ballot in state.ballots.values()))
