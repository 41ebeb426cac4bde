"""Every method that is installed keeps what every method must keep."""

from collections.abc import Mapping
from typing import Any

import pytest

from workshop.registry import discover
from workshop.testing import conform

METHODS = discover().methods
VARIANTS: list[tuple[str, Mapping[str, Any]]] = [
    ("brainstorm", {"silent": True, "limit": 2}),
    ("brainstorm", {"support": False}),
    ("check_in", {"form": "sentence", "hidden": True}),
    ("consent", {"proposal": "The square is closed to cars.", "review_date": "2035-03-31"}),
    ("dot_vote", {"least_ballots": 1, "most": 3, "keep": 1}),
    ("mind_map", {"who": "room"}),
    ("survey", {"preset": "none", "questions": ["Safe?", "How? | foot; bike", "What? | + park; pool", "And? | ..."]}),
    ("world_cafe", {"hosts": "none", "apart": True, "mix": "Your district", "mix_choices": ["North", "South"]}),
    ("world_cafe", {"hosts": "named", "rounds": 5, "size": 5, "questions": ["One?", "Two?"], "names_in_record": True}),
]


@pytest.mark.parametrize("name", sorted(METHODS))
def test_a_method_conforms(name: str) -> None:
    conform(METHODS[name])


@pytest.mark.parametrize(("name", "settings"), VARIANTS)
def test_a_method_conforms_with_other_settings(name: str, settings: Mapping[str, Any]) -> None:
    conform(METHODS[name], range(3), settings)


@pytest.mark.parametrize("name", sorted(METHODS))
def test_a_method_conforms_with_one_person_and_with_a_crowd(name: str) -> None:
    conform(METHODS[name], [1, 2], people=1, turns=10, many=0)
    conform(METHODS[name], [4], people=40, turns=10, many=0)


def test_nothing_that_we_bring_is_broken() -> None:
    assert discover().broken == ()
