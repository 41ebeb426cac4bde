"""A server and the phones in front of it: `palabre serve` with a workshop, or one of the reference servers."""

import asyncio
import re
import sys
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol

from tests.load.bench.cores import on_servers_core
from tests.load.phone import Phone
from tests.load.room import TEMPLATE, prepared
from tests.server import Server, free_port

Json = Any
Fill = Callable[[Path, str], Awaitable[object]]
MARK: Final = re.compile(rb"<\d+\.\d+>")
KEPT: Final = {"PYTHONDONTWRITEBYTECODE": ""}  # a server starts with what was compiled before, as anywhere
PATIENCE_S: Final = 60.0


class Participant(Protocol):
    """What the bench needs of a phone."""

    seen: dict[bytes, float]

    async def connect(self) -> None: ...
    async def join(self) -> Json: ...
    async def do(self, command: str, args: dict[str, str]) -> Json: ...
    async def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Hall:
    """A Palabre server with one workshop."""

    server: Server
    code: str

    @property
    def data(self) -> Path:
        """Its data folder."""
        return self.server.data

    def phones(self, count: int, marks: re.Pattern[bytes] = MARK, first: int = 1) -> list[Phone]:
        """Phones that are not yet on the line; they read nothing but the marks."""
        return [Phone(number, self.server.port, self.code, lazy=True, marks=marks) for number in range(first, first + count)]


@asynccontextmanager
async def hall(template: str = TEMPLATE, fill: Fill | None = None) -> AsyncIterator[Hall]:
    """A running server whose workshop is in its first step; `fill` may write into its log before."""
    with tempfile.TemporaryDirectory(prefix="palabre-bench-") as folder:
        data = Path(folder)
        code = await prepared(data, template)
        if fill is not None:
            await fill(data, code)
        place = Hall(Server(data, free_port(), KEPT, on_servers_core()), code)
        try:
            await place.server.start()
            yield place
        finally:
            with suppress(ProcessLookupError):  # it ended by itself, and said why
                await place.server.kill()


@asynccontextmanager
async def reference(name: str) -> AsyncIterator[tuple[int, int]]:
    """A reference server on the core of the servers: its process and its port."""
    port = free_port()
    program = (*on_servers_core(), sys.executable, "-m", f"tests.load.references.{name}", str(port))
    process = await asyncio.create_subprocess_exec(*program, stdout=asyncio.subprocess.PIPE)
    try:
        assert process.stdout is not None
        assert await process.stdout.readline() == b"ready\n"
        yield process.pid, port
    finally:
        process.kill()
        await process.wait()


async def come_in(phones: Sequence[Participant]) -> None:
    """All come at once, and are in when this returns."""

    async def enter(phone: Participant) -> None:
        await phone.connect()
        answer = await phone.join()
        assert answer["ok"], answer

    await asyncio.gather(*(enter(phone) for phone in phones))


async def go_out(phones: Sequence[Participant]) -> None:
    """All hang up."""
    await asyncio.gather(*(phone.close() for phone in phones))


async def all_saw(phones: Collection[Participant], marks: Collection[bytes], patience_s: float = PATIENCE_S) -> bool:
    """Waits until every phone has seen all of the marks; False when it takes too long."""
    loop = asyncio.get_running_loop()
    until = loop.time() + patience_s
    waiting = list(phones)
    while waiting and loop.time() < until:
        waiting = [phone for phone in waiting if any(mark not in phone.seen for mark in marks)]
        if waiting:
            await asyncio.sleep(0.003)  # what came when is in `seen`, to the microsecond
    return not waiting


async def quiet(phones: Sequence[Phone], still_s: float = 0.6) -> None:
    """Waits until no phone has been told anything for a while."""
    before = -1
    while (now := sum(phone.frames for phone in phones)) != before:
        before = now
        await asyncio.sleep(still_s)
