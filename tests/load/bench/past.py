"""What was said in a workshop before the server starts: commands decided by the rules, their events appended in batches."""

import time
from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path
from typing import Any, Final

from tests.load.room import database
from workshop.messages import Command, Entry, derived_id, write
from workshop.method import Context, Rejected, Role
from workshop.registry import discover
from workshop.session.history import evolve, fold
from workshop.session.rules import decide
from workshop.store.store import Store, open_store
from workshop.turn import FACILITATOR, Actor

Deed = tuple[Actor, Command]
BATCH: Final = 1000
PEOPLE: Final = tuple(Actor(f"p{derived_id('past', str(number))}", Role.PARTICIPANT) for number in range(300))
WORDS: Final = ("shade", "trees", "benches", "water", "light", "play", "music", "bread", "market", "safe", "quiet", "green", "bike")
EVENING: Final = """
title = "A long evening"
[[steps]]
id = "arrive"
method = "check_in"
title = "Arrive"
[[steps]]
id = "first"
method = "brainstorm"
title = "Ideas"
[[steps]]
id = "second"
method = "brainstorm"
title = "More ideas"
[[steps]]
id = "third"
method = "brainstorm"
title = "Last ideas"
"""


async def tell(data: Path, code: str, deeds: Iterable[Deed]) -> int:
    """Writes what comes of the deeds behind the log of a workshop; the seq of its last event."""
    methods, store = discover().methods, open_store(database(data))
    row = store.find(code)
    assert row is not None
    session, entries = fold(methods, store.entries(row.id)), list[Entry]()
    now = time.time_ns() // 1_000_000
    for actor, command in deeds:
        fresh = derived_id(code, command.id)
        context = Context(now, actor.id, actor.role, session.present, fresh, int(fresh[:8], 16))
        drafts = decide(methods, session, command, context)
        assert not isinstance(drafts, Rejected), (command, drafts)
        for place, (step, event) in enumerate(drafts):
            id = f"{command.id}/{place}" if place else command.id
            entries.append(Entry(session.seq + 1, id, now, actor.id, step, type(event).__name__, write(event)))
            session = evolve(methods, session, entries[-1])
        if len(entries) >= BATCH:
            entries = await _append(store, row.id, entries)
    await _append(store, row.id, entries)
    store.close()
    return session.seq


async def _append(store: Store, workshop: int, entries: list[Entry]) -> list[Entry]:
    if entries:
        await store.append(workshop, entries[0].seq - 1, entries)
    return []


def ideas(step: str, many: int) -> Iterator[Deed]:
    """The people come in and write that many ideas."""
    yield from _coming_in()
    yield from _writing(step, many)


def evening(code: str, events: int) -> Iterator[Deed]:
    """About that many events: a check-in, two brainstorms whose ideas are supported, a third that is going on."""
    each = events // 25
    yield from _coming_in()
    for number, one in enumerate(PEOPLE):
        yield one, Command(f"word-{number:06}", "arrive", "Answer", {"text": WORDS[number % len(WORDS)]})
    ahead = (Command(f"ahead-{number:04}", None, "Next", {}) for number in count())
    yield FACILITATOR, next(ahead)
    for step in ("first", "second"):
        yield from _writing(step, each)
        yield FACILITATOR, next(ahead)
        yield from _supporting(code, step, each, (events - 3 * each) // 2 - len(PEOPLE))
        yield from ((FACILITATOR, next(ahead)) for _ in range(2))
    yield from _writing("third", each)


def later(events: int = 900) -> Iterator[Deed]:
    """What is said at the end of the evening, nearly enough for another checkpoint."""
    return _writing("third", events, "later")


def _coming_in() -> Iterator[Deed]:
    return ((one, Command(f"in-{one.id}", None, "Join", {})) for one in PEOPLE)


def _writing(step: str, many: int, prefix: str = "") -> Iterator[Deed]:
    for number in range(many):
        chosen = " ".join(WORDS[(number * stride + stride) % len(WORDS)] for stride in (3, 7, 11, 13, 17, 19))
        args: dict[str, Any] = {"text": f"{chosen}, thought of as number {number}"}
        yield PEOPLE[number % len(PEOPLE)], Command(f"{prefix or step}-{number:06}", step, "Add", args)


def _supporting(code: str, step: str, ideas: int, taps: int) -> Iterator[Deed]:
    """Each tap is of another person on an idea that is not theirs."""
    for tap in range(taps):
        number = (tap * 7 + tap // ideas) % ideas
        person = (number + 1 + tap // ideas * 11) % len(PEOPLE)
        if person == number % len(PEOPLE):
            continue
        idea = derived_id(code, f"{step}-{number:06}")
        yield PEOPLE[person], Command(f"{step}-tap-{tap:06}", step, "Support", {"idea": idea})
