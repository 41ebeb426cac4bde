"""A process on its page: what all parts share. It is drawn again when staff add something, and when a workshop goes on."""

import asyncio
from collections.abc import Awaitable, Callable, Collection, Mapping
from datetime import UTC, date, datetime
from typing import Any, Final
from urllib.parse import urlencode

from nicegui import background_tasks

from workshop.agenda import zone_of
from workshop.dossier.dossier import Dossier
from workshop.language import Speaker, Words, day_of
from workshop.method import Rejected
from workshop.pages.desk import Desk
from workshop.pages.process.told import Told
from workshop.process.state import Process
from workshop.processes import command
from workshop.turn import Actor

SHORT: Final = 90


class Work:
    """One process, and the page that shows it; `parts` are the names of its parts.

    `draws` draw what may have changed; `before` fetch what they need besides.
    """

    def __init__(self, desk: Desk, dossier: Dossier, actor: Actor, language: str, query: Mapping[str, str], parts: Collection[str]) -> None:
        self.desk = desk
        self.dossier = dossier
        self.actor = actor
        self.language = language
        self.query = query
        self.parts = parts
        self.say: Speaker = desk.rooms.speaker(language)
        self.draws: list[Callable[[], None]] = []
        self.before: list[Callable[[], Awaitable[None]]] = []
        self.today = desk.processes.today(dossier.process)
        self._turn = asyncio.Lock()

    @property
    def process(self) -> Process:
        """What staff added to it."""
        return self.dossier.process

    @property
    def code(self) -> str:
        """Its code."""
        return self.dossier.process.code

    async def submit(self, told: Told, name: str, done: Words = "", **args: Any) -> bool:
        """Sends a command of staff; what comes of it is told beside what was pressed."""
        answer = await self.desk.processes.submit(self.code, command(name, **args), self.actor)
        refused = isinstance(answer, Rejected)
        told.say(self.say(answer.message if isinstance(answer, Rejected) else done), wrong=refused)
        if not refused:
            await self.refresh()
        return not refused

    async def refresh(self) -> None:
        """Looks whether something is new, and draws it; when it returns, it is drawn."""
        async with self._turn:
            found = await self.desk.processes.dossier(self.code)
            if found is None:
                return
            today = self.desk.processes.today(found.process)
            if found is not self.dossier or today != self.today:
                self.dossier, self.today = found, today
                await self.show()

    async def show(self) -> None:
        """Draws everything as it is now."""
        for fetch in self.before:
            await fetch()
        for draw in self.draws:
            draw()

    def attend(self) -> Callable[[], None]:
        """Draws whenever staff add something, here or on another screen; call what it returns to stop."""

        def changed() -> None:
            background_tasks.create(self.refresh(), name="process page")

        return self.desk.processes.watch(self.code, changed)

    def date(self, at: int) -> date:
        """On which day something was (ms since 1970), where the process takes place."""
        return datetime.fromtimestamp(at / 1000, zone_of(self.process.about.timezone) or UTC).date()

    def day(self, at: int) -> str:
        """The same, as people say it."""
        return self.say(day_of(self.date(at)))

    def name(self, ref: str) -> str:
        """The beginning of what stands under a ref; a thing that is not there any more is called by its ref."""
        thing = self.dossier.things.get(ref)
        return short(thing.text) if thing else ref

    def address(self, part: str, **query: str) -> str:
        """Where a part of this process is; "" where the page has no such part."""
        return f"/process/{self.code}/{part}{'?' if query else ''}{urlencode(query)}" if part in self.parts else ""

    def home(self, home: str) -> str:
        """The title of a workshop of the process; "" for what belongs to the process itself."""
        meeting = self.dossier.meeting(home)
        return meeting.title if meeting else ""


def short(text: str, most: int = SHORT) -> str:
    """A text on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
