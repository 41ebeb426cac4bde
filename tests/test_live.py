import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from tests.conftest import METHODS, TEMPLATE, Clock
from workshop.agenda import Agenda, parse
from workshop.audience import Seat, Update
from workshop.background import Background
from workshop.live import Live
from workshop.messages import Command, new_token
from workshop.method import Rejected, Role
from workshop.patience import Patience
from workshop.record.folder import folder_of, write_folder
from workshop.record.verify import verify
from workshop.registry import Registry
from workshop.rehearsal.phone import patched
from workshop.rooms import Rooms
from workshop.session.history import fold
from workshop.store.database import StoreError
from workshop.store.store import PersonRow, Store
from workshop.turn import FACILITATOR, Actor, Answer, Done

ROOM = Seat("room", "en")


def participant(name: str) -> Actor:
    return Actor(name, Role.PARTICIPANT)


async def send(live: Live, actor: Actor, name: str, activity: str | None = None, id: str = "", **args: Any) -> Answer:
    return await live.submit(actor, Command(id or new_token(), activity, name, args))


async def opened(rooms: Rooms, agenda: Agenda, *people: str) -> Live:
    live = await rooms.create(agenda)
    await send(live, FACILITATOR, "OpenRoom")
    for name in people:
        await send(live, participant(name), "Join")
    await send(live, FACILITATOR, "Next")
    return live


class Screen:
    """A screen as a phone keeps it: whole, then patched; it notices when a version is missing."""

    def __init__(self) -> None:
        self.v, self.blocks, self.updates = -1, dict[str, Any](), 0

    def __call__(self, update: Update) -> None:
        assert update.since in (None, self.v)
        self.blocks = update.blocks if update.since is None else patched(self.blocks, update.blocks)
        self.v, self.updates = update.v, self.updates + 1


async def test_an_answer_comes_when_the_event_is_in_the_log(rooms: Rooms, agenda: Agenda, store: Store) -> None:
    live = await opened(rooms, agenda, "ana")
    answer = await send(live, participant("ana"), "Say", "one", text="Trees")
    assert isinstance(answer, Done)
    assert store.entries(live.row.id)[-1].seq == answer.seq


async def test_the_same_command_sent_twice_is_answered_twice_and_happens_once(rooms: Rooms, agenda: Agenda) -> None:
    live = await opened(rooms, agenda, "ana", "bo")
    twice = [send(live, participant("ana"), "Say", "one", "once1234", text="Trees") for _ in range(2)]
    first, second = await asyncio.gather(*twice)
    third = await send(live, participant("ana"), "Say", "one", "once1234", text="Trees")
    assert first == second == third
    assert len(live.session.activities["one"].state.said) == 1
    other = await send(live, participant("bo"), "Say", "one", "once1234", text="Mine")
    assert isinstance(other, Rejected)


async def test_what_is_sent_at_once_is_committed_together_and_all_of_it_counts(rooms: Rooms, agenda: Agenda) -> None:
    people = [f"p{n}" for n in range(60)]
    live = await opened(rooms, agenda, *people)
    answers = await asyncio.gather(*(send(live, participant(name), "Say", "one", text=f"Idea of {name}") for name in people))
    assert all(isinstance(answer, Done) for answer in answers)
    assert len(live.session.activities["one"].state.said) == 60
    assert fold(METHODS, await live.entries()) == live.session


async def test_every_screen_that_watches_is_the_view_of_the_state(rooms: Rooms, agenda: Agenda) -> None:
    live = await opened(rooms, agenda, "ana")
    screens = {seat: Screen() for seat in (ROOM, Seat("wall", "fr"), Seat("person", "en", "ana"))}
    for seat, screen in screens.items():
        live.watch(seat, screen)
    for text in ("Trees", "Shade"):
        await send(live, participant("ana"), "Say", "one", text=text)
    await send(live, FACILITATOR, "Reveal", "one")
    await live.settled()
    assert sorted(card["text"] for card in screens[ROOM].blocks["all"]["items"].values()) == ["Shade", "Trees"]
    for seat, screen in screens.items():
        assert screen.blocks == live._blocks(seat)


async def test_many_contributions_come_in_few_updates(rooms: Rooms, agenda: Agenda) -> None:
    people = [f"p{n}" for n in range(50)]
    live = await opened(rooms, agenda, *people)
    await live.settled()
    screen = Screen()
    live.watch(ROOM, screen)
    await asyncio.gather(*(send(live, participant(name), "Say", "one", text="x") for name in people))
    await live.settled()
    assert screen.blocks["progress"]["done"] == 50
    assert screen.updates <= 4


async def test_a_person_is_told_only_what_is_theirs_and_only_when_it_changed(rooms: Rooms, agenda: Agenda) -> None:
    live = await opened(rooms, agenda, "ana", "bo")
    ana, bo = Screen(), Screen()
    live.watch(Seat("person", "en", "ana"), ana)
    live.watch(Seat("person", "en", "bo"), bo)
    await live.settled()
    before = bo.updates
    await send(live, participant("ana"), "Say", "one", text="Mine")
    await live.settled()
    assert [card["text"] for card in ana.blocks["own"]["items"].values()] == ["Mine"]
    assert bo.updates == before


async def test_after_undo_the_live_state_is_the_fold_of_the_log(rooms: Rooms, agenda: Agenda) -> None:
    live = await opened(rooms, agenda, "ana")
    await send(live, FACILITATOR, "Reveal", "one")
    answers = await asyncio.gather(send(live, FACILITATOR, "Undo"), send(live, participant("ana"), "Say", "one", text="Trees"))
    assert all(isinstance(answer, Done) for answer in answers)
    assert not live.session.activities["one"].state.revealed
    assert fold(METHODS, await live.entries()) == live.session


async def test_a_restart_finds_everything_where_it_was(store: Store, rooms: Rooms, agenda: Agenda, clock: Clock) -> None:
    live = await opened(rooms, agenda, "ana")
    await send(live, participant("ana"), "Say", "one", "kept1234", text="Trees")
    session = live.session
    await rooms.close()
    background = Background()
    again = Rooms(store, Registry(METHODS), clock, background)
    live = await again.get(session.code.lower()) or pytest.fail("the workshop is gone")
    assert live.session == session
    assert isinstance(await send(live, participant("ana"), "Say", "one", "kept1234", text="Trees"), Done)
    assert len(live.session.activities["one"].state.said) == 1
    await again.close()
    background.close()


async def test_a_checkpoint_is_used_and_gives_the_same_state(store: Store, rooms: Rooms, agenda: Agenda, clock: Clock) -> None:
    live = await opened(rooms, agenda, "ana")
    await rooms.close()  # keeps a checkpoint
    again = Rooms(store, Registry(METHODS), clock, Background())
    live = await again.get(live.row.code) or pytest.fail("the workshop is gone")
    with patch("workshop.live.fold", side_effect=AssertionError("read from the start")):
        await send(live, participant("ana"), "Say", "one", text="Trees")
    assert fold(METHODS, await live.entries()) == live.session
    await again.close()


async def test_a_database_that_cannot_write_gives_no_false_answer_and_the_workshop_goes_on(rooms: Rooms, agenda: Agenda) -> None:
    live = await opened(rooms, agenda, "ana")
    before = live.session
    with patch.object(live._store, "append", side_effect=StoreError("The disk is full.")):
        answer = await send(live, participant("ana"), "Say", "one", "again123", text="Trees")
    assert isinstance(answer, Rejected)
    assert answer.code == "try-again"
    assert (live.session, live.trouble) == (before, "The disk is full.")
    assert isinstance(await send(live, participant("ana"), "Say", "one", "again123", text="Trees"), Done)
    assert live.trouble == ""


async def test_somebody_else_who_wrote_is_noticed(rooms: Rooms, agenda: Agenda, store: Store) -> None:
    live = await opened(rooms, agenda, "ana")
    last = (await live.entries())[-1]
    await store.append(live.row.id, last.seq, [replace(last, seq=last.seq + 1, id="elsewhere", type="NoteTaken", payload={"text": "x"})])
    answer = await send(live, participant("ana"), "Say", "one", "again123", text="Trees")
    assert isinstance(answer, Rejected)
    assert isinstance(await send(live, participant("ana"), "Say", "one", "again123", text="Trees"), Done)
    assert fold(METHODS, await live.entries()) == live.session


async def test_what_takes_long_is_computed_elsewhere_and_comes_back_as_an_event(rooms: Rooms) -> None:
    agenda = parse(TEMPLATE.replace("minutes = 5", "minutes = 5\n[steps.settings]\ncount_in_background = true"), METHODS)
    live = await opened(rooms, agenda, "ana")
    await live.settled()
    await live.idle()
    assert live.session.activities["one"].state.counted == 0
    assert (await live.entries())[-1].actor == "system"


async def test_nothing_of_a_name_stands_in_the_log(rooms: Rooms, agenda: Agenda) -> None:
    live = await opened(rooms, agenda, "ana")
    assert live.speaker("fr")(live.roll.name("ana", live.session)) in ("Person 1", "Personne 1")
    live.roll.names["ana"] = "Ana Pérez"
    assert live.speaker("en")(live.roll.name("ana", live.session)) == "Ana Pérez"
    assert "Pérez" not in str(await live.entries())


async def test_a_co_facilitator_has_a_name_and_takes_the_wheel_but_no_seat(
    store: Store, rooms: Rooms, agenda: Agenda, clock: Clock
) -> None:
    live = await rooms.create(agenda)
    id = await live.add_host("Ana")
    assert live.hosts == ("host:1", "host:2")
    await live.submit(FACILITATOR, Command(new_token(), None, "OpenRoom", {}))
    refused = await live.submit(Actor(id, Role.FACILITATOR), Command(new_token(), None, "Next", {}))
    assert isinstance(refused, Rejected)
    assert isinstance(await live.submit(Actor(id, Role.FACILITATOR), Command(new_token(), None, "TakeWheel", {})), Done)
    refused = await live.submit(FACILITATOR, Command(new_token(), None, "Next", {}))
    assert isinstance(refused, Rejected)
    assert live.speaker("en")(refused.message) == "Ana has the wheel. Take it first."
    await rooms.close()
    again = await Rooms(store, Registry(METHODS), clock, Background()).get(live.row.code)
    assert again is not None
    assert (again.hosts, again.names["host:2"], again.session.wheel) == (("host:1", "host:2"), "Ana", "host:2")
    await again.close()


async def test_whoever_asks_to_be_erased_is_gone_from_screens_log_and_record_and_what_was_counted_stays(
    rooms: Rooms, agenda: Agenda, tmp_path: Path
) -> None:
    live = await rooms.create(agenda)
    await send(live, FACILITATOR, "OpenRoom")
    await live.roll.introduce(PersonRow("ana", "Ana", "en"), "her token")
    for name in ("ana", "bo"):
        await send(live, participant(name), "Join")
    await send(live, FACILITATOR, "Next")
    await send(live, participant("ana"), "Say", "one", text="Only Ana says this")
    await send(live, participant("bo"), "Say", "one", text="Bo says that")
    await send(live, FACILITATOR, "Reveal", "one")
    await rooms.forgetting.erase(live.row.code, ["ana"], "ana")
    await live.settled()
    log = await live.entries()
    assert "Only Ana" not in str(log)
    assert "Only Ana" not in str(live.look(ROOM).blocks)
    assert "Bo says that" in str(live.look(ROOM).blocks)
    assert live.roll.recognise("her token") is None
    assert "Ana" not in live.names.values()
    assert [one.seq for one in log] == list(range(1, len(log) + 1))
    assert live.session == fold(live.methods, log)
    assert isinstance(await send(live, participant("bo"), "Say", "one", text="And this"), Done)
    write_folder(folder_of(await live.entries(), live.methods, live.speaker), tmp_path)
    assert verify(tmp_path, live.methods, live.speaker) == []


async def test_a_method_that_computes_without_end_is_interrupted_and_the_workshop_goes_on(
    store: Store, agenda: Agenda, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    def endless(_state: Any, _viewer: Any) -> Any:
        n = 0
        while True:
            try:
                n += 1
            except Exception:  # as sloppy code does
                n = 0

    hung = replace(METHODS["tiny"], name="hung", view=endless)
    methods = METHODS | {"hung": hung}
    background = Background()
    rooms = Rooms(store, Registry(methods), clock, background)
    rooms._patience = Patience(0.3)
    first, second = agenda.steps
    live = await rooms.create(replace(agenda, steps=(replace(first, method="hung"), second)))
    live.watch(ROOM, lambda _update: None)
    await send(live, FACILITATOR, "OpenRoom")
    await send(live, FACILITATOR, "Next")
    await live.settled()
    assert "hung: it did not come to an end" in live.trouble
    assert isinstance(await send(live, participant("ana"), "Join"), Done)
    assert isinstance(await send(live, participant("ana"), "Say", "one", text="x"), Rejected)
    assert isinstance(await send(live, FACILITATOR, "Next"), Done)
    assert live.session.current == "two"
    assert isinstance(await send(live, participant("ana"), "Say", "two", text="Trees"), Done)
    await rooms.close()
    background.close()
