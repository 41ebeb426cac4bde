"""A whole hall contributes, or votes, within two seconds."""

import asyncio
import random
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from tests.load.bench.figure import Figure
from tests.load.bench.hall import Hall, all_saw, come_in, go_out, hall, quiet
from tests.load.bench.past import ideas, tell
from tests.load.bench.scale import Scale
from tests.load.phone import Phone
from tests.load.room import TEMPLATE, database
from workshop.messages import Command
from workshop.store.store import open_store
from workshop.turn import FACILITATOR

WITHIN_S: Final = 2.0
SHOWN: Final = re.compile(rb'"done":\s?\d+|<\d+\.\d+>')
VOTE: Final = (
    TEMPLATE
    + """
[[steps]]
id = "vote"
method = "dot_vote"
title = "Vote"
from = "ideas"
"""
)


@dataclass(frozen=True, slots=True)
class Burst:
    """Seconds from the start until every phone has shown all; `missing` are not on the disk, `unseen` were never shown by some phone."""

    phones: int
    ideas_s: float
    ideas_missing: int
    ideas_unseen: int
    votes_s: float
    votes_missing: int


async def measure(scale: Scale) -> Burst:
    """Ideas in a brainstorm; then dots in a vote."""
    async with hall() as place:
        phones = await _ready(place, scale.hall)
        ideas_s = await _all_within(phones, lambda phone: ("Add", {"text": f"<{phone.number}.0> A bench in the shade"}))
        ideas_missing = scale.hall - _logged(place, "Added")
        ideas_unseen = sum(b"<%d.0>" % number not in phone.seen for phone in phones for number in range(1, scale.hall + 1))
        await go_out(phones)
    options = list[str]()

    async def fill(data: Any, code: str) -> None:
        before = (deed for deed in ideas("ideas", 12))
        ahead = ((FACILITATOR, Command(f"ahead-{number:04}", None, "Next", {})) for number in range(3))
        await tell(data, code, (*before, *ahead))
        store = open_store(database(data))
        row = store.find(code)
        assert row is not None
        options.extend(str((entry.payload or {})["id"]) for entry in store.entries(row.id) if entry.type == "Added")
        store.close()

    async with hall(VOTE, fill) as place:
        phones = await _ready(place, scale.hall)
        votes_s = await _all_within(phones, lambda phone: ("Place", {"option": options[phone.number % len(options)], "dots": 1}))
        votes_missing = scale.hall - _logged(place, "Placed")
        await go_out(phones)
    return Burst(scale.hall, ideas_s, ideas_missing, ideas_unseen, votes_s, votes_missing)


async def _ready(place: Hall, count: int) -> list[Phone]:
    phones = place.phones(count, SHOWN)
    await come_in(phones)
    await quiet(phones)
    return phones


async def _all_within(phones: Sequence[Phone], deed: Callable[[Phone], tuple[str, dict[str, Any]]]) -> float:
    chance, start = random.Random(1), time.perf_counter() + 0.1

    async def act(phone: Phone, after: float) -> None:
        await asyncio.sleep(start + after - time.perf_counter())
        answer = await phone.do(*deed(phone))
        assert answer["ok"], answer

    whens = sorted(chance.uniform(0, WITHIN_S) for _ in phones)
    await asyncio.gather(*(act(phone, after) for phone, after in zip(phones, whens, strict=True)))
    everybody = b'"done":%d' % len(phones)
    assert await all_saw(phones, [everybody]), "not every phone showed that all were counted"
    return max(max(phone.seen.values()) for phone in phones) - start


def _logged(place: Hall, type: str) -> int:
    store = open_store(database(place.data))
    row = store.find(place.code)
    assert row is not None
    actors = {entry.actor for entry in store.entries(row.id) if entry.type == type}
    store.close()
    return len(actors)


def figures(found: Burst) -> list[Figure]:
    """The lines of the table."""
    kept = found.phones - found.ideas_missing, found.phones - found.votes_missing
    return [
        Figure(
            f"{found.phones} phones contributing within 2 s: all seen and counted on every phone after; on the disk; not seen",
            f"2.3 s; {found.phones}; 0",
            f"{found.ideas_s:.2f} s; {kept[0]}; {found.ideas_unseen}",
            found.ideas_s <= 2.3 and not found.ideas_missing and not found.ideas_unseen,
        ),
        Figure(
            f"{found.phones} phones voting within 2 s: all counted on every phone after; on the disk",
            f"2.3 s; {found.phones}",
            f"{found.votes_s:.2f} s; {kept[1]}",
            found.votes_s <= 2.3 and not found.votes_missing,
        ),
    ]
