"""One change shown to a whole hall: Palabre beside three references, in turns, in the same run, with frames of the same size."""

import asyncio
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from statistics import median
from typing import Final

from tests.load.bench.figure import Figure
from tests.load.bench.gauge import Meter
from tests.load.bench.hall import MARK, Participant, all_saw, come_in, go_out, hall, quiet, reference
from tests.load.bench.listener import Listener
from tests.load.bench.scale import Scale
from tests.load.phone import Phone

TURNS: Final = 4
CALM_S: Final = 0.3


@dataclass(frozen=True, slots=True)
class Change:
    """Microseconds of server CPU for each delivery, and ms from the sending until the last phone (and the first) has it."""

    phones: int
    palabre_us: float
    limit_us: float
    broadcast_us: float
    bare_us: float
    palabre_ms: float
    palabre_first_ms: float
    limit_ms: float
    broadcast_ms: float
    bare_ms: float


@dataclass(slots=True)
class Contender:
    """A server with its hall, and what was measured of it so far."""

    pid: int
    phones: Sequence[Participant]
    padding: str = ""
    cpu_s: list[float] = field(default_factory=list)
    first_ms: list[float] = field(default_factory=list)
    last_ms: list[float] = field(default_factory=list)


async def measure(scale: Scale) -> Change:
    """All servers run at the same time, each with a hall; they are asked in turns."""
    async with AsyncExitStack() as stack:
        place = await stack.enter_async_context(hall())
        ours = place.phones(scale.hall)
        await come_in(ours)
        await quiet(ours)
        contenders = {"palabre": Contender(place.server.pid, ours)}
        padding = "x" * await _frame_size(ours)
        for name in ("limit", "broadcast", "bare"):
            pid, port = await stack.enter_async_context(reference(name))
            phones = await _hall_of(name, port, scale.hall)
            contenders[name] = Contender(pid, phones, padding)
        for turn in range(-1, TURNS):  # the first turn warms up
            for one in contenders.values():
                await _ask(one, turn, max(1, scale.changes // TURNS))
        for one in contenders.values():
            await go_out(one.phones)
    each = {f"{name}_us": 1e6 * median(one.cpu_s) / scale.hall for name, one in contenders.items()}
    last = {f"{name}_ms": median(one.last_ms) for name, one in contenders.items()}
    return Change(phones=scale.hall, **each, **last, palabre_first_ms=median(contenders["palabre"].first_ms))


async def _hall_of(name: str, port: int, count: int) -> Sequence[Participant]:
    phones: Sequence[Participant]
    if name == "bare":
        phones = [Phone(number, port, "", lazy=True, marks=MARK) for number in range(count)]
    else:
        phones = [Listener(port, MARK) for _ in range(count)]
    await come_in(phones)
    return phones


async def _frame_size(phones: Sequence[Phone]) -> int:
    """How many bytes a phone is told of one change, beyond the text itself."""
    await phones[0].do("Add", {"text": _text(b"<0.0>")})
    await quiet(phones)
    before = phones[-1].received
    await phones[0].do("Add", {"text": _text(b"<0.1>")})
    await quiet(phones)
    return max(0, phones[-1].received - before - len(_text(b"<0.1>")) - 60)


async def _ask(one: Contender, turn: int, changes: int) -> None:
    meter = Meter(one.pid)
    for number in range(changes):
        mark = b"<%d.%d>" % (turn + 2, number)
        at = time.perf_counter()
        await one.phones[(turn * changes + number) * 37 % len(one.phones)].do("Add", {"text": _text(mark), "rest": one.padding})
        assert await all_saw(one.phones, [mark]), "a change did not reach every phone"
        times = [1000 * (phone.seen[mark] - at) for phone in one.phones]
        if turn >= 0:
            one.first_ms.append(min(times))
            one.last_ms.append(max(times))
        await asyncio.sleep(CALM_S)
    if turn >= 0:
        one.cpu_s.append(meter.spent_s / changes)


def _text(mark: bytes) -> str:
    return f"{mark.decode()} Trees along the old street, and a bench in their shade"


def figures(found: Change) -> list[Figure]:
    """The lines of the table."""
    bare, limit = found.palabre_us / found.bare_us, found.palabre_us / found.limit_us
    time_ratio = found.palabre_ms / found.limit_ms
    others = f"limit {found.limit_us:.0f}, `websockets` {found.broadcast_us:.0f}, bare python-socketio {found.bare_us:.0f}"
    waits = f"limit {found.limit_ms:.0f}, `websockets` {found.broadcast_ms:.0f}, bare python-socketio {found.bare_ms:.0f}"
    return [
        Figure(
            f"one change to {found.phones} phones: server CPU for each delivery, of bare python-socketio's",
            "at most 1.0 times",
            f"{bare:.2f} times ({found.palabre_us:.0f} us; {others})",
            bare <= 1,
        ),
        Figure("the same, of the limit's", "2.9 times", f"{limit:.1f} times", limit <= 2.9),
        Figure(
            "the same: from sending until the last phone has it, of the limit's",
            "within 2 times",
            f"{time_ratio:.1f} times ({found.palabre_ms:.0f} ms, the first phone after {found.palabre_first_ms:.0f} ms; {waits})",
            time_ratio <= 2,
        ),
    ]
