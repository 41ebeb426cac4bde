"""What goes wrong with a server and its machine, on purpose: it is killed, it stands still, its disk is full, its database locked."""

import asyncio
import os
import resource
import signal
import sqlite3
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.load.phone import Phone
from tests.server import Server


@dataclass(frozen=True, slots=True)
class Comeback:
    """After a kill: seconds from the start of the new server until it was ready, and from the kill until 95 % of phones were back."""

    ready_s: float
    back_s: float


async def kill(server: Server, phones: Sequence[Phone]) -> Comeback:
    """Kill -9, and a start right after it; returns when 95 % of the phones are back."""
    lines = {phone.number: phone.line for phone in phones}
    began = time.monotonic()
    await server.kill()
    await server.start()
    async with asyncio.timeout(60):
        while sum(is_back(phone) and phone.line is not lines[phone.number] for phone in phones) < 0.95 * len(phones):  # noqa: ASYNC110
            await asyncio.sleep(0.02)  # a phone that comes back raises no event for others
    return Comeback(server.ready_s, time.monotonic() - began)


def is_back(phone: Phone) -> bool:
    """Whether the phone is on the line, with its screen."""
    return phone.ready.is_set() and phone.line is not None and phone.line.open


@contextmanager
def stopped(pid: int) -> Iterator[None]:
    """The process stands still, as a laptop that goes to sleep."""
    os.kill(pid, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(pid, signal.SIGCONT)


@contextmanager
def full_disk(pid: int) -> Iterator[None]:
    """No file of the process can grow, as on a disk that is full: every commit fails."""
    soft, hard = resource.prlimit(pid, resource.RLIMIT_FSIZE)
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (4096, hard))
    try:
        yield
    finally:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def locked_database(data: Path) -> Iterator[None]:
    """Another program holds the database for itself, as a backup tool may."""
    other = sqlite3.connect(data / "palabre.sqlite", isolation_level=None, timeout=10)
    other.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()
