"""A decision of one workshop that comes from what another one brought says so in its own record."""

from dataclasses import replace

from tests.conftest import METHODS
from tests.logs import Log
from workshop.agenda import Agenda
from workshop.language import Speaker
from workshop.method import Item
from workshop.record.decisions import decisions_of
from workshop.record.proceedings import proceedings_of


def test_the_words_of_another_workshop_stand_under_the_decision_with_their_origin(agenda: Agenda) -> None:
    methods = {"tiny": replace(METHODS["tiny"], results=lambda _state: (Item("d1", "decision", "We plant", ("AAAAAA/g1",)),))}
    log = Log(methods, agenda)
    shade = {"id": "AAAAAA/g1", "kind": "idea", "text": "Shade", "facts": {"origin": "How we use the square"}}
    log.play("Bring", {"step": "one", "items": [shade]})
    log.play("OpenRoom")
    log.play("Next")
    written = decisions_of(proceedings_of(log.entries, methods), Speaker("en"))
    assert "- Shade (How we use the square)" in written
    assert "No contribution" not in written
