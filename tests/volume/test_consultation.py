"""A real consultation from end to end: its statements come in, are grouped in a workshop, answered by group, and written as a folder.

The data lies beside the checkout (`shared`); without it, this is skipped.
"""

import asyncio
import subprocess
import sys
from pathlib import Path

import pytest

from tests.dossier.streets import house
from workshop.agenda import parse
from workshop.dossier.carrying import carried
from workshop.live import Live
from workshop.messages import Command, write
from workshop.method import Rejected
from workshop.process.vocabulary import About
from workshop.processes import Processes, command
from workshop.speakers import speakers
from workshop.turn import FACILITATOR, Answer
from workshop.volume.check import verify_volume
from workshop.volume.incoming import incoming
from workshop.volume.placing import place
from workshop.volume.source import source_of, written_from

STATEMENTS = Path(__file__).parents[3] / "shared" / "data" / "consultation" / "bowling-green-2050" / "comments.csv"
GROUPING = """
title = "The statements, grouped"
[[steps]]
id = "map"
method = "mind_map"
title = "The map"
"""


@pytest.mark.skipif(not STATEMENTS.is_file(), reason="the consultation does not lie beside this checkout")
async def test_a_consultation_is_grouped_answered_and_written(tmp_path: Path) -> None:
    async with house(tmp_path) as processes:
        code = await _founded(processes)
        rows = incoming(STATEMENTS.read_bytes()).rows
        assert len(rows) == 316  # of 371; the moderators of the platform took the others out
        _done(await processes.submit(code, command("Contribute", rows=[write(one) for one in rows], source="Bowling Green 2050")))
        await _grouped(processes, code)
        await _answered(processes, code)
        methods = processes.rooms.registry.methods
        row = processes._store.processes.find(code)
        assert row is not None
        files = written_from(source_of(processes._store, row, methods), methods, speakers(methods)).files
    folder = tmp_path / "folder"
    place(files, folder)
    assert verify_volume(folder, methods, speakers(methods)) == []
    checked = await asyncio.to_thread(subprocess.run, [sys.executable, "verify.py"], cwd=folder, capture_output=True, text=True)
    assert checked.returncode == 0, checked.stdout
    text = (folder / "contributions.md").read_text("utf-8")
    assert text.count("The council reads this group in June.") > 200


async def _founded(processes: Processes) -> str:
    made = await processes.found(About("Bowling Green 2050", "How should Bowling Green grow?"))
    assert not isinstance(made, Rejected)
    return made.code


async def _grouped(processes: Processes, code: str) -> None:
    """Staff open a workshop for themselves alone, in which the machine groups what came in."""
    live = await processes.begin(code, parse(GROUPING, processes.rooms.registry.methods))
    assert isinstance(live, Live)
    dossier = await processes.dossier(code)
    assert dossier is not None
    _done(await processes.bring(live.row.code, "map", carried(dossier, dossier.contributions)))
    for name in ("OpenRoom", "Next"):
        _done(await live.submit(FACILITATOR, Command(name, None, name, {})))
    await live.settled()
    await live.idle()


async def _answered(processes: Processes, code: str) -> None:
    dossier = await processes.dossier(code)
    assert dossier is not None
    groups = dossier.kind("group")
    assert len(groups) > 5
    for group in groups:
        text = f"The council reads this group in June. It has {len(dossier.words_behind(group.ref))} statements."
        _done(await processes.submit(code, command("Reply", refs=[group.ref], standing="not_now", text=text)))
    after = await processes.dossier(code)
    assert after is not None
    placed = [thing for thing in after.contributions if after.fate(thing.ref).groups]
    assert len(placed) > 0.6 * len(after.contributions)
    assert all(after.fate(thing.ref).state == "not_now" for thing in placed)


def _done(answer: Answer) -> None:
    assert not isinstance(answer, Rejected), answer
