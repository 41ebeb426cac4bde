"""A rehearsal plays the whole decision."""

from collections.abc import Callable
from random import Random
from typing import Any

import pytest


@pytest.mark.parametrize("seed", range(25))
def test_a_rehearsal_always_ends_agreed_within_a_few_calls(room: Callable[..., Any], seed: int) -> None:
    people = [f"p{number}" for number in range(1, 13)]
    hall, chance = room(*people), Random(seed)

    for _turn in range(400):
        if hall.state.outcome is not None:
            break
        for number, person in enumerate(["", *people]):
            hall.act(person, number, chance)
        if hall.moves.next is not None:
            hall.next()

    assert hall.state.outcome is not None
    assert hall.state.outcome.result in ("agreed", "agreed_shorter")
    assert len(hall.state.rounds) <= 3
    assert hall.state.versions[-1].review_date
