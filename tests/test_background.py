import asyncio
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from workshop.background import Background


def own_id() -> int:
    return os.getpid()


def hang(stubborn: bool) -> None:
    if stubborn:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
    time.sleep(3600)


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def die_once(mark: str) -> str:
    try:
        os.close(os.open(mark, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return "survived"
    die()
    return "never"


def fail() -> None:
    raise LookupError("not there")


def nap(seconds: float) -> None:
    time.sleep(seconds)


@pytest.fixture
def background() -> Iterator[Background]:
    background = Background(limit_s=20)
    yield background
    background.close()


def alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


async def test_work_is_done_in_another_process_and_always_in_the_same_one(background: Background) -> None:
    first = await background.run(own_id)
    assert first != os.getpid()
    assert await background.run(own_id) == first


async def test_what_the_work_raises_reaches_its_caller_and_the_worker_stays(background: Background) -> None:
    worker = await background.run(own_id)
    with pytest.raises(LookupError, match="not there"):
        await background.run(fail)
    assert await background.run(own_id) == worker


@pytest.mark.parametrize("stubborn", [False, True])
async def test_work_that_hangs_is_killed_and_the_next_work_is_done(background: Background, stubborn: bool) -> None:
    worker = await background.run(own_id)
    background._limit_s = 0.3
    with pytest.raises(TimeoutError):
        await background.run(hang, stubborn)
    assert not alive(worker)
    background._limit_s = 20
    assert await background.run(own_id) != worker


async def test_a_worker_that_died_between_two_works_is_replaced_without_a_word(background: Background) -> None:
    worker = await background.run(own_id)
    os.kill(worker, signal.SIGKILL)
    assert await background.run(own_id) != worker


async def test_a_worker_that_dies_at_work_is_given_a_second_one(background: Background, tmp_path: object) -> None:
    assert await background.run(die_once, f"{tmp_path}/mark") == "survived"


async def test_work_that_kills_every_worker_fails_and_the_next_work_is_done(background: Background) -> None:
    with pytest.raises(Exception, match="terminated abruptly"):
        await background.run(die)
    assert await background.run(own_id) != os.getpid()


async def test_the_time_of_others_does_not_count(background: Background) -> None:
    await background.run(own_id)
    background._limit_s = 1.0
    await asyncio.gather(*(background.run(nap, 0.2) for _ in range(6)))


async def test_work_that_nobody_wants_any_more_stops(background: Background) -> None:
    worker = await background.run(own_id)
    work = asyncio.create_task(background.run(hang, False))
    await asyncio.sleep(0)
    work.cancel()
    await asyncio.gather(work, return_exceptions=True)
    assert not alive(worker)


SERVER = """
import asyncio, os
from workshop.background import Background

async def main():
    background = Background()
    print(await background.run(os.getpid), flush=True)
    await asyncio.sleep(60)

if __name__ == "__main__":
    asyncio.run(main())
"""


async def test_the_worker_of_a_server_that_is_killed_ends_too(tmp_path: Path) -> None:
    script = tmp_path / "server.py"
    script.write_text(SERVER)
    pipe, quiet, here = asyncio.subprocess.PIPE, asyncio.subprocess.DEVNULL, os.environ | {"PYTHONPATH": "."}
    server = await asyncio.create_subprocess_exec(sys.executable, str(script), stdout=pipe, stderr=quiet, env=here)
    assert server.stdout is not None
    worker = int(await server.stdout.readline())
    assert alive(worker)
    server.kill()
    try:
        await asyncio.wait_for(server.wait(), 10)  # it waits for everybody who holds the pipe
    finally:
        with suppress(ProcessLookupError):
            os.kill(worker, signal.SIGKILL)
