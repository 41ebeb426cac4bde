"""A measured figure beside the one that was set as a goal, and what several runs come to."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from statistics import median
from typing import Any, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table; `met` is None where no goal was set."""

    what: str
    goal: str
    found: str
    met: bool | None = None


def summed_up(runs: Sequence[T]) -> T:
    """What the runs of one measurement come to: the median of what is measured (float), the worst of what is counted (int)."""
    first: Any = runs[0]
    values: dict[str, Any] = {}
    for field in fields(first):
        found = [getattr(run, field.name) for run in runs]
        if all(isinstance(value, int) for value in found):
            values[field.name] = max(found)
        elif all(isinstance(value, int | float) for value in found):
            values[field.name] = median(found)
        else:
            values[field.name] = found[0]
    summary: T = type(first)(**values)
    return summary
