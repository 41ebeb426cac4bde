"""Where a fist to five stands, and how each event changes it."""

from dataclasses import dataclass, replace

from immutables import Map

from palabre_fist_to_five.vocabulary import AskedAgain, Event, Revealed, Showed, Wished
from workshop.messages import Line
from workshop.method import Item
from workshop.shelf import Shelf


@dataclass(frozen=True)
class Settings:
    """What everybody is asked about; without a statement it is the item with the most support."""

    statement: Line = ""


@dataclass(frozen=True)
class State:
    """`fingers` are those of the running round, by person; `revealed` are those of every round, and `wishes`, by person."""

    settings: Settings
    source: Item | None = None
    round: int = 1
    fingers: Map[str, int] = Map()
    revealed: Map[int, Revealed] = Map()
    wishes: Map[int, Shelf[Wished]] = Map()

    @property
    def statement(self) -> str:
        """What everybody is asked about."""
        return self.settings.statement or (self.source.text if self.source else "")

    @property
    def result(self) -> Revealed | None:
        """The hands of the running round, once they are seen."""
        return self.revealed.get(self.round)


def start(settings: Settings, items: tuple[Item, ...], seed: int) -> State:
    """Nobody has shown anything; the item with the most support is asked about."""
    return receive(State(settings), items)


def receive(state: State, items: tuple[Item, ...]) -> State:
    """Until the first hands are seen, another item may have got the most support."""
    if state.revealed:
        return state
    return replace(state, source=max(items, key=lambda item: item.support, default=None))


def evolve(state: State, event: Event) -> State:
    """How what happened changes the state; fingers of another round count no more."""
    match event:
        case Showed(number, by, fingers):
            return replace(state, fingers=state.fingers.set(by, fingers)) if number == state.round else state
        case Revealed(_id, number):
            return replace(state, revealed=state.revealed.set(number, event))
        case Wished(_id, number, by):
            said = state.wishes.get(number, Shelf()).put(by, event)
            return replace(state, wishes=state.wishes.set(number, said))
        case AskedAgain(number):
            return replace(state, round=number, fingers=Map())


def wish_of(state: State, person: str) -> Wished | None:
    """What this person last wished for in the running round."""
    return state.wishes.get(state.round, Shelf()).get(person)


def behind(hands: tuple[int, ...]) -> int:
    """How many showed three fingers or more."""
    return sum(hands[3:])
