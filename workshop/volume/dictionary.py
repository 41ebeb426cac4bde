"""The data dictionary: what stands in each column of each table."""

from collections.abc import Mapping, Sequence
from typing import Final

from workshop.language import Message, Speaker, _
from workshop.record.escape import inline
from workshop.record.typesetting import spaced
from workshop.volume.table import Table, Type

TYPES: Final[Mapping[Type, Message]] = {
    "text": _("text"),
    "number": _("whole number, or as said"),
    "day": _("day, as 2027-03-21"),
    "time": _("time, as 2027-03-21T19:30:00+01:00"),
    "ref": _("name of a thing"),
    "refs": _("names of things"),
    "choice": _("one of these words"),
    "digest": _("SHA-256, as 64 hexadecimal digits"),
    "file": _("name in this folder"),
    "json": _("JSON"),
}
NOTES: Final = (
    _("Each table is there twice with the same content: as CSV (UTF-8, separated by commas, one row of names) and as JSON."),
    _("A cell of a CSV file that a spreadsheet would take for a formula has an apostrophe before it."),
    _("Counts of fewer than five people are written as “<5”, and what fewer than five people answered is left out."),
    _("The records of the sessions, beside this folder, have their numbers in full: for open data, publish this folder alone."),
    _("Names are in no table, except where people wrote them into a text, or stand by a promise with their name."),
    _("The manifest (manifest.json) has the SHA-256 of every file of the folder; verify.py checks it, and the numbers of these tables."),
)


def dictionary_of(tables: Sequence[Table], say: Speaker) -> str:
    """The file."""
    notes = "\n".join(f"- {inline(say(one))}" for one in NOTES)
    title = inline(say(_("The data of this process")))
    return spaced([f"# {title}", notes, *(_section(one, say) for one in tables)]) + "\n"


def _section(table: Table, say: Speaker) -> str:
    head = [say(one) for one in (_("Column"), _("Type"), _("Unit"), _("Meaning"))]
    rows = [[f"`{one.name}`", *map(inline, (say(TYPES[one.type]), say(one.unit), say(one.meaning)))] for one in table.columns]
    lines = (f"| {' | '.join(row)} |" for row in (head, *rows))
    first, *others = lines
    return spaced([f"## {table.name}", inline(say(table.about)), "\n".join([first, "| --- | --- | --- | --- |", *others])])
