"""The line to one phone: a frame is made once and its bytes are written to every transport, as far as each phone takes them.

Engine.IO would keep an unbounded queue and two tasks for each phone, and encode each packet anew for each of them. A line has neither:
what does not fit is not queued; whoever sends hears that the line is full, and sends the latest screen when it has drained.
"""

import asyncio
import struct
import time
from typing import Any, Final

from engineio.packet import CLOSE, MESSAGE, Packet

FULL: Final = 64 * 1024
MOST: Final = 256 * 1024
POLLED: Final = 16


class Frame:
    """A Socket.IO packet, ready for every kind of line."""

    __slots__ = ("bytes", "text")

    def __init__(self, text: bytes) -> None:
        self.text = text
        self.bytes = framed(b"4" + text)


def framed(text: bytes) -> bytes:
    """A WebSocket text frame as a server sends it (RFC 6455, 5.2)."""
    size = len(text)
    if size < 126:
        return bytes((0x81, size)) + text
    if size < 65536:
        return struct.pack("!BBH", 0x81, 126, size) + text
    return struct.pack("!BBQ", 0x81, 127, size) + text


class Wire:
    """A line over a WebSocket. It is also what Engine.IO takes for the queue of this connection."""

    __slots__ = ("_moved_at", "_stuck_at", "_written", "bad", "since", "transport")

    def __init__(self, transport: asyncio.Transport) -> None:
        self.transport = transport
        self.bad = 0
        self._written = 0
        self._stuck_at = -1
        self._moved_at = 0.0
        self.since = time.monotonic()

    def offer(self, frame: Frame) -> bool:
        """Writes a frame, unless the phone does not take what was written before; whether it was written."""
        transport = self.transport
        if transport.is_closing():
            return True  # it is about to leave; a closed transport of uvloop would raise
        if transport.get_write_buffer_size() > FULL:
            return False
        self._written += len(frame.bytes)
        transport.write(frame.bytes)
        return True

    @property
    def closing(self) -> bool:
        """Whether it is at its end."""
        return self.transport.is_closing()

    @property
    def idle(self) -> bool:
        """Whether the phone took nearly everything."""
        return not self.transport.is_closing() and self.transport.get_write_buffer_size() <= FULL // 4

    def send(self, frame: Frame) -> None:
        """Writes a frame; nothing more is kept for a phone that has let a quarter of a megabyte pile up."""
        self.write(frame.bytes)

    def write(self, data: bytes) -> None:
        """Writes bytes of the WebSocket."""
        if self.transport.is_closing():
            return
        if self.transport.get_write_buffer_size() > MOST:
            self.transport.abort()
            return
        self._written += len(data)
        self.transport.write(data)

    def blocked(self, now: float, longest: float) -> bool:
        """Whether nothing at all went out for `longest` seconds although something waits; to be asked every second or so."""
        waiting = 0 if self.transport.is_closing() else self.transport.get_write_buffer_size()
        if waiting == 0:
            self._stuck_at = -1
            return False
        gone = self._written - waiting
        if gone != self._stuck_at:
            self._stuck_at, self._moved_at = gone, now
        return now - self._moved_at > longest

    def abort(self) -> None:
        """Ends it at once; what waits is dropped."""
        self.transport.abort()

    # What Engine.IO asks of a queue

    async def put(self, packet: Packet | None) -> None:
        """Writes a packet; after a packet that closes, the line ends."""
        self.put_nowait(packet)

    def put_nowait(self, packet: Packet | None) -> None:
        """Writes a packet; after a packet that closes, the line ends."""
        if packet is None:
            self.transport.close()
            return
        encoded = packet.encode()
        self.write(framed(encoded.encode() if isinstance(encoded, str) else encoded))
        if packet.packet_type == CLOSE and not self.transport.is_closing():
            self.transport.write(b"\x88\x02\x03\xe8")
            self.transport.close()
            asyncio.get_running_loop().call_later(10, self.transport.abort)

    async def join(self) -> None:
        """Nothing waits here."""


class Polled:
    """A line over HTTP long polling: Engine.IO's own queue, as long as the phone fetches what is in it."""

    __slots__ = ("_socket", "bad", "since")

    def __init__(self, socket: Any) -> None:
        self._socket = socket
        self.since = time.monotonic()
        self.bad = 0

    def offer(self, frame: Frame) -> bool:
        """Puts a frame where the phone fetches it, unless it does not fetch what waits; whether it was put there."""
        if self._socket.queue.qsize() >= POLLED:
            return False
        self.send(frame)
        return True

    @property
    def idle(self) -> bool:
        """Whether the phone fetched everything."""
        return bool(self._socket.queue.empty())

    def send(self, frame: Frame) -> None:
        """Puts a frame where the phone fetches it."""
        if not self._socket.closed and self._socket.queue.qsize() < 4 * POLLED:
            self._socket.queue.put_nowait(Packet(MESSAGE, data=frame.text.decode()))

    def blocked(self, now: float, longest: float) -> bool:
        """Never: Engine.IO ends it when the phone stops asking."""
        return False

    def abort(self) -> None:
        """Ends it at the phone's next request."""
        self._socket.closed = True
        self._socket.queue.put_nowait(None)


Line = Wire | Polled
