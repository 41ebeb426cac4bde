"""What passes the gate: events that are ours, at a pace, a few hundred people a second."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.gate import BadCall, Call, Door, Paces, parse


@dataclass
class Watch:
    """A clock in s that a test moves."""

    now: float = 100.0

    def __call__(self) -> float:
        return self.now


def test_an_event_is_read_with_the_number_of_its_acknowledgement() -> None:
    assert parse('12["do",{"id":"x"}]') == Call(12, "do", {"id": "x"})
    assert parse('["sync"]') == Call(-1, "sync", {})


@pytest.mark.parametrize("text", ['3["connect",{}]', '3["do",1]', '3["do",{},{}]', '3["do"', "3[]", '3{"a":1}', "3[1]"])
def test_what_is_not_ours_can_be_answered_under_its_number(text: str) -> None:
    with pytest.raises(BadCall) as error:
        parse(text)
    assert error.value.id in (3, -1)


@given(st.text())
def test_whatever_comes_is_a_call_or_refused(text: str) -> None:
    try:
        call = parse(text)
    except BadCall:
        return
    assert isinstance(call.data, dict)


def test_numbers_that_only_look_like_digits_are_refused() -> None:
    for text in ('²["sync"]', '-1["sync"]', '٣["sync"]', '99999999999999["sync"]'):
        with pytest.raises(BadCall):
            parse(text)


def test_a_burst_passes_then_a_few_a_second() -> None:
    watch = Watch()
    paces = Paces(5, 20, watch)
    assert [paces.take("a") for _ in range(20)] == [0.0] * 20
    assert paces.take("a") == pytest.approx(0.2)
    assert paces.take("b") == 0
    watch.now += 1
    assert [paces.take("a") == 0 for _ in range(6)] == [True] * 5 + [False]


def test_who_is_quiet_is_forgotten_and_who_is_not_keeps_their_debt() -> None:
    watch = Watch()
    paces = Paces(5, 20, watch)
    for _ in range(21):
        paces.take("hasty")
    for n in range(4096):
        paces.take(f"quiet {n}")
    watch.now += 1
    for _ in range(5):
        paces.take("hasty")
    paces.take("one more")
    assert len(paces._paces) < 10
    assert paces.take("hasty") > 0


def test_the_door_lets_a_seconds_worth_in_at_once_and_the_others_one_by_one() -> None:
    watch = Watch()
    door = Door(100, watch)
    turns = [door.turn(5.0) for _ in range(800)]
    admitted = [wait for in_time, wait in turns if in_time]
    assert admitted[:100] == [0.0] * 100
    assert admitted[-1] == pytest.approx(5.0, abs=0.02)
    assert 600 <= len(admitted) <= 602
    late = [wait for in_time, wait in turns if not in_time]
    assert min(late) > 5.0
    watch.now += 3
    assert door.turn(5.0)[0]
