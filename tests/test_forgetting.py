"""A person is erased: no byte of their words or their name is in any file of the data folder, and the others' are all there."""

import asyncio
import json
import sqlite3
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import METHODS, Clock
from workshop.agenda import Agenda
from workshop.background import Background
from workshop.drafts import Draft, Drafts, PlannedStep
from workshop.live import Live
from workshop.messages import Command, new_token
from workshop.method import Item, Rejected, Role
from workshop.process.vocabulary import About
from workshop.processes import Processes, command
from workshop.record.folder import folder_of, write_folder
from workshop.record.verify import verify
from workshop.registry import Registry
from workshop.rooms import Rooms
from workshop.session.history import fold
from workshop.store.store import PersonRow, Store, open_store
from workshop.turn import FACILITATOR, Actor, Done

PEOPLE = 40


def own_words(number: int) -> list[str]:
    """Words that nobody else writes: with accents, and in another script."""
    return [f"öwn{number:02}xé", f"запи{number:02}щь", f"zwölf{number:02}qy"]


def texts_of(number: int) -> list[str]:
    first, second, third = own_words(number)
    return [first, f"A bench for {second} below the old tree", f"{third}, and “{first}” once more.\nThat is all"]


def name_of(number: int) -> str:
    return f"Näme{number:02}wöl"


async def send(live: Live, actor: str, name: str, activity: str | None = None, **args: Any) -> None:
    role = Role.PARTICIPANT if actor.startswith("p") else Role.FACILITATOR
    answer = await live.submit(Actor(actor, role), Command(new_token(), activity, name, args))
    assert isinstance(answer, Done), answer


async def crowded(rooms: Rooms, agenda: Agenda) -> Live:
    """A workshop in which forty people wrote, and the facilitator repeated some of it."""
    live = await rooms.create(agenda)
    await send(live, FACILITATOR.id, "OpenRoom")
    people = [f"p{number:02}" for number in range(PEOPLE)]
    for number, person in enumerate(people):
        await live.roll.introduce(PersonRow(person, name_of(number), "en"), f"token {number}")
    await asyncio.gather(*(send(live, person, "Join") for person in people))
    await send(live, FACILITATOR.id, "Next")
    await asyncio.gather(
        *(send(live, person, "Say", "one", text=text) for number, person in enumerate(people) for text in texts_of(number))
    )
    await send(live, FACILITATOR.id, "Reveal", "one")
    await send(live, FACILITATOR.id, "TakeNote", text=f"{name_of(7)} said: “{texts_of(7)[1]}”, and all agreed")
    await send(live, FACILITATOR.id, "Next")
    return live


def spelled(word: str) -> list[bytes]:
    """The ways in which a word may stand in a file."""
    return [word.encode(), json.dumps(word)[1:-1].encode(), word.encode("utf-16-le"), word.encode("utf-16-be"), word.casefold().encode()]


def held(folder: Path, words: Iterable[str]) -> list[str]:
    """The words that stand in a file of a folder, or in a name of one."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    contents = {str(path.relative_to(folder)): path.read_bytes() + str(path.name).encode() for path in files}
    return [f"{word} in {name}" for word in words for name, content in contents.items() if any(one in content for one in spelled(word))]


def export(live: Live, entries: list[Any], folder: Path) -> None:
    write_folder(folder_of(entries, METHODS, live.speaker), folder)
    assert verify(folder, METHODS, live.speaker) == []


def of_seven() -> list[str]:
    return [*own_words(7), name_of(7)]


def of_others() -> list[str]:
    return [word for number in range(PEOPLE) if number != 7 for word in own_words(number)]


async def test_who_is_erased_is_in_no_file_and_all_the_others_are(rooms: Rooms, store: Store, agenda: Agenda, tmp_path: Path) -> None:
    live = await crowded(rooms, agenda)
    export(live, await live.entries(), tmp_path / "export")
    assert len(held(tmp_path, of_seven())) >= 2 * len(of_seven()) - 1  # nobody's name is in a record
    began = time.monotonic()
    changed = await rooms.forgetting.erase(live.row.code, ["p07"], "p07")
    await store.erasing.scrub()
    export(live, await live.entries(), tmp_path / "export")
    assert time.monotonic() - began < 60
    assert changed == 3 + 2  # what they wrote, the note, the step that took it over
    assert held(tmp_path, of_seven()) == []
    assert {one.split()[0] for one in held(tmp_path / "export", of_others())} == set(of_others())
    assert live.session == fold(METHODS, await live.entries())
    assert name_of(8) in live.names.values()
    assert live.roll.recognise("token 7") is None
    note = [one.payload for one in await live.entries() if one.type == "NoteTaken"]
    assert note == [{"text": "… said: “…”, and all agreed"}]


async def test_a_plan_that_is_being_made_loses_what_was_taken_from_somebody(
    rooms: Rooms, store: Store, agenda: Agenda, tmp_path: Path
) -> None:
    live, drafts = await crowded(rooms, agenda), Drafts(tmp_path / "drafts")
    rooms.forgetting.on_words(drafts.mend)
    drafts.keep(live.row.code, Draft(f"Again: {texts_of(7)[1]}", steps=[PlannedStep("one", "tiny", texts_of(8)[1])]))
    await rooms.forgetting.erase(live.row.code, ["p07"], "p07")
    await store.erasing.scrub()
    assert held(tmp_path, of_seven()) == []
    kept = Drafts(tmp_path / "drafts").find(live.row.code)
    assert kept is not None
    assert (kept.title, kept.steps[0].title) == ("Again: …", texts_of(8)[1])


async def test_a_checkpoint_that_was_on_its_way_brings_nothing_back(rooms: Rooms, store: Store, agenda: Agenda, tmp_path: Path) -> None:
    live = await crowded(rooms, agenda)
    before = live.session
    await rooms.forgetting.erase(live.row.code, ["p07"], "p07")
    await store.save_checkpoint(live.row.id, before.seq, "any", b"what " + own_words(7)[0].encode() + b" wrote")
    assert store.checkpoint(live.row.id, "any") is None
    await store.erasing.scrub()
    assert held(tmp_path, of_seven()) == []


async def test_what_lies_in_a_gap_of_the_file_is_found_and_the_file_is_written_anew(
    rooms: Rooms, store: Store, agenda: Agenda, database: str, tmp_path: Path
) -> None:
    """A database of before: what was deleted was only marked as free."""
    live = await crowded(rooms, agenda)
    with sqlite3.connect(tmp_path / "palabre.sqlite") as db:
        db.execute("PRAGMA secure_delete=OFF")
        db.execute("CREATE TABLE copy AS SELECT payload FROM event")
        db.execute("DROP TABLE copy")
    db.close()
    await rooms.forgetting.erase(live.row.code, ["p07"], "p07")
    assert await store.erasing.scrub() is True
    assert held(tmp_path, of_seven()) == []


async def test_what_is_due_when_the_power_goes_is_done_at_the_next_start(
    rooms: Rooms, store: Store, agenda: Agenda, database: str, tmp_path: Path, clock: Clock
) -> None:
    live = await crowded(rooms, agenda)
    await store.wishes.add(live.row.id, ["p07"], "p07", clock())
    await rooms.close()
    store.close()
    again = open_store(database)
    background = Background()
    later = Rooms(again, Registry(METHODS), clock, background)
    reopened = await later.get(live.row.code)
    assert reopened is not None
    await later.forgetting.serve()
    await later.close()
    background.close()
    again.close()  # nothing was overwritten yet
    open_store(database).close()
    assert held(tmp_path, of_seven()) == []


@pytest.fixture
def processes(store: Store, rooms: Rooms, clock: Clock) -> Processes:
    return Processes(store, rooms, clock)


async def test_words_that_went_on_in_the_process_go_everywhere(
    rooms: Rooms, processes: Processes, store: Store, agenda: Agenda, clock: Clock, tmp_path: Path
) -> None:
    process = await processes.found(About("The year of the square"))
    assert not isinstance(process, Rejected)
    code = process.code
    first, later = await crowded(rooms, agenda), await rooms.create(agenda)
    for live in (first, later):
        assert isinstance(await processes.submit(code, command("AddSession", workshop=live.row.code)), Done)
    clock.now += 86_400_000
    said = [one for one in await first.entries() if one.type == "Said" and one.actor in ("p07", "p08")]
    items = [Item(f"{first.row.code}/{one.payload['id']}", "idea", one.payload["text"]) for one in said if one.payload]
    assert isinstance(await processes.bring(later.row.code, "one", items), Done)
    ref = items[0].id
    answer = f"You wrote “{texts_of(7)[1]}”. Not this year."
    assert isinstance(await processes.submit(code, command("Reply", refs=[ref], standing="not_now", text=answer)), Done)
    heard: list[str] = []
    rooms.forgetting.on_erasure(lambda one, _whom: heard.append(one))
    rooms.forgetting.on_erasure(lambda one, _whom: processes.forget(one))
    await rooms.forgetting.erase(first.row.code, ["p07"], "host:1")
    await store.erasing.scrub()
    assert sorted(heard) == sorted([first.row.code, later.row.code, code])
    assert held(tmp_path, of_seven()) == []
    after = await processes.get(code)
    assert after is not None
    assert (after.skipped, after.answers[ref].text) == (0, "You wrote “…”. Not this year.")
    assert len(later.session.brought["one"]) == len(items)
    for live in (first, later):
        export(live, await live.entries(), tmp_path / live.row.code)
    assert held(tmp_path, of_seven()) == []
