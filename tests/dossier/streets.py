"""Many small workshops of streets feed one of the town: `python -m tests.dossier.streets 130` prints how long each part takes."""

import argparse
import asyncio
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workshop.agenda import Agenda, parse
from workshop.background import Background
from workshop.dossier.carrying import carried
from workshop.dossier.dossier import Dossier
from workshop.dossier.things import Thing
from workshop.live import Live
from workshop.messages import Command, new_token
from workshop.method import Rejected, Role
from workshop.process.vocabulary import About
from workshop.processes import Processes
from workshop.registry import discover
from workshop.rooms import Rooms
from workshop.sentences import SENTENCES
from workshop.store.store import open_store
from workshop.turn import FACILITATOR, Actor

PEOPLE = 8
WINNERS = 2
STREET = """
title = "Assembly of {street}"
[[steps]]
id = "ideas"
method = "brainstorm"
title = "What our street needs"
"""
TOWN = """
title = "The streets together"
[[steps]]
id = "map"
method = "mind_map"
title = "The map of all streets"
[[steps]]
id = "decide"
method = "consent"
title = "Consent"
from = "map"
[steps.settings]
variant = "sofa"
"""


@dataclass(frozen=True, slots=True)
class Town:
    """What came of it: the dossiers of the streets and of the town, and what was carried from one to the other."""

    streets: Dossier
    town: Dossier
    winners: tuple[Thing, ...]
    took: dict[str, float]


@asynccontextmanager
async def house(folder: Path) -> AsyncIterator[Processes]:
    """Rooms and processes on a database of their own, with all methods that are installed."""
    store, background = open_store(f"sqlite:///{folder / 'palabre.sqlite'}"), Background(limit_s=60)
    rooms = Rooms(store, discover(), lambda: time.time_ns() // 1_000_000, background)
    try:
        yield Processes(store, rooms, rooms.clock)
    finally:
        await rooms.close()
        background.close()
        store.close()


async def live_through(processes: Processes, count: int) -> Town:
    """So many assemblies of a street, each with what its people support most, and the town's workshop that takes it up."""
    took, methods = {}, processes.rooms.registry.methods
    streets, town = await _founded(processes, "Street assemblies", "micro"), await _founded(processes, "The town's agenda", "meso")
    began = time.perf_counter()
    for number in range(1, count + 1):
        await _assembly(await _begun(processes, streets, parse(STREET.format(street=f"Street {number}"), methods)), number)
    took["workshops"] = time.perf_counter() - began
    small, took["dossier"] = await _timed(processes, streets)
    winners = _winners(small)
    began = time.perf_counter()
    live = await _begun(processes, town, parse(TOWN, methods))
    answer = await processes.bring(live.row.code, "map", carried(small, winners, inside=False))
    assert not isinstance(answer, Rejected), answer
    await _decided(live)
    took["town"] = time.perf_counter() - began
    large, took["town's dossier"] = await _timed(processes, town)
    return Town(small, large, winners, took)


async def _founded(processes: Processes, title: str, scale: Any) -> str:
    made = await processes.found(About(title, scale=scale))
    assert not isinstance(made, Rejected)
    return made.code


async def _begun(processes: Processes, code: str, agenda: Agenda) -> Live:
    live = await processes.begin(code, agenda)
    assert isinstance(live, Live)
    return live


async def _assembly(live: Live, number: int) -> None:
    """Everybody says two things and supports what somebody else said."""
    people = [Actor(f"p{number}x{place}", Role.PARTICIPANT) for place in range(PEOPLE)]
    await _all(live, [(FACILITATOR, None, "OpenRoom", {})])
    await _all(live, [(one, None, "Join", {}) for one in people])
    await _all(live, [(FACILITATOR, None, "Next", {})])
    said = [(one, SENTENCES[(number * 7 + place * 3) % len(SENTENCES)]) for place, one in enumerate((*people, *people))]
    await _all(live, [(one, "ideas", "Add", {"text": text}) for one, text in said])
    ideas = [idea.id for idea in live.session.activities["ideas"].state.ideas.all_shown()]
    await _all(live, [(one, "ideas", "Support", {"idea": ideas[(number + place // 3) % len(ideas)]}) for place, one in enumerate(people)])
    await _all(live, [(FACILITATOR, None, "Close", {})])


async def _all(live: Live, commands: Sequence[tuple[Actor, str | None, str, dict[str, Any]]]) -> None:
    await asyncio.gather(*(live.submit(who, Command(new_token(), step, name, args)) for who, step, name, args in commands))


def _winners(dossier: Dossier) -> tuple[Thing, ...]:
    """What each assembly supports most."""
    found: list[Thing] = []
    for meeting in dossier.meetings:
        own = sorted((thing for thing in dossier.contributions if thing.home == meeting.code), key=lambda one: -one.support)
        found += own[:WINNERS]
    return tuple(found)


async def _decided(live: Live) -> None:
    """The town groups what came, and agrees on the largest group."""
    await _all(live, [(FACILITATOR, None, "OpenRoom", {})])
    await _all(live, [(FACILITATOR, None, "Next", {})])
    await live.settled()
    await live.idle()
    await _all(live, [(FACILITATOR, None, "Go", {"step": "decide"})])
    await _all(
        live, [(FACILITATOR, "decide", "Propose", {"text": "We begin with what most streets asked for.", "review_date": "2030-01-01"})]
    )
    await _all(live, [(FACILITATOR, "decide", "Go", {"to": "check"})])
    await _all(live, [(FACILITATOR, "decide", "CountHands", {"consent": 40})])
    for _press in range(2):
        await _all(live, [(FACILITATOR, None, "Next", {})])


async def _timed(processes: Processes, code: str) -> tuple[Dossier, float]:
    began = time.perf_counter()
    found = await processes.dossier(code)
    assert found is not None
    return found, time.perf_counter() - began


async def _main(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        async with house(Path(folder)) as processes:
            town = await live_through(processes, count)
    print(f"{count} assemblies, {len(town.streets.contributions)} contributions, {len(town.winners)} carried to the town")
    for name, seconds in town.took.items():
        print(f"{name:>16} {seconds:7.2f} s")
    up = sum(bool(town.town.fate(thing.ref).decisions) for thing in town.winners)
    print(f"{up} of those carried are behind the town's decision; {len(town.town.kind('group'))} groups")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=130)
    asyncio.run(_main(parser.parse_args().count))
