"""A simulated phone that costs little: thousands fit into one process beside the server that they load.

Like the real one it keeps its token, comes back by itself with jitter, and sends a command under one id until it is acknowledged.
A lazy phone does not read its screens: it counts, and remembers when it first saw what `marks` finds.
"""

import asyncio
import random
import re
import time
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any, Final

import orjson

from tests.load.line import Refused, open_line
from tests.load.link import Dial, Link, unless_over
from workshop.messages import new_token
from workshop.rehearsal.phone import patched

Json = Any
ACTIVITY: Final = re.compile(rb'"activity":\s*"([^"]*)"')
FOR_GOOD: Final = ("no-such-room",)


class Phone:
    """One phone, at a port that may be a proxy's. `patience` is how many seconds it waits for an answer before it dials anew."""

    def __init__(
        self,
        number: int,
        port: int,
        code: str,
        *,
        name: str = "",
        language: str = "en",
        lazy: bool = False,
        marks: re.Pattern[bytes] | None = None,
        patience: float = 10.0,
        dial: Dial = open_line,
    ) -> None:
        self.number, self.port, self.code, self.name, self.language = number, port, code, name, language
        self.token = self.person = self.activity = ""
        self.v = -1
        self.shared: dict[str, Json] = {}
        self.mine: dict[str, Json] = {}
        self.welcome: dict[str, Json] = {}
        self.acknowledged: dict[str, int] = {}
        self.refused: Counter[str] = Counter()
        self.postponed: Counter[str] = Counter()
        self.events: Counter[str] = Counter()
        self.seen: dict[bytes, float] = {}
        self.connections = 0
        self.ready = asyncio.Event()
        self.line: Link | None = None
        self._lazy, self._marks, self._patience, self._open = lazy, marks, patience, dial
        self._random = random.Random(f"phone {number}")
        self._online = asyncio.Event()
        self._welcomed = asyncio.Event()
        self._screened = asyncio.Event()
        self._changed = asyncio.Event()
        self._keeper: asyncio.Task[None] | None = None
        self._joined = self._closing = False
        self._frames = self._received = 0

    @property
    def screen(self) -> Mapping[str, Json]:
        """The blocks that the phone shows; empty for a lazy one."""
        return self.shared | self.mine

    @property
    def frames(self) -> int:
        """How many messages came, over all connections."""
        return self._frames + (self.line.frames if self.line else 0)

    @property
    def received(self) -> int:
        """How many bytes came, over all connections."""
        return self._received + (self.line.received if self.line else 0)

    async def connect(self) -> None:
        """Comes onto the line, and back whenever it is lost. Raises `Refused` when this workshop is not there."""
        await self._dial_until_in()
        self._keeper = asyncio.create_task(self._keep())

    async def join(self) -> Json:
        """Comes in; returns the acknowledgement, when the first screen is there."""
        wish = {"name": self.name, "language": self.language, "accepts": True}
        while True:
            try:
                answer = await self._ask("join", wish)
            except (OSError, TimeoutError):
                await self._online.wait()
                continue
            if answer.get("ok"):
                self._joined = True
                if self._screened.is_set():
                    self.ready.set()
                await self.ready.wait()
            elif answer.get("code") in ("try-again", "too-fast"):
                await self._wait(answer)
                continue
            return answer

    async def do(self, command: str, args: Mapping[str, Json], id: str = "") -> Json:
        """Sends a command until it is acknowledged, always under the same id; returns the acknowledgement."""
        id = id or f"c{new_token()}"
        deed = {"id": id, "activity": self.activity, "name": command, "args": args}
        while True:
            await self.ready.wait()
            try:
                answer = await self._ask("do", deed)
            except (OSError, TimeoutError):
                continue  # the keeper dials anew, and `ready` says when
            if answer.get("ok"):
                self.acknowledged[id] = answer["seq"]
                return answer
            if answer.get("code") not in ("try-again", "too-fast"):
                self.refused[answer.get("code", "")] += 1
                return answer
            await self._wait(answer)

    async def refresh(self) -> None:
        """Asks for the whole screen and waits for it."""
        self._screened.clear()
        await self._ask("sync", {"v": self.v})
        await asyncio.wait_for(self._screened.wait(), self._patience)

    async def until(self, true: Callable[[], bool], seconds: float = 10.0) -> None:
        """Returns as soon as something is true, looking whenever an event came. Raises `TimeoutError`."""
        async with asyncio.timeout(seconds):
            while not true():
                self._changed.clear()
                await self._changed.wait()

    async def close(self) -> None:
        """Hangs up, for good."""
        self._closing = True
        if self._keeper is not None:
            self._keeper.cancel()
            await asyncio.gather(self._keeper, return_exceptions=True)
        if self.line is not None:
            self.line.abort()
            await self.line.over.wait()

    def drop(self) -> None:
        """Loses the connection; the phone comes back by itself."""
        if self.line is not None:
            self.line.abort()

    async def _ask(self, event: str, data: Json) -> Json:
        line = self.line
        if line is None or not line.open:
            self._gone()
            raise ConnectionResetError("the line is lost")
        try:
            return await asyncio.wait_for(line.ask(event, data), self._patience)
        except TimeoutError:
            line.abort()
            self._gone()
            raise

    async def _wait(self, answer: Json) -> None:
        self.postponed[answer.get("code", "")] += 1
        await asyncio.sleep(self._pause(answer.get("after", 1000) / 1000))

    def _gone(self) -> None:
        self._online.clear()
        self.ready.clear()

    # Coming back

    async def _keep(self) -> None:
        while not self._closing:
            assert self.line is not None
            await self.line.over.wait()
            self._gone()
            await self._dial_until_in(self._pause())

    def _pause(self, seconds: float = 0.25) -> float:
        return seconds * self._random.uniform(0.5, 1.5)

    async def _dial_until_in(self, pause: float = 0.0) -> None:
        while True:
            await asyncio.sleep(pause)
            try:
                async with asyncio.timeout(self._patience):
                    return await self._dial()
            except Refused as refusal:
                self.refused[refusal.code] += 1
                if refusal.code in FOR_GOOD:
                    raise
                pause = self._pause(refusal.data.get("after", 1000) / 1000)
            except (OSError, TimeoutError):
                pause = self._pause(min(pause * 2 + 0.25, 2.0))
            self.drop()

    async def _dial(self) -> None:
        auth = {"code": self.code} | ({"token": self.token} if self.token else {})
        self._frames, self._received, self.line = self.frames, self.received, None
        self._welcomed.clear()
        self._screened.clear()
        self.line = await self._open("127.0.0.1", self.port, auth, self._hear, language=self.language)
        await unless_over(self.line, self._welcomed)
        self._online.set()
        if self._joined:
            await unless_over(self.line, self._screened)
            self.ready.set()
        self.connections += 1

    # What comes

    def _hear(self, event: bytes) -> None:
        name = event[2 : event.index(b'"', 2)]
        self.events[name.decode()] += 1
        if self._marks is not None:
            now = time.perf_counter()
            for mark in self._marks.findall(event):
                self.seen.setdefault(mark, now)
        if name == b"welcome":
            self._take_welcome(orjson.loads(event)[1])
        elif name == b"screen":
            self._take_screen(event)
        elif not self._lazy:
            self._take_patch(orjson.loads(event)[1])
        self._changed.set()

    def _take_welcome(self, welcome: Json) -> None:
        self.welcome, self.token, self.person = welcome, welcome["token"], welcome["person"]
        self._welcomed.set()

    def _take_screen(self, event: bytes) -> None:
        if self._lazy:
            found = ACTIVITY.search(event)
            self.activity = found[1].decode() if found else ""
        else:
            screen = orjson.loads(event)[1]
            self.v, self.activity, self.shared, self.mine = screen["v"], screen["activity"], screen["shared"], screen["mine"]
        self._screened.set()
        if self._joined and self._online.is_set():
            self.ready.set()

    def _take_patch(self, patch: Json) -> None:
        if patch["from"] != self.v:
            if self.line is not None and self.line.open:
                self.line.tell("sync", {"v": self.v})
            return
        self.v = patch["v"]
        self.shared = patched(self.shared, patch.get("shared", {}))
        self.mine = patched(self.mine, patch.get("mine", {}))
