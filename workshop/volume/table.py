"""The tables of the open data: how each is written as CSV and as JSON."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from workshop.chain import canonical
from workshop.language import Words
from workshop.record.escape import cell

Value = str | int
Row = Mapping[str, Value]
Type = Literal["text", "number", "day", "time", "ref", "refs", "choice", "digest", "file", "json"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, its type, what stands in it, and the unit of a number."""

    name: str
    type: Type
    meaning: Words
    unit: Words = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its rows; `about` says what a row is."""

    name: str
    about: Words
    columns: Sequence[Column]
    rows: Sequence[Row]


def files_of(table: Table) -> dict[str, str]:
    """A table as CSV and as JSON, with one row on each line of both, as far as its texts have one."""
    return {f"{table.name}.csv": _csv(table), f"{table.name}.json": _json(table)}


def _csv(table: Table) -> str:
    names = [column.name for column in table.columns]
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([cell(value) if isinstance(value, str) else value for value in map(row.__getitem__, names)] for row in table.rows)
    return file.getvalue()


def _json(table: Table) -> str:
    rows = ",\n".join(canonical(row) for row in table.rows)
    return f"[\n{rows}\n]\n" if rows else "[]\n"
