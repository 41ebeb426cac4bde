"""The phones' edge: Socket.IO at `/live/socket.io`, namespace `/phone`. A handler decodes, submits, acknowledges.

Server to phone: `welcome`, `screen`, `patch`. Phone to server, each acknowledged: `join`, `do`, `sync`, `leave`.
"""

import asyncio
import logging
from dataclasses import dataclass
from typing import Annotated, Any, Final

import socketio
from pydantic import StringConstraints

from workshop.crowd import Crowd, Member
from workshop.language import LANGUAGES, Message, _, closest
from workshop.live import Actor, Answer, Done, Live
from workshop.messages import BadMessage, Command, Id, Line, derived_id, new_token, read
from workshop.method import Rejected, Role
from workshop.rooms import Rooms
from workshop.store.store import PersonRow

log = logging.getLogger("palabre.phones")
Json = Any
PATH: Final = "live/socket.io"
NAMESPACE: Final = "/phone"
CommandId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{8,64}$")]


@dataclass(frozen=True, slots=True)
class Join:
    """Somebody comes in, or changes their name or language."""

    language: str = "en"
    name: Line = ""
    accepts: bool = False


@dataclass(frozen=True, slots=True)
class Deed:
    """A command of a person, as the phone sends it."""

    id: CommandId
    activity: Id
    name: Id
    args: dict[str, Json]


@dataclass(slots=True)
class Caller:
    """What is known of a connection: the workshop, the person, their secret, and their language."""

    live: Live
    crowd: Crowd
    who: PersonRow
    token: str
    known: bool


class Phones(socketio.AsyncNamespace):  # type: ignore[misc]
    """The namespace of the phones."""

    def __init__(self, rooms: Rooms) -> None:
        super().__init__(NAMESPACE)
        self._rooms = rooms
        self._callers: dict[str, Caller] = {}
        self._crowds: dict[str, Crowd] = {}
        self._outgoing: asyncio.Queue[tuple[str, Json, str]] = asyncio.Queue()
        self._sender: asyncio.Task[None] | None = None

    async def trigger_event(self, event: str, *args: Any) -> Any:
        """Calls the handler of an event that a phone may send; anything else, and anything malformed, gets a refusal."""
        if event == "connect":
            sid, environ, auth = (*args, None)[:3]
            # a phone could send an event of this name: then the connection exists already
            return False if sid in self._callers or not isinstance(environ, dict) else await self._connect(sid, environ, auth)
        handler = {"join": self._join, "do": self._do, "sync": self._sync, "leave": self._leave}.get(event)
        if event == "disconnect":
            return self._disconnect(args[0])
        caller = self._callers.get(args[0])
        if handler is None or caller is None:
            return _refusal("unknown", "There is no such message.")
        try:
            return await handler(args[0], caller, args[1] if len(args) > 1 else {})
        except BadMessage as error:
            return _refusal("bad-message", str(error))

    async def _connect(self, sid: str, environ: dict[str, Json], auth: Json) -> None:
        code, token = (auth.get("code"), auth.get("token")) if isinstance(auth, dict) else (None, None)
        live = await self._rooms.get(code) if isinstance(code, str) and len(code) == 6 else None
        if live is None:
            language = closest(environ.get("HTTP_ACCEPT_LANGUAGE", ""))
            text = self._rooms.speaker(language)(_("No workshop has this code. Please look at the wall again, or scan the QR code."))
            raise socketio.exceptions.ConnectionRefusedError(text, {"code": "no-such-room", "message": text})
        token = token if isinstance(token, str) else ""
        who = await live.recognise(token) if token else None
        language = who.language if who else closest(environ.get("HTTP_ACCEPT_LANGUAGE", ""))
        caller = Caller(live, self._crowd(live), who or _stranger(language), token if who else new_token(), who is not None)
        self._callers[sid] = caller
        self._put("welcome", _welcome(caller), sid)
        if who is not None and who.id in live.session.people:
            await self._enter(sid, caller)

    def _disconnect(self, sid: str) -> None:
        caller = self._callers.pop(sid, None)
        if caller is not None:
            caller.crowd.leave(sid)

    async def _join(self, sid: str, caller: Caller, data: Json) -> Json:
        wish = read(Join, data) if isinstance(data, dict) else Join()
        if not wish.accepts and not caller.known:
            return _refused(caller, Rejected(_("Please read the notice and choose “Come in”."), "notice"))
        language = wish.language if wish.language in LANGUAGES else caller.who.language
        who = PersonRow(caller.who.id, wish.name or caller.who.name, language)
        if caller.known:
            await caller.live.reintroduce(who)
        else:
            await caller.live.introduce(who, caller.token)
        caller.who, caller.known = who, True
        command = Command(f"join-{new_token()}", None, "Join", {})
        answer = await caller.live.submit(Actor(who.id, Role.PARTICIPANT), command)
        if isinstance(answer, Done):
            await self._enter(sid, caller)
        return _said(caller, answer)

    async def _do(self, sid: str, caller: Caller, data: Json) -> Json:
        deed = read(Deed, data) if isinstance(data, dict) else read(Deed, {})
        command = Command(deed.id, deed.activity, deed.name, deed.args)
        return _said(caller, await caller.live.submit(Actor(caller.who.id, Role.PARTICIPANT), command))

    async def _sync(self, sid: str, caller: Caller, data: Json) -> Json:
        member = caller.crowd.members.get(sid)
        if member is not None:
            caller.crowd.show(member)
        return {"ok": member is not None}

    async def _leave(self, sid: str, caller: Caller, data: Json) -> Json:
        command = Command(f"leave-{new_token()}", None, "Leave", {})
        return _said(caller, await caller.live.submit(Actor(caller.who.id, Role.PARTICIPANT), command))

    async def _enter(self, sid: str, caller: Caller) -> None:
        caller.crowd.leave(sid)
        for language in LANGUAGES:
            await self.leave_room(sid, caller.crowd.room(language))
        await self.enter_room(sid, caller.crowd.room(caller.who.language))
        caller.crowd.enter(Member(sid, caller.who.id, caller.who.language))

    def _crowd(self, live: Live) -> Crowd:
        code = live.row.code
        if code not in self._crowds:
            self._crowds[code] = Crowd(live, self._put)
        return self._crowds[code]

    def _put(self, event: str, data: Json, to: str) -> None:
        if self._sender is None:
            self._sender = asyncio.create_task(self._send())
        self._outgoing.put_nowait((event, data, to))

    async def _send(self) -> None:
        """Sends what waits, one after the other: messages to a phone keep their order."""
        while True:
            event, data, to = await self._outgoing.get()
            try:
                await self.emit(event, data, to=to)
            except Exception:
                log.exception("a message to %s could not be sent", to)

    async def close(self) -> None:
        """Ends the sender."""
        if self._sender is not None:
            self._sender.cancel()
            await asyncio.gather(self._sender, return_exceptions=True)


def server(phones: Phones) -> socketio.AsyncServer:
    """The Socket.IO server with the phones' namespace."""
    sio = socketio.AsyncServer(async_mode="asgi", namespaces=[NAMESPACE], max_http_buffer_size=16_384, ping_interval=20, ping_timeout=20)
    sio.register_namespace(phones)
    return sio


def around(sio: socketio.AsyncServer, app: Any) -> Any:
    """The outermost application: Socket.IO on its path, everything else by `app`."""
    return socketio.ASGIApp(sio, other_asgi_app=app, socketio_path=PATH)


def _stranger(language: str) -> PersonRow:
    return PersonRow(f"p{derived_id(new_token())}", "", language)


def _welcome(caller: Caller) -> dict[str, Json]:
    agenda = caller.live.session.agenda
    about = {"title": agenda.title, "question": agenda.question, "place": agenda.place, "people": len(caller.live.session.present)}
    return {
        "person": caller.who.id,
        "token": caller.token,
        "workshop": about,
        "language": caller.who.language,
        "now": caller.live.clock(),
        "joined": caller.who.id in caller.live.session.people,
        "name": caller.who.name,
    }


def _said(caller: Caller, answer: Answer) -> dict[str, Json]:
    return {"ok": True, "seq": answer.seq} if isinstance(answer, Done) else _refused(caller, answer)


def _refused(caller: Caller, why: Rejected) -> dict[str, Json]:
    message: Message = why.message
    return _refusal(why.code, caller.live.speaker(caller.who.language)(message))


def _refusal(code: str, message: str) -> dict[str, Json]:
    return {"ok": False, "code": code, "message": message}
