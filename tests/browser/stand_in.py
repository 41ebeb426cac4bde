"""A stand-in for the server, as small as the wire allows: a test says what a phone is shown and looks at what it sent."""

import asyncio
import threading
from collections.abc import Callable, Coroutine, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from socket import socket
from typing import Any

import socketio
import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from workshop.blocks import Block, encode
from workshop.client import ROUTE
from workshop.join_page import join_page
from workshop.language import LANGUAGES, Speaker

STATIC = Path(__file__).parents[2] / "static"
CODE = "KM4T7Q"
Json = Any
ENGLISH = Speaker("en")
WORKSHOP: Json = {
    "title": "A living square",
    "question": "What should our square become?",
    "place": "Quartier Saint-Roch",
    "people": 31,
}


class Room:
    """One workshop without rules: it shows what it is told to and answers commands with `answer`."""

    def __init__(self, ping_s: float) -> None:
        self.received: list[Json] = []
        self.joins: list[Json] = []
        self.leaves: list[Json] = []
        self.syncs = 0
        self.pictures: dict[str, bytes] = {}
        self.picture_answer: Json = None
        self.answer: Callable[[Json], Json] = lambda command: {"ok": True, "seq": len(self.received)}
        self.silent = False
        self.connects = 0
        self.refusal: Json = None
        self.now = 1_800_000_000_000
        self.words: dict[str, dict[str, str]] = {}
        notice = "What you write is shown in the room and kept in the public record, without your name."
        self.boot: Json = {"code": CODE, **WORKSHOP, "notice": notice}
        self.screen: Json = None
        self.port = 0
        self._listener: socket | None = None
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._arrived = threading.Condition()
        self._sio = socketio.AsyncServer(async_mode="asgi", namespaces="*", ping_interval=ping_s)
        self.tables: dict[str, str] = {}
        self._joined: set[str] = set()
        self._left: set[str] = set()
        for name in ("connect", "join", "do", "sync", "leave"):
            self._sio.on(name, getattr(self, f"_{name}"), namespace="/phone")

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def page(self) -> str:
        return f"{self.address}/j/{CODE}"

    def show(self, *shared: Block, mine: tuple[Block, ...] = (), activity: str = "ideas", v: int = 1) -> None:
        """Sends a whole screen to everybody, and to those who come later."""
        self.prepare(*shared, mine=mine, activity=activity, v=v)
        self.emit("screen", self.screen)

    def prepare(self, *shared: Block, mine: tuple[Block, ...] = (), activity: str = "ideas", v: int = 1) -> None:
        """Has a screen ready for those who come, or ask."""
        self.screen = {"v": v, "activity": activity, "shared": encode(shared, ENGLISH), "mine": encode(mine, ENGLISH)}

    def wait_for(self, count: int) -> list[Json]:
        """The arguments of the commands, when so many have arrived."""
        with self._arrived:
            assert self._arrived.wait_for(lambda: len(self.received) >= count, 10)
        return [command["args"] for command in self.received]

    def wait_for_leave(self) -> None:
        """Returns when somebody asked to leave."""
        with self._arrived:
            assert self._arrived.wait_for(lambda: self.leaves, 10)

    def come_in_all(self) -> None:
        """Whoever asked to leave is in again, as if that had not come through."""
        self._joined |= self._left

    def emit(self, event: str, data: Json) -> None:
        """Sends anything to every phone."""
        if self._server:
            self._call(self._sio.emit(event, data, namespace="/phone"))

    def start(self) -> None:
        """Opens the door, on the same port as before."""
        app = socketio.ASGIApp(self._sio, other_asgi_app=self._pages(), socketio_path="live/socket.io")
        config = uvicorn.Config(app, port=self.port, log_level="critical", lifespan="off", ws="websockets-sansio",
                                timeout_graceful_shutdown=0)  # fmt: skip
        listener = config.bind_socket()
        self.port = listener.getsockname()[1]
        server = uvicorn.Server(config)
        started = threading.Event()

        async def run() -> None:
            self._loop = asyncio.get_running_loop()
            serving = asyncio.ensure_future(server.serve([listener]))
            while not server.started and not serving.done():  # noqa: ASYNC110
                await asyncio.sleep(0.01)
            started.set()
            await serving

        self._thread = threading.Thread(target=lambda: asyncio.run(run()), daemon=True)
        self._thread.start()
        assert started.wait(10)
        self._server = server

    def stop(self) -> None:
        """Goes away, as a network does."""
        if self._server and self._thread:
            self._server.should_exit = True
            self._thread.join(10)
        self._server = None

    @contextmanager
    def frozen(self) -> Iterator[None]:
        """Nothing comes through inside of the block, and nobody is told: no connection ends."""
        assert self._loop
        over = threading.Event()
        self._loop.call_soon_threadsafe(over.wait)
        try:
            yield
        finally:
            over.set()

    def _call(self, work: Coroutine[Any, Any, Json]) -> Json:
        assert self._loop
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(5)

    def _pages(self) -> Starlette:
        page = join_page(STATIC)

        async def join(request: Request) -> HTMLResponse:
            boot = {"languages": LANGUAGES, "language": "en", "words": {}} | self.boot
            return HTMLResponse(page.filled(boot, ENGLISH), headers={"Content-Security-Policy": page.policy(request.headers["host"])})

        async def words(request: Request) -> JSONResponse:
            return JSONResponse(self.words.get(request.path_params["language"], {}))

        routes = [
            Route(ROUTE, page.client.serve),
            Route("/j/{code}", join),
            Route("/j/{code}/words/{language}", words),
            Route("/live/picture/{code}", self._picture, methods=["POST"]),
            Mount("/static", StaticFiles(directory=STATIC)),
        ]
        return Starlette(routes=routes, middleware=[Middleware(GZipMiddleware, minimum_size=500)])

    async def _connect(self, sid: str, environ: Json, auth: Mapping[str, str]) -> None:
        self.connects += 1
        if self.refusal:
            raise socketio.exceptions.ConnectionRefusedError(self.refusal["message"], self.refusal)
        token = auth.get("token") or f"token-{sid}"
        await self._sio.save_session(sid, {"token": token}, namespace="/phone")
        asyncio.get_running_loop().call_soon(lambda: asyncio.ensure_future(self._welcome(sid, token)))

    async def _welcome(self, sid: str, token: str) -> None:
        welcome = {"person": token, "token": token, "workshop": WORKSHOP, "language": "en", "now": self.now}
        welcome["table"] = self.tables.get(token, "")
        await self._sio.emit("welcome", welcome | {"joined": token in self._joined}, to=sid, namespace="/phone")
        if token in self._joined and self.screen:
            await self._sio.emit("screen", self.screen, to=sid, namespace="/phone")

    async def _join(self, sid: str, data: Json) -> Json:
        self.joins.append(data)
        if self.silent:
            await asyncio.sleep(3600)
        token = (await self._sio.get_session(sid, namespace="/phone"))["token"]
        self._joined.add(token)
        self.tables[token] = data.get("table", self.tables.get(token, ""))
        if self.screen:
            await self._sio.emit("screen", self.screen, to=sid, namespace="/phone")
        return {"ok": True}

    async def _leave(self, sid: str, data: Json) -> Json:
        token = (await self._sio.get_session(sid, namespace="/phone"))["token"]
        self._joined.discard(token)
        self._left.add(token)
        with self._arrived:
            self.leaves.append(data)
            self._arrived.notify_all()
        if self.silent:
            await asyncio.sleep(3600)
        return {"ok": True}

    async def _do(self, sid: str, data: Json) -> Json:
        with self._arrived:
            self.received.append(data)
            self._arrived.notify_all()
        if self.silent:
            await asyncio.sleep(3600)
        return self.answer(data)

    async def _picture(self, request: Request) -> JSONResponse:
        """Keeps what was sent by its id, and answers as it was told, or that it is there."""
        self.pictures[request.query_params["id"]] = await request.body()
        kept = {"ok": True, "id": f"{CODE}-{request.query_params['id']}-40x30", "width": 40, "height": 30}
        status, answer = self.picture_answer or (200, kept)
        return JSONResponse(answer, status)

    async def _sync(self, sid: str, data: Json) -> Json:
        self.syncs += 1
        if self.screen:
            await self._sio.emit("screen", self.screen, to=sid, namespace="/phone")
        return {"ok": True}


@contextmanager
def open_room(ping_s: float = 20) -> Iterator[Room]:
    """A room whose door is open until the end of the block; it sends a heartbeat every `ping_s`."""
    room = Room(ping_s)
    room.start()
    try:
        yield room
    finally:
        room.stop()
