"""The head of a process's README for machines: YAML between two lines of dashes."""

from collections.abc import Sequence

from workshop.record.escape import yaml
from workshop.record.events import head_of
from workshop.record.front_matter import FENCE, generator
from workshop.volume.book import Book
from workshop.volume.names import log_of
from workshop.volume.table import Table

COUNTED = ("sessions", "contributions", "answers", "decisions", "commitments", "questions")


def front_of(book: Book, tables: Sequence[Table]) -> str:
    """The front matter, its two fences included. Each log has a line with how many events it has, its head, what is withheld."""
    process = book.dossier.process
    about, counts = process.about, {table.name: len(table.rows) for table in tables}
    lines = [
        f"title: {yaml(about.title)}",
        f"question: {yaml(about.question)}",
        f"territory: {yaml(about.territory)}",
        f"scale: {yaml(about.scale)}",
        f"process: {yaml(process.code)}",
        f"parent: {yaml(about.parent)}",
        f"languages: [{', '.join(map(yaml, about.languages))}]",
        f"timezone: {yaml(about.timezone)}",
        f"begun: {yaml(book.calendar.date(process.created_at))}",
        f"changed: {yaml(book.calendar.iso(max([process.changed_at, *(one.end for one in book.dossier.meetings)])))}",
        *(f"{name}: {counts[name]}" for name in COUNTED),
        "logs:",
        *(_log(book, home) for home in book.logs),
        f"generator: {yaml(generator())}",
    ]
    return "\n".join([FENCE, *lines, FENCE])


def _log(book: Book, home: str) -> str:
    entries = book.logs[home]
    withheld = sum(one.payload is None for one in entries)
    return f"  - {{file: {yaml(log_of(home))}, events: {len(entries)}, head: {yaml(head_of(entries))}, without_content: {withheld}}}"
