"""A room that decides by consent: commands go in as they do in a workshop, each by somebody."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from random import Random
from typing import Any

import pytest

from methods.consent import commands as c
from methods.consent.method import method
from methods.consent.state import Argument, Settings, State
from workshop.blocks import encode
from workshop.language import Speaker
from workshop.messages import derived_id, read, write
from workshop.method import Context, Do, Item, Moves, Rejected, Role, Sight, Viewer, fold

SAY = Speaker("en")


@dataclass
class Room:
    """Some people, a facilitator, and the log of what happened."""

    people: set[str]
    settings: Settings = field(default_factory=Settings)
    items: tuple[Item, ...] = ()
    log: list[Any] = field(default_factory=list)
    sent: int = 0
    now: int = 0

    def __post_init__(self) -> None:
        self.first: State = method.start(self.settings, self.items, 1)
        self.state: State = self.first

    def answer(self, command: Any, by: str = "") -> Any:
        """What the rules answer; nothing is changed."""
        self.sent += 1
        role = Role.PARTICIPANT if by else Role.FACILITATOR
        assert role in method.commands[type(command)], f"{role} may not send {command}"
        command = read(type(command), write(command))
        id = derived_id("test", str(self.sent))
        return method.decide(self.state, command, Context(self.now, by or "lead", role, frozenset(self.people), id, self.sent))

    def do(self, command: Any, by: str = "") -> list[Any]:
        """Sends a command that is accepted; `by` "" is the facilitator."""
        answer = self.answer(command, by)
        assert not isinstance(answer, Rejected), SAY(answer.message)
        self.log += answer
        self.state = fold(method, self.state, answer)
        return list(answer)

    def refused(self, command: Any, by: str = "") -> str:
        """The sentence with which a command is refused."""
        answer = self.answer(command, by)
        assert isinstance(answer, Rejected), answer
        return SAY(answer.message)

    def signal(self, **signals: str) -> None:
        """Signals of several people, by name."""
        for person, signal in signals.items():
            self.do(c.Signal(self.state.rounds[-1].number, signal), person)  # type: ignore[arg-type]

    def go(self, *phases: str) -> None:
        """The facilitator goes from phase to phase."""
        for phase in phases:
            self.do(c.Go(phase))  # type: ignore[arg-type]

    def next(self) -> None:
        """Presses the big button."""
        move = self.moves.next
        assert move is not None, self.moves
        command = method.command(move.command)
        assert command is not None
        self.do(read(command, move.args))

    @property
    def moves(self) -> Moves:
        """Where the facilitator can go."""
        return method.moves(self.state)

    def argument(self, owner: str) -> Argument:
        """The last argument of somebody."""
        return [one for one in self.state.arguments if one.owner == owner][-1]

    def screen(self, role: Any, person: str = "") -> dict[str, Any]:
        """What somebody sees, as the wire has it."""
        return encode(method.view(self.state, Viewer(role, len(self.people), person)), SAY)

    def record(self, without: Iterable[type] = ()) -> str:
        """The record as text, computed without some events."""
        kept = [event for event in self.log if type(event) not in set(without)]
        return str(encode(method.record(fold(method, self.first, kept)), SAY))

    def act(self, person: str, number: int, chance: Random) -> int:
        """A simulated person (number 0: the facilitator) acts on what they see; how many of their commands were taken."""
        own = self.screen("person", person) if person else {}
        screen = self.screen("room" if person else "console") | own
        return sum(self._try(do, person) for do in method.rehearse(Sight(number, screen, chance, lambda: "A sentence.")))

    def _try(self, do: Do, person: str) -> bool:
        command = method.command(do.command)
        assert command is not None
        answer = self.answer(read(command, do.args), person)
        if isinstance(answer, Rejected):
            return False
        self.log += answer
        self.state = fold(method, self.state, answer)
        return True


@pytest.fixture
def room() -> Callable[..., Room]:
    """Opens a room with some people in it."""

    def opened(*people: str, **settings: Any) -> Room:
        return Room(set(people or ("ana", "ben", "cleo")), Settings(**settings))

    return opened


@pytest.fixture
def asked(room: Callable[..., Room]) -> Room:
    """A room of three that is asked for consent to a proposal."""
    opened = room(proposal="The square is closed to cars for good.", review_date="2027-03-21")
    opened.go("present", "clarify", "react", "check")
    return opened
