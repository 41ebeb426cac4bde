"""A café with people in it: the seats that are asked for are worked out at once, and devices see what their table sees."""

from collections import Counter
from typing import Any

from methods.world_cafe.method import method
from methods.world_cafe.state import State, at_table
from tests.methods.room import Room, say
from workshop.blocks import encode
from workshop.method import Viewer
from workshop.session.reading import work_of
from workshop.session.state import SYSTEM


class Cafe(Room):
    """A café, from the welcome on."""

    def __init__(self, people: int = 12, **settings: Any) -> None:
        super().__init__(method, [f"p{number}" for number in range(1, people + 1)], **settings)

    @property
    def cafe(self) -> State:
        """The state of the café."""
        state: State = self.state
        return state

    def work(self) -> None:
        """The machine answers."""
        work = work_of(self.log.methods, self.log.state)
        if work is not None:
            assert self.log.play(work.command, work.call(*work.args), by=SYSTEM, activity="step") is None

    def next(self) -> str:
        """The facilitator presses Next, and the seats are found."""
        code = super().next()
        self.work()
        return code

    def to(self, stage: str, round: int = 0) -> "Cafe":
        """Goes on until a phase, of a round where one is given."""
        for _step in range(200):
            if self.cafe.stage == stage and round in (0, self.cafe.round):
                return self
            assert self.next() == ""
        raise AssertionError(f"it never came to {stage}")

    def come(self, person: str, table: str = "") -> None:
        """Somebody comes in, or a device that a table shares."""
        self.log.play("Join", {"table": table} if table else {}, by=person)

    def go(self, person: str) -> None:
        """Somebody leaves."""
        self.log.play("Leave", by=person)

    def sees(self, who: str) -> dict[str, Any]:
        """The screen; that of a device is drawn for its table."""
        table = self.log.state.tables.get(who, "")
        if not table:
            return super().sees(who)
        own = self.method.view(self.state, Viewer("person", len(self.log.state.present), who, 0, table))
        return self.sees("room") | encode(own, say)

    def write(self, person: str, text: str) -> str:
        """Somebody writes a note with the form that they see."""
        form = self.sees(person)["write"]
        assert self.do(person, form["command"], **form["args"], text=text) == ""
        return next(note.id for note in self.cafe.notes if note.text == text)

    def host(self, table: int) -> str:
        """Who hosts a table."""
        return self.cafe.hosts[table]

    def traveller(self, table: int) -> str:
        """Somebody who sits at a table and does not host it."""
        return next(person for person in at_table(self.cafe, table) if person != self.cafe.hosts.get(table))

    def table(self, person: str) -> int:
        """Where somebody sits now."""
        return self.cafe.running.seats[person]

    def sizes(self) -> Counter[int]:
        """How many sit at each table now."""
        return Counter({table: len(at_table(self.cafe, table)) for table in self.cafe.open})


def everybody_sits(cafe: Cafe) -> bool:
    """Each person in the room sees a table of the present round that is theirs."""
    return all(cafe.sees(person)["place"]["number"] == cafe.table(person) for person in cafe.log.state.present)
