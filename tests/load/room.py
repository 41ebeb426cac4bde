"""A workshop for load and faults: a brainstorm without a limit, made on the disk before the server starts."""

from pathlib import Path
from typing import Final

from workshop.agenda import parse
from workshop.background import Background
from workshop.messages import Command, new_token
from workshop.registry import discover
from workshop.rooms import Rooms
from workshop.store.store import open_store
from workshop.turn import FACILITATOR

TEMPLATE: Final = """
title = "A brainstorm under load"
[[steps]]
id = "ideas"
method = "brainstorm"
title = "Ideas"
[steps.settings]
limit = 0
"""


def database(data: Path) -> str:
    """The address of the database in a data folder."""
    return f"sqlite:///{data / 'palabre.sqlite'}"


async def prepared(data: Path, template: str = TEMPLATE) -> str:
    """The code of a workshop whose first step is going on; its server is not running."""
    store, background = open_store(database(data)), Background()
    rooms = Rooms(store, discover(), lambda: 1_790_000_000_000, background)
    live = await rooms.create(parse(template, rooms.registry.methods))
    for name in ("OpenRoom", "Next"):
        await live.submit(FACILITATOR, Command(new_token(), None, name, {}))
    await rooms.close()
    background.close()
    store.close()
    return live.row.code
