"""What goes from the log when somebody is erased, and that the log still proves itself."""

from dataclasses import dataclass, replace
from typing import Literal

import pytest

from tests.conftest import METHODS
from tests.logs import Log
from workshop.agenda import Agenda, dump
from workshop.erasure import GONE, erased, event_of, is_erased
from workshop.messages import Entry, Id, Line, Paragraph
from workshop.record.events import held_by, lines_of


@dataclass(frozen=True)
class Part:
    id: Id
    text: Line


@dataclass(frozen=True)
class Written:
    id: Id
    text: Paragraph
    parts: tuple[Part, ...]
    stage: Literal["one", "two"]
    score: int
    plain: str = ""
    maybe: str | None = None


def entry(payload: dict[str, object] | None) -> Entry:
    return Entry(1, "c1", 0, "ana", "one", "Written", payload, "salt", "x", "y")


def test_words_go_and_everything_else_stays() -> None:
    payload = {
        "id": "i1", "text": "Trees", "parts": [{"id": "p1", "text": "Oaks"}], "stage": "two", "score": 7, "plain": "x", "maybe": "y",
    }  # fmt: skip
    after = erased(entry(payload), Written)
    assert after.payload == {
        "id": "i1", "text": GONE, "parts": [{"id": "p1", "text": GONE}], "stage": "two", "score": 7, "plain": GONE, "maybe": GONE,
    }  # fmt: skip
    assert after.salt == ""
    assert (after.digest, after.payload_digest) == ("y", "x")
    assert is_erased(after, Written)
    assert not is_erased(entry(payload), Written)


def test_an_event_without_words_stays_as_it_is() -> None:
    before = entry({"id": "i1", "text": "", "parts": [], "stage": "one", "score": 7, "plain": "", "maybe": None})
    assert erased(before, Written) == before


def test_of_an_event_that_nobody_knows_nothing_stays() -> None:
    assert erased(entry({"text": "Trees"}), None).payload is None


@pytest.fixture
def log(agenda: Agenda) -> Log:
    log = Log(METHODS, agenda)
    log.play("OpenRoom")
    log.play("Join", by="ana")
    log.play("Next")
    log.do("Say", by="ana", text="Trees")
    return log


def test_the_methods_of_a_changed_agenda_are_known_too(log: Log, agenda: Agenda) -> None:
    more = replace(agenda, steps=(*agenda.steps, replace(agenda.steps[0], id="three")))
    log.play("ChangeAgenda", {"agenda": dump(more)})
    assert held_by(log.entries) == {"one": "tiny", "two": "tiny", "three": "tiny"}


def test_the_words_of_one_person_are_gone_from_the_file(log: Log) -> None:
    held = held_by(log.entries)
    after = [erased(one, event_of(METHODS, held, one)) if one.actor == "ana" else one for one in log.entries]
    assert b"Trees" in lines_of(log.entries)
    assert b"Trees" not in lines_of(after)
