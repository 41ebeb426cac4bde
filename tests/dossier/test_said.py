"""What one person of the recorded workshop wrote, and what became of each thing."""

from dataclasses import replace

from tests.dossier.test_dossier import RECORD
from workshop.dossier.dossier import dossier_of
from workshop.dossier.meeting import meeting_of
from workshop.dossier.said import Said, said_by
from workshop.language import speaker
from workshop.process.state import Process, Sitting
from workshop.process.vocabulary import About
from workshop.record.events import entries_of
from workshop.registry import discover

METHODS = discover().methods
LOG = entries_of(RECORD.read_bytes())
MEETING = meeting_of(LOG, METHODS)
DOSSIER = dossier_of(Process(about=About("x"), sittings=(Sitting(MEETING.code),)), [MEETING])
PEOPLE = sorted({entry.actor for entry in LOG if entry.actor.startswith("p")})
SAY = speaker("en", ())


def of(person: str, log: list = LOG) -> tuple[Said, ...]:  # type: ignore[type-arg]
    return said_by(log, METHODS, person, (DOSSIER,))


def test_everybody_finds_the_ideas_that_they_wrote_and_nobody_elses() -> None:
    found = [(person, one.ref) for person in PEOPLE for one in of(person) if one.kind == "idea"]
    assert sorted(ref for _person, ref in found) == sorted(
        thing.ref for thing in DOSSIER.contributions if thing.by and thing.kind == "idea"
    )
    assert all(DOSSIER.things[ref].by == person for person, ref in found)


def test_each_idea_tells_what_became_of_it_and_one_of_them_led_to_the_decision() -> None:
    ideas = [one for person in PEOPLE for one in of(person) if one.kind == "idea"]
    assert all(one.became for one in ideas)
    assert any(told.kind == "decision" for one in ideas for told in one.became)
    for one in ideas:
        lines = [SAY(line) for told in one.became for line in told.said]
        assert len(lines) == len(set(lines))


def test_what_yields_nothing_is_listed_with_its_step() -> None:
    words = {(one.step, one.text) for person in PEOPLE for one in of(person) if not one.became}
    assert ("Arrive", "Curious") in words
    assert any(step == "Consent" for step, _text in words)


def test_who_wrote_nothing_has_nothing() -> None:
    assert of("p000000000000") == ()


def test_of_several_versions_of_a_word_the_last_one_is_listed() -> None:
    line = next(entry for entry in LOG if entry.type == "Answered" and (entry.payload or {}).get("text") == "Curious")
    again = replace(line, seq=len(LOG) + 1, id="again-1", payload={**(line.payload or {}), "text": "Calm"})
    assert [one.text for one in of(line.actor, [*LOG, again]) if one.step == "Arrive"] == ["Calm"]
