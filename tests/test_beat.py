"""When a workshop beats."""

import asyncio
import time
from collections.abc import AsyncIterator

import pytest

from workshop.beat import Beat


class Screens:
    """Notes when it was asked to show, and takes the time that a test says."""

    def __init__(self) -> None:
        self.shown: list[bool] = []
        self.at: list[float] = []
        self.cost = 0.0

    async def show(self, rooms: bool) -> None:
        self.shown.append(rooms)
        self.at.append(asyncio.get_running_loop().time())
        until = time.thread_time() + self.cost
        while time.thread_time() < until:
            pass


@pytest.fixture
async def screens() -> Screens:
    return Screens()


@pytest.fixture
async def beat(screens: Screens) -> AsyncIterator[Beat]:
    beat = Beat(screens.show)
    running = asyncio.create_task(beat.run())
    yield beat
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def test_the_first_word_after_a_silence_is_shown_at_once_and_more_are_gathered(beat: Beat, screens: Screens) -> None:
    later: list[bool] = []
    asyncio.get_running_loop().call_later(0.05, later.append, True)
    beat.nudge()
    await beat.next(5)
    assert not later
    for _ in range(10):
        beat.nudge()
        await asyncio.sleep(0)
    await beat.settled()
    assert len(screens.shown) == 2
    assert screens.at[1] - screens.at[0] >= 0.09


async def test_what_costs_much_is_done_less_often(beat: Beat, screens: Screens) -> None:
    screens.cost = 0.02
    beat.nudge()
    await asyncio.sleep(0)
    await beat.settled()
    assert screens.at[-1] - screens.at[0] >= 0.28


async def test_who_comes_in_reaches_the_wall_at_once_and_the_phones_later(beat: Beat, screens: Screens) -> None:
    beat.nudge()
    await beat.next(5)
    beat.stir()
    assert await beat.next(5)
    assert screens.shown[:2] == [True, False]
    assert screens.shown[-1] is True
    assert screens.at[-1] - screens.at[0] >= 1.9


async def test_a_beat_that_fails_is_reported_and_the_next_one_comes(beat: Beat, caplog: pytest.LogCaptureFixture) -> None:
    async def fails(rooms: bool) -> None:
        raise RuntimeError("a view")

    show, beat._show = beat._show, fails
    await beat.settled()
    assert "beat failed" in caplog.text
    beat._show = show
    await beat.settled()


async def test_waiting_for_news_ends(beat: Beat) -> None:
    assert not await beat.next(0.01)


async def test_nobody_waits_for_news_of_a_server_that_stops(beat: Beat) -> None:
    waiting = asyncio.create_task(beat.next(60))
    await asyncio.sleep(0)
    beat.stop()
    assert await waiting is False
    assert await beat.next(60) is False
    await beat.settled()  # what is under way is still shown
