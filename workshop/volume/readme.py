"""`README.md`: what was asked, what happened when, what was decided and promised and how it stands, and how all of it can be checked."""

from collections.abc import Iterable, Mapping, Sequence

from workshop.dossier.few import hidden
from workshop.dossier.meeting import Meeting
from workshop.dossier.numbers import said_number
from workshop.dossier.standing import Promise
from workshop.language import Message, Words, _, n_, said_date
from workshop.process.vocabulary import SCALES
from workshop.record.escape import inline, paragraph
from workshop.record.typesetting import bullets, labelled, spaced
from workshop.volume.book import Book
from workshop.volume.checking import files_section, proof_section
from workshop.volume.contributions import TITLES
from workshop.volume.days import dues_of
from workshop.volume.figures import DEBATE
from workshop.volume.front import front_of
from workshop.volume.measured import measured
from workshop.volume.names import COMMITMENTS, CONTRIBUTIONS, DECISIONS, QUESTIONS
from workshop.volume.promised import status_of
from workshop.volume.table import Row, Table

STAGES: Mapping[str, Message] = {"planned": _("planned"), "open": _("not closed"), "closed": _("held")}


def readme_of(book: Book, tables: Sequence[Table]) -> str:
    """The file."""
    about = book.dossier.process.about
    parts = (
        front_of(book, tables),
        f"# {inline(about.title)}",
        labelled(inline(book.said(_("What was asked"))), inline(about.question)) if about.question else "",
        paragraph(about.about),
        _facts(book),
        _timeline(book),
        _promises(book, _("What was decided"), book.dossier.decisions, DECISIONS),
        _promises(book, _("What was promised, and how it stands"), book.dossier.commitments, COMMITMENTS),
        _contributions(book),
        _questions(book),
        _dues(book),
        _figures(book, tables),
        measured(book),
        _notes(book),
        files_section(book),
        proof_section(book),
    )
    return spaced(parts) + "\n"


def _title(book: Book, words: Message) -> str:
    return book.title(2, words)


def _facts(book: Book) -> str:
    about = book.dossier.process.about
    facts: tuple[tuple[Message, Words], ...] = (
        (_("Territory"), about.territory),
        (_("Scale"), SCALES[about.scale]),
        (_("Part of the process"), about.parent),
        (_("Begun"), book.calendar.day(book.dossier.process.created_at)),
        (_("Phases"), " → ".join(phase.title for phase in about.phases)),
    )
    return bullets(labelled(inline(book.said(label)), inline(book.said(fact))) for label, fact in facts if fact)


def _table(book: Book, head: Sequence[Message], rows: Iterable[Sequence[str]]) -> str:
    names = " | ".join(inline(book.said(one)) for one in head)
    lines = [f"| {names} |", f"|{' --- |' * len(head)}", *(f"| {' | '.join(row)} |" for row in rows)]
    return "\n".join(lines)


def _timeline(book: Book) -> str:
    title, meetings = _title(book, _("Sessions")), book.dossier.meetings
    if not meetings:
        return spaced([title, inline(book.said(_("No session was planned yet.")))])
    phases = {phase.id: phase.title for phase in book.dossier.process.about.phases}
    places = {one.workshop: phases.get(one.phase, "") for one in book.dossier.process.sittings}
    head = (_("Day"), _("Session"), _("Phase"), _("People"), _("What came of it"))
    rows = [_session(book, one, places.get(one.code, "")) for one in meetings]
    return spaced([title, _table(book, head, rows)])


def _session(book: Book, one: Meeting, phase: str) -> Sequence[str]:
    kinds = [item.kind for item in one.items]
    came = (
        n_("{count} contribution", "{count} contributions", sum(thing.home == one.code for thing in book.dossier.contributions)),
        n_("{count} decision", "{count} decisions", kinds.count("decision")),
        n_("{count} commitment", "{count} commitments", kinds.count("commitment")),
        n_("{count} look back", "{count} looks back", kinds.count("status")),
    )
    said = ", ".join(book.said(words) for words in came if words.count)
    day = book.said(book.calendar.day(one.start)) if one.held else book.said(STAGES["planned"])
    people = str(hidden(one.people)) if one.held else ""
    return (inline(day), f"[{inline(one.title)}]({book.folders[one.code]}/record.md)", inline(phase), inline(people), inline(said))


def _promises(book: Book, words: Message, promises: Sequence[Promise], page: str) -> str:
    """A line for each; the page tells more."""
    if not promises:
        return spaced([_title(book, words), inline(book.said(_("Nothing yet.")))])
    lines = [_promise(book, one) for one in promises]
    more = book.pointer(_("More, with the words that each comes from"), page)
    return spaced([_title(book, words), bullets(lines), more])


def _promise(book: Book, one: Promise) -> str:
    mark, facts = book.marks[one.thing.ref], one.thing.facts
    number = facts.get("person", "")
    who: Words = facts.get("who", "") or facts.get("responsible", "") or (_("Person {number}", number=number) if number else "")
    told: list[Words] = [status_of(one)]
    told += [_("responsible: {who}", who=who)] if who else []
    told += [_("next day: {day}", day=said_date(one.day))] if one.day else []
    note = one.looks[-1].note if one.looks else ""
    told += [f"“{note}”"] if note else []
    said = "; ".join(inline(book.said(words)) for words in told)
    return f"[{mark}]({book.link(one.thing.ref)}) {inline(one.thing.text)} ({said})"


def _contributions(book: Book) -> str:
    fates = [fate.state for fate in book.dossier.fates.values()]
    lines = [f"{inline(book.said(title))} ({fates.count(state)})" for state, title in TITLES.items() if state in fates]
    total = inline(book.said(n_("{count} contribution.", "{count} contributions.", len(fates))))
    more = book.pointer(_("Each with its answer"), CONTRIBUTIONS) if fates else ""
    return spaced([_title(book, _("What people contributed, and what became of it")), total, bullets(lines), more])


def _questions(book: Book) -> str:
    found = book.dossier.kind("question")
    if not found:
        return ""
    answered = sum(one.facts.get("state") == "answered" for one in found)
    said = _("{questions}; answered: {answered}.", questions=n_("{count} question", "{count} questions", len(found)), answered=answered)
    return spaced([_title(book, _("Questions to officials")), f"[{inline(book.said(said))}]({QUESTIONS})"])


def _dues(book: Book) -> str:
    found = dues_of(book)
    if not found:
        return ""
    rows = [
        (inline(book.said(said_date(one.day.isoformat()))), inline(book.said(one.label)), _named(book, one.ref), inline(one.text))
        for one in found
    ]
    head = (_("Day"), _("What"), _("Which"), _("Text"))
    return spaced([_title(book, _("What is due, by day")), _table(book, head, rows)])


def _named(book: Book, ref: str) -> str:
    mark = book.marks.get(ref)
    return f"[{mark}]({book.link(ref)})" if mark else book.pointer(_("Question"), QUESTIONS)


def _notes(book: Book) -> str:
    notes = [labelled(inline(book.day(one.at)), paragraph(one.text)) for one in book.dossier.process.notes if not one.about]
    return spaced([_title(book, _("Notes of staff")), bullets(notes)]) if notes else ""


def _figures(book: Book, tables: Sequence[Table]) -> str:
    """First what the debate comes to, each with how it is computed; then what is counted in the tables."""
    rows = [row for table in tables if table.name == "figures" for row in table.rows if row["value"]]
    debate = [row for row in rows if str(row["key"]).startswith(DEBATE)]
    told = [(inline(str(row["label"])), inline(_number(book, row)), inline(str(row["how"]))) for row in debate]
    labels = {row["label"] for row in debate}
    cells = [(inline(str(row["label"])), str(row["value"])) for row in rows if row["label"] not in labels]
    more = book.pointer(_("How each is computed"), "data/figures.csv")
    head = (_("Figure"), _("Value"))
    return spaced([_title(book, _("Figures")), _table(book, (*head, _("How it is computed")), told), _table(book, head, cells), more])


def _number(book: Book, row: Row) -> str:
    return said_number(str(row["value"]), str(row["unit"]), book.say.language)
