"""Lines over real transports: what is framed, what piles up, what happens when the other end is gone or does not read."""

import asyncio
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

import pytest
import uvloop
from engineio.packet import CLOSE, MESSAGE, Packet
from websockets.frames import Opcode
from websockets.protocol import CLIENT, OPEN, Protocol

from workshop.line import FULL, MOST, Frame, Wire, framed

Ends = tuple[Wire, socket.socket]


@asynccontextmanager
async def line_and_phone() -> AsyncIterator[Ends]:
    """A line, and the phone's end of it, which reads only when a test does."""
    ours, theirs = socket.socketpair()
    for one in (ours, theirs):
        one.setblocking(False)
        one.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 4096)
    transport, _protocol = await asyncio.get_running_loop().create_connection(asyncio.Protocol, sock=ours)
    yield Wire(transport), theirs
    transport.abort()
    theirs.close()
    await asyncio.sleep(0)


def on_both_loops(test: Callable[[Wire, socket.socket], Awaitable[None]]) -> Callable[[Any], None]:
    """The test on asyncio's own event loop and on uvloop: their transports differ in what they raise."""

    @pytest.mark.parametrize("factory", [asyncio.new_event_loop, uvloop.new_event_loop], ids=["asyncio", "uvloop"])
    def run(factory: Callable[[], asyncio.AbstractEventLoop]) -> None:
        async def tried() -> None:
            async with line_and_phone() as (line, theirs):
                await test(line, theirs)

        with asyncio.Runner(loop_factory=factory) as runner:
            runner.run(tried())

    return run


@pytest.mark.parametrize("size", [0, 1, 125, 126, 65535, 65536, 200_000])
def test_a_frame_is_read_by_others_as_it_was_meant(size: int) -> None:
    reader = Protocol(CLIENT, state=OPEN, max_size=None)
    reader.receive_data(framed(b"x" * size))
    (frame,) = reader.events_received()
    assert (frame.opcode, bytes(frame.data), frame.fin) == (Opcode.TEXT, b"x" * size, True)  # type: ignore[union-attr]


@on_both_loops
async def test_who_does_not_read_is_offered_no_more_and_is_cut_off_when_much_piles_up(line: Wire, theirs: socket.socket) -> None:
    frame = Frame(b"x" * 10_000)
    offered = 0
    while line.offer(frame):
        offered += 1
        assert offered < 100
    assert line.transport.get_write_buffer_size() <= FULL + 20_000
    assert not line.idle
    for _ in range(50):
        line.send(frame)
    assert line.transport.is_closing()
    assert MOST < 300_000


@on_both_loops
async def test_a_line_that_moves_a_little_is_not_blocked_and_one_that_does_not_is(line: Wire, theirs: socket.socket) -> None:
    loop = asyncio.get_running_loop()
    while line.offer(Frame(b"x" * 10_000)):
        pass
    assert not line.blocked(100.0, 10)
    assert not line.blocked(109.0, 10)
    await loop.sock_recv(theirs, 60_000)
    await asyncio.sleep(0.05)
    assert not line.blocked(111.0, 10)
    assert not line.blocked(120.0, 10)
    assert line.blocked(122.0, 10)


@on_both_loops
async def test_nothing_is_raised_when_the_phone_is_gone(line: Wire, theirs: socket.socket) -> None:
    line.abort()
    theirs.close()
    await asyncio.sleep(0.05)
    assert line.offer(Frame(b"x"))
    line.send(Frame(b"x"))
    for packet in (Packet(MESSAGE, "x"), Packet(CLOSE), None):
        await line.put(packet)
    assert not line.blocked(100.0, 10)
    assert not line.idle


@on_both_loops
async def test_a_closing_packet_ends_the_line_after_what_was_sent_before(line: Wire, theirs: socket.socket) -> None:
    line.send(Frame(b"bye"))
    await line.put(Packet(CLOSE))
    await asyncio.sleep(0.05)
    heard = await asyncio.get_running_loop().sock_recv(theirs, 1000)
    assert heard == framed(b"4bye") + framed(b"1") + b"\x88\x02\x03\xe8"
