"""Who is to be seated: read from a CSV file, or just a number of people."""

import csv
from dataclasses import dataclass
from io import StringIO
from itertools import combinations
from pathlib import Path
from typing import Final

RESERVED: Final = ("name", "host", "with", "apart")
NO: Final = frozenset({"", "0", "no", "non", "nee", "false"})
Pairs = tuple[tuple[str, str], ...]


class GuestsError(ValueError):
    """A list of people that cannot be used; the text says what is wrong with it, and what to do."""


@dataclass(frozen=True, slots=True)
class Guests:
    """People by name, those who said that they host a table, what is known about each, and who sits with whom or apart from whom."""

    names: tuple[str, ...]
    hosts: tuple[str, ...] = ()
    attributes: tuple[str, ...] = ()
    values: tuple[tuple[str, ...], ...] = ()
    together: Pairs = ()
    apart: Pairs = ()


def numbered(count: int) -> Guests:
    """So many people, called 1, 2, 3 ..."""
    return Guests(tuple(map(str, range(1, count + 1))))


def read(path: Path) -> Guests:
    """The people of a CSV file.

    The column `name` is needed; `host`, `with` and `apart` (names, with ; between them) may be there; every other one is an attribute.
    """
    rows = _rows(path)
    names = tuple(row["name"] for row in rows)
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise GuestsError(f"{path} has these names more than once: {', '.join(twice)}. Give each person a name of their own.")
    attributes = tuple(column for column in (rows[0] if rows else ()) if column not in RESERVED)
    return Guests(
        names=names,
        hosts=tuple(row["name"] for row in rows if row.get("host", "").casefold() not in NO),
        attributes=attributes,
        values=tuple(tuple(row[column] for column in attributes) for row in rows),
        together=_named(path, rows, "with"),
        apart=_named(path, rows, "apart"),
    )


def pairs(text: str, names: tuple[str, ...]) -> Pairs:
    """The pairs of people in a wish like `Anna+Ben`; three names make three pairs."""
    wished = [name.strip() for name in text.split("+")]
    unknown = [name for name in wished if name not in names]
    if unknown or len(set(wished)) < 2:
        why = f"nobody is called {' or '.join(unknown)}" if unknown else "it names fewer than two people"
        raise GuestsError(f"The wish {text} cannot be kept: {why}. Write names as in the list, with + between them.")
    return tuple(combinations(dict.fromkeys(wished), 2))


def _rows(path: Path) -> list[dict[str, str]]:
    text = _text(path)
    first = text.partition("\n")[0]
    lines = csv.reader(StringIO(text, newline=""), delimiter=max(",;\t", key=first.count))
    try:
        header, *rows = [[cell.strip() for cell in row] for row in lines if any(cell.strip() for cell in row)]
    except (ValueError, csv.Error):
        raise GuestsError(f"{path} is not a list of people. Its first line names the columns, each other line is a person.") from None
    columns = [column.casefold() if column.casefold() in RESERVED else column for column in header]
    if "name" not in columns:
        has = ", ".join(filter(None, header))
        raise GuestsError(f"{path} has no column called name; it has {has}. Call the column with the people's names so.")
    found = [dict(zip(columns, row + [""] * (len(columns) - len(row)), strict=False)) for row in rows]
    people = [{column: cell for column, cell in row.items() if column} for row in found if row["name"]]
    if not people:
        raise GuestsError(f"{path} has nobody in its column name.")
    return people


def _text(path: Path) -> str:
    data = path.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")  # what spreadsheets on Windows write


def _named(path: Path, rows: list[dict[str, str]], column: str) -> Pairs:
    names = {row["name"] for row in rows}
    found: dict[frozenset[str], tuple[str, str]] = {}
    for row in rows:
        for other in filter(None, (name.strip() for name in row.get(column, "").split(";"))):
            if other not in names or other == row["name"]:
                raise GuestsError(f"{path}: {row['name']} has {other} in the column {column}, and the list has nobody else of that name.")
            found.setdefault(frozenset((row["name"], other)), (row["name"], other))
    return tuple(found.values())
