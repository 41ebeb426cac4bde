"""Everything of a process that can be found by its words."""

from collections.abc import Iterator
from typing import Final

from workshop.chain import canonical
from workshop.dossier.dossier import Dossier
from workshop.messages import digest_of
from workshop.process.vocabulary import OWN
from workshop.store.search import Findable

SAID: Final = ("who", "answer", "seen", "asks", "origin")


def findable(dossier: Dossier) -> Iterator[Findable]:
    """All of it: texts of the process and its workshops, things, answers, notes."""
    process, about = dossier.process, dossier.process.about
    texts = (about.title, about.question, about.territory, about.about, *(phase.title for phase in about.phases))
    yield Findable("", "process", _joined(*texts), OWN, process.created_at)
    for one in dossier.meetings:
        yield Findable(one.code, "session", _joined(one.title, one.question, one.place), one.code, one.start)
        yield from (Findable(one.code, "noted", note.text, one.code, note.at) for note in one.notes)
    for thing in dossier.things.values():
        text = _joined(thing.text, *(thing.facts.get(key, "") for key in SAID))
        if text:
            yield Findable(thing.ref, thing.kind, text, thing.home, thing.at)
    for ref, answer in process.answers.items():
        if answer.text:
            yield Findable(ref, "answer", answer.text, OWN, answer.at)
    yield from (Findable(note.about, "noted", note.text, OWN, note.at) for note in process.notes)
    for ref, marks in process.marks.items():
        yield from (Findable(ref, "status", mark.note, OWN, mark.at) for mark in marks if mark.note)


def head_of(dossier: Dossier) -> str:
    """Another one whenever something changed."""
    return digest_of(canonical([dossier.process.seq, *(one.head for one in dossier.meetings)]))


def _joined(*texts: str) -> str:
    return "\n".join(dict.fromkeys(text for text in texts if text))
