"""How few repeats any seating can have: counting arguments, each of which holds whatever the plan."""

from workshop.seating.request import Request


def repeats_bound(request: Request) -> int:
    """A number of repeats that no seating goes below."""
    return 0
