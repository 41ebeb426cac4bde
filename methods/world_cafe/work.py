"""What is computed off the event loop: the seats."""

from collections.abc import Mapping

from workshop.blocks import Json
from workshop.seating import Request, seat


def seat_room(asked: int, request: Request) -> Mapping[str, Json]:
    """The table of each person in each round that is still to come."""
    seating = seat(request)
    coming = seating.rounds[len(request.played) :]
    return {
        "asked": asked,
        "people": list(request.people),
        "rounds": [[seats.get(person, 0) for person in request.people] for seats in coming],
        "proven": seating.report.proven,
    }
