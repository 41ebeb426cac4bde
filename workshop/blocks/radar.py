"""The drawing of a radar: one spoke for each question, upwards and then clockwise, and outlines through the means."""

from collections.abc import Sequence
from math import cos, pi, sin
from typing import Final

from babel.numbers import format_decimal

RADIUS: Final = 100.0
LEAST: Final = 3  # with fewer spokes there is no area to see
Point = tuple[float, float]


def point(place: int, of: int, part: float) -> Point:
    """The point on a spoke, `part` of the way out from the centre (0, 0).

    >>> point(0, 4, 1), point(1, 4, 0.5)
    ((0.0, -100.0), (50.0, 0.0))
    """
    angle = 2 * pi * place / of
    return round(RADIUS * part * sin(angle), 2) + 0.0, round(-RADIUS * part * cos(angle), 2) + 0.0


def outline(parts: Sequence[float]) -> str:
    """The closed line through a point on each spoke, as the path of a drawing; a spoke without a value (0) is passed over.

    >>> outline([1, 0.5, 0, 0.5])
    'M0 -100L50 0L-50 0Z'
    """
    points = [point(place, len(parts), part) for place, part in enumerate(parts) if part]
    return "M" + "L".join(f"{x:g} {y:g}" for x, y in points) + "Z" if len(points) >= LEAST else ""


def decimal(hundredths: int, language: str, places: int = 1) -> str:
    """A number of hundredths as a language writes it.

    >>> decimal(345, "fr"), decimal(345, "en", 2)
    ('3,5', '3.45')
    """
    tens = 10 ** (2 - places)
    rounded = (hundredths + tens // 2) // tens * tens if tens > 1 else hundredths
    return str(format_decimal(rounded / 100, f"0.{'0' * places}", locale=language))
