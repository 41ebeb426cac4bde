"""Phones that mean ill: each attack goes on until it is cancelled, from one token or one address, and comes back when it is cut off."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Iterator
from itertools import cycle, islice
from typing import Final

import orjson

from tests.load.line import Line, open_line
from tests.load.websocket import PING, TEXT, WebSocket, framed
from workshop.messages import new_token

BINARY: Final = 0x82
TICK_S: Final = 0.01
PILED_UP: Final = 4_000_000
LONG: Final = "x" * 280


class Intruder:
    """Somebody with a joined phone who wishes the others ill; `sent` is how many frames the server took from them."""

    def __init__(self, port: int, code: str) -> None:
        self.port, self.code = port, code
        self.sent = self.cut_off = 0
        self.person = ""
        self._token = ""
        self._line: Line | None = None

    async def line(self) -> Line:
        """A connection that stands; a new one at once when the last was cut."""
        while self._line is None or not self._line.open:
            try:
                self._line = await self._come_in()
            except OSError:
                self.cut_off += 1
                await asyncio.sleep(0.05)
        return self._line

    async def blast(self, frames: Iterable[bytes], a_second: int) -> None:
        """Sends frames at a rate, as far as the server takes them, over and over."""
        rounds = cycle(frames)
        while True:
            line = await self.line()
            if wire(line).get_write_buffer_size() < PILED_UP:
                wire(line).write(b"".join(islice(rounds, max(1, int(a_second * TICK_S)))))
                self.sent += max(1, int(a_second * TICK_S))
            await asyncio.sleep(TICK_S)

    def leave(self) -> None:
        """Hangs up."""
        if self._line is not None:
            self._line.abort()

    async def _come_in(self) -> Line:
        welcome: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()

        def hear(event: bytes) -> None:
            if event.startswith(b'["welcome"') and not welcome.done():
                welcome.set_result(event)

        auth = {"code": self.code} | ({"token": self._token} if self._token else {})
        line = await asyncio.wait_for(open_line("127.0.0.1", self.port, auth, hear), 10)
        try:
            greeted = orjson.loads(await asyncio.wait_for(welcome, 10))[1]
            self._token, self.person = greeted["token"], greeted["person"]
            await asyncio.wait_for(line.ask("join", {"language": "en", "accepts": True}), 10)
        except BaseException:
            line.abort()
            raise
        return line


def wire(line: Line) -> asyncio.Transport:
    """What lies under a connection."""
    assert isinstance(line.socket, WebSocket)
    return line.socket.transport


Attack = Callable[[Intruder], Awaitable[None]]


def event(*parts: object, id: int | str = 1) -> bytes:
    """A frame with an event that asks for an acknowledgement."""
    return framed(b"42/phone,%b" % str(id).encode() + orjson.dumps(list(parts)))


def contributions(count: int, text: str = "Again and again") -> list[bytes]:
    """Commands as they should be, each under its own id."""
    deeds = ({"id": f"c{new_token()}", "activity": "ideas", "name": "Add", "args": {"text": f"{text} {n}"}} for n in range(count))
    return [event("do", deed, id=n + 1) for n, deed in enumerate(deeds)]


async def flood(intruder: Intruder) -> None:
    """Ten thousand well-formed contributions a second."""
    await intruder.blast(contributions(20_000), 10_000)


async def ask_for_screens(intruder: Intruder) -> None:
    """Ten thousand times a second the whole screen, and nothing is read."""
    while True:
        line = await intruder.line()
        wire(line).pause_reading()
        ask = asyncio.create_task(intruder.blast([event("sync", {"v": 0})], 10_000))
        await asyncio.wait({ask}, timeout=2)
        ask.cancel()
        await asyncio.gather(ask, return_exceptions=True)


async def stall(intruder: Intruder) -> None:
    """Takes part, and never reads: what the server sends piles up."""
    while True:
        line = await intruder.line()
        wire(line).pause_reading()
        for frame in contributions(1_000, LONG[:200]):
            if not line.open:
                break
            wire(line).write(frame)
            intruder.sent += 1
            await asyncio.sleep(0.25)


async def huge_frames(intruder: Intruder) -> None:
    """Frames of 16 MB, one after the other."""
    head, megabyte = framed(b"x" * 16_000_000)[:14], b"x" * 1_000_000
    while True:
        line = await intruder.line()
        wire(line).write(head)
        for _ in range(16):
            while line.open and wire(line).get_write_buffer_size() > 2 * len(megabyte):  # noqa: ASYNC110
                await asyncio.sleep(TICK_S)  # as fast as it is taken
            if line.open:
                wire(line).write(megabyte)
        intruder.sent += 1
        await asyncio.sleep(0)


async def wrong_packets(intruder: Intruder) -> None:
    """Forged connects, binary attachments, wrong types, wrong arity, broken JSON, other namespaces: a thousand a second."""
    await intruder.blast(list(islice(cycle(wrong()), 1000)), 1000)


async def noise(intruder: Intruder) -> None:
    """Ten thousand empty frames, pings and pongs a second."""
    await intruder.blast([framed(b""), framed(b"", PING), framed(b"3"), framed(b"x" * 100, PING), framed(b"\x80")], 10_000)


async def come_and_go(intruder: Intruder) -> None:
    """Comes in and hangs up, as fast as the server lets it, on twenty lines at once; each time without a token."""

    async def one() -> None:
        while True:
            other = Intruder(intruder.port, intruder.code)
            try:
                (await other.line()).abort()
                intruder.sent += 1
            finally:
                other.leave()

    await asyncio.gather(*(one() for _ in range(20)))


async def half_requests(intruder: Intruder) -> None:
    """Five hundred connections that never finish their first line."""
    writers: list[asyncio.StreamWriter] = []
    try:
        while True:
            writers = [writer for writer in writers if not writer.is_closing()]
            while len(writers) < 500:
                try:
                    _reader, writer = await asyncio.open_connection("127.0.0.1", intruder.port)
                except OSError:
                    break
                writers.append(writer)
                writer.write(b"GET /live/socket.io/?EIO=4&transport=websocket HT")
                intruder.sent += 1
            await asyncio.sleep(0.2)
    finally:
        for writer in writers:
            writer.transport.abort()


def wrong() -> Iterator[bytes]:
    """Packets that no phone of ours sends."""
    deed = {"id": "c-0123456789", "activity": "ideas", "name": "Add", "args": {"text": "Hello"}}
    yield event("connect", {"asgi.scope": {}}, {"code": "222222"})
    yield event("connect")
    yield event("disconnect", "server")
    yield event("__init__", {})
    yield from (event("do", wrong) for wrong in (None, 7, [], "text", [deed], {"id": 7}))
    yield event("do", {**deed, "id": "x" * 5000})
    yield event("do", {**deed, "args": [1, 2, 3]})
    yield event("do", {**deed, "args": {"text": {"deep": [[[[]]]]}}})
    yield event("do", {**deed, "name": "evolve"})
    yield event("do", {**deed, "activity": None, "name": "Next", "args": {}})
    yield from (event(*arity) for arity in (("do",), ("do", deed, deed), ("do", deed, deed, deed), ("join",), ("sync", 1, 2, 3), ()))
    yield event({"not": "a name"}, deed)
    yield event("do", deed, id="99999999999999999999")
    yield event("do", deed, id=-1)
    yield framed(b"42/phone,1" + b"[" * 8000)
    yield framed(b'42/phone,1["do",{"id":NaN}]')
    yield framed(b'42/phone,1["do"')
    yield framed(b'42/phone,1["do","\xff\xfe"]')
    yield framed(b'42["do",{}]')
    yield framed(b'42/other,["do",{}]')
    yield framed(b'40/phone,{"code":"222222"}')
    yield framed(b"40/other,")
    yield framed(b'451-/phone,1["do",{"_placeholder":true,"num":0}]')
    yield framed(b"\x00" * 4000, BINARY)
    yield framed(b'45999999-/phone,["do",{"_placeholder":true,"num":0}]')
    yield framed(b"43/phone,1[]")
    yield framed(b"44/phone,{}")
    yield framed(b"2probe")
    yield framed(b"5")
    yield framed(b"9")
    yield framed(b"\xff\xff")
    yield framed(b"x" * 15_000, TEXT)


ATTACKS: Final[dict[str, Attack]] = {
    "10,000 contributions a second": flood,
    "asks for screens, reads none": ask_for_screens,
    "a stalled reader": stall,
    "16 MB frames": huge_frames,
    "wrong packets of 40 kinds": wrong_packets,
    "10,000 empty frames a second": noise,
    "comes and goes": come_and_go,
    "500 half requests": half_requests,
}
