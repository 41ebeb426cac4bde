"""What is computed off the event loop: the seats."""

from collections import Counter
from collections.abc import Mapping, Sequence

from methods.world_cafe.badges import foresee
from methods.world_cafe.state import Settings
from workshop.blocks import Json
from workshop.seating import Request, report, seat


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


def seat_by_badges(asked: int, request: Request, badges: Sequence[int], settings: Settings) -> Mapping[str, Json]:
    """As the badges say; hosts at their tables, and who has no badge, or one for a table that is closed, where most seats are free."""
    plan = foresee(settings, settings.badges)
    printed = [seats for _name, seats in plan.rounds] if plan else []
    coming = []
    for number in range(len(request.played), request.rounds):
        way = printed[number] if number < len(printed) else {}
        seats = {person: way.get(str(badge), 0) for person, badge in zip(request.people, badges, strict=True)} | request.staying
        coming.append(_everybody(seats, request.open))
    return {
        "asked": asked,
        "people": list(request.people),
        "rounds": [[seats[person] for person in request.people] for seats in coming],
        "proven": report(request, (*request.played, *coming)).proven,
    }


def _everybody(seats: Mapping[str, int], tables: Sequence[int]) -> dict[str, int]:
    """A seat for everybody, with those who have none at the emptiest tables."""
    found = {person: table for person, table in seats.items() if table in tables}
    taken = Counter(found.values())
    for person in seats:
        if person not in found:
            found[person] = min(tables, key=lambda table: (taken[table], table))
            taken[found[person]] += 1
    return found
