"""The days of a process: when what was decided, promised or asked is due; a list to read, and a calendar file (RFC 5545)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from workshop.dossier.standing import SETTLED
from workshop.language import Message, _
from workshop.messages import derived_id
from workshop.record.reminders import day_of_text, escaped, fold
from workshop.volume.book import Book


@dataclass(frozen=True, slots=True)
class Due:
    """A day on which something is due: what, and its name in the process."""

    day: date
    ref: str
    label: Message
    text: str


def dues_of(book: Book) -> Sequence[Due]:
    """Every day that is set, the first day first; what is settled has none."""
    dossier = book.dossier
    found = [Due(day, one.thing.ref, _("Look at it again"), one.thing.text) for one in dossier.decisions if (day := day_of_text(one.day))]
    found += [Due(day, one.thing.ref, _("Promised"), one.thing.text) for one in dossier.commitments if (day := day_of_text(one.day))]
    asked = (one for one in dossier.kind("question") if one.facts.get("state") not in {"answered", *SETTLED})
    found += [Due(day, one.ref, _("Answer promised"), one.text) for one in asked if (day := day_of_text(one.facts.get("by", "")))]
    return sorted(found, key=lambda one: one.day)


def calendar_file(book: Book) -> str:
    """The calendar file; "" where no day is set."""
    process, dues = book.dossier.process, dues_of(book)
    if not dues:
        return ""
    stamp = datetime.fromtimestamp(max([process.changed_at, *(one.end for one in book.dossier.meetings)]) // 1000, UTC)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Palabre//Palabre//{process.language.upper()}",
        "CALSCALE:GREGORIAN",
        *(line for one in dues for line in _event(book, one, stamp)),
        "END:VCALENDAR",
    ]
    return "".join(f"{folded}\r\n" for line in lines for folded in fold(line))


def _event(book: Book, one: Due, stamp: datetime) -> Sequence[str]:
    process = book.dossier.process
    mark = book.marks.get(one.ref, "")
    summary = f"{book.said(one.label)}: {mark + ' ' if mark else ''}{' '.join(one.text.split())[:120]}"
    return (
        "BEGIN:VEVENT",
        f"UID:{derived_id(process.code, one.ref)}@{process.code.lower()}.palabre",
        f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{one.day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{one.day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY;LANGUAGE={process.language}:{escaped(summary)}",
        f"DESCRIPTION;LANGUAGE={process.language}:{escaped(one.text)}\\n{escaped(process.about.title)}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    )
