"""A bad network between phones and server: a TCP proxy that cuts, freezes, delays, throttles, and swallows acknowledgements."""

import asyncio
import socket
import struct
from collections import deque
from typing import Final, Literal, cast

Side = Literal["phone", "server"]
HELD_LIMIT: Final = 65_536
ACKNOWLEDGEMENTS: Final = (b"43/phone,", b'"seq":')
RESET: Final = struct.pack("ii", 1, 0)


class End(asyncio.Protocol):
    """One end of a wire: what comes in here goes out at the other end, when the wire lets it."""

    def __init__(self, wire: "Wire", side: Side) -> None:
        self.wire, self.side = wire, side
        self.other: End
        self.transport: asyncio.Transport | None = None
        self._held: deque[tuple[float, bytes]] = deque()
        self._size = 0
        self._due = 0.0
        self._full = self._ended = False
        self._loop = asyncio.get_running_loop()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begins to listen, unless the other end is not there yet."""
        self.transport = cast(asyncio.Transport, transport)
        self.wire.made(self)

    def data_received(self, data: bytes) -> None:
        """Holds what came until it is due."""
        if not self.wire.takes(self, data):
            return
        now = self._loop.time()
        self._due = max(self._due, now + self.wire.delay) + (len(data) / self.wire.rate if self.wire.rate else 0)
        self._held.append((self._due, data))
        self._size += len(data)
        self.pump()

    def connection_lost(self, error: Exception | None) -> None:
        """Ends the other end too, after what is held."""
        self.transport, self._ended = None, True
        self.wire.lost(self)
        self.pump()

    def pause_writing(self) -> None:
        """What comes at the other end must wait."""
        self.other.hold(True)

    def resume_writing(self) -> None:
        """What comes at the other end may go on."""
        self.other.hold(False)

    def hold(self, full: bool) -> None:
        """Stops reading while the other end cannot take more."""
        self._full = full
        self.adjust()

    def adjust(self) -> None:
        """Reads, or does not, as the wire is now."""
        if self.transport is None or self.transport.is_closing():
            return
        if self.wire.frozen or self._full or self._size > HELD_LIMIT or self.other.transport is None:
            self.transport.pause_reading()
        else:
            self.transport.resume_reading()

    def pump(self) -> None:
        """Lets out what is due."""
        if self.wire.frozen or self.other.transport is None:
            return
        now = self._loop.time()
        while self._held and self._held[0][0] <= now:
            _due, data = self._held.popleft()
            self._size -= len(data)
            self.other.transport.write(data)
        if self._held:
            self._loop.call_at(self._held[0][0], self.pump)
        elif self._ended:
            self.other.transport.close()
        self.adjust()

    def reset(self) -> None:
        """Ends with an RST, as a crashed machine or a strict router does."""
        if self.transport is not None:
            raw = self.transport.get_extra_info("socket")
            raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
            self.transport.abort()


class Wire:
    """One connection through the proxy, and what is wrong with it."""

    def __init__(self, proxy: "Proxy") -> None:
        self.delay = self.rate = 0.0
        self.frozen = False
        self._swallowing = False
        self._proxy = proxy
        self.phone, self.server = End(self, "phone"), End(self, "server")
        self.phone.other, self.server.other = self.server, self.phone

    def cut(self) -> None:
        """Both sides see the connection reset."""
        self.frozen = False
        self.phone.reset()
        self.server.reset()

    def freeze(self) -> None:
        """Nothing passes, and nobody is told."""
        self.frozen = True
        self.adjust()

    def thaw(self) -> None:
        """What was held passes, everything is as it should be."""
        self.frozen, self.delay, self.rate = False, 0.0, 0.0
        self.adjust()
        self.phone.pump()
        self.server.pump()

    def slow(self, delay: float = 0.0, rate: float = 0.0) -> None:
        """Everything comes `delay` seconds later, and at most `rate` bytes a second (0: no limit)."""
        self.delay, self.rate = delay, rate

    def swallow(self) -> None:
        """Lets everything pass until an acknowledgement comes: that is lost, and the connection with it."""
        self._swallowing = True

    def half_open(self, believer: Side) -> None:
        """One side is gone; the believer is not told, and what it sends goes nowhere."""
        self.frozen = True
        self.adjust()
        (self.server if believer == "phone" else self.phone).reset()

    def takes(self, end: End, data: bytes) -> bool:
        """Whether data passes at all."""
        if not (self._swallowing and end.side == "server" and any(one in data for one in ACKNOWLEDGEMENTS)):
            return True
        self._proxy.swallowed += 1
        self.cut()
        return False

    def adjust(self) -> None:
        """Both ends read, or do not, as the wire is now."""
        self.phone.adjust()
        self.server.adjust()

    def made(self, end: End) -> None:
        """An end is there; after the phone's, the server's is dialled."""
        if end is self.phone:
            self._proxy.dial(self)
        self.adjust()
        end.other.pump()  # uvloop reads even what was paused so early

    def lost(self, end: End) -> None:
        """An end is gone; a wire without ends is forgotten."""
        if self.phone.transport is None and self.server.transport is None:
            self._proxy.wires.discard(self)


class Proxy:
    """Listens at `port` and passes everything on to the server's port. `refuses`: who comes is reset at once."""

    def __init__(self, target: int) -> None:
        self.target = target
        self.port = 0
        self.wires: set[Wire] = set()
        self.refuses = False
        self.swallowed = 0
        self._dialling: set[asyncio.Task[None]] = set()
        self._listener: asyncio.Server | None = None

    async def start(self) -> None:
        """Listens on a free port."""
        loop = asyncio.get_running_loop()
        self._listener = await loop.create_server(self._accept, "127.0.0.1", 0, backlog=2048)
        self.port = self._listener.sockets[0].getsockname()[1]

    async def close(self) -> None:
        """Cuts everything."""
        if self._listener is not None:
            self._listener.close()
        for task in tuple(self._dialling):
            task.cancel()
        await asyncio.gather(*self._dialling, return_exceptions=True)
        for wire in tuple(self.wires):
            wire.cut()
        await asyncio.sleep(0)  # the transports say that they are lost

    def dial(self, wire: Wire) -> None:
        """Connects a wire to the server."""
        task = asyncio.get_running_loop().create_task(self._dial(wire))
        self._dialling.add(task)
        task.add_done_callback(self._dialling.discard)

    def _accept(self) -> End:
        wire = Wire(self)
        self.wires.add(wire)
        return wire.phone

    async def _dial(self, wire: Wire) -> None:
        try:
            if self.refuses:
                raise ConnectionRefusedError("the network is down")
            await asyncio.get_running_loop().create_connection(lambda: wire.server, "127.0.0.1", self.target)
            if wire.phone.transport is None:
                wire.server.reset()  # the phone went away while we dialled
        except OSError:
            wire.cut()
