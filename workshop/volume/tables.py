"""The tables of a process: sessions, contributions, answers, decisions, commitments, questions, groups, measures, figures."""

from collections import Counter
from collections.abc import Sequence

from workshop.chain import canonical
from workshop.dossier.few import FEW, HIDDEN, hidden
from workshop.dossier.standing import Promise
from workshop.dossier.things import Thing
from workshop.language import _
from workshop.process.vocabulary import OWN
from workshop.volume import columns
from workshop.volume.book import Book
from workshop.volume.figures import figures_of
from workshop.volume.table import Row, Table, Value


def tables_of(book: Book) -> tuple[Table, ...]:
    """All tables."""
    dossier = book.dossier
    contributions = [_contribution(book, one) for one in dossier.contributions]
    tables = (
        Table("sessions", _("A row is a session: a workshop of the process."), columns.SESSIONS, _sessions(book)),
        Table("contributions", _("A row is something that people wrote, with what became of it."), columns.CONTRIBUTIONS, contributions),
        Table("answers", _("A row is an answer of staff, to a contribution or to a group of them."), columns.ANSWERS, _answers(book)),
        Table("groups", _("A row is a group of contributions."), columns.GROUPS, _groups(book)),
        Table("decisions", _("A row is a decision."), columns.DECISIONS, [_decision(book, one) for one in dossier.decisions]),
        Table("commitments", _("A row is a promise."), columns.COMMITMENTS, [_commitment(book, one) for one in dossier.commitments]),
        Table(
            "questions", _("A row is a question to officials."), columns.QUESTIONS, [_question(book, q) for q in dossier.kind("question")]
        ),
        Table("measures", _("A row is what a survey measured."), columns.MEASURES, [_measure(book, m) for m in dossier.kind("measure")]),
    )
    figures = Table(
        "figures", _("A row is a figure, with how it is computed from the other tables."), columns.FIGURES, figures_of(book, tables)
    )
    return (*tables, figures)


def _sessions(book: Book) -> Sequence[Row]:
    dossier, phases = book.dossier, {one.workshop: one.phase for one in book.dossier.process.sittings}
    written = Counter(thing.home for thing in dossier.contributions)
    rows: list[Row] = []
    for number, one in enumerate(dossier.meetings, start=1):
        row: dict[str, Value] = {
            "number": number,
            "code": one.code,
            "title": one.title,
            "phase": phases.get(one.code, ""),
            "state": one.stage,
        }
        row |= {"day": book.calendar.date(one.start) if one.held else "", "start": book.calendar.iso(one.start) if one.held else ""}
        row |= {"end": book.calendar.iso(one.end) if one.held else "", "place": one.place}
        row |= {"people": hidden(one.people), "took_part": hidden(one.took_part)}
        row |= {"contributions": written[one.code], "events": one.events, "head": one.head}
        rows.append(row | {"folder": book.folders[one.code]})
    return rows


def _base(book: Book, thing: Thing) -> dict[str, Value]:
    """What each row of a thing has: where it stands in the logs, 0 where its text was put together from several lines."""
    seq = book.seqs.get(thing.ref, 0)
    return {
        "ref": thing.ref,
        "session": thing.home,
        "origin": thing.origin,
        "text": thing.text,
        "log": thing.home if seq else "",
        "seq": seq,
    }


def _contribution(book: Book, thing: Thing) -> Row:
    fate = book.dossier.fate(thing.ref)
    written = book.dossier.process.contributions.get(thing.ref)
    day = written.day if thing.home == OWN and written and written.day else book.calendar.date(thing.at)
    return _base(book, thing) | {
        "kind": thing.kind,
        "day": day,
        "support": thing.support,
        "state": fate.state,
        "decisions": " ".join(fate.decisions),
        "commitments": " ".join(fate.commitments),
        "groups": " ".join(fate.groups),
        "answer": fate.answered_at if fate.answer else "",
        "answer_text": fate.answer.text if fate.answer else "",
        "facts": canonical(dict(thing.facts)) if thing.facts else "",
    }


def _answers(book: Book) -> Sequence[Row]:
    answers = book.dossier.process.answers
    return [
        {"ref": ref, "standing": one.standing, "text": one.text, "decision": one.decision, "day": book.calendar.date(one.at)}
        for ref, one in sorted(answers.items(), key=lambda known: (known[1].at, known[0]))
    ]


def _groups(book: Book) -> Sequence[Row]:
    members = Counter(group for fate in book.dossier.fates.values() for group in fate.groups)
    return [_base(book, one) | {"support": one.support, "contributions": members[one.ref]} for one in book.dossier.kind("group")]


def _promised(book: Book, promise: Promise) -> dict[str, Value]:
    mark, words = book.marks[promise.thing.ref], book.dossier.words_behind(promise.thing.ref)
    last = promise.looks[-1] if promise.looks else None
    looked = {"looked_on": book.calendar.date(last.at) if last else "", "note": last.note if last else ""}
    return _base(book, promise.thing) | {"mark": mark, "status": promise.status, "day": promise.day, "contributions": len(words), **looked}


def _decision(book: Book, promise: Promise) -> Row:
    facts = promise.thing.facts
    keys = ("outcome", "responsible", "criteria", "review_date", "term")
    return _promised(book, promise) | {key: facts.get(key, "") for key in keys}


def _commitment(book: Book, promise: Promise) -> Row:
    facts = promise.thing.facts
    keys = ("who", "side", "by", "seen", "confirmed")
    return _promised(book, promise) | {key: facts.get(key, "") for key in keys} | {"helpers": promise.thing.support}


def _question(book: Book, thing: Thing) -> Row:
    keys = ("asks", "state", "answer", "by", "who")
    return _base(book, thing) | {key: thing.facts.get(key, "") for key in keys} | {"support": thing.support}


def _measure(book: Book, thing: Thing) -> Row:
    """Of fewer than five answers nothing is said but that there were some; of a choice of few, only that they were few."""
    facts = thing.facts
    answers = int(facts.get("answers", "") or 0)
    open_to_see = answers >= FEW
    return _base(book, thing) | {
        "key": facts.get("key", ""),
        "preset": facts.get("preset", ""),
        "scale": facts.get("scale", ""),
        "answers": hidden(answers),
        "mean": facts.get("mean", "") if open_to_see else "",
        "spread": _spread(facts.get("spread", "")) if open_to_see else "",
        "choices": facts.get("choices", ""),
        "day": facts.get("day", ""),
    }


def _spread(text: str) -> str:
    """How many chose each step, small numbers hidden; nothing where only one is small: it could be computed from the others."""
    parts = [part.rpartition(":") for part in text.split(",")]
    few = [count.isdigit() and 0 < int(count) < FEW for _step, _colon, count in parts]
    if sum(few) == 1:
        return ""
    return ",".join(f"{step}{colon}{HIDDEN if small else count}" for (step, colon, count), small in zip(parts, few, strict=True))
