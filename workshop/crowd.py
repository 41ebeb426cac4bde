"""The phones of one live workshop: who is on the line, and what each must be told.

A shared screen is sent once to everybody who reads the same language; only what is for one person goes to that person alone. Both
are gathered during a beat and sent after it, in order: a shared patch first, so that a person's own patch has its version.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from workshop.audience import Seat, Update
from workshop.live import Live

Json = Any
Send = Callable[[str, Json, str], None]


@dataclass(frozen=True, slots=True)
class Member:
    """A phone on the line; one person may hold several."""

    sid: str
    person: str
    language: str


@dataclass(slots=True)
class Crowd:
    """The phones of a workshop; `send(event, data, to)` puts a message in line for a phone or a room of phones."""

    live: Live
    send: Send
    members: dict[str, Member] = field(default_factory=dict)
    _stops: dict[Seat, Callable[[], None]] = field(default_factory=dict)
    _news: dict[Seat, Update] = field(default_factory=dict)

    def room(self, language: str) -> str:
        """The name of the room of all phones in a language."""
        return f"{self.live.row.code}/{language}"

    def enter(self, member: Member) -> None:
        """A phone is on the line from now on; it gets the whole screen."""
        self.members[member.sid] = member
        for seat in _seats(member):
            if seat not in self._stops:
                self._stops[seat] = self.live.watch(seat, lambda update, seat=seat: self._note(seat, update))  # type: ignore[misc]
                self._news.pop(seat, None)  # the first update is the whole screen, which is sent below
        self.live.connected.add(member.person)
        self.live.nudge()
        self.show(member)

    def leave(self, sid: str) -> None:
        """A phone is gone."""
        member = self.members.pop(sid, None)
        if member is None:
            return
        if not any(other.person == member.person for other in self.members.values()):
            self.live.connected.discard(member.person)
        for seat in _seats(member):
            if not any(seat in _seats(other) for other in self.members.values()):
                self._stops.pop(seat, lambda: None)()
        self.live.nudge()

    def show(self, member: Member) -> None:
        """Sends a phone the whole screen."""
        shared = self.live.look(Seat("room", member.language))
        mine = self.live.look(Seat("person", member.language, member.person))
        screen = {"v": shared.v, "activity": shared.activity, "shared": shared.blocks, "mine": mine.blocks}
        self.send("screen", screen, member.sid)

    def _note(self, seat: Seat, update: Update) -> None:
        if not self._news:
            asyncio.get_running_loop().call_soon(self._tell)
        self._news[seat] = update

    def _tell(self) -> None:
        news, self._news = self._news, {}
        renewed = {seat.language for seat, update in news.items() if seat.role == "room" and update.since is None}
        for member in tuple(self.members.values()):
            if member.language in renewed:
                self.show(member)
        for seat, update in news.items():
            if seat.role == "room" and seat.language not in renewed:
                self.send("patch", {"v": update.v, "from": update.since, "shared": update.blocks}, self.room(seat.language))
        for member in tuple(self.members.values()):
            own = news.get(Seat("person", member.language, member.person))
            if own is not None and member.language not in renewed:
                self._tell_own(member, own)

    def _tell_own(self, member: Member, update: Update) -> None:
        if update.since is None:
            self.show(member)
        else:
            v = self.live.look(Seat("room", member.language)).v
            self.send("patch", {"v": v, "from": v, "mine": update.blocks}, member.sid)


def _seats(member: Member) -> tuple[Seat, Seat]:
    return Seat("room", member.language), Seat("person", member.language, member.person)
