"""The bare group-commit loop: callers in the same process, our schema, our writer thread, every commit fsynced, no sockets.

Prints how many appends a second were on the disk.
"""

import asyncio
import sys
import tempfile
import time
from pathlib import Path

from tests.load.references.loop import run
from tests.load.room import database
from workshop.messages import Entry
from workshop.store.store import Store, open_store

Waiting = list[tuple[int, "asyncio.Future[None]"]]


async def reached(seconds: float, callers: int) -> float:
    """Appends a second: each caller hands one in and waits until it is on the disk; what waits is appended together."""
    with tempfile.TemporaryDirectory(prefix="palabre-bench-") as folder:
        store = open_store(database(Path(folder)))
        workshop = await store.create("ABCDEF", "Bare", 0)
        waiting: Waiting = []
        until, done = time.perf_counter() + seconds, 0

        async def call(number: int) -> None:
            nonlocal done
            while time.perf_counter() < until:
                future = asyncio.get_running_loop().create_future()
                waiting.append((number, future))
                await future
                done += 1

        calls = asyncio.gather(*(call(number) for number in range(callers)))
        await asyncio.sleep(0)
        await _commit(store, workshop, waiting, calls)
        store.close()
    return done / seconds


async def _commit(store: Store, workshop: int, waiting: Waiting, calls: "asyncio.Future[list[None]]") -> None:
    seq = 0
    while not calls.done():
        group = list(waiting)
        waiting.clear()
        if not group:
            await asyncio.sleep(0)
            continue
        entries = [_entry(seq + place + 1, number) for place, (number, _future) in enumerate(group)]
        await store.append(workshop, seq, entries)
        seq += len(entries)
        for _number, future in group:
            future.set_result(None)
        await asyncio.sleep(0)  # the callers hand in what is next


def _entry(seq: int, number: int) -> Entry:
    text = f"<{number}.{seq}> Trees along the old street, and a bench in their shade"
    payload = {"id": f"idea{seq:08}", "by": f"person{number:06}", "text": text}
    return Entry(seq, f"command-{seq:08}", 1_790_000_000_000 + seq, payload["by"], "ideas", "Added", payload)


if __name__ == "__main__":
    print(run(reached(float(sys.argv[1]), int(sys.argv[2]))))
