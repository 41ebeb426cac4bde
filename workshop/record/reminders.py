"""The days on which decisions are looked at again, or end, and promises are due: a calendar file that every calendar reads (RFC 5545)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Final

from workshop.language import Message, Speaker, _, said_date
from workshop.messages import derived_id
from workshop.method import Item
from workshop.record.decisions import commitments_in, decisions_in
from workshop.record.proceedings import Proceedings

NAME: Final = "reviews.ics"
OCTETS: Final = 75
LONGEST: Final = 120


@dataclass(frozen=True, slots=True)
class Day:
    """A day to remember: what it is about, and the decision or the promise."""

    key: str
    day: date
    label: Message
    item: Item


def reminders_of(proceedings: Proceedings, say: Speaker) -> str:
    """The calendar of a workshop's decisions and promises; "" where no day is set. The same log gives the same bytes."""
    days = [*(day for item in decisions_in(proceedings) for day in _days(item)), *_promised(proceedings)]
    if not days:
        return ""
    agenda, stamp = proceedings.session.agenda, datetime.fromtimestamp(proceedings.period.end // 1000, UTC)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//Palabre//Palabre//{agenda.language.upper()}",
        "CALSCALE:GREGORIAN",
        *(line for day in days for line in _event(day, proceedings, stamp, say)),
        "END:VCALENDAR",
    ]
    return "".join(f"{folded}\r\n" for line in lines for folded in fold(line))


def _days(item: Item) -> Iterable[Day]:
    labels = (
        ("review_date", _("Review: {decision}", decision=_short(item.text))),
        ("term", _("The term ends: {decision}", decision=_short(item.text))),
        ("when", _("Take up again: {decision}", decision=_short(item.text))),
    )
    yield from _among(item, labels)


def _promised(proceedings: Proceedings) -> Iterable[Day]:
    """The days by which promises are due, and those on which it is asked again what became of something."""
    for item in commitments_in(proceedings):
        due = _("Promised: {commitment}", commitment=_short(item.text))
        yield from _among(item, (("by", due), ("when", due), ("review_date", _("Review: {decision}", decision=_short(item.text)))))
    for item in proceedings.items:
        if item.kind == "question":
            yield from _among(item, (("by", _("Answer promised: {question}", question=_short(item.text))),))
        if item.kind == "status":
            text = item.facts.get("what", "") or item.text
            yield from _among(replace(item, text=text), (("review_date", _("Review: {decision}", decision=_short(text))),))


def _among(item: Item, labels: Iterable[tuple[str, Message]]) -> Iterable[Day]:
    for key, label in labels:
        day = day_of_text(item.facts.get(key, ""))
        if day is not None:
            yield Day(key, day, label, item)


def day_of_text(text: str) -> date | None:
    """The day of an ISO date; None for any other text."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.isoformat() == text and day < date.max else None


def _event(one: Day, proceedings: Proceedings, stamp: datetime, say: Speaker) -> Sequence[str]:
    session = proceedings.session
    language = session.agenda.language
    where = [f"LOCATION;LANGUAGE={language}:{escaped(session.agenda.place)}"] if session.agenda.place else []
    return (
        "BEGIN:VEVENT",
        f"UID:{derived_id(session.code, one.item.id, one.key)}-{one.key.replace('_', '-')}@{session.code.lower()}.palabre",
        f"DTSTAMP:{stamp:%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{one.day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{one.day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY;LANGUAGE={language}:{escaped(say(one.label))}",
        f"DESCRIPTION;LANGUAGE={language}:{escaped(_description(one.item, proceedings, say))}",
        *where,
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    )


def _description(item: Item, proceedings: Proceedings, say: Speaker) -> str:
    agenda = proceedings.session.agenda
    known = (
        ("", item.text),
        (_("Responsible"), item.facts.get("responsible", "")),
        (_("Who promised it"), item.facts.get("who", "") if item.kind == "question" else ""),
        (_("Who takes it on"), item.facts.get("who", "") if item.kind == "commitment" else ""),
        (_("How we will see it"), item.facts.get("seen", "")),
        (_("How we will see whether it works"), item.facts.get("criteria", "")),
        (_("It holds until"), say(said_date(item.facts.get("term", "")))),
        (_("Workshop"), agenda.title),
        (_("Fingerprint of the log"), proceedings.head),
    )
    lines = (say(_("{label}: {fact}", label=label, fact=fact)) if label else fact for label, fact in known if fact)
    return "\n".join(lines)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"


def escaped(text: str) -> str:
    """A text as a value (RFC 5545, 3.3.11): backslashes, semicolons and commas escaped, line breaks written as such, no control signs."""
    safe = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\r\n", "\n").replace("\n", "\\n")
    return "".join(sign for sign in safe if sign >= " " and sign != "\x7f")


def fold(line: str) -> Iterable[str]:
    """A line in pieces of at most 75 octets, each after the first one space in; no letter is cut in two.

    >>> [len(piece.encode()) for piece in fold("é" * 50)]
    [74, 27]
    """
    piece = ""
    for sign in line:
        if len(piece.encode()) + len(sign.encode()) > OCTETS:
            yield piece
            piece = " "
        piece += sign
    yield piece
