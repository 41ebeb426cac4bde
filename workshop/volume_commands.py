"""The commands of processes: the folder of one is written, comes in from elsewhere, and contributions of a file come in."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import typer

from workshop.language import Speaker
from workshop.method import Method
from workshop.settings import SettingsError
from workshop.settings import load as load_settings
from workshop.store.database import StoreError
from workshop.store.store import Store, open_store
from workshop.volume.check import verify_volume
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


def fail(text: str) -> NoReturn:
    """Says what is wrong, and ends the command."""
    typer.echo(f"palabre: {text}", err=True)
    raise typer.Exit(1)
