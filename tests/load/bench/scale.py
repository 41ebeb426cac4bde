"""How large a run of the bench is."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Scale:
    """Counts of phones and of what they do; seconds end in `_s`."""

    hall: int = 300
    many: int = 1000
    lasting_s: float = 20.0
    changes: int = 40
    callers: int = 200
    closed_loop_s: float = 6.0
    few_ideas: int = 10
    many_ideas: int = 5000
    watchers: int = 50
    events: int = 100_000


WHOLE: Final = Scale()
QUICK: Final = Scale(
    hall=30, many=60, lasting_s=4.0, changes=6, callers=20, closed_loop_s=1.0, many_ideas=500, watchers=10, events=5_000
)  # fmt: skip
