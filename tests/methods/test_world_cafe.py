"""A whole café; its rules are shown in `tests/methods/world_cafe/`."""

from random import Random

import pytest

from tests.methods.world_cafe.cafe import Cafe, everybody_sits


@pytest.mark.parametrize("seed", range(2))
def test_a_hundred_and_twenty_people_in_four_rounds_with_people_coming_and_leaving(seed: int) -> None:
    chance, cafe = Random(seed), Cafe(120, size=5, rounds=4)
    frozen: list[object] = []
    for round in range(1, 5):
        cafe.to("move", round)
        assert everybody_sits(cafe)
        sizes = cafe.sizes().values()
        assert max(sizes) - min(sizes) <= 1
        _coming_and_leaving(cafe, chance, f"walk{round}")
        cafe.to("talk", round)
        _coming_and_leaving(cafe, chance, f"talk{round}")
        assert everybody_sits(cafe)
        assert [dict(one.seats) for one in cafe.cafe.rounds[: round - 1]] == frozen
        frozen.append(dict(cafe.cafe.running.seats))
    cafe.to("harvest")
    assert [dict(one.seats) for one in cafe.cafe.rounds] == frozen


def _coming_and_leaving(cafe: Cafe, chance: Random, name: str) -> None:
    for number in range(5):
        cafe.come(f"{name}-{number}")
    for person in chance.sample(sorted(cafe.log.state.present), 4):
        cafe.go(person)
    assert everybody_sits(cafe)
