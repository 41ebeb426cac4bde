"""A room in which a method runs: commands go in as they do in a workshop, and everything that happened is kept."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final, Literal

from workshop.blocks import Json
from workshop.language import _
from workshop.messages import BadMessage, derived_id, read, write
from workshop.method import Context, Method, Rejected, Role, Work
from workshop.testing.deeds import Offer
from workshop.testing.faults import Fault, never_raises, require
from workshop.testing.screens import Screens

HOST: Final = "host:1"
SYSTEM: Final = "system"
ROLES: Final[Mapping[str, Role]] = {HOST: Role.FACILITATOR, SYSTEM: Role.SYSTEM}


@dataclass(frozen=True)
class Deed:
    """A command that was accepted: who sent it, into which state, and what came of it; `offer` is what the screen offered."""

    actor: str
    context: Context
    command: Any
    events: tuple[Any, ...]
    before: Any
    after: Any
    offer: Offer | None = None

    def __str__(self) -> str:
        return f"{self.actor}: {self.command}"


@dataclass
class Room:
    """Some people, a facilitator, one method; `watching` is called after each deed."""

    method: Method
    first: Any
    people: list[str]
    watching: Sequence[Callable[["Room", Deed], None]] = ()
    deeds: list[Deed] = field(default_factory=list)
    sent: int = 0
    tables: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.state = self.first
        self.screens = Screens(self.method)

    @property
    def here(self) -> int:
        """How many people are in the room."""
        return len(self.people)

    @property
    def events(self) -> list[Any]:
        """Everything that happened."""
        return [event for deed in self.deeds for event in deed.events]

    def send(self, name: str, args: Mapping[str, Json], by: str, offer: Offer | None = None) -> Deed | Rejected:
        """One command, as the session hands it to the method."""
        cls, context = self.method.command(name), self._context(by)
        if cls is None:
            return Rejected(_("There is no command of that name."), "unknown-command")
        if context.role not in self.method.commands[cls]:
            return Rejected(_("You cannot do that in this step."), "not-allowed")
        try:
            command: Any = read(cls, args)
        except BadMessage as error:
            return Rejected(_("That could not be read: {reason}", reason=str(error)), "bad-arguments")
        answer = self.answer(self.state, command, context)
        if isinstance(answer, Rejected):
            self.screens.says(answer.message, f"the refusal of {command}")
            return answer
        deed = Deed(by, context, command, tuple(answer), self.state, self.after(self.state, answer), offer)
        self._done(deed)
        return deed

    def come(self, person: str, table: str = "") -> None:
        """Somebody comes in, or a device that a table shares; the method makes of it what it likes."""
        if table:
            self.tables[person] = table
        else:
            self.people.append(person)
        self._follow("comes", person)

    def go(self, person: str) -> None:
        """Somebody, or a device, leaves."""
        self.tables.pop(person, "")
        self.people = [one for one in self.people if one != person]
        self._follow("goes", person)

    def _follow(self, what: Literal["comes", "goes"], person: str) -> None:
        context = self._context(person)
        with never_raises(self.method, what, f"{person} {what}"):
            events = tuple(getattr(self.method, what)(self.state, context))
        if events:
            self._done(Deed(person, context, what, events, self.state, self.after(self.state, events)))

    def _done(self, deed: Deed) -> None:
        self.deeds.append(deed)
        self.state = deed.after
        for watch in self.watching:
            watch(self, deed)

    def answer(self, state: Any, command: Any, context: Context) -> Sequence[Any] | Rejected:
        """What the rules answer; nothing is changed."""
        with never_raises(self.method, "rules", f"{command}, from the {context.role},"):
            answer = self.method.decide(state, command, context)
            again = self.method.decide(state, command, context)
        require(answer == again, self.method, "rules", f"asked twice in the same state, {command} gives {answer} and then {again}")
        return answer

    def after(self, state: Any, events: Sequence[Any]) -> Any:
        """The state after events that went into the log and came back."""
        for event in events:
            with never_raises(self.method, "log", f"writing {event!r}"):
                known = type(event) in self.method.events
                require(known, self.method, "log", f"{type(event).__name__} is not among its events")
                back = read(type(event), write(event))
                require(back == event, self.method, "log", f"{event} comes back from the log as {back}")
            with never_raises(self.method, "log", f"folding {event!r}"):
                state = self.method.evolve(state, back)
        return state

    def undo(self) -> None:
        """Takes back the last thing that the facilitator did, with what the machine made of it: the rest is folded anew."""
        done = ((place, deed) for place, deed in reversed([*enumerate(self.deeds)]) if deed.actor == HOST)
        last = next((place for place, deed in done if any(type(event) not in self.method.looking for event in deed.events)), None)
        if last is None:
            return
        end = last + 1
        while end < len(self.deeds) and self.deeds[end].actor == SYSTEM:
            end += 1
        later = self.deeds[end:]
        self.deeds = self.deeds[:last]
        self.state = self.deeds[-1].after if self.deeds else self.first
        for deed in later:
            before, self.state = self.state, self.after(self.state, deed.events)
            self.deeds.append(replace(deed, before=before, after=self.state, offer=None))

    def work(self) -> Work | None:
        """What the method wants computed."""
        with never_raises(self.method, "work", "asking for work"):
            return self.method.work(self.state)

    def _context(self, by: str) -> Context:
        self.sent += 1
        fresh = derived_id(self.method.name, str(self.sent))
        role = ROLES.get(by, Role.PARTICIPANT)
        return Context(1_790_000_000_000 + self.sent * 1000, by, role, frozenset(self.people), fresh, int(fresh[:8], 16), dict(self.tables))


def computed(room: Room, work: Work) -> Mapping[str, Json]:
    """The answer of some work."""
    with never_raises(room.method, "work", f"the work {work.key!r}"):
        answer: Mapping[str, Json] = work.call(*work.args)
    cls = room.method.command(work.command)
    if cls is None or Role.SYSTEM not in room.method.commands[cls]:
        raise Fault(room.method.name, "work", f"{work.command} is no command of the system")
    with never_raises(room.method, "work", f"reading the answer of the work {work.key!r}"):
        read(cls, answer)
    return answer
