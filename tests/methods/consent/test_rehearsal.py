"""A rehearsal plays the whole decision."""

from collections.abc import Callable
from random import Random
from typing import Any

import pytest


def everybody_acts(hall: Any, people: list[str], chance: Random) -> None:
    """People act until nobody has anything left to do; then the facilitator does, until the room is quiet."""
    for _turn in range(60):
        acted = sum(hall.act(person, number, chance) for number, person in enumerate(people, start=1))
        if not acted and not hall.act("", 0, chance):
            return
    raise AssertionError(f"people still act in {hall.state.phase}")


@pytest.mark.parametrize(("seed", "size"), [*((seed, 12) for seed in range(25)), (1, 1), (2, 2), (3, 120)])
def test_a_rehearsal_always_ends_agreed_within_a_few_calls(room: Callable[..., Any], seed: int, size: int) -> None:
    people = [f"p{number}" for number in range(1, size + 1)]
    hall, chance = room(*people), Random(seed)

    while hall.state.outcome is None:
        everybody_acts(hall, people, chance)
        hall.next()

    assert hall.state.outcome.result in ("agreed", "agreed_shorter")
    assert len(hall.state.rounds) <= 2
    assert hall.state.versions[-1].review_date
    assert all(question.answered for question in hall.state.questions)
