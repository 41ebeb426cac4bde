import asyncio
import resource
import socket

import pytest

from workshop.port import connections, listen


async def test_what_is_written_goes_out_at_once() -> None:
    made: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    class Connection(asyncio.Protocol):
        def connection_made(self, transport: asyncio.BaseTransport) -> None:
            made.set_result(transport.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
            transport.close()

    listener = listen("127.0.0.1", 0)
    server = await asyncio.get_running_loop().create_server(Connection, sock=listener)
    _reader, writer = await asyncio.open_connection(*listener.getsockname())
    assert await made
    writer.close()
    server.close()
    await server.wait_closed()


def test_a_port_that_is_taken_is_refused() -> None:
    with listen("127.0.0.1", 0) as listener, pytest.raises(OSError):
        listen("127.0.0.1", listener.getsockname()[1])


def test_as_many_files_may_be_open_as_phones_need() -> None:
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(1024, before[1]), before[1]))
    try:
        allowed = connections()
        assert resource.getrlimit(resource.RLIMIT_NOFILE)[0] > allowed
        assert allowed >= min(before[1], 5000) - 256
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, before)
