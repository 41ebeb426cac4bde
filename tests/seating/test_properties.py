"""What holds whatever is asked."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.seating.asked import asked, document
from tests.seating.checker import agrees
from workshop.seating import Request, place, report, seat

QUICK = settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def requests(draw: st.DrawFn) -> Request:
    tables = draw(st.integers(1, 7))
    people = draw(st.integers(tables, 5 * tables))
    names = st.sampled_from(tuple(map(str, range(1, people + 1))))
    wish = st.tuples(names, names).filter(lambda pair: pair[0] != pair[1])
    wishes = st.lists(wish, max_size=2) if people > 1 else st.just([])
    return asked(
        people,
        tables,
        draw(st.integers(1, 4)),
        draw(st.booleans()),
        together=tuple(draw(wishes)),
        apart=tuple(draw(wishes)),
        seed=draw(st.integers(0, 5)),
    )


@QUICK
@given(requests())
def test_everybody_sits_once_a_round_and_the_report_is_right(request: Request) -> None:
    plan = seat(request, 0.02)
    found = agrees(document(request, plan), request.together)
    assert found["spread"] <= 1
    assert found["hosts_moved"] == 0


@QUICK
@given(requests(), st.data())
def test_rounds_that_were_played_stay_as_they_were(request: Request, data: st.DataObject) -> None:
    plan = seat(request, 0.02)
    played = data.draw(st.integers(0, request.rounds))
    here = (*(person for person in request.people if data.draw(st.booleans())), "late")
    after = Request(here, request.tables, request.rounds, hosts=request.hosts, played=plan.rounds[:played], planned=plan.rounds[played:])
    again = seat(after, 0.02)
    assert again.rounds[:played] == plan.rounds[:played]
    assert all(set(seats) == set(here) for seats in again.rounds[played:])
    assert again.report.spread <= 1
    assert again.report.bound <= again.report.repeats
    assert again.report == report(after, again.rounds, again.report.how, again.report.cut)


@QUICK
@given(requests())
def test_somebody_who_comes_late_gets_one_of_the_smallest_tables(request: Request) -> None:
    rounds = [dict(seats) for seats in seat(request, 0.02).rounds]
    table = place(request, rounds, 0, "late")
    sizes = {number: sum(at == number for at in rounds[0].values()) for number in request.open}
    assert sizes[table] == min(sizes.values())
