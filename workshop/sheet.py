"""A spreadsheet of contributions, as offices have them: a CSV file in whatever encoding, with whatever between its cells.

Pure: bytes in, rows out. Nothing is cut or dropped in silence: what does not become a contribution is named with the reason.
"""

import csv
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Final

from workshop.language import Message, _
from workshop.messages import clean

NAMES: Final = {
    "text": "text texte texto tekst idea ideas idee idees ideeen comment comments comment-body commentaire commentario comentario "
    "opmerking contribution contributie contribucion aportacion bijdrage proposal proposition propuesta voorstel answer reponse "
    "respuesta antwoord",
    "author": "author auteur autor autora name nom nombre naam by",
    "support": "support soutien soutiens apoyo apoyos steun votes voix votos stemmen likes",
    "language": "language langue lengua idioma taal lang locale",
}
SEPARATORS: Final = ",;\t"
NONE: Final = "\x1f"
QUOTED: Final = re.compile(r'"(?:[^"]|"")*"')
WORKBOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
GUARDED: Final = re.compile(r"'(?=\s*[=+\-@＝＋－＠])")


class SheetError(ValueError):
    """A file that cannot be used; `why` says what is wrong with it, and what to do."""

    def __init__(self, why: Message) -> None:
        super().__init__(why.text)
        self.why = why


@dataclass(frozen=True, slots=True)
class Row:
    """A contribution; `number` is the row in which it stands in the spreadsheet, from 1."""

    number: int
    text: str
    support: int = 0
    language: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that is no contribution, and why."""

    number: int
    text: str
    why: Message


@dataclass(frozen=True, slots=True)
class Sheet:
    """The rows of a file with their numbers; `columns` are the names that stand above them, () where none do."""

    columns: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]

    def column(self, kind: str) -> int | None:
        """The place of the column that is a text, author, support or language by its name."""
        if kind == "text" and not self.columns:
            return 0
        known = NAMES[kind].split()
        return next((place for place, name in enumerate(self.columns) if _plain(name) in known), None)

    def named(self, name: str) -> int | None:
        """The place of the column of a name, however it is spelled."""
        return next((place for place, one in enumerate(self.columns) if _plain(one) == _plain(name)), None)


def read_sheet(content: bytes) -> Sheet:
    """The rows of a file. Raises `SheetError`."""
    if content.startswith(WORKBOOKS):
        raise SheetError(_("This is a workbook, not a CSV file. Open it, choose “Save as”, and then “CSV UTF-8”."))
    text = _decoded(content)
    declared = re.match(r"sep=(.)\r?\n", text)  # Excel tells itself so what stands between the cells
    lines = text[declared.end() :] if declared else text
    try:
        cells = list(csv.reader(StringIO(lines, newline=""), delimiter=declared[1] if declared else _separator(lines)))
    except csv.Error:
        raise SheetError(_("This file cannot be read as CSV: a cell has no end. Look for a quotation mark that is not closed.")) from None
    rows = [(number, tuple(map(_cell, row))) for number, row in enumerate(cells, start=2 if declared else 1)]
    rows = [(number, row) for number, row in rows if any(row)]
    if not rows:
        raise SheetError(_("There is nothing in this file."))
    header = rows[0][1]
    named = len([name for name in header if name]) > 1 or _known(header[0])
    return Sheet(header, tuple(rows[1:])) if named else Sheet((), tuple(rows))


def rows_of(sheet: Sheet, text: int) -> tuple[tuple[Row, ...], tuple[LeftOut, ...]]:
    """What stands in the column of a place, with support and language where there are columns for them; and the rows without a text."""
    support, language = sheet.column("support"), sheet.column("language")
    found = [
        Row(number, " ".join(clean(_at(row, text)).split()), _count(_at(row, support)), _at(row, language)[:16])
        for number, row in sheet.rows
    ]
    empty = tuple(LeftOut(row.number, "", _("it is empty")) for row in found if not row.text)
    return tuple(row for row in found if row.text), empty


def fitting(rows: Sequence[Row], longest: int) -> tuple[tuple[Row, ...], tuple[LeftOut, ...]]:
    """The rows that fit on a card, each text once; and those that do not."""
    kept: list[Row] = []
    out: list[LeftOut] = []
    seen: dict[str, int] = {}
    for row in rows:
        if len(row.text) > longest:
            out.append(
                LeftOut(row.number, row.text, _("it has {count} characters; a card has room for {most}", count=len(row.text), most=longest))
            )
        elif (first := seen.setdefault(row.text.casefold(), row.number)) != row.number:
            out.append(LeftOut(row.number, row.text, _("it is the same as row {row}", row=first)))
        else:
            kept.append(row)
    return tuple(kept), tuple(out)


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")  # what Excel calls Unicode text
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")  # what spreadsheets on Windows write


def _separator(text: str) -> str:
    """What stands most often in the first line, outside quotation marks; in a file of one column nothing does."""
    first = QUOTED.sub("", text.lstrip("\r\n")[:100_000]).partition("\n")[0]
    best = max(SEPARATORS, key=first.count)
    return best if best in first and not (best == "," and _prose(first)) else NONE


def _prose(line: str) -> bool:
    """Whether a line is a sentence with commas in it rather than names of columns: a space follows each comma, and none is known."""
    first, *parts = line.split(",")
    return all(part.startswith(" ") for part in parts) and not any(_known(part) for part in (first, *parts))


def _known(name: str) -> bool:
    return any(_plain(name) in names.split() for names in NAMES.values())


def _cell(cell: str) -> str:
    """A cell without the mark by which it was kept from being a formula."""
    return GUARDED.sub("", cell.strip(), count=1) if cell.strip().startswith("'") else cell.strip()


def _at(row: Sequence[str], place: int | None) -> str:
    return row[place] if place is not None and place < len(row) else ""


def _count(cell: str) -> int:
    """A number of people, however a spreadsheet writes it: 12, 12.0, 1 234; what is none counts as nobody."""
    found = re.fullmatch(r"(\d{1,7})(?:[.,]0*)?", re.sub(r"[\s’']", "", cell))
    return int(found[1]) if found else 0


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.strip().casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
