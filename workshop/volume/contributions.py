"""`contributions.md`: what people wrote, by what became of it, with the answers and their reasons."""

from collections.abc import Iterable, Mapping
from typing import Final

from workshop.dossier.fates import STATES, State
from workshop.dossier.things import Thing
from workshop.language import Message, Words, _, n_
from workshop.record.escape import inline, paragraph
from workshop.record.typesetting import bullets, labelled, quoted, spaced
from workshop.volume.book import Book
from workshop.volume.names import anchor

TITLES: Final[Mapping[State, Message]] = {
    "taken_up": _("Taken up"),
    "not_now": _("Not now"),
    "not_possible": _("Not possible"),
    "answered": _("Answered"),
    "grouped": _("In a group, and not answered yet"),
    "open": _("Open, nothing was said to it yet"),
}


def contributions_page(book: Book) -> str:
    """The file."""
    by_state: dict[State, list[Thing]] = {state: [] for state in STATES}
    for thing in book.dossier.contributions:
        by_state[book.dossier.fate(thing.ref).state].append(thing)
    labels = _Labels(book)
    parts = [
        book.title(1, _("What people contributed")),
        inline(book.said(n_("{count} contribution.", "{count} contributions.", len(book.dossier.fates)))),
        bullets(f"{inline(book.said(TITLES[state]))} ({len(found)})" for state, found in by_state.items() if found),
    ]
    for state, found in by_state.items():
        if found:
            parts += [f"## {inline(book.said(TITLES[state]))}", *(_one(book, labels, one) for one in found)]
    return spaced(parts) + "\n"


class _Labels:
    """What stands before each fact, said once: there are tens of thousands of them; and the places and the answers that many share."""

    def __init__(self, book: Book) -> None:
        labels: Mapping[str, Words] = {
            "from": _("From"), "support": _("Supported by"), "decisions": _("Taken up in"), "commitments": _("Promised in"),
            "groups": _("In the group"), "answer": _("Answer"),
        }  # fmt: skip
        self.said = {key: inline(book.said(label)) for key, label in labels.items()}
        self.kept: dict[tuple[str, str], str] = {}


def _one(book: Book, labels: _Labels, thing: Thing) -> str:
    fate, said = book.dossier.fate(thing.ref), labels.said
    known = (
        ("from", _from(book, labels, thing)),
        ("support", str(thing.support) if thing.support else ""),
        ("decisions", _links(book, fate.decisions)),
        ("commitments", _links(book, fate.commitments)),
        ("groups", _groups(book, labels, fate.groups)),
        ("answer", _answer(book, labels, fate.answered_at) if fate.answer else ""),
    )
    facts = "\n".join(f"- {labelled(said[key], fact)}" for key, fact in known if fact)
    return f"### {anchor(thing.ref)}\n\n{quoted(paragraph(thing.text))}\n\n{facts}".rstrip()


def _from(book: Book, labels: _Labels, thing: Thing) -> str:
    key = (thing.home, thing.origin)
    if key not in labels.kept:
        words, folder = inline(book.origin(thing)), book.folders.get(thing.home)
        labels.kept[key] = f"[{words}]({folder}/record.md)" if folder and words else words
    return labels.kept[key]


def _links(book: Book, refs: Iterable[str]) -> str:
    """Decisions and commitments by their short names; one of another process, or of a workshop that was taken out, by its ref."""
    return ", ".join(f"[{book.marks[ref]}]({book.link(ref)})" if ref in book.marks else f"`{ref}`" for ref in refs)


def _groups(book: Book, labels: _Labels, refs: Iterable[str]) -> str:
    for ref in refs:
        if ("group", ref) not in labels.kept:
            thing = book.dossier.things.get(ref)
            labels.kept["group", ref] = inline(thing.text) if thing else ref
    return "; ".join(dict.fromkeys(labels.kept["group", ref] for ref in refs))


def _answer(book: Book, labels: _Labels, ref: str) -> str:
    if ("answer", ref) not in labels.kept:
        answer = book.dossier.process.answers[ref]
        said = _("{day}, {text}", day=book.calendar.day(answer.at), text=answer.text) if answer.text else book.calendar.day(answer.at)
        labels.kept["answer", ref] = inline(book.said(said))
    return labels.kept["answer", ref]
