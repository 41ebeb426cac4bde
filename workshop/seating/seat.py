"""The plan: a closed form where there is one, else a search from the best start, and then what can be had without new repeats."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random
from time import monotonic

from workshop.seating.board import REPEAT, REVISIT
from workshop.seating.bound import repeats_bound, revisits_bound
from workshop.seating.closed import closed_form
from workshop.seating.filling import filled
from workshop.seating.report import How, Report, report
from workshop.seating.request import Request
from workshop.seating.room import Room, room_of
from workshop.seating.search import Search, improve
from workshop.seating.setup import board_of

Round = Mapping[str, int]
STEPS_A_SECOND = 12_000


@dataclass(frozen=True, slots=True)
class Seating:
    """Who sits where: for each round each person's table, with what it reaches."""

    rounds: tuple[Round, ...]
    report: Report


def seat(request: Request, seconds: float = 0.8) -> Seating:
    """Seats everybody. The same request, with the same seconds, gives the same plan.

    The limit is counted in steps, of which an ordinary machine does so many in half the seconds; `seconds` themselves end the
    search only on a machine that is very slow or busy, and the report then says `cut`.
    """
    end, cut = monotonic() + seconds, False

    def late() -> bool:
        nonlocal cut
        cut = cut or monotonic() > end
        return cut

    room, random = room_of(request), Random(request.seed)
    plan, how = _plan(room, random, int(seconds * STEPS_A_SECOND), late) if room.people else ([[]] * request.to_come, None)
    coming = [{one: room.tables[seats[number]] for one, number in room.numbers.items()} for seats in plan]
    rounds = (*request.played, *coming)
    return Seating(rounds, report(request, rounds, how, cut))


def _plan(room: Room, random: Random, steps: int, late: Callable[[], bool]) -> tuple[list[list[int]], How | None]:
    rounds = room.request.to_come
    if not rounds:
        return [], None
    ruled = closed_form(room, rounds, random)
    search = Search(board_of(room, ruled or filled(room, rounds, random)), random, steps, late)
    search.goal = REPEAT * repeats_bound(room.request) + REVISIT * revisits_bound(room.request)
    improve(search)
    return search.plan, "closed form" if ruled else None
