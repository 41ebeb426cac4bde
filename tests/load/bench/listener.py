"""A phone for servers that speak plain WebSocket: whatever one says, all are told."""

import asyncio
import re
import time
from typing import Any

import orjson

from tests.load.websocket import WebSocket, open_websocket

Json = Any


class Listener:
    """Sends a contribution, and notes when it first saw each mark."""

    def __init__(self, port: int, marks: re.Pattern[bytes]) -> None:
        self.seen: dict[bytes, float] = {}
        self._port, self._marks = port, marks
        self._socket: WebSocket

    async def connect(self) -> None:
        """Opens the connection."""
        self._socket = await open_websocket("127.0.0.1", self._port, "/", self._hear)

    async def join(self) -> Json:
        """Nothing more is needed."""
        return {"ok": True}

    async def do(self, command: str, args: dict[str, str]) -> Json:
        """Sends it; nothing is acknowledged here."""
        self._socket.send(orjson.dumps(["patch", {"v": 1, "from": 0, "shared": args, "name": command}]))
        await asyncio.sleep(0)
        return {"ok": True}

    async def close(self) -> None:
        """Hangs up."""
        self._socket.transport.abort()
        await self._socket.over.wait()

    def _hear(self, message: bytes) -> None:
        now = time.perf_counter()
        for mark in self._marks.findall(message):
            self.seen.setdefault(mark, now)
