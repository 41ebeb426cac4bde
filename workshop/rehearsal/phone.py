"""A simulated phone: a real Socket.IO client that keeps its screen as the wire says, and sends what is not acknowledged again."""

import asyncio
from collections.abc import Mapping
from typing import Any, Final

import socketio

from workshop.messages import new_token

Json = Any
WAIT_S: Final = 15.0


async def hang_up(socket: socketio.AsyncClient) -> None:
    """Ends a line and what is left of it: the HTTP session of one that was refused, the attempt to come back of one that was cut."""
    socket.reconnection = False
    await asyncio.sleep(0)  # a return that was only just ordered can be called off when it has begun
    await socket.shutdown()
    await socket.disconnect()  # where it came back in the meantime
    if socket.eio.http is not None and not socket.eio.http.closed:
        await socket.eio.http.close()


class Phone:
    """One phone. `token` is the secret that a phone keeps in its storage."""

    def __init__(self, number: int, url: str, code: str, name: str = "", language: str = "en") -> None:
        self.number = number
        self.token = ""
        self.person = ""
        self.v = -1
        self.activity = ""
        self.shared: dict[str, Json] = {}
        self.mine: dict[str, Json] = {}
        self.acknowledged: list[str] = []
        self.transports = ["websocket"]
        self._url, self._code, self._name, self._language = url, code, name, language
        self._welcomed = asyncio.Event()
        self._screened = asyncio.Event()
        self._socket = socketio.AsyncClient(reconnection=True, reconnection_delay=0.2, reconnection_delay_max=1)
        for event, handler in (("welcome", self._welcome), ("screen", self._screen), ("patch", self._patch)):
            self._socket.on(event, handler, namespace="/phone")

    @property
    def screen(self) -> Mapping[str, Mapping[str, Json]]:
        """The blocks that the phone shows."""
        return self.shared | self.mine

    @property
    def socket(self) -> socketio.AsyncClient:
        """The connection, for whoever wants to disturb it."""
        return self._socket

    async def connect(self) -> None:
        """Opens the connection and waits for the welcome."""
        self._welcomed.clear()
        await self._socket.connect(
            self._url,
            transports=self.transports,
            namespaces=["/phone"],
            auth=self._auth,
            socketio_path="live/socket.io",
            wait_timeout=WAIT_S,
        )
        await asyncio.wait_for(self._welcomed.wait(), WAIT_S)

    async def join(self) -> Json:
        """Comes in; returns the acknowledgement."""
        self._screened.clear()
        wish = {"name": self._name, "language": self._language, "accepts": True}
        answer = await self._socket.call("join", wish, namespace="/phone", timeout=WAIT_S)
        if answer.get("ok"):
            await asyncio.wait_for(self._screened.wait(), WAIT_S)
        return answer

    async def do(self, command: str, args: Mapping[str, Json], id: str = "") -> Json:
        """Sends a command until it is acknowledged, always under the same id; returns the acknowledgement."""
        id = id or f"c{new_token()}"
        deed = {"id": id, "activity": self.activity, "name": command, "args": dict(args)}
        while True:
            try:
                answer = await self._socket.call("do", deed, namespace="/phone", timeout=WAIT_S)
            except (TimeoutError, socketio.exceptions.SocketIOError):
                await asyncio.sleep(0.1)  # the client reconnects by itself in the meantime
                continue
            if answer.get("ok"):
                self.acknowledged.append(id)
            elif answer.get("code") in ("try-again", "too-fast"):
                await asyncio.sleep(answer.get("after", 1000) / 1000)
                continue
            return answer

    async def refresh(self) -> None:
        """Asks for the whole screen and waits for it."""
        self._screened.clear()
        await self._socket.emit("sync", {"v": self.v}, namespace="/phone")
        await asyncio.wait_for(self._screened.wait(), WAIT_S)

    async def close(self) -> None:
        """Hangs up."""
        await hang_up(self._socket)

    def _auth(self) -> dict[str, str]:
        return {"code": self._code} | ({"token": self.token} if self.token else {})

    def _welcome(self, data: Json) -> None:
        self.token, self.person = data["token"], data["person"]
        self._welcomed.set()

    def _screen(self, data: Json) -> None:
        self.v, self.activity, self.shared, self.mine = data["v"], data["activity"], data["shared"], data["mine"]
        self._screened.set()

    async def _patch(self, data: Json) -> None:
        if data["from"] != self.v:
            await self._socket.emit("sync", {"v": self.v}, namespace="/phone")
            return
        self.v = data["v"]
        self.shared = patched(self.shared, data.get("shared", {}))
        self.mine = patched(self.mine, data.get("mine", {}))


def patched(target: Json, patch: Json) -> Json:
    """The RFC 7386 merge patch applied; `target` itself is left as it is."""
    if not isinstance(patch, dict):
        return patch
    result = dict(target) if isinstance(target, dict) else {}
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = patched(result.get(key), value)
    return result
