"""Retention runs by itself: names go when their time is over, texts where a process says so, once, and the logs say it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.conftest import METHODS, Clock
from tests.test_forgetting import crowded, export, held, name_of, own_words, send
from workshop.agenda import Agenda
from workshop.method import Rejected
from workshop.process.vocabulary import About
from workshop.processes import Processes, command
from workshop.retention import Due, Keeping, Resting, due, over
from workshop.retiring import retire
from workshop.rooms import Rooms
from workshop.session.history import fold
from workshop.store.store import Store
from workshop.turn import FACILITATOR, Done


def ms(*day: int) -> int:
    return int(datetime(*day, tzinfo=UTC).timestamp() * 1000)  # type: ignore[misc, arg-type]


@pytest.mark.parametrize(
    ("last", "months", "now", "is_over"),
    [
        ((2026, 1, 31), 1, (2026, 2, 28), False),
        ((2026, 1, 31), 1, (2026, 3, 1), True),
        ((2024, 11, 15), 24, (2026, 11, 14), False),
        ((2024, 11, 15), 24, (2026, 11, 15), True),
        ((2024, 11, 15), 24, (2024, 11, 14), False),
        ((1999, 1, 1), 0, (2026, 1, 1), False),
    ],
)
def test_so_many_months_after_the_last_thing_that_happened(last: tuple[int, ...], months: int, now: tuple[int, ...], is_over: bool) -> None:
    assert over(ms(*last), months, ms(*now)) is is_over


def test_a_process_goes_by_its_last_workshop_and_keeps_as_it_says() -> None:
    old, new, now = ms(2020, 1, 1), ms(2026, 10, 1), ms(2026, 11, 1)
    resting = [
        Resting("A", "", old), Resting("B", "", new), Resting("C", "P", old), Resting("D", "P", new), Resting("E", "Q", old, "texts"),
        Resting("F", "Q", old), Resting("G", "", old, "nothing"), Resting("H", "", old, "texts"), Resting("I", "R", old),
    ]  # fmt: skip
    processes = {"P": (Keeping(12), old), "Q": (Keeping(12, texts=True), old), "R": (Keeping(0), old)}
    assert due(resting, processes, Keeping(24), now) == [Due("", ("A",), False), Due("Q", ("E", "F"), True)]
    assert due(resting, processes | {"Q": (Keeping(12, texts=True), new)}, Keeping(0), now) == []


@pytest.fixture
def processes(store: Store, rooms: Rooms, clock: Clock) -> Processes:
    made = Processes(store, rooms, clock)
    rooms.forgetting.on_erasure(lambda code, _whom: made.forget(code))
    return made


def names() -> list[str]:
    return [name_of(number) for number in range(40) if number != 7]  # the facilitator wrote that one into a note


async def test_names_go_and_what_was_said_stays(
    rooms: Rooms, processes: Processes, store: Store, agenda: Agenda, clock: Clock, tmp_path: Path
) -> None:
    live = await crowded(rooms, agenda)
    clock.now += 600 * 86_400_000
    assert await retire(processes, store, 24) == []
    clock.now += 200 * 86_400_000
    assert await retire(processes, store, 24) == [Due("", (live.row.code,), False)]
    await store.erasing.scrub()
    assert held(tmp_path, names()) == []
    assert set(live.names.values()) <= {""}
    assert live.roll.recognise("token 3") is None
    assert (await live.entries())[-1].type == "NamesErased"
    export(live, await live.entries(), tmp_path / "export")
    assert held(tmp_path / "export", own_words(3))
    assert await retire(processes, store, 24) == []
    await send(live, FACILITATOR.id, "TakeNote", text="Looked at once more")
    clock.now += 800 * 86_400_000
    assert len(await retire(processes, store, 24)) == 1


async def test_a_process_can_have_texts_go_too(
    rooms: Rooms, processes: Processes, store: Store, agenda: Agenda, clock: Clock, tmp_path: Path
) -> None:
    process = await processes.found(About("The year of the square", retention=6, texts=True))
    assert not isinstance(process, Rejected)
    live = await crowded(rooms, agenda)
    for wanted in (
        command("AddSession", workshop=live.row.code),
        command("Contribute", rows=[{"text": "A letter about the ducks"}], source="post"),
        command("TakeNote", text="The mayor will come in May"),
    ):
        assert isinstance(await processes.submit(process.code, wanted), Done)
    clock.now += 200 * 86_400_000
    assert await retire(processes, store, 0) == [Due(process.code, (live.row.code,), True)]
    await store.erasing.scrub()
    words = [word for number in range(40) if number != 7 for word in own_words(number)]
    assert held(tmp_path, [*names(), *words, "ducks"]) == []
    assert held(tmp_path, ["The mayor will come in May"])
    export(live, await live.entries(), tmp_path / "export")
    assert live.session == fold(METHODS, await live.entries())
    after = await processes.get(process.code)
    assert after is not None
    assert (after.skipped, len(after.contributions)) == (0, 1)
    assert (await processes.entries(process.code))[-1].type == "NamesErased"
    assert await retire(processes, store, 0) == []
