"""`decisions.md` and `commitments.md`: what was decided and promised, how it stands, and the words that it comes from."""

from collections.abc import Iterable, Sequence
from typing import Final

from workshop.dossier.standing import Look, Promise
from workshop.language import Message, Words, _, n_, said_date
from workshop.process.vocabulary import OWN, STATUSES
from workshop.record.decisions import LABELS, OUTCOMES, SIDES
from workshop.record.escape import inline, paragraph
from workshop.record.typesetting import bold, bullets, labelled, quoted, spaced
from workshop.volume.book import Book
from workshop.volume.names import anchor

SHOWN: Final = 20
LEFT_OUT: Final = frozenset({"origin", "person"})


def decisions_page(book: Book) -> str:
    """What was decided in all sessions."""
    return _page(book, _("What was decided"), _("No decision was made yet."), book.dossier.decisions)


def commitments_page(book: Book) -> str:
    """What was promised in all sessions."""
    return _page(book, _("What was promised"), _("Nothing was promised yet."), book.dossier.commitments)


def status_of(promise: Promise) -> Words:
    """How it stands, in words."""
    if not promise.status:
        return _("nobody has looked at it yet")
    return STATUSES.get(promise.status, promise.status)  # type: ignore[call-overload, no-any-return]


def _page(book: Book, title: Message, nothing: Message, promises: Sequence[Promise]) -> str:
    parts = [_one(book, one) for one in promises]
    return spaced([f"# {inline(book.said(title))}", *(parts or [inline(book.said(nothing))])]) + "\n"


def _one(book: Book, promise: Promise) -> str:
    thing = promise.thing
    known = (*LABELS, *sorted({*thing.facts} - {*LABELS, *LEFT_OUT}))
    facts = [(LABELS.get(key, key), _said(key, thing.facts[key])) for key in known if thing.facts.get(key)]
    lines = [
        labelled(inline(book.said(_("From"))), _where(book, thing.home, book.origin(thing))),
        *(labelled(inline(book.said(label)), paragraph(book.said(fact))) for label, fact in facts),
        labelled(inline(book.said(_("How it stands"))), inline(book.said(status_of(promise)))),
        *([labelled(inline(book.said(_("Next day"))), inline(book.said(said_date(promise.day))))] if promise.day else []),
    ]
    return spaced(
        [
            f"## {book.marks[thing.ref]}",
            quoted(paragraph(thing.text)),
            bullets(lines),
            _looks(book, promise.looks),
            _words(book, promise),
            notes_on(book, thing.ref),
        ]
    )


def _said(key: str, fact: str) -> Words:
    if key == "outcome":
        return OUTCOMES.get(fact, fact)
    if key == "person":
        return _("Person {number}", number=fact)
    return SIDES.get(fact, fact) if key == "side" else _("yes") if fact == "yes" else said_date(fact)


def _where(book: Book, home: str, words: str) -> str:
    folder = book.folders.get(home)
    return f"[{inline(words)}]({folder}/record.md)" if folder and words else inline(words)


def _looks(book: Book, looks: Iterable[Look]) -> str:
    lines = [_look(book, one) for one in looks]
    return spaced([bold(inline(book.said(_("What was found when it was looked at:")))), bullets(lines)]) if lines else ""


def _look(book: Book, look: Look) -> str:
    status = book.said(STATUSES.get(look.status, look.status))  # type: ignore[call-overload]
    where = book.said(_("staff")) if look.home == OWN else book.titles.get(look.home, "")
    day = inline(f"{book.day(look.at)} ({where})" if where else book.day(look.at))
    said = labelled(day, inline(status)) if look.status else labelled(day, paragraph(look.note))
    return spaced([said, paragraph(look.note) if look.status else ""])


def _words(book: Book, promise: Promise) -> str:
    words = book.dossier.words_behind(promise.thing.ref)
    if not words:
        return inline(book.said(_("No contribution is linked to it.")))
    more = len(words) - SHOWN
    rest = n_("… and {count} more, in data/contributions.csv.", "… and {count} more, in data/contributions.csv.", more)
    lines = [f"{inline(one.text)} ([{anchor(one.ref)}]({book.link(one.ref)}))" for one in words[:SHOWN]]
    return spaced([bold(inline(book.said(_("It comes from these words:")))), bullets(lines), inline(book.said(rest)) if more > 0 else ""])


def notes_on(book: Book, about: str) -> str:
    """What staff noted on one thing."""
    notes = [labelled(inline(book.day(one.at)), paragraph(one.text)) for one in book.dossier.process.notes if one.about == about]
    return spaced([bold(inline(book.said(_("Notes of staff:")))), bullets(notes)]) if notes else ""
