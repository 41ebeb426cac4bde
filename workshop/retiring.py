"""Retention runs by itself: once a day what is over goes, and the logs say so."""

import asyncio
import logging
from typing import Final

from workshop.method import Rejected
from workshop.process.events import NamesErased
from workshop.processes import Processes, command
from workshop.redacted import WordsErased
from workshop.retention import Due, Keeping, due
from workshop.store.store import Store, off_loop
from workshop.turn import MACHINE

log = logging.getLogger("palabre.retiring")
FIRST_AFTER_S: Final = 60.0
EVERY_S: Final = 24 * 3600.0
TIDYING: Final = frozenset({NamesErased.__name__, WordsErased.__name__})


async def retire(processes: Processes, store: Store, months: int) -> list[Due]:
    """Lets names, and where a process says so texts, go where their time is over; what went. Asked again, nothing more goes."""
    resting = await off_loop(store.resting)
    keepings = {code: await _kept(processes, code) for code in {one.process for one in resting if one.process}}
    found = due(resting, keepings, Keeping(months), processes.clock())
    for one in found:
        await processes.rooms.forgetting.expire(one.workshops, one.texts, one.process)
        if one.process:
            answer = await processes.submit(one.process, command("RecordErasure", workshops=one.workshops, texts=one.texts), MACHINE)
            if isinstance(answer, Rejected):
                log.warning("%s does not know that names were erased: %s", one.process, answer.message.text)
    return found


async def keep_time(processes: Processes, store: Store, months: int) -> None:
    """Does so soon after the start and then every day, until it is cancelled."""
    await asyncio.sleep(FIRST_AFTER_S)
    while True:
        try:
            for one in await retire(processes, store, months):
                log.info("names%s were erased from %s", " and texts" if one.texts else "", ", ".join(one.workshops))
        except Exception as error:
            log.warning("what is over could not be erased: %s: %s", type(error).__name__, error)
        await asyncio.sleep(EVERY_S)


async def _kept(processes: Processes, code: str) -> tuple[Keeping, int]:
    """How a process keeps, and when something happened in it last."""
    process, entries = await processes.get(code), await processes.entries(code)
    assert process is not None
    happened = [one.at for one in entries if one.type not in TIDYING]
    return Keeping(process.about.retention, process.about.texts), max(happened, default=process.created_at)
