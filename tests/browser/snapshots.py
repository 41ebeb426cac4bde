"""A workshop played once from the lobby to its end, and every moment of it as a workshop of its own, to be looked at."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import cycle
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

from workshop import beat
from workshop.agenda import Agenda, load, parse
from workshop.background import Background
from workshop.blocks import encode
from workshop.language import speaker
from workshop.live import Live
from workshop.messages import Command, Entry, new_code, new_token
from workshop.method import Rejected, Role, Sight, Viewer
from workshop.registry import discover
from workshop.rooms import Rooms
from workshop.sentences import SENTENCES
from workshop.session.reading import moves_of
from workshop.session.screen import screen_of
from workshop.session.state import Methods
from workshop.store.store import Store, open_store
from workshop.turn import FACILITATOR, Actor, Done

PEOPLE, TURNS, MOVES = 30, 30, 60
LONG = "A place " + "where people of every age and from every street around may sit, " * 4 + "and stay."
HOSTILE = "<img src=x onerror=alert(1)> <b>bold</b> &amp; {{ 1+1 }} *stars*"
TEMPLATE = Path(__file__).parents[2] / "examples" / "templates" / "ideas-to-consent.toml"
ALONE = """
title = "Our evening"
question = "What matters to you?"
[[steps]]
id = "{method}"
method = "{method}"
title = "Together"
minutes = 20
"""
Json = Any


@dataclass(frozen=True)
class Moment:
    """What happened just before, the code under which it can be looked at, and of which blocks each screen is made then."""

    name: str
    code: str
    screens: Mapping[str, frozenset[str]]


async def moments(data: Path) -> list[Moment]:
    """Plays every agenda of `agendas` in the database of a data folder; each moment in which a screen is new."""
    store, background = open_store(f"sqlite:///{data / 'palabre.sqlite'}"), Background()
    clock = cycle(range(1_790_000_000_000, 1_790_003_600_000, 500)).__next__
    rooms = Rooms(store, discover(), clock, background)
    found: list[Moment] = []
    for agenda in agendas(rooms.registry.methods):
        live = await rooms.create(agenda)
        seqs = [(*one, _screens(live)) async for one in played(live) if not found or one[0] not in ("lobby", "end")]
        entries = await live.entries()
        found += [Moment(name, await _copied(store, entries[:seq], agenda), screens) for name, seq, screens in seqs]
    await rooms.close()
    background.close()
    store.close()
    return found


def agendas(methods: Methods) -> list[Agenda]:
    """A whole workshop, and one of a single step for each method that is not in it."""
    whole = load(TEMPLATE, methods)
    others = sorted(set(methods) - {step.method for step in whole.steps})
    return [whole, *(parse(ALONE.format(method=method), methods) for method in others)]


async def played(live: Live, people: int = PEOPLE) -> Any:
    """Plays a workshop to its end with so many people; the name of each moment in which a screen is new, and the seq of its log then.

    Nobody looks at it meanwhile, so it beats as fast as it can.
    """
    with patch.multiple(beat, SHORTEST_S=0.0, LONGEST_S=0.0):
        async for moment in _played(live, people):
            yield moment


async def _played(live: Live, people: int) -> Any:
    await _host(live, "OpenRoom")
    yield "lobby", live.session.seq
    for number in range(1, people + 1):
        await _send(live, f"p{number}", None, "Join", {})
    random, texts = Random(1), cycle([HOSTILE, LONG, *SENTENCES])
    for move in range(MOVES):
        answer = await _host(live, "Next")
        assert isinstance(answer, Done), answer
        await live.settled()
        await live.idle()
        if live.session.stage == "closed":
            yield "end", live.session.seq
            return
        name = f"{move:02d}-{live.session.current}"
        yield f"{name}-begins", live.session.seq
        before = live.session.seq
        await _settle(live, people, random, texts)
        if live.session.seq > before:
            yield f"{name}-done", live.session.seq
    raise AssertionError(f"it did not end: {moves_of(live.methods, live.session)}")


def _screens(live: Live) -> Mapping[str, frozenset[str]]:
    views = {"wall": Viewer("wall", PEOPLE), "console": Viewer("console", PEOPLE), "phone": Viewer("room", PEOPLE)}
    newcomer = [block.id for block in screen_of(live.methods, live.session, Viewer("person", PEOPLE, "newcomer", PEOPLE + 1))]
    seen = {name: [block.id for block in screen_of(live.methods, live.session, view)] for name, view in views.items()}
    return {name: frozenset([live.session.current, *ids, *(newcomer if name == "phone" else ())]) for name, ids in seen.items()}


async def _settle(live: Live, people: int, random: Random, texts: Iterator[str]) -> None:
    for _turn in range(TURNS):
        acted = sum([await _act(live, number, random, texts) for number in range(1, people + 1)])
        if not acted and not await _act(live, 0, random, texts):
            return
        await live.settled()
        await live.idle()


async def _act(live: Live, number: int, random: Random, texts: Iterator[str]) -> int:
    activity = live.session.activity
    assert activity is not None
    person = f"p{number}" if number else FACILITATOR.id
    roles = ("room", "person") if number else ("console",)
    say = speaker("en", ())
    views = [Viewer(role, len(live.session.present), person) for role in roles]  # type: ignore[arg-type]
    screen = {id: block for view in views for id, block in encode(screen_of(live.methods, live.session, view), say).items()}
    deeds = live.methods[activity.step.method].rehearse(Sight(number, screen, random, texts.__next__))
    answers = [await _send(live, person, activity.step.id, deed.command, deed.args) for deed in deeds]
    return sum(isinstance(answer, Done) for answer in answers)


async def _send(live: Live, person: str, activity: str | None, name: str, args: Any) -> Done | Rejected:
    actor = FACILITATOR if person == FACILITATOR.id else Actor(person, Role.PARTICIPANT)
    return await live.submit(actor, Command(new_token(), activity, name, args))


async def _host(live: Live, name: str) -> Done | Rejected:
    return await _send(live, FACILITATOR.id, None, name, {})


async def _copied(store: Store, entries: list[Entry], agenda: Agenda) -> str:
    code = new_code()
    number = await store.create(code, agenda.title, entries[0].at)
    created = replace(entries[0], payload={**(entries[0].payload or {}), "code": code})
    await store.append(number, 0, [created, *entries[1:]])
    return code


def kinds(moment: Moment) -> str:
    return re.sub(r"^\d+-", "", moment.name)
