"""One turn of the queue: decided together, each command on what those before it leave."""

import asyncio
from typing import Any

import pytest

from tests.conftest import METHODS
from tests.logs import Log
from workshop.agenda import Agenda
from workshop.messages import Command
from workshop.method import Rejected, Role
from workshop.patience import Patience
from workshop.trusted import Trusted
from workshop.turn import FACILITATOR, Actor, Answer, Done, Turn, Waiting

ANA, BO = Actor("ana", Role.PARTICIPANT), Actor("bo", Role.PARTICIPANT)


@pytest.fixture
def log(agenda: Agenda) -> Log:
    log = Log(METHODS, agenda)
    for name, by in (("OpenRoom", "host:1"), ("Join", "ana"), ("Join", "bo"), ("Next", "host:1")):
        log.play(name, by=by)
    return log


def want(actor: Actor, id: str, name: str, activity: str | None = "one", **args: Any) -> Waiting:
    return actor, Command(id, activity, name, args), asyncio.get_running_loop().create_future()


def turn(log: Log, known: dict[str, tuple[int, str]] | None = None) -> Turn:
    patience = Patience()
    patience.close()
    return Turn(Trusted(METHODS, patience, lambda: None), log.state, known or {}, log.now)


def answers(turn: Turn) -> list[Answer]:
    return [answer for _future, answer in turn.answers]


async def test_each_is_decided_on_what_those_before_it_leave(log: Log) -> None:
    made = turn(log)
    for waiting in (want(ANA, "c1", "Say", text="Trees"), want(FACILITATOR, "c2", "Close", None), want(BO, "c3", "Say", text="Shade")):
        assert made.take(waiting)
    first, second, third = answers(made)
    assert isinstance(first, Done)
    assert isinstance(second, Done)
    assert isinstance(third, Rejected), "it was closed meanwhile"
    assert [entry.seq for entry in made.entries] == [log.state.seq + 1, log.state.seq + 2]
    assert made.session.seq == second.seq


async def test_the_same_command_in_one_turn_happens_once(log: Log) -> None:
    made = turn(log)
    for actor in (ANA, ANA, BO):
        made.take(want(actor, "c1", "Say", text="Trees"))
    first, again, stolen = answers(made)
    assert first == again == Done(log.state.seq + 1)
    assert isinstance(stolen, Rejected)
    assert stolen.code == "id-taken"
    assert len(made.entries) == 1


async def test_what_comes_after_an_undo_waits_for_a_turn_of_its_own(log: Log) -> None:
    log.do("Say", by="ana", text="Trees")
    log.play("Next")
    made = turn(log, {"old": (4, "ana")})
    assert made.take(want(FACILITATOR, "c1", "Undo", None))
    assert not made.take(want(BO, "c2", "Say", text="Shade"))
    assert made.take(want(ANA, "old", "Say", text="Bees")), "what is in the log can be answered at once"
    assert answers(made)[1] == Done(4)
    assert made.refold
