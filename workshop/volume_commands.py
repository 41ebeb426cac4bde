"""The commands of processes: the folder of one is written, comes in from elsewhere, and contributions of a file come in."""

import asyncio
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from workshop.language import Speaker
from workshop.method import Method, Rejected
from workshop.registry import discover
from workshop.settings import SettingsError
from workshop.settings import load as load_settings
from workshop.sheet import SheetError
from workshop.speakers import speakers
from workshop.store.database import StoreError
from workshop.store.store import Store, open_store
from workshop.taking_in import take_in
from workshop.volume.archive import BadArchive, unpack
from workshop.volume.check import verify_volume
from workshop.volume.importing import import_volume
from workshop.volume.incoming import Columns
from workshop.volume.manifest import seal_of
from workshop.volume.names import MANIFEST
from workshop.volume.placing import place
from workshop.volume.source import source_of, written_from

SayIn = Callable[[str], Speaker]


@contextmanager
def opened(data: Path | None, make: bool = False) -> Iterator[Store]:
    """The store of the settings; what goes wrong is said, and ends the command."""
    try:
        settings = load_settings(data=data)
        if not make and not settings.database and not (settings.data / "palabre.sqlite").is_file():
            fail(f"There is nothing in {settings.data.resolve()}. Name the server's data folder with --data.")
        store = open_store(settings.database_url)
        try:
            yield store
        finally:
            store.close()
    except (SettingsError, StoreError, OSError) as error:
        fail(str(error))


def export_process(code: str, to: Path, data: Path | None, methods: Mapping[str, Method], say_in: SayIn) -> None:
    """Writes the folder of a process, and says its seal."""
    with opened(data) as store:
        row = store.processes.find(code.upper())
        if row is None:
            fail(f"No process has the code {code}. There are: {', '.join(one.code for one in store.processes.all()) or 'none'}.")
        files = written_from(source_of(store, row, methods), methods, say_in).files
        written = place(files, to)
    typer.echo(f"{len(written)} files in {to}. Seal: {seal_of(files[MANIFEST])}")


def verify_process(folder: Path, methods: Mapping[str, Method], say_in: SayIn) -> None:
    """Says what is wrong with the folder of a process, or its seal."""
    problems = verify_volume(folder, methods, say_in)
    for problem in problems:
        typer.echo(problem)
    if problems:
        raise typer.Exit(1)
    typer.echo(f"{folder}: the chains hold, and every file is what the logs say. Seal: {seal_of((folder / MANIFEST).read_bytes())}")


def import_command(
    folder: Annotated[Path, typer.Argument(help="The folder of a process as `palabre export --process` wrote it, or a ZIP file of it.")],
    data: Annotated[Path | None, typer.Option(help="The data folder of the server.")] = None,
) -> None:
    """Bring a process that was written elsewhere in, with its workshops and their very same events; it is checked first."""
    methods = discover().methods
    say_in = speakers(methods)
    with opened(data, make=True) as store, tempfile.TemporaryDirectory(prefix="palabre-") as place_for_it:
        try:
            there = unpack(folder.read_bytes(), Path(place_for_it)) if folder.is_file() else folder
        except BadArchive as error:
            fail(f"{folder}: {error}.")
        answer = asyncio.run(import_volume(store, there, methods, say_in))
    say = say_in("en")
    for reason in answer.refused:
        typer.echo(say(reason))
    if answer.refused:
        fail(f"{folder} did not come in.")
    typer.echo(f"Process {answer.code}: {len(answer.brought)} workshops came in{_listed(answer.brought)}.")
    if answer.here:
        typer.echo(f"Here already, with the same log: {', '.join(answer.here)}.")


def import_contributions_command(
    process: Annotated[str, typer.Argument(help="The code of the process.")],
    file: Annotated[Path, typer.Argument(help="A CSV file with a contribution in each row.")],
    text_column: Annotated[str, typer.Option(help="The column of the texts (default: text, comment, idea, proposal …).")] = "",
    date_column: Annotated[str, typer.Option(help="The column of the dates (default: date, timestamp …).")] = "",
    support_column: Annotated[str, typer.Option(help="The column with how many support it (default: support, votes, agrees …).")] = "",
    keep: Annotated[list[str] | None, typer.Option(help="Another column that is kept too; once for each.")] = None,
    look: Annotated[bool, typer.Option("--look", help="Only say what would come in.")] = False,
    data: Annotated[Path | None, typer.Option(help="The data folder of the server.")] = None,
) -> None:
    """Take contributions of a spreadsheet into a process; who wrote them is left out. A server that runs sees them after its restart."""
    say = speakers({})("en")
    columns = Columns(text_column, date_column, support_column, tuple(keep or ()))
    with opened(data) as store:
        try:
            found = asyncio.run(take_in(store, process.upper(), file.read_bytes(), file.name, columns, look))
        except SheetError as error:
            fail(f"{file}: {say(error.why)}")
    if isinstance(found, Rejected):
        fail(say(found.message))
    for one in found.left_out:
        typer.echo(f"row {one.number} is left out: {say(one.why)}")
    if found.people:
        typer.echo(f"Columns that say who somebody is are left out: {', '.join(found.people)}.")
    if found.others:
        typer.echo(f"Not taken, and can be with --keep: {', '.join(found.others)}.")
    typer.echo(f"{len(found.rows)} contributions {'would come' if look else 'came'} in, {len(found.left_out)} rows did not.")


def _listed(codes: Sequence[str]) -> str:
    return f" ({', '.join(codes)})" if codes else ""


def fail(text: str) -> NoReturn:
    """Says what is wrong, and ends the command."""
    typer.echo(f"palabre: {text}", err=True)
    raise typer.Exit(1)
