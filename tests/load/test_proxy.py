"""The bad network, fault by fault, between a client and a server that sends back what it gets."""

import asyncio
import time
from collections.abc import AsyncIterator

import pytest

from tests.load.proxy import Proxy

Talk = tuple[asyncio.StreamReader, asyncio.StreamWriter]


class Echo(asyncio.Protocol):
    """Sends back what comes, and counts the ends."""

    lost = 0
    got = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        Echo.got += data
        self._transport.write(data)

    def connection_lost(self, error: Exception | None) -> None:
        Echo.lost += 1


@pytest.fixture
async def proxy() -> AsyncIterator[Proxy]:
    Echo.lost, Echo.got = 0, b""
    server = await asyncio.get_running_loop().create_server(Echo, "127.0.0.1", 0)
    proxy = Proxy(server.sockets[0].getsockname()[1])
    await proxy.start()
    yield proxy
    await proxy.close()
    server.close()
    await server.wait_closed()


async def talk(proxy: Proxy) -> Talk:
    reader, writer = await asyncio.open_connection("127.0.0.1", proxy.port)
    writer.write(b"hello")
    assert await reader.readexactly(5) == b"hello"
    return reader, writer


async def hang_up(talk: Talk) -> None:
    talk[1].transport.abort()
    await asyncio.gather(talk[1].wait_closed(), return_exceptions=True)


async def test_what_is_sent_arrives_whole(proxy: Proxy) -> None:
    reader, writer = line = await talk(proxy)
    content = bytes(range(256)) * 4000
    writer.write(content)
    assert await reader.readexactly(len(content)) == content
    writer.close()
    assert await reader.read() == b""
    await hang_up(line)


async def test_a_cut_is_seen_as_a_reset(proxy: Proxy) -> None:
    reader, _writer = line = await talk(proxy)
    next(iter(proxy.wires)).cut()
    with pytest.raises(ConnectionResetError):
        await reader.readexactly(1)
    await hang_up(line)


async def test_a_frozen_wire_holds_everything_and_loses_nothing(proxy: Proxy) -> None:
    reader, writer = line = await talk(proxy)
    wire = next(iter(proxy.wires))
    wire.freeze()
    writer.write(b"later")
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(reader.readexactly(5), 0.1)
    wire.thaw()
    assert await reader.readexactly(5) == b"later"
    await hang_up(line)


async def test_a_slow_wire_delays_and_throttles_in_order(proxy: Proxy) -> None:
    reader, writer = line = await talk(proxy)
    wire = next(iter(proxy.wires))
    wire.slow(delay=0.1)
    began = time.monotonic()
    writer.write(b"first")
    assert await reader.readexactly(5) == b"first"
    assert time.monotonic() - began >= 0.19
    wire.slow(rate=100_000)
    began = time.monotonic()
    writer.write(b"x" * 30_000)
    assert await reader.readexactly(30_000) == b"x" * 30_000
    assert time.monotonic() - began >= 0.29
    await hang_up(line)


async def test_a_swallowed_acknowledgement_was_executed(proxy: Proxy) -> None:
    reader, writer = line = await talk(proxy)
    next(iter(proxy.wires)).swallow()
    writer.write(b"something else")
    assert await reader.readexactly(14) == b"something else"
    writer.write(b"43/phone,1[]")
    with pytest.raises(ConnectionResetError):
        await reader.readexactly(1)
    assert Echo.got.endswith(b"43/phone,1[]")
    assert proxy.swallowed == 1
    await hang_up(line)


async def test_half_open_only_one_side_knows(proxy: Proxy) -> None:
    reader, writer = line = await talk(proxy)
    next(iter(proxy.wires)).half_open("phone")
    writer.write(b"anybody?")
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(reader.readexactly(1), 0.1)
    assert Echo.lost == 1
    reader2, _writer = line2 = await talk(proxy)
    next(wire for wire in proxy.wires if not wire.frozen).half_open("server")
    with pytest.raises(ConnectionResetError):
        await reader2.readexactly(1)
    assert Echo.lost == 1
    await asyncio.gather(hang_up(line), hang_up(line2))


async def test_a_network_that_is_down_refuses(proxy: Proxy) -> None:
    proxy.refuses = True
    with pytest.raises(ConnectionResetError):
        await talk(proxy)
