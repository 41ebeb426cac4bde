"""The command `palabre seating`: who sits where, without a workshop."""

import csv
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer
from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from workshop.earlier import after
from workshop.guests import Guests, GuestsError, numbered, pairs, read
from workshop.language import speaker
from workshop.seating import Request, Seating, seat, tables_for, verdict

MOST = 1000


def seating_command(
    people: Annotated[int | None, typer.Option(min=1, max=MOST, help="How many people (or name them with --csv).")] = None,
    tables: Annotated[int | None, typer.Option(min=1, max=MOST, help="How many tables (or say --size).")] = None,
    rounds: Annotated[int, typer.Option(min=1, max=100, help="How many rounds.")] = 3,
    size: Annotated[int | None, typer.Option(min=1, max=MOST, help="How many seats a table has at most.")] = None,
    file: Annotated[Path | None, typer.Option("--csv", help="People: name, host, with, apart; other columns are mixed.")] = None,
    hosts: Annotated[bool, typer.Option("--hosts/--no-hosts", help="One stays at each table: those marked, then the first.")] = True,
    together: Annotated[list[str] | None, typer.Option(help="People who sit together, as in Anna+Ben. May be repeated.")] = None,
    apart: Annotated[list[str] | None, typer.Option(help="People who never sit together, as in Anna+Ben. May be repeated.")] = None,
    plan: Annotated[Path | None, typer.Option(help="A plan that --json wrote: go on from it.")] = None,
    played: Annotated[int, typer.Option(min=0, help="How many rounds of that plan were played: they stay as they were.")] = 0,
    seed: Annotated[int, typer.Option(help="The same seed gives the same plan.")] = 0,
    seconds: Annotated[float, typer.Option(min=0.05, max=600, help="How long to search where no rule gives a plan.")] = 0.8,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON: rounds of tables of people, and the report.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv-out", help="Write CSV: a line for each person, a column for each round.")] = False,
) -> None:
    """Plan who sits where, so that people meet as many others as possible: as a table, CSV or JSON."""
    try:
        guests = _guests(people, file)
        request = _request(guests, _tables(guests, tables, size), rounds, hosts, together or [], apart or [], seed)
        request = after(request, plan, min(played, rounds), hosts) if plan else request
    except (GuestsError, OSError) as error:
        typer.echo(f"palabre: {error}", err=True)
        raise typer.Exit(1) from None
    seating = seat(request, seconds)
    if as_json:
        typer.echo(json.dumps(as_mapping(request, guests, seating), ensure_ascii=False))
    elif as_csv:
        _write_csv(request, seating)
    else:
        _show(Console(), request, guests, seating)


def as_mapping(request: Request, guests: Guests, seating: Seating) -> dict[str, Any]:
    """What --json writes: rounds, each a list of tables, each a list of people; the hosts by table; the report."""
    report = asdict(seating.report) | {"mixing": dict(zip(guests.attributes, seating.report.mixing, strict=True))}
    return {
        "rounds": [_by_table(request, number, seating) for number in range(request.rounds)],
        "hosts": {str(table): person for table, person in request.hosts.items()},
        "report": report,
    }


def _guests(people: int | None, file: Path | None) -> Guests:
    if file is None and people is None:
        raise GuestsError("Say how many people there are (--people 40), or name them (--csv people.csv).")
    guests = read(file) if file else numbered(people or 0)
    if people is not None and people != len(guests.names):
        raise GuestsError(f"{file} has {len(guests.names)} people, not {people}. Leave --people out, or mend the list.")
    if len(guests.names) > MOST:
        raise GuestsError(f"{file} has {len(guests.names)} people; a plan is for {MOST} at most.")
    return guests


def _tables(guests: Guests, tables: int | None, size: int | None) -> int:
    count = len(guests.names)
    if tables is None and size is None:
        raise GuestsError("Say how many tables there are (--tables 8), or how many seats each has (--size 5).")
    found = tables or tables_for(count, size or 1)
    if size and found * size < count:
        needed = tables_for(count, size)
        raise GuestsError(f"{found} tables with {size} seats are too few for {count} people. Leave --tables out, or take {needed}.")
    if found > count:
        raise GuestsError(f"{found} tables are too many for {count} people. Take {max(1, count // 4)}, say.")
    return found


def _request(guests: Guests, tables: int, rounds: int, hosts: bool, together: list[str], apart: list[str], seed: int) -> Request:
    staying = [*guests.hosts, *(name for name in guests.names if name not in guests.hosts)][:tables] if hosts else []
    return Request(
        people=guests.names,
        tables=tables,
        rounds=rounds,
        hosts=dict(enumerate(staying, start=1)),
        attributes=dict(zip(guests.names, guests.values, strict=True)) if guests.values else {},
        together=(*guests.together, *(pair for wish in together for pair in pairs(wish, guests.names))),
        apart=(*guests.apart, *(pair for wish in apart for pair in pairs(wish, guests.names))),
        seed=seed,
    )


def _by_table(request: Request, round: int, seating: Seating) -> list[list[str]]:
    """The people at each table of a round, the host first and the others in the order of the list."""
    seats = seating.rounds[round]
    rows: list[list[str]] = [[] for _ in range(max(request.tables, *seats.values()))]
    for person in dict.fromkeys([*request.hosts.values(), *request.people, *seats]):
        if person in seats:
            rows[seats[person] - 1].append(person)
    return rows


def _write_csv(request: Request, seating: Seating) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["name", *(f"round {number + 1}" for number in range(request.rounds))])
    everybody = dict.fromkeys([*request.people, *(person for seats in seating.rounds for person in seats)])
    writer.writerows([person, *(seats.get(person, "") for seats in seating.rounds)] for person in everybody)


def _show(console: Console, request: Request, guests: Guests, seating: Seating) -> None:
    columns = ("table", *(f"round {number + 1}" for number in range(request.rounds)))
    table = Table(*columns, box=box.SIMPLE, header_style="bold", show_lines=True)
    rounds = [_by_table(request, number, seating) for number in range(request.rounds)]
    hosts = set(request.hosts.values())
    for number in range(max(map(len, rounds))):
        people = (rows[number] if number < len(rows) else [] for rows in rounds)
        cells = (", ".join(f"[bold]{escape(one)}[/bold]" if one in hosts else escape(one) for one in there) for there in people)
        table.add_row(str(number + 1), *cells)
    console.print(table)
    for line in _told(guests, seating):
        console.print(line, highlight=False, markup=False)
    if hosts:
        console.print("Bold: the host, who stays.", highlight=False)


def _told(guests: Guests, seating: Seating) -> list[str]:
    found = seating.report
    lines = [speaker("en", ())(verdict(found))]
    lines += [f"  {one} and {other}: {times} times" for one, other, times in found.again[:10]]
    lines += [f"  and {len(found.again) - 10} more pairs"] if len(found.again) > 10 else []
    lines.append(f"{found.pairs_met} of {found.pairs} pairs meet; {found.revisits} times somebody comes back to a table.")
    lines += [f"{name} is mixed to {share:.0%} of what can be." for name, share in zip(guests.attributes, found.mixing, strict=True)]
    lines += [f"This wish does not hold: {one} and {other} {wish}." for wish, one, other in found.unmet]
    return lines + (["The time was up before the search was through: another run may find another plan."] if found.cut else [])
