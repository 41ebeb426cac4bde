"""`questions.md`: what was asked of officials, what was promised and answered."""

from collections.abc import Mapping
from typing import Final

from workshop.dossier.things import Thing
from workshop.language import Message, Words, _, said_date
from workshop.record.escape import inline, paragraph
from workshop.record.typesetting import bullets, labelled, quoted, spaced
from workshop.volume.book import Book

STATES: Final[Mapping[str, Message]] = {
    "open": _("Still open"),
    "promised": _("An answer was promised"),
    "answered": _("Answered"),
}
LABELS: Final[Mapping[str, Message]] = {
    "asks": _("Asked of"),
    "state": _("How it stands"),
    "by": _("Answer promised by"),
    "who": _("By whom"),
    "answer": _("Answer"),
}


def questions_page(book: Book) -> str:
    """The file; "" where nothing was asked."""
    found = book.dossier.kind("question")
    title = inline(book.said(_("Questions to officials")))
    return spaced([f"# {title}", *(_one(book, place, one) for place, one in enumerate(found, start=1))]) + "\n" if found else ""


def _one(book: Book, place: int, thing: Thing) -> str:
    facts: list[tuple[Message, Words]] = [(_("From"), book.origin(thing))]
    facts += [(label, _said(key, thing.facts[key])) for key, label in LABELS.items() if thing.facts.get(key)]
    lines = bullets(labelled(inline(book.said(label)), paragraph(book.said(fact))) for label, fact in facts)
    return spaced([f"## Q{place}", quoted(paragraph(thing.text)), lines])


def _said(key: str, fact: str) -> Words:
    return STATES.get(fact, fact) if key == "state" else said_date(fact) if key == "by" else fact
