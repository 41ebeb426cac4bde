"""Bare python-socketio on uvicorn: WebSocket only, no compression. A command is acknowledged and emitted to a room of everybody."""

import sys
from typing import Any

import socketio
import uvicorn

from workshop.port import listen

ROOM = "everybody"
Json = Any


class Phones(socketio.AsyncNamespace):  # type: ignore[misc]
    """As much of the phones' wire as the bench speaks, in as few words as the library allows."""

    seq = 0

    async def on_connect(self, sid: str, _environ: Json, _auth: Json) -> None:
        await self.emit("welcome", {"person": sid, "token": sid}, to=sid)

    async def on_join(self, sid: str, _wish: Json) -> Json:
        await self.enter_room(sid, ROOM)
        await self.emit("screen", {"v": 0, "activity": "ideas", "shared": {}, "mine": {}}, to=sid)
        return {"ok": True, "seq": 0}

    async def on_do(self, _sid: str, deed: Json) -> Json:
        self.seq += 1
        await self.emit("patch", {"v": self.seq, "from": self.seq - 1, "shared": deed["args"]}, to=ROOM)
        return {"ok": True, "seq": self.seq}


def main(port: int) -> None:
    """Serves until it is ended."""
    sio = socketio.AsyncServer(async_mode="asgi", namespaces=["/phone"], transports=["websocket"])
    sio.register_namespace(Phones("/phone"))
    app = socketio.ASGIApp(sio, socketio_path="live/socket.io", on_startup=lambda: print("ready", flush=True))
    config = uvicorn.Config(app, ws="websockets-sansio", ws_per_message_deflate=False, log_level="warning")
    uvicorn.Server(config).run(sockets=[listen("127.0.0.1", port)])


if __name__ == "__main__":
    main(int(sys.argv[1]))
