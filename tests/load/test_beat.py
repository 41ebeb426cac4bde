"""What one contribution costs does not depend on how many there are already, in every phase of every method."""

import pytest

from tests.load.beat import AUDIENCES, Cost, costs_of, growth, table
from tests.load.scenes import SCENES, Scene

FEW, MANY = 100, 5000


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
def test_a_contribution_costs_the_same_among_few_and_among_many(scene: Scene) -> None:
    few, many = costs_of(scene, (FEW, MANY), turns=15)
    for part in ("decide", *AUDIENCES):
        assert getattr(many, part) < 3 * getattr(few, part) + 50, f"{part}: {table([few, many])}"
    assert many.screen < 3 * few.screen
    assert many.screen <= 64 * 1024
    assert many.patch <= 8 * 1024


def test_the_table_has_a_row_for_each_size_and_says_what_grew() -> None:
    found = [Cost("brainstorm: gathering", size, 10.0, 20.0, 5.0, 5.0, 10.0 * size / 10, 4000, 200) for size in (10, 5000)]
    assert growth(found) == {"brainstorm: gathering": 100.8}
    assert table(found).splitlines()[3] == "| brainstorm: gathering | 5,000 | 10 | 20 | 5 | 5 | 5000 | 5040 | 4,000 | 200 |"
