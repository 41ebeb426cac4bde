"""The consent method as a whole; its rules, screens and minutes are shown in `tests/methods/consent/`."""

from typing import Any, get_args

from methods.consent import commands as c
from methods.consent import events as e
from methods.consent.method import method
from methods.consent.state import Settings, State
from workshop.messages import read, write
from workshop.method import Context, Item, Rejected, Role, Viewer, fold

IDEAS = (Item("i1", "idea", "Fewer cars on the square", support=9), Item("i2", "idea", "Bees", support=2))


def run(state: State, *steps: tuple[str, Any]) -> State:
    """The state after commands of several people; "" is the facilitator. Everything crosses the codec."""
    for place, (by, command) in enumerate(steps):
        sent = method.command(type(command).__name__)
        assert sent is not None
        role = Role.PARTICIPANT if by else Role.FACILITATOR
        assert role in method.commands[sent]
        context = Context(0, by or "lead", role, frozenset({"ana", "ben"}), f"c{place}", place)
        answer = method.decide(state, read(sent, write(command)), context)
        assert not isinstance(answer, Rejected), answer
        state = fold(method, state, [read(type(event), write(event)) for event in answer])
    return state


def test_from_two_ideas_to_a_decision() -> None:
    before = run(
        method.start(Settings(), IDEAS, 1),
        ("", c.StateDriver("The square is full of cars.", "Children cross it.")),
        ("", c.ConfirmDriver()),
        ("", c.Go("present")),
        ("", c.Propose("The square is closed to cars.", "The council", "Complaints", "2027-03-21", "all")),
        ("", c.Go("clarify")),
        ("ana", c.Ask("On Sundays too?")),
        ("", c.Go("react")),
        ("ben", c.React("It is a start.")),
        ("", c.Go("check")),
        ("ana", c.Signal(1, "objection")),
        ("ben", c.Signal(1, "concern")),
    )
    ana = next(one.id for one in before.arguments if one.owner == "ana")

    after = run(
        before,
        ("ana", c.Argue(ana, "Deliveries come at that time.")),
        ("", c.Go("test")),
        ("", c.Qualify(ana)),
        ("", c.Go("resolve")),
        ("", c.Amend(ana, "The square is closed to cars from 16 to 19.", "The council", "Complaints", "2027-03-21")),
        ("", c.ConfirmProposer(ana)),
        ("ana", c.Confirm(ana)),
        ("", c.Go("check")),
        ("ana", c.Signal(2, "consent")),
        ("ben", c.Signal(2, "consent")),
        ("", c.Go("agreed")),
    )

    (decision,) = method.results(after)
    assert decision.text == "The square is closed to cars from 16 to 19."
    assert decision.sources == ("i1", "i2")
    assert decision.facts["review_date"] == "2027-03-21"


def test_ideas_that_come_later_become_sources() -> None:
    state = method.receive(method.start(Settings(), IDEAS[:1], 1), IDEAS)

    assert state.items == IDEAS


def test_every_command_has_its_roles_and_every_event_its_place() -> None:
    assert set(method.commands) == set(get_args(c.Command))
    assert set(method.events) == set(get_args(e.Event))
    assert method.secret == {e.Signalled}


def test_the_help_begins_with_the_title() -> None:
    assert method.help.splitlines()[0] == method.title.text


def test_the_first_screen_of_everybody_can_be_drawn() -> None:
    state = method.start(Settings(), (), 1)

    assert [block.id for block in method.view(state, Viewer("wall"))] == ["driver", "phases"]
    assert method.view(state, Viewer("person", 1, "ana")) == ()
