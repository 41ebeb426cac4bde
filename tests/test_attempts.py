import asyncio

import pytest

from workshop.attempts import HELD_BY_SOURCE, Attempts, TooMany, source_of
from workshop.figures import Figures
from workshop.guesses import Guesses

HALL = "192.0.2.1"
LONG_S = 60.0


class Clock:
    """A clock that a test moves."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


async def look(code: str) -> str | None:
    return "our square" if code == "K7MQ4X" else None


async def spent(attempts: Attempts) -> None:
    """A joker has used the burst of the hall up."""
    for number in range(30):
        await attempts.find(HALL, f"W{number:05}", look)


async def test_what_a_code_leads_to_is_found_and_what_is_not_there_is_not() -> None:
    attempts = Attempts(Guesses(Clock()), figures := Figures())
    assert await attempts.find(HALL, "K7MQ4X", look) == "our square"
    assert await attempts.find(HALL, "K7MQ4Y", look) is None
    assert figures.guesses_wrong_total == 1


async def test_a_wrong_code_is_not_looked_up_again_and_again() -> None:
    asked = []

    async def counted(code: str) -> None:
        asked.append(code)

    attempts = Attempts(Guesses(Clock()), Figures())
    for _ in range(100):
        await attempts.find(HALL, "K7MQ4Y", counted)
    assert asked == ["K7MQ4Y"]


async def test_beyond_the_burst_nothing_is_looked_up_and_the_answer_comes_late() -> None:
    attempts = Attempts(Guesses(Clock()), figures := Figures(), hold_s=0.01)
    await spent(attempts)
    with pytest.raises(TooMany) as caught:
        await attempts.find(HALL, "K7MQ4X", look)
    assert 0 < caught.value.after < 3
    assert figures.guesses_put_off_total == 1


async def test_an_attempt_that_is_held_goes_through_when_its_code_turns_out_to_be_right() -> None:
    attempts = Attempts(Guesses(clock := Clock()), Figures(), hold_s=LONG_S)
    await spent(attempts)
    held = [asyncio.create_task(attempts.find(HALL, "K7MQ4X", look)) for _ in range(HELD_BY_SOURCE - 1)]
    wrong = asyncio.create_task(attempts.find(HALL, "W99999", look))
    await asyncio.sleep(0)
    clock.now += 2  # the one who comes back with it
    assert await attempts.find(HALL, "K7MQ4X", look) == "our square"
    assert await asyncio.gather(*held) == ["our square"] * len(held)
    assert not wrong.done()
    wrong.cancel()


async def test_only_so_many_are_held_the_others_hear_at_once_that_they_must_come_back() -> None:
    attempts = Attempts(Guesses(Clock()), Figures(), hold_s=LONG_S)
    await spent(attempts)
    held = [asyncio.create_task(attempts.find(HALL, f"V{number:05}", look)) for number in range(HELD_BY_SOURCE)]
    await asyncio.sleep(0)
    with pytest.raises(TooMany):
        await asyncio.wait_for(attempts.find(HALL, "V99999", look), 5)
    for one in held:
        one.cancel()
    await asyncio.gather(*held, return_exceptions=True)
    assert attempts._held == {}


@pytest.mark.parametrize(
    ("host", "source"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:bbbb::2", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("unix", "unix"),
    ],
)
def test_a_source_is_an_address_or_the_network_of_one(host: str, source: str) -> None:
    assert source_of({"client": (host, 1234)}) == source


def test_a_request_without_an_address_has_a_source_too() -> None:
    assert source_of({"client": None}) == source_of({}) == ""
