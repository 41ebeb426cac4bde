"""What a decision comes from is what somebody said that it comes from, and nothing else."""

import pytest

from methods.consent import commands as c
from methods.consent.method import method
from methods.consent.origin import origin_field
from methods.consent.state import Settings, State
from tests.methods.test_consent import IDEAS, run
from workshop.method import Context, Rejected, Role


def agreed(state: State, *proposals: c.Propose) -> State:
    steps = (("", one) for one in (c.Go("present"), *proposals, c.Go("clarify"), c.Go("react"), c.Go("check")))
    state = run(state, ("", c.StateDriver("Cars.", "Children.")), ("", c.ConfirmDriver()), *steps)
    return run(state, ("ana", c.Signal(1, "consent")), ("ben", c.Signal(1, "consent")), ("", c.Go("agreed")))


def sources(*proposals: c.Propose) -> tuple[str, ...]:
    decision = method.results(agreed(method.start(Settings(), IDEAS, 1), *proposals))[0]
    return decision.sources


def test_it_comes_from_the_item_with_whose_text_the_form_began() -> None:
    best = max(IDEAS, key=lambda item: item.support)
    assert sources(c.Propose("Closed to cars.")) == (best.id,)


@pytest.mark.parametrize(("origin", "expected"), [("i1", ("i1",)), ("i2", ("i2",)), ("all", ("i1", "i2")), ("none", ())])
def test_it_comes_from_what_was_chosen(origin: str, expected: tuple[str, ...]) -> None:
    assert sources(c.Propose("Closed to cars.", origin=origin)) == expected


def test_the_choice_stays_when_the_text_is_changed_and_can_be_made_again() -> None:
    assert sources(c.Propose("Closed.", origin="i2"), c.Propose("Closed to cars.")) == ("i2",)
    assert sources(c.Propose("Closed.", origin="i2"), c.Propose("Closed.", origin="none")) == ()


def test_what_is_not_here_is_refused() -> None:
    begun = method.start(Settings(), IDEAS, 1)
    state = run(begun, ("", c.StateDriver("Cars.", "Children.")), ("", c.ConfirmDriver()), ("", c.Go("present")))
    context = Context(1, "host:1", Role.FACILITATOR, frozenset(), "id", 1)
    refused = method.decide(state, c.Propose("Closed.", origin="i9"), context)
    assert isinstance(refused, Rejected)
    assert refused.code == "unknown-origin"


def test_where_nothing_was_brought_nothing_is_asked() -> None:
    assert origin_field(method.start(Settings(), (), 1)) == ()
    [field] = origin_field(method.start(Settings(), IDEAS, 1))
    assert {option.id for option in field.options} == {"i1", "i2", "all", "none"}
