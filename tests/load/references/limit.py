"""The limit: one frame, encoded once, written to every transport. Nothing stands between the program and its sockets."""

import asyncio
import base64
import hashlib
import re
import sys
from typing import Final, cast

from tests.load.references.loop import run

KEY: Final = re.compile(rb"(?i)\r\nsec-websocket-key:\s*(\S+)\r\n")
MAGIC: Final = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
AGREED: Final = b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: %s\r\n\r\n"


class Peer(asyncio.Protocol):
    """A client; what it says goes to everybody."""

    def __init__(self, peers: set[asyncio.Transport]) -> None:
        self._peers = peers
        self._transport: asyncio.Transport
        self._agreed = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Waits for the handshake."""
        self._transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        """Shakes hands; later takes one small frame at a time, which is all that the bench sends."""
        if self._agreed:
            self._tell(data)
        elif key := KEY.search(data):
            accept = base64.b64encode(hashlib.sha1(key[1] + MAGIC).digest())
            self._transport.write(AGREED % accept)
            self._peers.add(self._transport)
            self._agreed = True

    def connection_lost(self, error: Exception | None) -> None:
        """Is told nothing any more."""
        self._peers.discard(self._transport)

    def _tell(self, frame: bytes) -> None:
        text = unmasked(frame)
        size = len(text)
        encoded = (bytes((0x81, size)) if size < 126 else bytes((0x81, 126)) + size.to_bytes(2, "big")) + text
        for transport in self._peers:
            transport.write(encoded)


def unmasked(frame: bytes) -> bytes:
    """The text of a client's frame of less than 64 KiB."""
    start = 8 if frame[1] & 0x7F == 126 else 6
    mask, text = frame[start - 4 : start], frame[start:]
    mask = (mask * (len(text) // 4 + 1))[: len(text)]
    return (int.from_bytes(text, "big") ^ int.from_bytes(mask, "big")).to_bytes(len(text), "big")


async def serve(port: int) -> None:
    """Serves until it is ended."""
    peers = set[asyncio.Transport]()
    server = await asyncio.get_running_loop().create_server(lambda: Peer(peers), "127.0.0.1", port, backlog=2048)
    print("ready", flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    run(serve(int(sys.argv[1])))
