"""Things from elsewhere in the process come into a step."""

from dataclasses import replace
from typing import Any

import pytest

from tests.conftest import METHODS
from tests.logs import Log
from tests.tiny import Settings, start
from workshop.agenda import Agenda
from workshop.method import Rejected
from workshop.session.history import fold


def thing(id: str, text: str, kind: str = "idea") -> dict[str, Any]:
    return {"id": id, "kind": kind, "text": text, "sources": [], "support": 3, "facts": {"from": "a street"}}


@pytest.fixture
def log(agenda: Agenda) -> Log:
    return Log(METHODS, agenda)


def held(log: Log, step: str) -> list[str]:
    return sorted(one.text for one in log.state.activities[step].state.said.values())


def test_a_step_begins_with_what_was_brought_and_with_what_its_source_yields(log: Log) -> None:
    log.play("Bring", {"step": "two", "items": [thing("ABCDEF/a1", "Benches from the other quarter")]})
    log.play("OpenRoom")
    log.play("Join", by="ana")
    log.play("Next")
    log.do("Say", by="ana", text="Trees")
    log.play("Go", {"step": "two"})
    assert held(log, "two") == ["Benches from the other quarter", "Trees"]


def test_a_step_that_runs_takes_them_in_at_once(agenda: Agenda) -> None:
    methods = {"tiny": replace(METHODS["tiny"], receive=lambda _state, items: start(Settings(), items, 1))}
    log = Log(methods, agenda)
    log.play("OpenRoom")
    log.play("Next")
    log.play("Bring", {"step": "one", "items": [thing("ABCDEF/a1", "Benches")]})
    assert held(log, "one") == ["Benches"]
    assert fold(methods, log.entries) == log.state


def test_bringing_again_puts_them_in_the_place_of_those_before(log: Log) -> None:
    log.play("Bring", {"step": "two", "items": [thing("ABCDEF/a1", "Benches")]})
    log.play("Bring", {"step": "two", "items": [thing("ABCDEF/a2", "Shade")]})
    assert [item.text for item in log.state.brought["two"]] == ["Shade"]


@pytest.mark.parametrize(
    ("args", "code"),
    [
        ({"step": "nine", "items": []}, "unknown-step"),
        ({"step": "two", "items": [thing("ABCDEF/a1", "Benches", kind="weather")]}, "not-taken"),
        ({"step": "two", "items": "Benches"}, "bad-arguments"),
    ],
)
def test_what_cannot_be_brought_is_refused_with_the_reason(log: Log, args: dict[str, Any], code: str) -> None:
    answer = log.play("Bring", args)
    assert isinstance(answer, Rejected)
    assert answer.code == code
    assert not log.state.brought


def test_a_participant_brings_nothing_and_a_closed_workshop_takes_nothing(log: Log) -> None:
    args = {"step": "two", "items": [thing("ABCDEF/a1", "Benches")]}
    log.play("OpenRoom")
    log.play("Join", by="ana")
    refused = log.play("Bring", args, by="ana")
    assert refused is not None
    assert refused.code == "not-allowed"
    log.play("Close")
    over = log.play("Bring", args)
    assert over is not None
    assert over.code == "closed"
