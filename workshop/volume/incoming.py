"""Contributions from a spreadsheet: paper cards that staff typed, or what a consultation platform gives out.

Pure: bytes in, rows out. Whoever wrote them is never taken over; what does not come in is named, with the reason.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from typing import Final

from workshop.language import Message, _
from workshop.messages import clean, is_day
from workshop.process.commands import Row
from workshop.sheet import LeftOut, Sheet, SheetError, read_sheet

LONGEST: Final = 4000
FACT: Final = 280
DAYS: Final = "date day jour fecha dia datum dag timestamp created horodatage submitted"
VOICES: Final = "agrees agree accord accords acuerdo eens"
PEOPLE: Final = (
    "name names nom noms prenom nombre apellido apellidos naam voornaam achternaam surname firstname lastname fullname author authors "
    "auteur autor autora user username utilisateur usuario gebruiker email mail courriel correo telephone phone mobile tel telefono "
    "telefoon gsm address adresse direccion adres ip participant person personne persona persoon"
)
MAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
NUMBERS: Final = re.compile(r"(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})(?!\d)")


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns are taken, by their names: "" where the name itself tells, None for none; `facts` are those of one's own."""

    text: str = ""
    day: str | None = ""
    support: str | None = ""
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a file gives: the rows that come in, and those that do not; the columns that are taken, could be, and never are."""

    rows: tuple[Row, ...]
    left_out: tuple[LeftOut, ...]
    columns: Columns
    others: tuple[str, ...]
    people: tuple[str, ...]


def incoming(content: bytes, columns: Columns = Columns(), there: Mapping[str, str] | None = None, zone: tzinfo = UTC) -> Incoming:
    """What would come in of a file. `there` has the refs of what is in the process already, by its text. Raises `SheetError`."""
    sheet = read_sheet(content)
    people = people_of(sheet)
    text = _place(sheet, columns.text, "text", "")
    if text is None or _header(sheet, text) in people:
        raise SheetError(_("Which column has the texts? Name it; there are: {columns}", columns=", ".join(filter(None, sheet.columns))))
    day, support = _place(sheet, columns.day, "", DAYS), _place(sheet, columns.support, "support", VOICES)
    facts = {name: place for name in columns.facts if (place := sheet.named(name)) is not None and _header(sheet, place) not in people}
    taken = {text, day, support, *facts.values()}
    named = Columns(_header(sheet, text), _header(sheet, day), _header(sheet, support), tuple(facts))
    found = [_row(row, number, text, day, support, facts, zone) for number, row in sheet.rows]
    kept, left_out = _sorted_out(sheet, found, {_same(known): ref for known, ref in (there or {}).items()})
    others = [name for place, name in enumerate(sheet.columns) if place not in taken and name and name not in people]
    return Incoming(kept, left_out, named, tuple(others), people)


def people_of(sheet: Sheet) -> tuple[str, ...]:
    """The columns that say who somebody is: by their names, or because mail addresses stand in them."""
    return tuple(name for place, name in enumerate(sheet.columns) if _says(name, PEOPLE) or _is_mail(sheet, place))


def _is_mail(sheet: Sheet, place: int) -> bool:
    cells = [cell for _number, row in sheet.rows[:200] if (cell := _at(row, place))]
    return sum(MAIL.fullmatch(cell) is not None for cell in cells) * 2 > len(cells)


def _says(name: str, words: str) -> bool:
    """Whether the name of a column has one of these words."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(sign))
    return bool({*re.findall(r"[a-z]+", plain)} & {*words.split()})


def _place(sheet: Sheet, wanted: str | None, kind: str, names: str) -> int | None:
    """The place of a column that was named, or whose own name says what it is."""
    if wanted is None:
        return None
    if wanted:
        place = sheet.named(wanted)
        if place is None:
            raise SheetError(_("There is no column “{name}”. There are: {columns}", name=wanted, columns=", ".join(sheet.columns)))
        return place
    known = sheet.column(kind) if kind else None
    return known if known is not None else next((place for place, name in enumerate(sheet.columns) if _says(name, names)), None)


def _header(sheet: Sheet, place: int | None) -> str:
    return _at(sheet.columns, place)


def _at(row: Sequence[str], place: int | None) -> str:
    return row[place] if place is not None and place < len(row) else ""


def _row(row: Sequence[str], number: int, text: int, day: int | None, support: int | None, facts: Mapping[str, int], zone: tzinfo) -> Row:
    known = {name: _short(" ".join(clean(_at(row, place)).split())) for name, place in facts.items()}
    kept = {name: fact for name, fact in known.items() if fact and not MAIL.search(fact)}
    return Row(clean(_at(row, text)), number, _voices(_at(row, support)), day_in(_at(row, day), zone), kept)


def _short(fact: str) -> str:
    return fact if len(fact) <= FACT else f"{fact[: FACT - 1]}…"


def _voices(cell: str) -> int:
    found = re.fullmatch(r"(\d{1,7})(?:[.,]0*)?", re.sub(r"[\s’']", "", cell))
    return int(found[1]) if found else 0


def day_in(cell: str, zone: tzinfo = UTC) -> str:
    """The ISO day of a cell, however it is written: 2027-03-21, 21/03/2027, seconds or milliseconds since 1970; "" for anything else.

    >>> [day_in(cell) for cell in ("2027-03-21T10:00", "21.3.2027", "3/21/2027", "1726860676783", "soon")]
    ['2027-03-21', '2027-03-21', '2027-03-21', '2024-09-20', '']
    """
    cell = cell.strip()
    if re.fullmatch(r"\d{10}|\d{13}", cell):
        return datetime.fromtimestamp(int(cell[:10]), zone).date().isoformat()
    found = NUMBERS.match(cell)
    if found is None:
        return ""
    first, second, third = map(int, found.groups())
    if first > 31:
        return _iso(first, second, third)
    year = third + 2000 if third < 100 else third
    return _iso(year, second, first) or _iso(year, first, second)


def _iso(year: int, month: int, day: int) -> str:
    try:
        text = date(year, month, day).isoformat()
    except ValueError:
        return ""
    return text if is_day(text) else ""


def _same(text: str) -> str:
    return " ".join(text.split()).casefold()


def _sorted_out(sheet: Sheet, found: Iterable[Row], there: Mapping[str, str]) -> tuple[tuple[Row, ...], tuple[LeftOut, ...]]:
    """The rows that come in, each text once; and the others, each with the reason."""
    judged = next((place for place, name in enumerate(sheet.columns) if name.casefold() == "moderated"), None)
    cells = {number: _at(row, judged) for number, row in sheet.rows}
    kept: list[Row] = []
    out: list[LeftOut] = []
    seen: dict[str, int] = {}
    for row in found:
        why = _why_not(row, cells[row.row], seen, there)
        if why is None:
            seen[_same(row.text)] = row.row
            kept.append(row)
        else:
            out.append(LeftOut(row.row, row.text, why))
    return tuple(kept), tuple(out)


def _why_not(row: Row, judged: str, seen: Mapping[str, int], there: Mapping[str, str]) -> Message | None:
    same = _same(row.text)
    if not row.text:
        return _("it is empty")
    if len(row.text) > LONGEST:
        return _("it has {count} characters; there is room for {most}", count=len(row.text), most=LONGEST)
    if judged.strip() == "-1":
        return _("the moderators of the platform took it out")
    if same in seen:
        return _("it is the same as row {row}", row=seen[same])
    return _("it is in the process already, as {ref}", ref=there[same]) if same in there else None
