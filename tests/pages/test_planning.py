"""The plan as it goes: what begins when, and what can be moved."""

import pytest

from tests.conftest import METHODS
from tests.logs import Log
from workshop.agenda import Agenda, parse
from workshop.pages.console.planning import behind, dropped, finish, lasting, moved, over, starts

MINUTE = 60_000
STEPS = "\n".join(f'[[steps]]\nid = "{id}"\nmethod = "tiny"\ntitle = "{id}"\nminutes = 10' for id in ("one", "two", "three", "four"))
FOUR = parse(f'title = "Four"\n{STEPS}', METHODS)


@pytest.fixture
def log() -> Log:
    log = Log(METHODS, FOUR)
    log.play("OpenRoom")
    return log


def ids(agenda: Agenda | None) -> str:
    return " ".join(step.id for step in agenda.steps) if agenda else ""


def test_before_the_first_step_everything_begins_from_now(log: Log) -> None:
    assert [at - log.now for at in starts(log.state, log.now).values()] == [0, 10 * MINUTE, 20 * MINUTE, 30 * MINUTE]
    assert finish(log.state, log.now) - log.now == 40 * MINUTE


def test_what_comes_begins_when_the_time_of_the_running_step_ends_or_now_when_it_is_over(log: Log) -> None:
    log.play("Next")
    began = log.state.clock.ends - 10 * MINUTE
    assert starts(log.state, began + 4 * MINUTE)["two"] - began == 10 * MINUTE
    assert starts(log.state, began + 13 * MINUTE)["two"] - began == 13 * MINUTE
    assert [over(log.state, began + minute * MINUTE) for minute in (9, 13)] == [0, 3]
    assert [behind(log.state, began + minute * MINUTE) for minute in (4, 13)] == [0, 3]


def test_a_workshop_of_last_week_is_not_behind(log: Log) -> None:
    log.play("Next")
    assert behind(log.state, log.now + 7 * 24 * 60 * MINUTE) == 0


def test_a_coming_step_is_put_earlier_or_later_but_not_before_one_that_was_held(log: Log) -> None:
    log.play("Next")
    assert ids(moved(log.state, "three", -1)) == "one three two four"
    assert ids(moved(log.state, "three", 1)) == "one two four three"
    assert ids(moved(log.state, "three", -5)) == "one three two four"
    assert moved(log.state, "two", -1) is None
    assert moved(log.state, "four", 1) is None
    assert moved(log.state, "one", 1) is None
    assert moved(log.state, "none", 1) is None


def test_a_step_that_is_dropped_on_another_takes_its_place(log: Log) -> None:
    log.play("Next")
    assert ids(dropped(log.state, "four", "two")) == "one four two three"
    assert ids(dropped(log.state, "two", "four")) == "one three four two"
    assert ids(dropped(log.state, "four", "one")) == "one four two three"
    assert dropped(log.state, "two", "nowhere") is None


def test_a_step_lasts_a_minute_at_least(log: Log) -> None:
    longer, none = lasting(log.state, "two", 5), lasting(log.state, "two", -30)
    assert longer is not None
    assert none is not None
    assert [step.minutes for step in longer.steps] == [10, 15, 10, 10]
    assert [step.minutes for step in none.steps] == [10, 1, 10, 10]
