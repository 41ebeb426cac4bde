"""The command line: `serve`, `rehearse`, `export`, `verify`, `methods`, `new-method`, `seating`, `cluster`."""

import asyncio
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn
from rich.table import Table

from workshop.agenda import TemplateError, load
from workshop.app import shipped
from workshop.cluster_command import cluster_command
from workshop.forget_command import forget_command
from workshop.language import Speaker, speaker
from workshop.live import OWN_LOCALE
from workshop.method import Method
from workshop.months_command import rehearse_process_command
from workshop.record.folder import folder_of, shown_in, with_pictures, write_folder
from workshop.record.verify import verify as verify_folder
from workshop.registry import discover
from workshop.rehearsal.rehearse import RehearsalError, Report, rehearse
from workshop.running import running
from workshop.scaffold import ScaffoldError, write_plugin
from workshop.seating_plan import seating_command
from workshop.sentences import SENTENCES
from workshop.serving import ServeError, serve
from workshop.settings import SettingsError
from workshop.settings import load as load_settings
from workshop.sheet import SheetError, read_sheet, rows_of
from workshop.store.database import StoreError
from workshop.store.store import open_store
from workshop.volume.check import is_volume
from workshop.volume_commands import export_process, import_command, import_contributions_command, verify_process

app = typer.Typer(help="Live workshops: methods that run in a room, on every phone, and leave a record.", no_args_is_help=True)


app.command("seating")(seating_command)
app.command("cluster")(cluster_command)
app.command("rehearse-process")(rehearse_process_command)
app.command("import")(import_command)
app.command("import-contributions")(import_contributions_command)
app.command("forget")(forget_command)


def main() -> None:
    """The command `palabre`."""
    app()


@app.command("serve")
def serve_command(
    host: Annotated[str | None, typer.Option(help="The address to listen on (default: every address of this machine).")] = None,
    port: Annotated[int | None, typer.Option(help="The port (default 8080).")] = None,
    data: Annotated[Path | None, typer.Option(help="The folder that keeps everything (default palabre-data).")] = None,
    public_url: Annotated[str | None, typer.Option(help="The address that phones use, as in https://palabre.example.")] = None,
    browser: Annotated[bool | None, typer.Option("--browser/--no-browser", help="Open the console in a browser.")] = None,
) -> None:
    """Start the server and open the console."""
    try:
        serve(load_settings(host=host, port=port, data=data, public_url=public_url, browser=browser), Console())
    except (SettingsError, ServeError, StoreError) as error:
        _fail(str(error))


@app.command("methods")
def methods_command() -> None:
    """List the methods that are installed, and those that failed, with the reason."""
    registry = discover()
    table = Table("method", "title", "brought by", "what it is for", box=None, header_style="bold")
    for name, method in sorted(registry.methods.items()):
        say = _speakers(registry.methods)("en")
        table.add_row(name, say(method.title), registry.origins[name], say(method.purpose))
    console = Console()
    console.print(table)
    for broken in registry.broken:
        console.print(f"[bold]failed:[/bold] {broken.name} (brought by {broken.distribution}): ", end="")
        console.print(broken.error, markup=False, highlight=False)
    if registry.broken:
        raise typer.Exit(1)


@app.command("export")
def export_command(
    to: Annotated[Path, typer.Option(help="The folder to write into.")],
    code: Annotated[str, typer.Argument(help="The code of the workshop.")] = "",
    process: Annotated[str, typer.Option(help="The code of a process: its whole folder is written.")] = "",
    data: Annotated[Path | None, typer.Option(help="The data folder of the server.")] = None,
) -> None:
    """Write the record of a workshop: record.md, decisions, reviews.ics, mind-map, pictures, contributions.csv, events.jsonl.

    With --process, write the folder of a whole process, which verify.py in it checks.
    """
    if bool(code) == bool(process):
        _fail("Name a workshop by its code, or a process with --process.")
    if process:
        registry = discover()
        export_process(process, to, data, registry.methods, _speakers(registry.methods))
        return
    try:
        settings = load_settings(data=data)
        if not settings.database and not (settings.data / "palabre.sqlite").is_file():
            _fail(f"There is no workshop in {settings.data.resolve()}. Name the server's data folder with --data.")
        store = open_store(settings.database_url)
        row = store.find(code.upper())
        if row is None:
            _fail(f"No workshop has the code {code}. There are: {', '.join(one.code for one in store.workshops()) or 'none'}.")
        registry = discover()
        entries, speakers = store.entries(row.id), _speakers(registry.methods)
        attached = shown_in(entries, registry.methods)
        found = {id: store.attachment(row.id, id) for id in attached.digests}
        pictures = {id: content for id, content in found.items() if content is not None}
        written = write_folder(with_pictures(folder_of(entries, registry.methods, speakers), pictures), to, attached.erased)
        store.close()
    except (SettingsError, StoreError, OSError) as error:
        _fail(str(error))
    for path in written:
        typer.echo(path)


@app.command("verify")
def verify_command(folder: Annotated[Path, typer.Argument(help="A folder that `palabre export` wrote.")]) -> None:
    """Check that a record, or the folder of a process, is what its events say, and that no event was changed, left out or added."""
    registry = discover()
    if is_volume(folder) or is_volume(folder.resolve().parent.parent):
        whole = folder if is_volume(folder) else folder.resolve().parent.parent
        verify_process(whole, registry.methods, _speakers(registry.methods))
        return
    if not (folder / "events.jsonl").is_file():
        _fail(f"{folder} has no events.jsonl. Name a folder that `palabre export` wrote.")
    problems = verify_folder(folder, registry.methods, _speakers(registry.methods))
    for problem in problems:
        typer.echo(str(problem))
    if problems:
        raise typer.Exit(1)
    typer.echo(f"{folder}: the chain holds, and the record is what the events say.")


@app.command("rehearse")
def rehearse_command(
    template: Annotated[str, typer.Option(help="A template file, or the name of one of ours.")] = "ideas-to-consent",
    participants: Annotated[int, typer.Option(min=1, max=2000, help="How many simulated people.")] = 40,
    seed: Annotated[int, typer.Option(help="The same seed gives people who behave the same.")] = 1,
    ideas: Annotated[
        Path | None, typer.Option(help="A CSV file with a column text (or comment, idea, proposal …): what people write.")
    ] = None,
    record: Annotated[Path, typer.Option(help="The folder for the record.")] = Path("rehearsal-record"),
) -> None:
    """Run a whole workshop with simulated phones over real sockets, and leave its verified record."""
    registry = discover()
    path = Path(template) if template.endswith(".toml") else shipped("_templates", "examples/templates") / f"{template}.toml"
    console = Console()
    try:
        agenda = load(path, registry.methods)
        texts = _texts(ideas) if ideas else list(SENTENCES)
        columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed}/{task.total}"))
        with Progress(*columns, console=console) as bar:
            task = bar.add_task("Coming in", total=len(agenda.steps))

            def show(step: str, number: int, of: int) -> None:
                bar.update(task, description=step, completed=number, total=of)

            async def run() -> Report:
                with tempfile.TemporaryDirectory(prefix="palabre-") as folder:
                    async with running(Path(folder)) as (server, url):
                        return await rehearse(server, url, agenda, participants, seed, texts, show)

            report = asyncio.run(run())
    except (TemplateError, RehearsalError, StoreError, OSError) as error:
        _fail(str(error))
    write_folder(folder_of(report.entries, registry.methods, report.live.speaker), record)
    _tell(console, report, participants, record)
    problems = verify_folder(record, registry.methods, _speakers(registry.methods))
    for problem in problems:
        typer.echo(str(problem))
    if problems:
        raise typer.Exit(1)
    console.print(f"The record is in {record} and verifies.", highlight=False, soft_wrap=True)


@app.command("new-method")
def new_method_command(
    name: Annotated[str, typer.Argument(help="The name of the method, as in fist_to_five.")],
    to: Annotated[Path | None, typer.Option(help="The folder to write (default: the name).")] = None,
) -> None:
    """Write a plug-in with one small method, which passes its own tests."""
    try:
        written = write_plugin(name, to or Path(name))
    except (ScaffoldError, OSError) as error:
        _fail(str(error))
    for path in written:
        typer.echo(path)


def _tell(console: Console, report: Report, participants: int, record: Path) -> None:
    accepted = sum(report.done.values())
    console.print(f"{participants} people, {len(report.entries)} events, {accepted} commands accepted:", highlight=False)
    for name, count in report.done.most_common():
        console.print(f"  {count:5} {name}", highlight=False)
    for name, count in report.refused.most_common():
        console.print(f"  {count:5} refused: {name}", highlight=False)


def _texts(path: Path) -> list[str]:
    try:
        sheet = read_sheet(path.read_bytes())
    except SheetError as error:
        _fail(f"{path}: {error}")
    place = sheet.column("text")
    if place is None:
        _fail(f"{path} has no column named text; it has {', '.join(filter(None, sheet.columns))}.")
    rows, _empty = rows_of(sheet, place)
    if not rows:
        _fail(f"{path} has no texts.")
    return [row.text for row in rows]


def _speakers(methods: Mapping[str, Method]) -> Callable[[str], Speaker]:
    folders = (OWN_LOCALE, *sorted({method.locale for method in methods.values()}))
    return lambda language: speaker(language, folders)


def _fail(text: str) -> NoReturn:
    typer.echo(f"palabre: {text}", err=True)
    raise typer.Exit(1)
