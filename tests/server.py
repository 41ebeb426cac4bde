"""`palabre serve` as a process of its own, as people run it."""

import asyncio
import os
import re
import signal
import sys
from pathlib import Path

import httpx

from workshop.port import listen


class Server:
    """`palabre serve` as a process of its own, on a port that stays the same over a restart."""

    def __init__(self, data: Path, port: int) -> None:
        self.data, self.port = data, port
        self.url = f"http://127.0.0.1:{port}"
        self.token = ""
        self._process: asyncio.subprocess.Process | None = None

    async def start(self, *more: str) -> None:
        """Starts it, and reads the sign-in token from what it prints."""
        options = ("--host", "127.0.0.1", "--port", str(self.port), "--data", str(self.data), "--no-browser", *more)
        environment = os.environ | {"PYTHONUNBUFFERED": "1", "COLUMNS": "200"}
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "workshop", "serve", *options, stdout=asyncio.subprocess.PIPE, env=environment
        )
        assert self._process.stdout is not None
        async for line in self._process.stdout:
            if found := re.search(rb"token=(\S+)", line):
                self.token = found[1].decode()
            if b"Ctrl-C" in line:
                break
        async with httpx.AsyncClient() as http:
            while True:
                try:
                    answer = await http.get(f"{self.url}/readyz")
                except httpx.TransportError:
                    await asyncio.sleep(0.05)  # it does not listen yet
                else:
                    assert answer.status_code == 200
                    return

    @property
    def pid(self) -> int:
        """The process."""
        assert self._process is not None
        return self._process.pid

    async def kill(self) -> None:
        """As when the power goes."""
        assert self._process is not None
        self._process.send_signal(signal.SIGKILL)
        await self._process.wait()

    async def stop(self) -> None:
        """As with Ctrl-C."""
        if self._process is not None and self._process.returncode is None:
            self._process.send_signal(signal.SIGINT)
            await self._process.wait()


def free_port() -> int:
    with listen("127.0.0.1", 0) as taken:
        return int(taken.getsockname()[1])
