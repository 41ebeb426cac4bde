"""Relations of groups on the map: what each is called stands in the strip in the middle, above or below the topic."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from workshop.blocks import Link
from workshop.language import Words

SLOT, CLOCK_HIGH, TOPIC_HIGH, TRAY_HIGH = 48.0, 168.0, 240.0, 140.0  # of a name; what else stands there keeps so much for itself


@dataclass(frozen=True)
class Tie:
    """A relation of two groups, and what it is called."""

    id: str
    one: str
    other: str
    text: Words = ""


def linked(ties: Sequence[Tie], heights: Mapping[str, float], wide: float, height: float) -> tuple[Link, ...]:
    """Each in the free place that is nearest to the middle of its two ends; the earlier ones choose first, so a new one moves none.

    Those for which there is no place any more are not drawn. At the top stands the time that is left.
    """
    free, found = list(_slots(height)), []
    for tie in ties:
        if free and tie.one in heights and tie.other in heights:
            middle = (heights[tie.one] + heights[tie.other]) / 2
            y = min(free, key=lambda slot: (abs(slot - middle), slot))
            free.remove(y)
            found.append(Link(tie.id, tie.one, tie.other, tie.text, wide / 2, y))
    return tuple(found)


def _slots(height: float) -> Iterator[float]:
    y = CLOCK_HIGH + SLOT / 2
    while y + SLOT / 2 <= height - TRAY_HIGH:
        if abs(y - height / 2) >= (TOPIC_HIGH + SLOT) / 2:
            yield y
        y += SLOT
