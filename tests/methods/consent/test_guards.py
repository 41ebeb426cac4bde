"""The guards hold over random histories: whatever is sent, by whomever, in whatever order."""

from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from methods.consent import commands as c
from methods.consent.events import Signalled
from methods.consent.guards import is_open
from methods.consent.labels import with_arguments
from methods.consent.method import method
from methods.consent.qualifying import failed, to_judge
from methods.consent.speaking import comes, goes
from methods.consent.state import State
from workshop import circle
from workshop.blocks import encode
from workshop.language import Speaker
from workshop.method import PARTICIPANTS, Context, Role, Viewer, fold
from workshop.shelf import Catalogue

PEOPLE = ("ana", "ben", "cleo")
SIGNALS = ("consent", "concern", "objection")
PHASES = ("driver", "present", "clarify", "react", "check", "test", "resolve", "agreed")
RANDOM = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
SEEDS = st.integers(0, 2**32)


def any_command(state: State, chance: Random) -> Any:
    """Some command that somebody could send: often one that fits the phase, else any."""
    argument = chance.choice([one.id for one in state.arguments if one.status in ("untested", "qualified")] or ["none"])
    text = chance.choice(["", "One.", "Two.", "Three."])
    said = chance.choice([*(one.id for one in state.questions), *(one.id for one in state.suggestions)] or ["none"])
    number = state.rounds[-1].number if state.rounds else 1
    signal = c.Signal(number, chance.choice(SIGNALS))  # type: ignore[arg-type]
    paper = c.AddPaper(chance.choice(["concern", "objection"]), text)
    preparing = [
        c.Propose(text),
        c.StateDriver(text),
        c.ConfirmDriver(),
        c.Ask(text),
        c.React(text),
        c.Pass(),
        c.Go("check"),
        c.Hide(said),
        c.Restore(said),
        c.TakeUp(),
        c.LayDown(),
    ]
    concern = chance.choice([one.id for one in state.arguments if one.status == "concern"] or ["none"])
    speaker = chance.choice(PEOPLE)
    speaking = [circle.EndTurn(speaker), circle.PassTurn(speaker), circle.SkipTurn(speaker), circle.PutBack(speaker)]
    checking = [signal] * 6 + [
        c.CloseCall(),
        c.CountHands(chance.randrange(3), 1),
        paper,
        c.Argue(argument, "Why."),
        c.MakeObjection(concern),
    ]
    one = state.arguments.get(argument)
    doubt = chance.choice(["", "", *(each.id for each in one.doubts)]) if one else ""
    testing = [c.Argue(argument, "Why."), c.Argue(argument, text), *[c.Doubt(argument, text, doubt), c.HearDoubts(argument, doubt)] * 2]
    test: Any = chance.choice(["harms", "role", "caused", "certain"])
    judging = [*[c.Qualify(argument)] * 4, c.MakeConcern(argument), c.Drop(argument), c.LetGo(argument, doubt or "none"), c.Adopt(argument)]
    judging += [c.Judge(argument, test, chance.random() < 0.9)] * (6 if state.settings.variant == "holacracy" else 1)
    offering = [
        c.Amend(argument, text),
        c.Shorten(argument, "2027-01-31"),
        c.Measure(argument, text),
        c.Suggest(argument, text),
        c.Widen(argument),
    ]
    confirming = [*[c.Confirm(argument), c.ConfirmProposer(argument)] * 3, c.Decline(argument, text)]
    pools: dict[str, list[Any]] = {
        "check": checking,
        "test": testing + judging,
        "resolve": offering + confirming,
        "agreed": [c.Reopen(), paper, c.Another()],
    }
    if chance.random() < 0.3 and state.settings.variant != "s3":
        return chance.choice(speaking)
    if chance.random() < 0.7:
        return chance.choice(pools.get(state.phase, preparing))
    away = [c.Go(chance.choice(PHASES)), c.Reopen()]  # type: ignore[arg-type]
    return chance.choice([*preparing, *checking, *testing, *judging, *offering, *confirming, *away])


def step(hall: Any, chance: Random) -> None:
    """Something happens, or is refused; now and then the big button is pressed."""
    move = hall.moves.next
    if move is not None and chance.random() < 0.2:
        hall.next()
        return
    command = any_command(hall.state, chance)
    participants = method.commands[type(command)] >= PARTICIPANTS
    by = chance.choice(PEOPLE) if participants and (chance.random() < 0.8 or type(command) is c.Signal) else ""
    if not by and method.commands[type(command)] == PARTICIPANTS:
        by = "ana"
    answer = hall.answer(command, by)
    if isinstance(answer, list):
        hall.log += answer
        hall.state = fold(method, hall.state, answer)


def door(hall: Any, chance: Random) -> None:
    """Somebody leaves, or comes back."""
    person = chance.choice(PEOPLE)
    follow = goes if person in hall.people else comes
    hall.people ^= {person}
    context = Context(0, person, Role.PARTICIPANT, frozenset(hall.people), f"door{len(hall.log)}", 1)
    events = follow(hall.state, context)
    hall.log += events
    hall.state = fold(method, hall.state, events)


@pytest.fixture
def history(room: Callable[..., Any]) -> Callable[[int], Any]:
    """A room after a random history, with the states that it went through."""

    def played(seed: int) -> Any:
        chance = Random(seed)
        hall = room(*PEOPLE, proposal="The square is closed.", variant=("s3", "sofa", "holacracy")[seed % 3])
        hall.states = [hall.state]
        for _ in range(chance.randrange(10, 120)):
            step(hall, chance) if chance.random() > 0.05 else door(hall, chance)
            hall.states.append(hall.state)
        return hall

    return played


@RANDOM
@given(SEEDS)
def test_nothing_is_agreed_with_an_open_objection_or_an_unchecked_text(history: Callable[[int], Any], seed: int) -> None:
    for state in history(seed).states:
        if state.outcome is None or not state.outcome.result.startswith("agreed"):
            continue
        assert not [one for one in state.arguments if one.status in ("qualified", "untested")]
        assert state.rounds[-1].closed
        assert state.rounds[-1].version == state.versions[-1].number


@RANDOM
@given(SEEDS)
def test_a_concern_never_blocks(history: Callable[[int], Any], seed: int) -> None:
    for state in history(seed).states:
        only = (replace(one, status="concern") for one in state.arguments)
        eased = method.moves(with_arguments(replace(state, arguments=Catalogue()), only))
        if state.phase in ("check", "test", "resolve") and not is_open(state) and state.rounds and state.outcome is None:
            assert eased.next is not None
            assert eased.next.args["to"] in ("agreed", "check")


@RANDOM
@given(SEEDS)
def test_signals_are_hidden_until_the_call_is_closed(history: Callable[[int], Any], seed: int) -> None:
    for state in history(seed).states:
        if not is_open(state):
            continue
        call = state.rounds[-1]
        for signal in SIGNALS:
            other = replace(call, signals=type(call.signals)(dict.fromkeys(call.signals, signal)))
            swapped = replace(state, rounds=(*state.rounds[:-1], other))
            for role in ("room", "wall", "console"):
                assert method.view(state, Viewer(role, 3)) == method.view(swapped, Viewer(role, 3))
            assert method.view(state, Viewer("person", 3, "zoe")) == method.view(swapped, Viewer("person", 3, "zoe"))
            assert method.record(state) == method.record(swapped)
            assert method.moves(state) == method.moves(swapped)


@RANDOM
@given(SEEDS)
def test_the_state_is_the_fold_and_the_record_needs_no_secret(history: Callable[[int], Any], seed: int) -> None:
    hall = history(seed)

    assert fold(method, hall.first, hall.log) == hall.state
    assert hall.record() == hall.record(without=[Signalled])
    public = [event for event in hall.log if type(event) is not Signalled]
    assert method.results(fold(method, hall.first, public)) == method.results(hall.state)


@RANDOM
@given(SEEDS)
def test_whatever_is_undone_every_screen_can_be_drawn(history: Callable[[int], Any], seed: int) -> None:
    hall, chance, say = history(seed), Random(seed), Speaker("en")

    state = fold(method, hall.first, [event for event in hall.log if chance.random() < 0.7])

    for viewer in (Viewer("room"), Viewer("wall", 3), Viewer("console"), Viewer("person", 3, "ana")):
        blocks = method.view(state, viewer)
        assert len(encode(blocks, say)) == len(blocks), "two blocks have the same id"
    minutes = method.record(state)
    assert len(encode(minutes, say)) == len(minutes), "two blocks have the same id"
    method.moves(state)
    method.results(state)


@RANDOM
@given(SEEDS)
def test_the_next_button_is_never_refused(history: Callable[[int], Any], seed: int) -> None:
    hall = history(seed)
    for _ in range(6):
        if hall.moves.next is None:
            assert hall.moves.blocked is not None or hall.state.outcome is not None
            break
        hall.next()


@RANDOM
@given(SEEDS)
def test_only_those_whom_an_event_touches_see_a_change(history: Callable[[int], Any], seed: int) -> None:
    hall = history(seed)
    state = hall.first
    for event in hall.log:
        after = method.evolve(state, event)
        person = getattr(event, "person", "")
        if person and not list(method.touches(after, event)):
            others = [Viewer("person", 3, one) for one in PEOPLE if one != person]
            assert [method.view(state, one) for one in others] == [method.view(after, one) for one in others]
        state = after


@RANDOM
@given(SEEDS)
def test_in_holacracy_what_qualifies_has_passed_the_four_tests(history: Callable[[int], Any], seed: int) -> None:
    for state in history(seed - seed % 3 + 2).states:
        for one in state.arguments:
            if one.status in ("qualified", "integrated"):
                assert to_judge(one) is None
                assert failed(one) is None


@RANDOM
@given(SEEDS)
def test_no_open_objection_of_somebody_who_left_disappears(history: Callable[[int], Any], seed: int) -> None:
    """Only somebody's word ends it: dropped, or a concern, on a word that the record tells."""
    for state in history(seed).states:
        for one in state.arguments:
            assert one.status not in ("dropped", "integrated") or one.settled


@RANDOM
@given(SEEDS)
def test_every_outcome_has_what_the_record_needs_or_says_that_it_is_missing(history: Callable[[int], Any], seed: int) -> None:
    hall = history(seed)
    now = hall.state.versions[-1] if hall.state.versions else None
    if hall.state.outcome is None or now is None or hall.state.past:
        return
    record = hall.record()
    for said, gap in ((now.responsible, "Nobody was named"), (now.criteria, "No criteria"), (now.review_date, "No review date")):
        assert (gap in record) == (not said)
