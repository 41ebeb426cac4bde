"""What a crowd of phones is told, with lines that note what is sent on them."""

import asyncio
import json
from typing import Any

import pytest

from workshop.agenda import Agenda
from workshop.crowd import Crowd, Member
from workshop.line import Frame
from workshop.live import Live
from workshop.messages import Command, new_token
from workshop.method import Role
from workshop.rooms import Rooms
from workshop.turn import FACILITATOR, Actor


class Notebook:
    """A line that keeps the frames; a test says how full it is."""

    def __init__(self) -> None:
        self.frames: list[Frame] = []
        self.full = False
        self.aborted = False
        self.bad = 0

    @property
    def idle(self) -> bool:
        return not self.full

    def send(self, frame: Frame) -> None:
        self.frames.append(frame)

    def offer(self, frame: Frame) -> bool:
        if not self.full:
            self.frames.append(frame)
        return not self.full

    def abort(self) -> None:
        self.aborted = True

    def heard(self) -> list[tuple[str, Any]]:
        """The events, in order, and forgets them."""
        found = [tuple(json.loads(frame.text.removeprefix(b"2/phone,"))) for frame in self.frames]
        self.frames.clear()
        return found


@pytest.fixture
async def live(rooms: Rooms, agenda: Agenda) -> Live:
    live = await rooms.create(agenda)
    await host(live, "OpenRoom")
    return live


async def host(live: Live, name: str) -> None:
    await live.submit(FACILITATOR, Command(new_token(), None, name, {}))
    await live.settled()


async def somebody(live: Live, crowd: Crowd, person: str, language: str = "en") -> Notebook:
    line = Notebook()
    await live.submit(Actor(person, Role.PARTICIPANT), Command(new_token(), None, "Join", {}))
    crowd.enter(f"sid-{person}", Member(line, person, language))  # type: ignore[arg-type]
    return line


async def say(live: Live, person: str, text: str) -> None:
    await live.submit(Actor(person, Role.PARTICIPANT), Command(new_token(), "one", "Say", {"text": text}))
    await live.settled()


async def test_the_same_frame_goes_to_all_who_read_the_same_language(live: Live) -> None:
    crowd = Crowd(live)
    ana, bo, cy = [await somebody(live, crowd, *who) for who in (("ana", "en"), ("bo", "en"), ("cy", "fr"))]
    await host(live, "Next")
    for line in (ana, bo, cy):
        line.frames.clear()
    await say(live, "ana", "Trees")
    assert bo.frames[0] is ana.frames[0]
    assert cy.frames[0] is not ana.frames[0]
    assert [event for event, _data in bo.heard()] == ["patch"]
    shared, mine = ana.heard()
    assert "shared" in shared[1]
    assert "Trees" in json.dumps(mine[1]["mine"])
    assert mine[1]["from"] == mine[1]["v"] == shared[1]["v"]


async def test_a_phone_that_does_not_read_gets_nothing_more_and_then_the_whole_screen(live: Live) -> None:
    crowd = Crowd(live)
    ana, bo = await somebody(live, crowd, "ana"), await somebody(live, crowd, "bo")
    await host(live, "Next")
    bo.heard()
    bo.full = True
    for n in range(5):
        await say(live, "ana", f"Idea {n}")
    await say(live, "bo", "Mine")
    assert bo.heard() == []
    assert crowd.stale == 1
    bo.full = False
    crowd.catch_up()
    event, screen = bo.heard()[-1]
    assert event == "screen"
    assert screen["shared"] == json.loads(json.dumps(live.look(("room", "en", "")).blocks))  # type: ignore[arg-type]
    assert "Mine" in json.dumps(screen["mine"])
    assert crowd.stale == 0
    assert ana.heard()


async def test_coming_and_going_alone_is_told_rarely(live: Live) -> None:
    crowd = Crowd(live)
    ana = await somebody(live, crowd, "ana")
    await live.settled()
    ana.heard()
    for n in range(50):
        await somebody(live, crowd, f"person-{n}")
        await asyncio.sleep(0)
    assert len(ana.heard()) <= 1


async def test_who_is_gone_is_told_nothing_and_the_room_without_phones_costs_nothing(live: Live) -> None:
    crowd = Crowd(live)
    ana = await somebody(live, crowd, "ana")
    crowd.leave("sid-ana")
    crowd.leave("sid-ana")
    await host(live, "Next")
    assert [event for event, _data in ana.heard()] == ["screen"]
    assert live.connected == set()
    assert crowd.members == {}
    assert not live._audiences
