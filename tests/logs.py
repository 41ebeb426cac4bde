"""Plays commands into a session without a database, as the live workshop does: a log is made, and its state."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from workshop.agenda import Agenda
from workshop.chain import START, link, payload_digest
from workshop.messages import Command, Entry, derived_id, write
from workshop.method import Context, Rejected, Role
from workshop.session.events import Created, TakenBack
from workshop.session.history import evolve, fold
from workshop.session.numbers import Numbers
from workshop.session.rules import decide
from workshop.session.state import HOST, NOTHING, SYSTEM, Methods, Session


@dataclass
class Log:
    """A log that grows by commands; `state` is always the fold of `entries`."""

    methods: Methods
    agenda: Agenda
    now: int = 1_790_000_000_000
    state: Session = NOTHING
    entries: list[Entry] = field(default_factory=list)
    commands: int = 0

    def __post_init__(self) -> None:
        self._write("created", HOST + "1", [(None, Created("K7MQ4X", self.agenda))])

    def play(self, name: str, args: Mapping[str, Any] | None = None, by: str = HOST + "1", activity: str | None = None) -> Rejected | None:
        """One command; what was refused is returned."""
        self.commands += 1
        self.now += 1000
        id = f"command{self.commands}"
        fresh = derived_id("K7MQ4X", id)
        role = Role.SYSTEM if by == SYSTEM else Role.FACILITATOR if by.startswith(HOST) else Role.PARTICIPANT
        context = Context(self.now, by, role, self.state.present, fresh, int(fresh[:8], 16), self.state.tables, Numbers(self.state.people))
        drafts = decide(self.methods, self.state, Command(id, activity, name, args or {}), context)
        if isinstance(drafts, Rejected):
            return drafts
        self._write(id, by, drafts)
        return None

    def do(self, name: str, /, by: str = HOST + "1", **args: Any) -> Rejected | None:
        """A command to the running step."""
        return self.play(name, args, by, self.state.current)

    def _write(self, id: str, actor: str, drafts: Any) -> None:
        undo = False
        for place, (activity, event) in enumerate(drafts):
            name, payload, salt = f"{id}/{place}" if place else id, write(event), f"{len(self.entries):032x}"
            entry = Entry(len(self.entries) + 1, name, self.now, actor, activity, type(event).__name__, payload, salt)
            entry = replace(entry, payload_digest=payload_digest(salt, payload))
            entry = replace(entry, digest=link(self.entries[-1].digest if self.entries else START, entry))
            self.entries.append(entry)
            self.state = evolve(self.methods, self.state, entry)
            undo = undo or isinstance(event, TakenBack)
        if undo:
            self.state = fold(self.methods, self.entries)
