"""`palabre serve` as a process of its own, as people run it."""

import asyncio
import os
import random
import re
import signal
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import httpx

from workshop.port import listen

PORTS = (20_000, 32_000)


class Server:
    """`palabre serve` as a process of its own, on a port that stays the same over a restart; `under` is a command that runs it."""

    def __init__(self, data: Path, port: int, environment: Mapping[str, str] | None = None, under: Sequence[str] = ()) -> None:
        self.data, self.port = data, port
        self.url = f"http://127.0.0.1:{port}"
        self.token = ""
        self.ready_s = 0.0
        self.said = bytearray()
        self._under = under
        self._environment = os.environ | {"PYTHONUNBUFFERED": "1", "COLUMNS": "200"} | dict(environment or {})
        self._process: asyncio.subprocess.Process | None = None
        self._listening: asyncio.Task[None] | None = None

    @property
    def pid(self) -> int:
        """The process."""
        assert self._process is not None
        return self._process.pid

    async def start(self, *more: str) -> None:
        """Starts it, and waits until it is ready: that took `ready_s`. The sign-in token is read from what it prints."""
        began, self.token = time.monotonic(), ""
        options = ("--host", "127.0.0.1", "--port", str(self.port), "--data", str(self.data), "--no-browser", *more)
        command = (*self._under, sys.executable, "-m", "workshop", "serve", *options)
        pipe, same = asyncio.subprocess.PIPE, asyncio.subprocess.STDOUT
        self._process = await asyncio.create_subprocess_exec(*command, stdout=pipe, stderr=same, env=self._environment)
        self._listening = asyncio.create_task(self._listen(self._process))
        async with httpx.AsyncClient() as http:
            while not (self.token and await self._answers(http)):
                if self._process.returncode is not None:
                    raise RuntimeError(f"the server ended with {self._process.returncode}: {self.said.decode()[-2000:]}")
                await asyncio.sleep(0.02)
        self.ready_s = time.monotonic() - began

    async def kill(self) -> None:
        """As when the power goes."""
        self.signal(signal.SIGKILL)
        await self._ended()

    async def stop(self) -> None:
        """As with Ctrl-C."""
        if self._process is not None and self._process.returncode is None:
            self.signal(signal.SIGINT)
        await self._ended()

    def signal(self, number: signal.Signals) -> None:
        """Sends a signal to the process."""
        assert self._process is not None
        self._process.send_signal(number)

    async def _answers(self, http: httpx.AsyncClient) -> bool:
        try:
            return (await http.get(f"{self.url}/readyz")).status_code == 200
        except httpx.TransportError:
            return False  # it does not listen yet

    async def _listen(self, process: asyncio.subprocess.Process) -> None:
        """Keeps what it says, so that it never waits for a reader."""
        assert process.stdout is not None
        began = len(self.said)
        while said := await process.stdout.read(65_536):
            self.said += said
            if not self.token and (found := re.search(rb"token=(\S+)\s", self.said[began:])):
                self.token = found[1].decode()

    async def _ended(self) -> None:
        if self._process is not None:
            await self._process.wait()
        if self._listening is not None:
            await asyncio.wait({self._listening}, timeout=1)  # a process that it left behind would keep the pipe open
            self._listening.cancel()


def free_port() -> int:
    """A port below those that the system gives away to whoever connects, so that it is still free when a server is started anew."""
    while True:
        port = random.randrange(*PORTS)
        with suppress(OSError), listen("127.0.0.1", port):
            return port
