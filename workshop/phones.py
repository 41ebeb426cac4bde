"""The phones' edge: Socket.IO at `/live/socket.io`, namespace `/phone`.

Server to phone: `welcome`, `screen`, `patch`. Phone to server, each acknowledged: `join`, `do`, `sync`, `leave`.

Python-socketio does the handshakes, long polling, and the end of connections. Events are read and answered here, without a task, a queue
or an encoding for each; and a WebSocket is read and written without the two tasks that Engine.IO would keep for each phone.
"""

import asyncio
import contextlib
import logging
import time
from functools import partial
from typing import Any, Final

import orjson
import socketio
from engineio.exceptions import EngineIOError
from engineio.packet import NOOP, Packet

from workshop.attempts import source_of
from workshop.callers import Caller, Callers, Origin, Refused, malformed, welcome
from workshop.crowd import Member, event
from workshop.gate import BadCall, Call, Paces, parse
from workshop.line import Frame, Line, Polled, Wire
from workshop.messages import BadMessage

log = logging.getLogger("palabre.phones")
Json = Any
PATH: Final = "live/socket.io"
NAMESPACE: Final = "/phone"
MOST_BYTES: Final = 16_384
PING_S, PATIENCE_S, BLOCKED_S, SILENT_S = 10, 8, 10, 30
BAD_PACKETS: Final = 3
EVENT: Final = "2/phone,"


class Phones(socketio.AsyncServer):  # type: ignore[misc]
    """The Socket.IO server of the phones."""

    def __init__(self, callers: Callers) -> None:
        super().__init__(
            async_mode="asgi",
            namespaces=[NAMESPACE],
            max_http_buffer_size=MOST_BYTES,
            ping_interval=PING_S,
            ping_timeout=PATIENCE_S,
            monitor_clients=False,
            http_compression=False,
        )
        self.eio._async = self.eio._async | {"websocket": partial(_Websocket, self)}
        self.on("connect", self._connected, namespace=NAMESPACE)
        self.on("disconnect", self._disconnected, namespace=NAMESPACE)
        self.callers = callers
        self.lines: dict[str, Line] = {}
        self._origins: dict[str, Origin] = {}
        self._called: dict[str, Caller] = {}
        self._noise = Paces(20, 60)
        self._tasks: set[asyncio.Task[None]] = set()
        self._sweeper: asyncio.Task[None] | None = None

    async def close(self) -> None:
        """Ends what runs beside the connections."""
        tasks = [*self._tasks, *([self._sweeper] if self._sweeper else [])]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    # What comes in

    async def _handle_eio_connect(self, eio_sid: str, environ: dict[str, Json]) -> None:
        await super()._handle_eio_connect(eio_sid, {})  # the request is not needed any more, and is large
        self._origins[eio_sid] = Origin(source_of(environ["asgi.scope"]), environ.get("HTTP_ACCEPT_LANGUAGE", ""))
        self.lines[eio_sid] = Polled(self.eio.sockets[eio_sid])
        if self._sweeper is None:
            self._sweeper = asyncio.create_task(self._sweep())

    async def _handle_eio_message(self, eio_sid: str, data: str | bytes) -> None:
        line = self.lines.get(eio_sid)
        if line is None:
            return
        try:
            if isinstance(data, str) and data.startswith(EVENT):
                await self._event(eio_sid, line, data[len(EVENT) :])
            elif isinstance(data, str) and data.startswith("0") and eio_sid not in self._called:
                await super()._handle_eio_message(eio_sid, data)
                self._welcome(eio_sid, line)
            elif isinstance(data, str) and data.startswith("1"):
                await super()._handle_eio_message(eio_sid, data)
            else:
                self._bad(line)
        except BadCall as error:
            _acknowledge(line, error.id, malformed(error))
            self._bad(line)
        except (BadMessage, ValueError, TypeError, LookupError):
            self._bad(line)

    def _bad(self, line: Line) -> None:
        line.bad += 1
        if line.bad >= BAD_PACKETS:
            line.abort()

    async def _handle_eio_disconnect(self, eio_sid: str, reason: str) -> None:
        await super()._handle_eio_disconnect(eio_sid, reason)
        self._origins.pop(eio_sid, None)
        line = self.lines.pop(eio_sid, None)
        if isinstance(line, Polled):
            line.abort()  # a request that waits for news is answered

    # Coming and going

    async def _connected(self, sid: str, environ: dict[str, Json], auth: Json = None) -> None:
        eio_sid = self.manager.eio_sid_from_sid(sid, NAMESPACE)
        asked: dict[str, Json] = auth if isinstance(auth, dict) else {}
        try:
            caller = await self.callers.greet(asked.get("code"), asked.get("token"), self._origins[eio_sid])
        except Refused as refused:
            raise socketio.exceptions.ConnectionRefusedError(str(refused), refused.answer) from None
        self._called[eio_sid] = caller

    def _welcome(self, eio_sid: str, line: Line) -> None:
        """After Socket.IO has said that the namespace is open."""
        caller = self._called.get(eio_sid)
        if caller is None:
            return
        line.send(event(b"welcome", orjson.dumps(welcome(caller))))
        if caller.known and caller.who.id in caller.live.session.people:
            self._enter(eio_sid, line, caller)

    async def _disconnected(self, sid: str, reason: str = "") -> None:
        eio_sid = self.manager.eio_sid_from_sid(sid, NAMESPACE)
        caller = self._called.pop(eio_sid, None)
        if caller is not None:
            caller.crowd.leave(eio_sid)

    def _enter(self, eio_sid: str, line: Line, caller: Caller) -> None:
        caller.crowd.enter(eio_sid, Member(line, caller.who.id, caller.who.language))

    # Events

    async def _event(self, eio_sid: str, line: Line, text: str) -> None:
        caller = self._called.get(eio_sid)
        if caller is None:
            raise BadMessage("Nobody is connected here.")
        call = parse(text)
        refused = self.callers.too_fast(caller)
        if refused is not None:
            _acknowledge(line, call.id, refused)
            await asyncio.sleep(0.2)  # nothing more is read of this phone in the meantime
            return
        try:
            if call.event == "do":
                self.callers.do(caller, call.data, partial(_acknowledge, line, call.id))
            elif call.event == "sync":
                _acknowledge(line, call.id, {"ok": caller.crowd.sync(eio_sid)})
            else:
                self._start(self._slowly(eio_sid, line, caller, call))
        except BadMessage as error:
            _acknowledge(line, call.id, malformed(error))
            raise

    def _start(self, work: Any) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _slowly(self, eio_sid: str, line: Line, caller: Caller, call: Call) -> None:
        """What asks the database, so that other messages need not wait for it."""
        try:
            message = self.callers.join if call.event == "join" else self.callers.leave
            answer = await message(caller, call.data)
        except BadMessage as error:
            self._bad(line)
            answer = malformed(error)
        except Exception as error:
            log.warning("%s failed: %s: %s", call.event, type(error).__name__, error)
            answer = {"ok": False, "code": "try-again", "message": str(error)}
        if call.event == "join" and answer["ok"] and eio_sid in self._called:
            self._enter(eio_sid, line, caller)
        elif call.event == "leave" and answer["ok"]:
            caller.crowd.leave(eio_sid)
        _acknowledge(line, call.id, answer)

    # Who is gone, or does not read

    async def _sweep(self) -> None:
        ahead = time.time() - time.monotonic()
        while True:
            await asyncio.sleep(1)
            jump, ahead = time.time() - time.monotonic() - ahead, time.time() - time.monotonic()
            if abs(jump) > 1:  # the clock was set: Engine.IO reckons with it, and would think that nobody answers
                self._reckon(jump)
            for eio_sid, line in tuple(self.lines.items()):
                try:
                    await self._look_after(eio_sid, line)
                except Exception:
                    log.exception("a connection could not be looked after")
            for crowd in self.callers.crowds():
                crowd.catch_up()

    def _reckon(self, jump: float) -> None:
        for socket in self.eio.sockets.values():
            if socket.last_ping:
                socket.last_ping += jump

    async def _look_after(self, eio_sid: str, line: Line) -> None:
        socket = self.eio.sockets.get(eio_sid)
        if socket is None or socket.closed:
            self.eio.sockets.pop(eio_sid, None)
            self.lines.pop(eio_sid, None)
            self._origins.pop(eio_sid, None)
            return
        now = time.time()
        idle = eio_sid not in self._called and time.monotonic() - line.since > SILENT_S  # it never said what it came for
        unanswered = socket.last_ping and now - socket.last_ping > PATIENCE_S
        if idle or unanswered or line.blocked(time.monotonic(), BLOCKED_S):
            await socket.close(wait=False, abort=True, reason=self.reason.PING_TIMEOUT)
            line.abort()

    def noisy(self, eio_sid: str) -> float:
        """For how many seconds nothing should be read of a connection, because it sent too many packets of any kind."""
        return self._noise.take(eio_sid)


class _Websocket:
    """What Engine.IO uses for a WebSocket: reads it in one task, and writes straight to its transport."""

    def __init__(self, phones: Phones, handler: Any, _server: Any) -> None:
        self._phones = phones
        self._socket = handler.__self__

    async def __call__(self, environ: dict[str, Json]) -> str:
        """Runs until the WebSocket is closed."""
        socket, receive, send = self._socket, environ["asgi.receive"], environ["asgi.send"]
        environ.clear()  # the request is not needed any more, and is large
        await send({"type": "websocket.accept"})
        if not socket.connected or await self._upgraded(receive, send):
            line = Wire(send.__self__.transport)
            self._take(line)
            del send
            with contextlib.suppress(asyncio.CancelledError):  # the server is being stopped
                await self._read(receive, line)
            with contextlib.suppress(EngineIOError):
                await socket.close(wait=False, abort=True, reason=self._phones.reason.TRANSPORT_CLOSE)
        return ""

    def _take(self, line: Wire) -> None:
        """From now on Engine.IO's packets go straight out; those that waited go first."""
        socket, waiting = self._socket, self._socket.queue
        socket.connected = socket.upgraded = True
        while not waiting.empty():
            packet = waiting.get_nowait()
            if packet is not None and packet.packet_type != NOOP:
                line.put_nowait(packet)
        socket.queue = line
        self._phones.lines[socket.sid] = line
        caller = self._phones._called.get(socket.sid)
        if caller is not None and socket.sid in caller.crowd.members:
            self._phones._enter(socket.sid, line, caller)

    async def _upgraded(self, receive: Any, send: Any) -> bool:
        """The two steps by which a phone that polls goes over to the WebSocket."""
        if (await receive()).get("text") != "2probe":
            return False
        await send({"type": "websocket.send", "text": "3probe"})
        self._socket.upgrading = True
        self._socket.queue.put_nowait(Packet(NOOP))  # ends the request that waits
        upgraded = (await receive()).get("text") == "5"
        self._socket.upgrading = False
        return bool(upgraded)

    async def _read(self, receive: Any, line: Wire) -> None:
        phones, socket, sid = self._phones, self._socket, self._socket.sid
        while (message := await receive())["type"] == "websocket.receive" and not socket.closed:
            pause = phones.noisy(sid)
            if pause:
                await asyncio.sleep(pause)
            if line.closing:  # what it sent before it hung up is not worked off
                return
            text = message.get("text") or ""
            if text.startswith("4"):
                await phones._handle_eio_message(sid, text[1:])
            elif text == "3":
                socket.schedule_ping()
            elif text == "1":
                return
            else:
                phones._bad(line)


def around(phones: Phones, app: Any) -> Any:
    """The outermost application: Socket.IO on its path, everything else by `app`."""
    return socketio.ASGIApp(phones, other_asgi_app=app, socketio_path=PATH)


def _acknowledge(line: Line, id: int, answer: dict[str, Json]) -> None:
    if id >= 0:
        line.send(Frame(b"3/phone,%d[%b]" % (id, orjson.dumps(answer))))
