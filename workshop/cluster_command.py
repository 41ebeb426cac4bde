"""The command `palabre cluster`: the contributions of a spreadsheet in groups, without a workshop."""

import csv
import io
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Final

import typer
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from workshop.clustering import Clustering, ClusteringError, able, clustered
from workshop.language import LANGUAGES, Speaker, speaker
from workshop.live import OWN_LOCALE
from workshop.method import Method
from workshop.record.escape import cell
from workshop.record.maps import map_in, written_as
from workshop.registry import discover
from workshop.sheet import LeftOut, Row, Sheet, SheetError, read_sheet, rows_of

SHOWN: Final = 3
ALONE: Final = 10
EDGE: Final = 28
FEWEST: Final = 2


class WrongAsked(ValueError):
    """What was asked cannot be done; the text says what to do instead."""


def cluster_command(
    file: Annotated[
        Path, typer.Argument(help="A CSV file: a contribution a row. Text in UTF-8 or as Windows writes it; , ; or tab between.")
    ],
    text_column: Annotated[str | None, typer.Option(help="The name of the column with the texts, where it is not found.")] = None,
    topic: Annotated[str, typer.Option(help="What stands in the middle of the map.")] = "",
    language: Annotated[
        str, typer.Option(help="The language of titles and of what we say: en, fr, es, nl (default: titles in that of most texts).")
    ] = "",
    seed: Annotated[int, typer.Option(help="The same seed gives the same groups.")] = 1,
    method: Annotated[str, typer.Option(help="The method that makes the groups, as in `palabre methods`.")] = "mind_map",
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON: groups with their titles and rows.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Write CSV: the rows of the file, each with its group.")] = False,
    as_markdown: Annotated[bool, typer.Option("--markdown", help="Write a nested list.")] = False,
    as_svg: Annotated[bool, typer.Option("--svg", help="Write a picture of the map.")] = False,
    as_mermaid: Annotated[bool, typer.Option("--mermaid", help="Write a Mermaid diagram.")] = False,
    as_graphml: Annotated[bool, typer.Option("--graphml", help="Write GraphML, for Gephi, Cytoscape, networkx.")] = False,
    as_opml: Annotated[bool, typer.Option("--opml", help="Write OPML, for outliners and mind map programs.")] = False,
    to: Annotated[Path | None, typer.Option(help="The file to write (default: the terminal).")] = None,
) -> None:
    """Group the contributions of a spreadsheet by what they say, as a mind map of a workshop does."""
    asked = {"json": as_json, "csv": as_csv, "md": as_markdown, "svg": as_svg, "mmd": as_mermaid, "graphml": as_graphml, "opml": as_opml}
    formats = [name for name, wanted in asked.items() if wanted]
    try:
        if len(formats) > 1 or (to and not formats):
            raise WrongAsked("Choose one format: --json, --csv, --markdown, --svg, --mermaid, --graphml or --opml.")
        methods = discover().methods
        say = _say(language or "en", methods)
        sheet = read_sheet(file.read_bytes())
        rows, left_out = rows_of(sheet, _place(sheet, text_column, file))
        found = clustered(_enough(rows, file), _method(methods, method), topic, seed, language)
        if not formats:
            _show(Console(), found, left_out, say)
        else:
            _write(_written(formats[0], sheet, found, left_out, say), to)
    except (SheetError, ClusteringError, WrongAsked, OSError) as error:
        typer.echo(f"palabre: {error}", err=True)
        raise typer.Exit(1) from None


def as_mapping(found: Clustering, left_out: Sequence[LeftOut], say: Speaker) -> dict[str, Any]:
    """What --json writes; `row` is the number of the row in the spreadsheet, from 1."""
    return {
        "groups": [
            {"title": group.title, "support": _support(group.rows), "rows": [_row(row) for row in group.rows]} for group in found.groups
        ],
        "alone": [_row(row) for row in found.alone],
        "left_out": [{"row": one.number, "why": say(one.why)} for one in left_out],
    }


def _say(language: str, methods: Mapping[str, Method]) -> Speaker:
    if language not in LANGUAGES:
        raise WrongAsked(f"There is no language {language!r} here. Choose one of: {', '.join(LANGUAGES)}.")
    return speaker(language, (OWN_LOCALE, *sorted({method.locale for method in methods.values()})))


def _place(sheet: Sheet, name: str | None, file: Path) -> int:
    place = sheet.column("text") if name is None else sheet.named(name)
    if place is not None:
        return place
    there = f"There are: {', '.join(filter(None, sheet.columns))}." if sheet.columns else "Its first row names no columns."
    if name is None:
        raise WrongAsked(f"Which column of {file} has the texts? Say it with --text-column. {there}")
    raise WrongAsked(f"{file} has no column called {name!r}. {there}")


def _enough(rows: Sequence[Row], file: Path) -> Sequence[Row]:
    if len(rows) < FEWEST:
        raise WrongAsked(f"{file} has {_counted(len(rows), 'contribution')} in that column: too few to be grouped.")
    return rows


def _method(methods: Mapping[str, Method], name: str) -> Method:
    there = able(methods)
    if name not in there:
        raise WrongAsked(f"No method {name!r} makes groups of ideas here. Those that do: {', '.join(sorted(there)) or 'none'}.")
    return there[name]


def _written(format: str, sheet: Sheet, found: Clustering, left_out: Sequence[LeftOut], say: Speaker) -> str:
    if format == "json":
        return json.dumps(as_mapping(found, left_out, say), ensure_ascii=False, indent=1) + "\n"
    if format == "csv":
        return _as_csv(sheet, found)
    shown = map_in(found.blocks)
    text = written_as(format, shown, say) if shown else ""
    if not text:
        raise WrongAsked("This method shows no map that could be written so. Take --json or --csv.")
    return text


def _as_csv(sheet: Sheet, found: Clustering) -> str:
    """The rows of the file as they were, with the number of their group, 0 for none, and its title."""
    group_of = {row.number: (number, group.title) for number, group in enumerate(found.groups, start=1) for row in group.rows}
    alone = {row.number for row in found.alone}
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["group", "title", *map(cell, sheet.columns or ("text",))])
    for number, row in sheet.rows:
        if number in group_of or number in alone:
            place, title = group_of.get(number, (0, ""))
            writer.writerow([str(place), cell(title), *map(cell, row)])
    return file.getvalue()


def _write(text: str, to: Path | None) -> None:
    if to is None:
        typer.echo(text.encode(), nl=False)  # in UTF-8, also where the terminal is not
    else:
        to.write_bytes(text.encode("utf-8-sig" if to.suffix == ".csv" else "utf-8"))  # by that mark Excel knows that it is UTF-8


def _show(console: Console, found: Clustering, left_out: Sequence[LeftOut], say: Speaker) -> None:
    supported = any(_support(group.rows) for group in found.groups)
    table = Table(box=box.SIMPLE_HEAD, header_style="bold")
    for name in ("", "ideas", *(["support"] if supported else [])):
        table.add_column(name, justify="right")
    table.add_column("title and what says most about it")
    room = max(20, console.width - EDGE)
    for number, group in enumerate(found.groups, start=1):
        title, *lines = (Text(line) for line in (group.title, *(row.text for row in group.rows[:SHOWN]), ""))
        title.stylize("bold")
        for one in (title, *lines):
            one.truncate(room, overflow="ellipsis")
        counts = (len(group.rows), *([_support(group.rows)] if supported else []))
        table.add_row(str(number), *map(str, counts), Text("\n").join([title, *lines]))
    console.print(table)
    for line in _told(found, left_out, say):
        console.print(line, highlight=False, markup=False)


def _told(found: Clustering, left_out: Sequence[LeftOut], say: Speaker) -> list[str]:
    rows = sum(len(group.rows) for group in found.groups)
    lines = [f"{_counted(rows, 'contribution')} in {_counted(len(found.groups), 'group')}."]
    if found.alone:
        lines.append(f"{len(found.alone)} near to no other:")
        lines += [f"  row {row.number}: {row.text}" for row in found.alone[:ALONE]]
        lines += [f"  and {len(found.alone) - ALONE} more"] if len(found.alone) > ALONE else []
    why = Counter(say(one.why) for one in left_out)
    return lines + [f"{_counted(count, 'row')} left out: {reason}." for reason, count in why.items()]


def _counted(count: int, thing: str) -> str:
    return f"{count} {thing}{'s' * (count != 1)}"


def _support(rows: Sequence[Row]) -> int:
    return sum(row.support for row in rows)


def _row(row: Row) -> dict[str, Any]:
    return {"row": row.number, "text": row.text, "support": row.support} | ({"language": row.language} if row.language else {})
