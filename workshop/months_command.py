"""The command `rehearse-process`: a process over months with simulated people, and the folder that it leaves."""

import asyncio
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn

from workshop.agenda import TemplateError
from workshop.app import shipped
from workshop.registry import Registry, discover
from workshop.rehearsal.course import Course, read_course
from workshop.rehearsal.months import Calendar, Told, live_through
from workshop.rehearsal.rehearse import RehearsalError
from workshop.running import running
from workshop.sentences import SENTENCES
from workshop.speakers import speakers
from workshop.store.database import StoreError
from workshop.volume.manifest import seal_of
from workshop.volume.names import MANIFEST
from workshop.volume.placing import place
from workshop.volume.source import source_of, written_from
from workshop.volume.volume import Files
from workshop.volume_commands import fail, verify_process

PLAN = "examples/processes/school-square/process.toml"


def rehearse_process_command(
    plan: Annotated[Path, typer.Argument(help="The plan of the process, a TOML file.")] = Path(PLAN),
    to: Annotated[Path, typer.Option(help="The folder to write.")] = Path("rehearsal-process"),
    data: Annotated[Path | None, typer.Option(help="Keep the database here, to look at the process with `palabre serve --data`.")] = None,
) -> None:
    """Run a whole process, workshop by workshop, on days of its own, and leave its verified folder."""
    registry, console = discover(), Console()
    try:
        course = read_course(plan, registry.methods, shipped("_templates", "examples/templates"))
        with ExitStack() as stack:
            kept = data or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="palabre-")))
            told, files = asyncio.run(_live(course, registry, kept, console))
        place(files, to)
    except (TemplateError, RehearsalError, StoreError, OSError) as error:
        fail(str(error))
    for report in told.reports:
        title = report.live.session.agenda.title
        refused = sum(report.refused.values())
        console.print(
            f"{title}: {len(report.entries)} events, {sum(report.done.values())} commands accepted, {refused} refused", highlight=False
        )
    console.print(f"{len(files)} files in {to}. Seal: {seal_of(files[MANIFEST])}", highlight=False, soft_wrap=True)
    verify_process(to, registry.methods, speakers(registry.methods))


async def _live(course: Course, registry: Registry, data: Path, console: Console) -> tuple[Told, Files]:
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.completed}/{task.total}"))
    clock = Calendar()
    with Progress(*columns, console=console) as bar:
        task = bar.add_task(course.about.title)

        def show(step: str, number: int, of: int) -> None:
            bar.update(task, description=step, completed=number, total=of)

        async with running(data, clock=clock) as (app, url):
            told = await live_through(app, url, clock, course, list(SENTENCES), show)
            row = app.store.processes.find(told.code)
            assert row is not None
            say_in = speakers(registry.methods)
            return told, written_from(source_of(app.store, row, registry.methods), registry.methods, say_in).files
