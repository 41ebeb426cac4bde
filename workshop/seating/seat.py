"""The plan: a closed form where there is one, else a search from the best start, and then what can be had without new repeats."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from time import thread_time

from workshop.seating.planning import plan
from workshop.seating.report import Report, report
from workshop.seating.request import Request
from workshop.seating.room import room_of

Round = Mapping[str, int]
STEPS_A_SECOND = 200_000


@dataclass(frozen=True, slots=True)
class Seating:
    """Who sits where: for each round each person's table, with what it reaches."""

    rounds: tuple[Round, ...]
    report: Report


def seat(request: Request, seconds: float = 0.8) -> Seating:
    """Seats everybody. The same request, with the same seconds, gives the same plan.

    The limit is counted in steps, of which an ordinary machine does so many in half the seconds; `seconds` themselves, of the
    processor's time, end the search only on a machine that is very slow, and the report then says `cut`.
    """
    end, cut = thread_time() + seconds, False

    def late() -> bool:
        nonlocal cut
        cut = cut or thread_time() > end
        return cut

    room = room_of(request)
    found, ruled = plan(room, Random(request.seed), int(seconds * STEPS_A_SECOND), late)
    coming = [{person: room.tables[seats[number]] for person, number in room.numbers.items()} for seats in found]
    rounds = (*request.played, *coming)
    return Seating(rounds, report(request, rounds, "closed form" if ruled else None, cut))
