import itertools
import random
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop.guesses import MOST_SOURCES, MOST_TRIED, WORKED_S, Guesses

RIGHT = "K7MQ4X"
HALL = "192.0.2.1"


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def guesses(clock: Clock) -> Guesses:
    return Guesses(clock)


def wrong_codes() -> Iterator[str]:
    return (f"W{number:05}" for number in itertools.count())


def attempt(guesses: Guesses, source: str, code: str) -> bool:
    """Whether the code was looked up."""
    if guesses.judge(source, code):
        return False
    (guesses.worked if code == RIGHT else guesses.failed)(source, code)
    return True


def test_somebody_who_mistypes_gets_an_answer_at_once(guesses: Guesses) -> None:
    assert all(attempt(guesses, HALL, code) for code in ("K7MQ4Y", "K7MQ4Z", RIGHT))


def test_a_script_that_tries_code_after_code_is_put_off_after_its_burst(guesses: Guesses, clock: Clock) -> None:
    codes = wrong_codes()
    assert sum(attempt(guesses, HALL, next(codes)) for _ in range(1000)) == 30
    clock.now += 10
    assert sum(attempt(guesses, HALL, next(codes)) for _ in range(1000)) == 10


def test_coming_back_with_a_code_helps_but_only_at_five_a_second(guesses: Guesses, clock: Clock) -> None:
    codes = [code for code, _ in zip(wrong_codes(), range(3000), strict=False)]
    for _ in range(30):
        clock.now += 1
        for code in codes:
            attempt(guesses, HALL, code)
    known = sum(guesses.known(HALL, code) is False for code in codes)
    assert 30 + 30 * 5 <= known <= 30 + 30 + 30 * (1 + 5)


def test_what_worked_once_is_free_from_there_whatever_somebody_else_does(guesses: Guesses) -> None:
    assert attempt(guesses, HALL, RIGHT)
    for code, _ in zip(wrong_codes(), range(5000), strict=False):
        attempt(guesses, HALL, code)
    assert all(attempt(guesses, HALL, RIGHT) for _ in range(300))


def test_three_hundred_phones_that_come_in_the_same_second_are_one_guess(guesses: Guesses) -> None:
    assert all(guesses.judge(HALL, RIGHT) == 0 for _ in range(300))  # none has been looked up yet
    assert sum(attempt(guesses, HALL, code) for code, _ in zip(wrong_codes(), range(100), strict=False)) == 29


def test_a_right_code_costs_nothing(guesses: Guesses) -> None:
    attempt(guesses, HALL, RIGHT)
    assert sum(attempt(guesses, HALL, code) for code, _ in zip(wrong_codes(), range(100), strict=False)) == 30


def test_the_same_wrong_code_is_remembered_for_a_minute(guesses: Guesses, clock: Clock) -> None:
    attempt(guesses, HALL, "K7MQ4Y")
    assert guesses.known(HALL, "K7MQ4Y") is False
    assert guesses.known("192.0.2.2", "K7MQ4Y") is None
    clock.now += 61
    assert guesses.known(HALL, "K7MQ4Y") is None


def test_a_thousand_sources_share_one_budget(guesses: Guesses, clock: Clock) -> None:
    def storm() -> int:
        return sum(attempt(guesses, f"198.51.100.{n}", code) for n in range(1000) for code, _ in zip(wrong_codes(), range(3), strict=False))

    first = storm()
    assert first <= 500
    clock.now += 100
    assert storm() <= 500 + 200


def test_a_phone_elsewhere_comes_in_during_such_a_storm_when_it_comes_back(guesses: Guesses, clock: Clock) -> None:
    for n, code in zip(range(3000), wrong_codes(), strict=False):
        attempt(guesses, f"source {n}", code)
    after = guesses.judge("a phone", RIGHT)
    assert 0 < after < 3
    clock.now += after
    assert guesses.judge("a phone", RIGHT) == 0


def test_what_worked_is_forgotten_after_half_a_day(guesses: Guesses, clock: Clock) -> None:
    attempt(guesses, HALL, RIGHT)
    clock.now += WORKED_S + 1
    assert guesses.known(HALL, RIGHT) is None


def test_memory_is_bounded(guesses: Guesses) -> None:
    for n, code in zip(range(30_000), wrong_codes(), strict=False):
        attempt(guesses, f"source {n}", code)
    assert len(guesses._sources) <= MOST_SOURCES
    assert len(guesses._tried) <= MOST_TRIED


class Joker:
    """Sends a wrong code every 10 ms: another each time, or, if persistent, the same ten until they have been looked up."""

    def __init__(self, persistent: bool, dice: random.Random) -> None:
        self._persistent, self._dice, self._codes = persistent, dice, wrong_codes()
        self._mine = [next(self._codes) for _ in range(10)]

    def act(self, guesses: Guesses) -> None:
        place = self._dice.randrange(10)
        if attempt(guesses, HALL, self._mine[place]) or not self._persistent:
            self._mine[place] = next(self._codes)


def longest_wait(seed: int, phones: int, head_start: float, persistent: bool) -> float:
    """How long the last phone of a hall waits that comes in past a joker behind the same address; it gives up after half a minute."""
    clock, dice = Clock(), random.Random(seed)
    guesses, joker = Guesses(clock), Joker(persistent, dice)
    comes = [clock.now + head_start + dice.uniform(0, 2) for _ in range(phones)]
    due, waited = dict(enumerate(comes)), [0.0]
    while due and clock.now < max(comes) + 30:
        clock.now += 0.01
        joker.act(guesses)
        for phone in [phone for phone, at in due.items() if at <= clock.now]:
            if attempt(guesses, HALL, RIGHT):
                waited.append(clock.now - comes[phone])
                del due[phone]
            else:
                due[phone] = clock.now + 1.2 * dice.uniform(1, 1.5)
    return max(waited) if not due else 30.0


@settings(deadline=None, max_examples=30)
@given(seed=st.integers(0, 2**32), phones=st.integers(1, 300), head_start=st.floats(0, 60))
def test_a_hall_gets_in_within_seconds_past_a_joker_behind_its_address(seed: int, phones: int, head_start: float) -> None:
    assert longest_wait(seed, phones, head_start, persistent=False) < 4


@settings(deadline=None, max_examples=10)
@given(seed=st.integers(0, 2**32), phones=st.integers(30, 300), head_start=st.floats(0, 60))
def test_a_hall_gets_in_past_a_joker_who_knows_how_it_works(seed: int, phones: int, head_start: float) -> None:
    assert longest_wait(seed, phones, head_start, persistent=True) < 15
