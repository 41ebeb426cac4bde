"""The folder of a process as files by their names; a pure function of its logs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workshop.dossier.dossier import Dossier
from workshop.messages import Entry
from workshop.record.attachments import file_of
from workshop.record.events import lines_of
from workshop.record.folder import EVENTS, folder_of
from workshop.record.proceedings import Methods
from workshop.volume.book import Book, Logs, SayIn, book_of
from workshop.volume.contributions import contributions_page
from workshop.volume.days import calendar_file
from workshop.volume.dictionary import dictionary_of
from workshop.volume.manifest import manifest_of
from workshop.volume.names import (
    ATTRIBUTES,
    CALENDAR,
    COMMITMENTS,
    CONTRIBUTIONS,
    DATA,
    DECISIONS,
    MANIFEST,
    QUESTIONS,
    README,
    VERIFIER,
    log_of,
)
from workshop.volume.promised import commitments_page, decisions_page
from workshop.volume.questions import questions_page
from workshop.volume.readme import readme_of
from workshop.volume.table import files_of
from workshop.volume.tables import tables_of

Files = dict[str, bytes]
Pictures = Mapping[str, Mapping[str, bytes]]
UNTOUCHED: Final = b"* -text\n"
SCRIPT: Final = Path(__file__).with_name("verifier.py")


@dataclass(frozen=True, slots=True)
class Volume:
    """The folder of a process: its files by their names, and what they were written from."""

    files: Files
    dossier: Dossier


def volume_of(own: Sequence[Entry], workshops: Logs, methods: Methods, say_in: SayIn, pictures: Pictures | None = None) -> Volume:
    """The folder. `own` is the log of the process, `workshops` those of its workshops by their codes; `pictures` by code and id."""
    book = book_of(own, workshops, methods, say_in)
    files = {name: text.encode() for name, text in _pages(book).items() if text}
    for code, folder in book.folders.items():
        files |= {f"{folder}/{name}": content for name, content in _session(book, code, methods, say_in).items()}
        files |= {f"{folder}/{file_of(id)}": content for id, content in (pictures or {}).get(code, {}).items()}
    files |= {log_of(home): lines_of(entries) for home, entries in book.logs.items()}
    files |= {ATTRIBUTES: UNTOUCHED, VERIFIER: SCRIPT.read_bytes()}
    files[MANIFEST] = manifest_of(files, book.logs, book.dossier.process.code)
    return Volume(files, book.dossier)


def _pages(book: Book) -> dict[str, str]:
    tables = tables_of(book)
    return {
        README: readme_of(book, tables),
        DECISIONS: decisions_page(book),
        COMMITMENTS: commitments_page(book),
        CONTRIBUTIONS: contributions_page(book),
        QUESTIONS: questions_page(book),
        CALENDAR: calendar_file(book),
        f"{DATA}/{README}": dictionary_of(tables, book.say),
        **{f"{DATA}/{name}": text for table in tables for name, text in files_of(table).items()},
    }


def _session(book: Book, code: str, methods: Methods, say_in: SayIn) -> Files:
    """A workshop's own folder, but for its log: that lies with the others."""
    files = folder_of(book.logs[code], methods, say_in, book.told[code])
    return {name: content for name, content in files.items() if name != EVENTS}
