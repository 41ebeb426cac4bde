from dataclasses import replace
from typing import Any

import pytest

from tests.conftest import METHODS
from tests.logs import Log
from workshop.agenda import Agenda
from workshop.blocks import encode
from workshop.language import speaker
from workshop.method import Viewer
from workshop.session.screen import screen_of


@pytest.fixture
def log(agenda: Agenda) -> Log:
    log = Log(METHODS, agenda)
    log.play("OpenRoom")
    log.play("Join", by="ana")
    return log


def shown(log: Log, viewer: Viewer) -> dict[str, Any]:
    return encode(screen_of(METHODS, log.state, viewer), speaker("en", ()))


def offered(log: Log, person: str) -> list[str]:
    """What somebody can do with their hand."""
    hand = shown(log, Viewer("person", 1, person)).get("my-hand", {"items": {}})
    return [button["command"] for button in hand["items"].values()]


def test_the_lobby_says_what_where_and_how_long(agenda: Agenda) -> None:
    log = Log(METHODS, replace(agenda, place="Quartier Saint-Roch"))
    log.play("OpenRoom")
    lobby = shown(log, Viewer("room", 1))
    assert (lobby["question"]["above"], lobby["question"]["text"]) == (agenda.title, agenda.question)
    assert lobby["place"]["text"] == "Quartier Saint-Roch"
    assert lobby["plan"]["text"] == f"{len(agenda.steps)} steps, about {agenda.minutes} minutes"


def test_whoever_is_in_raises_their_hand_in_the_lobby_and_in_every_step_until_the_end(log: Log) -> None:
    assert offered(log, "ana") == ["RaiseHand"]
    log.play("RaiseHand", by="ana")
    log.play("Next")
    assert offered(log, "ana") == ["LowerHand"]
    assert offered(log, "a stranger") == []
    log.play("Close")
    assert offered(log, "ana") == []


def test_nobody_else_is_shown_a_hand_of_their_own(log: Log) -> None:
    log.play("RaiseHand", by="ana")
    assert all("my-hand" not in shown(log, Viewer(role, 1)) for role in ("room", "wall", "console"))
