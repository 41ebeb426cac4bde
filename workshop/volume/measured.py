"""What surveys measured, in the README: each statement with its mean in each session, so that before and after stand side by side."""

from workshop.dossier.few import FEW
from workshop.dossier.things import Thing
from workshop.language import _
from workshop.record.escape import inline
from workshop.record.typesetting import spaced
from workshop.volume.book import Book


def measured(book: Book) -> str:
    """The section; "" where nothing was measured by five people or more."""
    by_key: dict[str, list[Thing]] = {}
    for one in book.dossier.kind("measure"):
        if one.facts.get("mean") and int(one.facts.get("answers", "") or 0) >= FEW:
            by_key.setdefault(one.facts.get("key", "") or one.ref, []).append(one)
    if not by_key:
        return ""
    rows = [f"| {_statement(found[0])} | {' → '.join(_mean(book, one) for one in found)} |" for found in by_key.values()]
    head = [inline(book.said(words)) for words in (_("Statement"), _("Mean, by session"))]
    table = "\n".join([f"| {' | '.join(head)} |", "| --- | --- |", *rows])
    return spaced([book.title(2, _("What was measured")), table])


def _statement(one: Thing) -> str:
    scale = one.facts.get("scale", "")
    return inline(f"{one.text} ({scale})" if scale else one.text)


def _mean(book: Book, one: Thing) -> str:
    return inline(f"{one.facts['mean']} ({book.titles.get(one.home, '')})")
