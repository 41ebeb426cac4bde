"""The clock of a plan: when each step begins, and when all is over."""

from collections.abc import Sequence
from itertools import accumulate

from workshop.drafts import MINUTES, Draft

DAY = 24 * 60


def times_of(draft: Draft) -> Sequence[str]:
    """When each step begins, and after the last one the end, as "14:05"; nothing where the plan has no beginning."""
    hours, _colon, minutes = draft.starts.partition(":")
    if not (hours.isdecimal() and minutes.isdecimal()):
        return ()
    lengths = (step.minutes if step.minutes in MINUTES else 0 for step in draft.steps)
    return [f"{at % DAY // 60:02}:{at % 60:02}" for at in accumulate(lengths, initial=int(hours) * 60 + int(minutes))]
