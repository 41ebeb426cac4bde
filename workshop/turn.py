"""One turn of a workshop's queue: commands are decided one after the other, each on the state that those before it would leave."""

import asyncio
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from workshop.language import _
from workshop.messages import Command, Entry, derived_id, write
from workshop.method import EVERYBODY, Context, Rejected, Role
from workshop.patience import TookTooLong
from workshop.session.events import TakenBack
from workshop.session.history import evolve
from workshop.session.numbers import Numbers
from workshop.session.presence import Draft
from workshop.session.rules import decide
from workshop.session.state import HOST, SYSTEM, Session
from workshop.trusted import Trusted


@dataclass(frozen=True, slots=True)
class Actor:
    """Who sends a command."""

    id: str
    role: Role


FACILITATOR: Final = Actor(f"{HOST}1", Role.FACILITATOR)
MACHINE: Final = Actor(SYSTEM, Role.SYSTEM)


@dataclass(frozen=True, slots=True)
class Done:
    """The command is in the log, at `seq`."""

    seq: int


Answer = Done | Rejected
Known = Mapping[str, tuple[int, str]]
Waiting = tuple[Actor, Command, "asyncio.Future[Answer]"]


class Turn:
    """What is decided together: the session after it, the lines for the log, whose screens they touch, and the answers to give then.

    `known` are the commands that are in the log, each with the seq at which it is and the one who sent it.
    """

    def __init__(self, trusted: Trusted, session: Session, known: Known, now: int) -> None:
        self.session = session
        self.entries: list[Entry] = []
        self.touched: set[str] = set()
        self.commands: dict[str, tuple[int, str]] = {}
        self.answers: list[tuple[asyncio.Future[Answer], Answer]] = []
        self.refold = False
        self._trusted, self._known, self._now = trusted, known, now

    def take(self, waiting: Waiting) -> bool:
        """Decides a command; False when it must wait for a turn of its own: what was taken back is folded first."""
        actor, command, future = waiting
        known = self.commands.get(command.id) or self._known.get(command.id)
        if known is None and self.refold:
            return False
        self.answers.append((future, _same(known, actor) if known is not None else self._decide(actor, command)))
        return True

    def _decide(self, actor: Actor, command: Command) -> Answer:
        session = self.session
        try:
            with self._trusted.asked(session):
                drafts = decide(self._trusted.methods, session, command, self._context(actor, command))
                if isinstance(drafts, Rejected):
                    return drafts
                made = list(_entries(drafts, session.seq, command.id, self._now, actor))
                for entry in made:
                    session = evolve(self._trusted.methods, session, entry)
        except TookTooLong:
            return Rejected(_("That could not be done. Please try again."), "method-failed")
        self.session = session
        self.entries += made
        self.refold = any(entry.type == TakenBack.__name__ for entry in made)
        self.touched |= self._touched_by(actor, drafts)
        self.commands[command.id] = (session.seq, actor.id)
        return Done(session.seq)

    def _context(self, actor: Actor, command: Command) -> Context:
        session = self.session
        fresh = derived_id(session.code, command.id)
        return Context(self._now, actor.id, actor.role, session.present, fresh, int(fresh[:8], 16), session.tables, Numbers(session.people))

    def _touched_by(self, actor: Actor, drafts: Sequence[Draft]) -> set[str]:
        touched, methods = {actor.id}, self._trusted.methods
        for activity, event in drafts:
            running = self.session.activities[activity] if activity else None
            method = methods.get(running.step.method) if running else None
            if actor.role is not Role.PARTICIPANT and (method is None or type(event) not in method.looking):
                return {EVERYBODY}
            if running is not None and method is not None:
                touched.update(method.touches(running.state, event))
        return touched


def _entries(drafts: Iterable[Draft], seq: int, command: str, now: int, actor: Actor) -> Iterable[Entry]:
    for place, (activity, event) in enumerate(drafts):
        id = f"{command}/{place}" if place else command
        yield Entry(seq + place + 1, id, now, actor.id, activity, type(event).__name__, write(event))


def _same(known: tuple[int, str], actor: Actor) -> Answer:
    seq, who = known
    return Done(seq) if who == actor.id else Rejected(_("That was sent twice by two phones. Please send it again."), "id-taken")
