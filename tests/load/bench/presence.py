"""What one phone is told while all the others come in."""

from dataclasses import dataclass

from tests.load.bench.figure import Figure
from tests.load.bench.hall import come_in, go_out, hall, quiet
from tests.load.bench.scale import Scale


@dataclass(frozen=True, slots=True)
class Presence:
    """Frames to a phone that was there before."""

    others: int
    frames: int


async def measure(scale: Scale) -> Presence:
    """One phone is in; then all the others come at once."""
    async with hall() as place:
        first, *others = place.phones(scale.hall + 1)
        await come_in([first])
        await quiet([first])
        before = first.frames
        await come_in(others)
        await quiet([first], 1.5)
        frames = first.frames - before
        await go_out([first, *others])
    return Presence(scale.hall, frames)


def figures(found: Presence) -> list[Figure]:
    """The lines of the table."""
    what = f"frames to one phone while {found.others} others join"
    return [Figure(what, "at most 10", str(found.frames), found.frames <= 10)]
