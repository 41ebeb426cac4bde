"""Groups of fewer than five people: of them nothing is said but that they are few, wherever something may leave the house."""

from typing import Final

FEW: Final = 5
HIDDEN: Final = f"<{FEW}"


def hidden(people: int) -> str | int:
    """How many people it is; of fewer than five only that they are fewer.

    >>> hidden(0), hidden(3), hidden(12)
    (0, '<5', 12)
    """
    return HIDDEN if is_few(people) else people


def is_few(people: int) -> bool:
    """Whether it is somebody, but fewer than five."""
    return 0 < people < FEW
