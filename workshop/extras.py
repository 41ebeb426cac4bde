"""Simulated people in a workshop that is rehearsed: they come in, think, write and choose as people do, at a chosen speed.

They act through their method's `rehearse`, from nothing but what their screen shows. Some come late, some pass, nobody is instant.
"""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import cycle
from random import Random
from typing import Any, Final

from workshop.audience import Seat
from workshop.live import Live
from workshop.messages import Command, derived_id, new_token
from workshop.method import Do, Method, Role, Sight
from workshop.rooms import Rooms
from workshop.sayings import sayings_in
from workshop.turn import Actor, Done

log = logging.getLogger("palabre.extras")
FEWEST: Final = 5
MOST: Final = 200
SPEEDS: Final = (1, 4, 20)
ARRIVAL_S: Final = 30.0
LATE: Final = 0.1
LATE_S: Final = 240.0
PASSES: Final = 0.08
THINKS_S: Final = (4.0, 20.0)


@dataclass(slots=True)
class Extra:
    """One simulated person."""

    number: int
    actor: Actor
    random: Random
    passing: str = ""
    decided: str = ""


class Extras:
    """The simulated people of one workshop; how many there are and how fast they are can be changed at any time."""

    def __init__(self, live: Live, seed: int, speed: float = 1) -> None:
        self.live = live
        self.speed = speed
        self._seed = seed
        self._texts = cycle(sayings_in(live.session.agenda.language))
        self._tasks: dict[int, asyncio.Task[None]] = {}

    @property
    def count(self) -> int:
        """How many there are, on their way included."""
        return len(self._tasks)

    async def be(self, count: int) -> None:
        """Has so many people in the room: more come in one after the other, or the last ones leave."""
        count = max(0, min(count, MOST))
        for number in range(len(self._tasks) + 1, count + 1):
            random = Random(f"{self._seed} {number}")
            id = f"x{derived_id(self.live.row.code, str(number))}"
            extra = Extra(number, Actor(id, Role.PARTICIPANT), random)
            self._tasks[number] = asyncio.create_task(self._live(extra))
        gone = [self._tasks.pop(number) for number in sorted(self._tasks, reverse=True) if number > count]
        for task in gone:
            task.cancel()
        await asyncio.gather(*gone, return_exceptions=True)

    async def _live(self, extra: Extra) -> None:
        late = extra.random.random() < LATE
        await self._wait(extra.random.uniform(0, LATE_S if late else ARRIVAL_S))
        try:
            await self._join(extra)
            self.live.arrive(extra.actor.id)
            while True:
                await self._wait(extra.random.uniform(*THINKS_S))
                try:
                    await self._act(extra)
                except Exception as error:
                    log.warning("a simulated person could not act: %s: %s", type(error).__name__, error)
        except asyncio.CancelledError:
            self.live.depart(extra.actor.id)
            await self._submit(extra, None, "Leave", {})
            raise

    async def _wait(self, seconds: float) -> None:
        """Lets time pass as fast as it is set now."""
        while seconds > 0:
            part = min(seconds, 1.0)
            seconds -= part
            await asyncio.sleep(part / self.speed)

    async def _join(self, extra: Extra) -> None:
        while not await self._submit(extra, None, "Join", {}):
            await self._wait(2.0)  # the room is not open yet

    async def _act(self, extra: Extra) -> None:
        session = self.live.session
        method = self._method()
        if method is None:
            return
        if extra.decided != session.current:  # once for each step: whether they take part in it
            extra.decided = session.current
            extra.passing = session.current if extra.random.random() < PASSES else ""
        if extra.passing == session.current:
            return
        for deed in self._deeds(method, extra)[:1]:
            await self._submit(extra, session.current, deed.command, deed.args)

    def _deeds(self, method: Method, extra: Extra) -> Sequence[Do]:
        screen = self.live.look(Seat("room", "en")).blocks | self.live.mine(extra.actor.id, "en")
        language, today = self.live.session.agenda.language, datetime.fromtimestamp(self.live.clock() / 1000, UTC).date()
        return method.rehearse(Sight(extra.number, screen, extra.random, lambda: next(self._texts), language=language, today=today))

    async def _submit(self, extra: Extra, activity: str | None, name: str, args: Any) -> bool:
        answer = await self.live.submit(extra.actor, Command(f"x-{new_token()}", activity, name, args))
        return isinstance(answer, Done)

    def _method(self) -> Method | None:
        session = self.live.session
        return self.live.methods.get(session.activity.step.method) if session.activity and session.stage == "open" else None


class Rehearsals:
    """The rehearsals of this server: copies of workshops in which nothing is kept."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms = rooms
        self._extras: dict[str, Extras] = {}

    async def start(self, code: str, count: int, speed: float) -> Live:
        """A copy of a workshop, with simulated people on their way. Raises `LookupError` when there is none with this code."""
        live = await self._rooms.get(code)
        if live is None:
            raise LookupError(code)
        copy = await self._rooms.create(live.session.agenda, rehearsal_of=live.row.code)
        await self.of(copy).be(count)
        self.of(copy).speed = speed
        return copy

    def of(self, live: Live) -> Extras:
        """The simulated people of a rehearsal."""
        code = live.row.code
        if code not in self._extras:
            self._extras[code] = Extras(live, live.row.id)
        return self._extras[code]

    async def end(self, live: Live) -> None:
        """Empties the room: the people go, and everything that they did is removed."""
        extras = self._extras.pop(live.row.code, None)
        if extras is not None:
            await extras.be(0)
        await self._rooms.remove(live)

    async def close(self) -> None:
        """Ends all of them."""
        for extras in tuple(self._extras.values()):
            await self.end(extras.live)
