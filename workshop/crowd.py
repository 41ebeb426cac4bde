"""The phones of one live workshop: who is on the line, and what each must be told.

A shared screen is encoded once for everybody who reads the same language, and the same bytes go to every phone; what is for one person
goes to that person alone. A phone that does not take what it is sent gets no more patches: it is stale, and gets the whole screen when
it is free again.
"""

import asyncio
from collections.abc import Callable, Iterable
from typing import Any, Final

import orjson

from workshop.audience import Seat, Update
from workshop.blocks import merge_patch
from workshop.line import Frame, Line
from workshop.live import Live
from workshop.method import EVERYBODY

Json = Any
SLICE_S: Final = 0.01
PHONES_OF_ONE: Final = 4


class Member:
    """A phone on the line; `mine` is what it shows of what is for its person alone, encoded."""

    __slots__ = ("language", "line", "mine", "person", "stale")

    def __init__(self, line: Line, person: str, language: str) -> None:
        self.line, self.person, self.language = line, person, language
        self.mine = b"{}"
        self.stale = False


class Crowd:
    """The phones of a workshop."""

    def __init__(self, live: Live) -> None:
        self.live = live
        self.members: dict[str, Member] = {}
        self._people: dict[str, tuple[str, ...]] = {}
        self._rooms: dict[str, dict[str, Member]] = {}
        self._stops: dict[str, Callable[[], None]] = {}
        self._news: dict[str, Update] = {}
        self._encoded: dict[str, tuple[int, bytes]] = {}
        live.follow(self._beat)

    def enter(self, id: str, member: Member) -> None:
        """A phone is on the line from now on; it gets the whole screen. Of one person's phones the last few stay."""
        self.leave(id)
        language = member.language
        if language not in self._stops:
            self._stops[language] = self.live.watch(Seat("room", language), lambda update: self._note(language, update))
            self._news.pop(language, None)  # the first update is the whole screen, which is sent below
        phones = (*self._people.get(member.person, ()), id)
        self.members[id] = member
        self._rooms.setdefault(language, {})[id] = member
        self._people[member.person] = phones
        self.live.arrive(member.person)
        self._show(member)
        for old in phones[:-PHONES_OF_ONE]:
            self.members[old].line.abort()

    def leave(self, id: str) -> None:
        """A phone is gone."""
        member = self.members.pop(id, None)
        if member is None:
            return
        phones = tuple(other for other in self._people[member.person] if other != id)
        if phones:
            self._people[member.person] = phones
        else:
            del self._people[member.person]
            self.live.depart(member.person)
        room = self._rooms[member.language]
        del room[id]
        if not room:
            self._stops.pop(member.language)()
            self._encoded.pop(member.language, None)

    def hang_up(self, people: Iterable[str]) -> None:
        """Hangs up on some people."""
        for id in [id for person in people for id in self._people.get(person, ())]:
            self.members[id].line.abort()

    def close(self) -> None:
        """Hangs up on everybody."""
        for id, member in tuple(self.members.items()):
            self.leave(id)
            member.line.abort()

    def sync(self, id: str) -> bool:
        """Sends a phone the whole screen; whether it is on the line."""
        member = self.members.get(id)
        if member is not None:
            self._show(member)
        return member is not None

    def catch_up(self) -> None:
        """Sends the whole screen to those who could not be told what was new, as far as they are free again."""
        for member in self.members.values():
            if member.stale and member.line.idle:
                self._show(member)

    @property
    def stale(self) -> int:
        """How many phones do not take what they are sent."""
        return sum(member.stale for member in self.members.values())

    def screen(self, person: str, language: str) -> bytes:
        """The whole screen of a person, encoded."""
        return self._whole(language, _dumps(self.live.mine(person, language)))

    def _show(self, member: Member) -> None:
        if not member.line.idle:
            member.stale = True
            return
        member.stale = False
        member.mine = _dumps(self.live.mine(member.person, member.language))
        member.line.send(event(b"screen", self._whole(member.language, member.mine)))

    def _whole(self, language: str, mine: bytes) -> bytes:
        shared = self.live.look(Seat("room", language))
        v, encoded = self._encoded.get(language, (-1, b""))
        if v != shared.v:
            encoded = b'{"v":%d,"activity":%b,"shared":%b,"mine":' % (shared.v, _dumps(shared.activity), _dumps(shared.blocks))
            if language in self._stops:
                self._encoded[language] = (shared.v, encoded)
        return b"%b%b}" % (encoded, mine)

    def _note(self, language: str, update: Update) -> None:
        self._news[language] = update

    async def _beat(self, touched: frozenset[str]) -> None:
        """Tells the phones what is new since the last beat, without keeping the event loop for long."""
        news, self._news = self._news, {}
        renewed = {language for language, update in news.items() if update.since is None}
        for language, update in news.items():
            if language not in renewed:
                self._tell(self._rooms.get(language, {}).values(), update)
        self.catch_up()
        if renewed or EVERYBODY in touched:
            await self._tell_each(tuple(self.members.items()), renewed)
        else:
            await self._tell_each([(id, self.members[id]) for person in touched for id in self._people.get(person, ())], renewed)

    def _tell(self, members: Iterable[Member], update: Update) -> None:
        patch = b'{"v":%d,"from":%d,"shared":%b}' % (update.v, update.since or 0, _dumps(update.blocks))
        frame = event(b"patch", patch)
        for member in members:
            if not member.stale and not member.line.offer(frame):
                member.stale = True

    async def _tell_each(self, members: Iterable[tuple[str, Member]], renewed: set[str]) -> None:
        clock = asyncio.get_running_loop().time
        until = clock() + SLICE_S
        for id, member in members:
            if self.members.get(id) is not member or member.stale:
                continue
            if member.language in renewed:
                self._show(member)
            else:
                self._tell_own(member)
            if clock() > until:
                await asyncio.sleep(0)
                until = clock() + SLICE_S

    def _tell_own(self, member: Member) -> None:
        blocks = self.live.mine(member.person, member.language)
        mine = _dumps(blocks)
        if mine == member.mine:
            return
        patch = merge_patch(orjson.loads(member.mine), orjson.loads(mine))
        v = self.live.look(Seat("room", member.language)).v
        member.mine = mine
        member.stale = not member.line.offer(event(b"patch", b'{"v":%d,"from":%d,"mine":%b}' % (v, v, _dumps(patch))))


def event(name: bytes, data: bytes) -> Frame:
    """An event for phones; `data` is JSON."""
    return Frame(b'2/phone,["%b",%b]' % (name, data))


def _dumps(value: Json) -> bytes:
    return orjson.dumps(value, option=orjson.OPT_NON_STR_KEYS)
