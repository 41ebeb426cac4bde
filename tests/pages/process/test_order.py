"""Where a workshop goes that is moved, and where something lies in the months of a process."""

from datetime import date

import pytest

from workshop.pages.process.order import at_edge, by_phase, moved, newest
from workshop.pages.process.span import Span, current, span_of
from workshop.process.state import Process, Sitting
from workshop.process.vocabulary import About, Phase

PHASES = tuple(Phase(id, id) for id in ("know", "create", "agree"))


def process(*sittings: tuple[str, str]) -> Process:
    return Process(about=About("Square", phases=PHASES), sittings=tuple(Sitting(*one) for one in sittings))


MIXED = process(("D", "agree"), ("A", "know"), ("B", "know"), ("X", "gone"))


def carried_out(one: Process, workshop: str, to: tuple[str, int]) -> list[str]:
    """The order after the process was told so, phase by phase."""
    others = [sitting for sitting in one.sittings if sitting.workshop != workshop]
    others.insert(to[1], Sitting(workshop, to[0]))
    after = Process(about=one.about, sittings=tuple(others))
    return [f"{phase or '-'} {code}" for phase, codes in by_phase(after).items() for code in codes]


@pytest.mark.parametrize(
    ("workshop", "by", "order"),
    [
        ("B", -1, ["know B", "know A", "agree D", "- X"]),
        ("A", 1, ["know B", "know A", "agree D", "- X"]),
        ("B", 1, ["know A", "create B", "agree D", "- X"]),
        ("D", -1, ["know A", "know B", "create D", "- X"]),
        ("X", -1, ["know A", "know B", "agree D", "agree X"]),
        ("D", 1, ["know A", "know B", "- D", "- X"]),
    ],
)
def test_a_workshop_goes_one_up_or_down_and_over_the_edge_into_the_phase_beside(workshop: str, by: int, order: list[str]) -> None:
    to = moved(MIXED, workshop, by)
    assert to is not None
    assert carried_out(MIXED, workshop, to) == order


def test_at_both_ends_there_is_nowhere_to_go() -> None:
    assert moved(MIXED, "A", -1) is None
    assert moved(MIXED, "X", 1) is None


def test_into_another_phase_it_comes_as_the_last() -> None:
    assert carried_out(MIXED, "D", at_edge(MIXED, "D", "know")) == ["know A", "know B", "know D", "- X"]
    assert carried_out(MIXED, "A", at_edge(MIXED, "A", "create")) == ["know B", "create A", "agree D", "- X"]


def test_a_new_workshop_probably_belongs_where_the_last_one_was() -> None:
    assert (newest(MIXED), newest(process()), newest(Process())) == ("know", "know", "")


def test_a_process_is_in_the_phase_of_what_was_held_last() -> None:
    assert [current(("know", "agree"), held) for held in ([], ["know"], ["agree", "gone"])] == ["know", "know", "agree"]


def test_the_months_reach_from_the_first_day_to_the_last_and_not_for_ever() -> None:
    span = span_of([date(2027, 1, 21), date(2027, 9, 30)], date(2027, 3, 1))
    assert span == Span(date(2027, 1, 1), date(2027, 10, 1))
    assert (span.place(date(2027, 1, 1)), span.place(date(2026, 1, 1)), span.place(date(2030, 1, 1))) == (0, 0, 100)
    assert len(span.months()) == 9
    assert span_of([date(2027, 3, 2), date(9999, 12, 31)], date(2027, 3, 1)).last == date(2031, 4, 1)
    assert [one.month for one in Span(date(2027, 1, 1), date(2029, 1, 1)).months()] == [1, 3, 5, 7, 9, 11, 1, 3, 5, 7, 9, 11]
