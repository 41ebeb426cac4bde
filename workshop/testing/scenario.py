"""Given what happened, when somebody acts, then this comes of it.

The idea of a specification for deciders comes from Emmett (event-driven.io), its names from behaviour-driven development.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from workshop.blocks import Json, encode
from workshop.language import Speaker
from workshop.messages import BadMessage, read, write
from workshop.method import Context, Item, Method, Rejected, Role, Viewer, fold

HOST = "host"
NOW = 1_790_000_000_000
NEW = "new"


@dataclass(frozen=True)
class Given:
    """A method with its settings, the items that it took over, and what has happened so far."""

    method: Method
    first: Any
    happened: tuple[Any, ...] = ()

    @property
    def state(self) -> Any:
        """The state after what has happened."""
        return fold(self.method, self.first, self.happened)

    def events(self, *events: Any) -> "Given":
        """And then these events happened."""
        return replace(self, happened=(*self.happened, *(_crossed(self.method.events, event) for event in events)))

    def when(
        self, command: Any, by: str = "", role: Role | None = None, people: Iterable[str] = (), id: str = NEW, now: int = NOW
    ) -> "When":
        """Somebody acts. Without `role`, a command of the facilitator alone comes from the facilitator, any other from "ana".

        `id` is the fresh id that the method may use for something new; `people` are in the room, besides who acts.
        """
        allowed = self.method.commands.get(type(command))
        assert allowed is not None, f"{self.method.name} has no command {type(command).__name__}"
        part = role or (Role.PARTICIPANT if Role.PARTICIPANT in allowed else min(allowed))
        assert part in allowed, f"{self.method.name}: {part} may not send {type(command).__name__}"
        who = by or ("ana" if part is Role.PARTICIPANT else HOST)
        room = frozenset(people) | (frozenset({who}) if part is Role.PARTICIPANT else frozenset())
        context = Context(now, who, part, room, id, 1)
        answer = self.method.decide(self.state, _crossed(self.method.commands, command), context)
        return When(self, command, answer)

    def sees(self, role: Any = "room", person: str = "", here: int = 3, language: Speaker = Speaker("en")) -> dict[str, Json]:
        """The screen of a viewer, as the wire has it: {block id: block}."""
        return encode(self.method.view(self.state, Viewer(role, here, person)), language)

    def records(self, language: Speaker = Speaker("en")) -> dict[str, Json]:
        """The blocks of the record, computed without what is secret."""
        public = [event for event in self.happened if type(event) not in self.method.secret]
        return encode(self.method.record(fold(self.method, self.first, public)), language)

    def yields(self) -> Sequence[Item]:
        """The items handed to the next step."""
        return tuple(self.method.results(self.state))


@dataclass(frozen=True)
class When:
    """What came of a command."""

    given: Given
    command: Any
    answer: Sequence[Any] | Rejected

    def then(self, *events: Any) -> Given:
        """Exactly these events come of it (none: it changes nothing). Returns what is given from now on."""
        assert not isinstance(self.answer, Rejected), f"{self.command} was rejected: {Speaker('en')(self.answer.message)}"
        assert list(self.answer) == list(events), f"of {self.command} came {list(self.answer)}, not {list(events)}"
        return self.given.events(*self.answer)

    def rejected(self, code: str = "") -> Given:
        """It is refused, under this code if one is named. Returns what was given, unchanged."""
        assert isinstance(self.answer, Rejected), f"{self.command} was accepted: {list(self.answer)}"
        assert code in ("", self.answer.code), f"{self.command} was rejected as {self.answer.code!r}, not {code!r}"
        return self.given


def given(method: Method, settings: Any = None, items: Iterable[Item] = (), seed: int = 1) -> Given:
    """A step that has just begun; settings are the method's own, or a mapping as a template has it."""
    chosen = method.settings() if settings is None else settings
    if not isinstance(chosen, method.settings):
        chosen = read(method.settings, chosen)
    return Given(method, method.start(chosen, tuple(items), seed))


def _crossed(known: Iterable[type], message: Any) -> Any:
    """The message after it went through the log or over the wire, where it must not change."""
    assert type(message) in known, f"{type(message).__name__} is not among the method's own"
    try:
        back = read(type(message), write(message))
    except BadMessage as error:
        raise AssertionError(f"{message} cannot be read: {error}") from None
    assert back == message, f"{message} comes back as {back}"
    return back
