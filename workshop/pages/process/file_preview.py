"""What of a file would come into a process, and what is left out and why, before anything does."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import UTC
from typing import Final

from nicegui.element import Element

from workshop.agenda import zone_of
from workshop.language import Words, _, n_, said_date
from workshop.pages.elements import Words as Text
from workshop.pages.elements import adorn, box, button
from workshop.pages.process.file_columns import FileColumns
from workshop.pages.process.work import Work, short
from workshop.process.commands import Row
from workshop.sheet import LeftOut, SheetError, read_sheet
from workshop.volume.incoming import Columns, Incoming, incoming, people_of

FIRST: Final = 5
MOST_OUT: Final = 100
LONG: Final = 280


class FilePreview:
    """The columns to choose, the first rows, those that are left out, and the button; `take` takes the rows in."""

    def __init__(self, work: Work, take: Callable[[Sequence[Row]], Awaitable[None]]) -> None:
        self._work, self._take = work, take
        self._content = b""
        self._rows: tuple[Row, ...] = ()
        with box("sheet-preview") as self._all:
            self._chosen = FileColumns(work.say, self._look)
            self._people, self._count = Text("p", "", "soft"), Text("h3")
            self._first = box("sheet-rows", "ul")
            self._out = Text("h3")
            self._reasons = box("sheet-rows reasons soft", "ul")
            adorn(self._reasons, tabindex=0)
            self._go = button("", self._press, "go")
        self.clear()

    def clear(self) -> None:
        """Nothing to be shown."""
        self._all.set_visibility(False)
        self._content, self._rows = b"", ()

    async def show(self, content: bytes) -> None:
        """What would come in of a file, from the columns that are found by their names. Raises `SheetError`."""
        self._content = content
        names, people = await asyncio.to_thread(_columns, content)
        found = await self._read(Columns())
        guess = found or (await self._read(Columns(names[0])) if names else None)
        if self._content is not content:  # another file was chosen meanwhile
            return
        self._chosen.offer(names, replace(guess.columns, text=found.columns.text if found else "") if guess else Columns())
        self._people.say(self._left(people))
        self._draw(found)
        self._all.set_visibility(True)

    async def _look(self) -> None:
        wanted = self._chosen.columns
        found = await self._read(wanted)
        if wanted is self._chosen.columns:
            self._draw(found)

    async def _read(self, columns: Columns) -> Incoming | None:
        """What comes in; None as long as nobody knows which column has the texts."""
        work = self._work
        process = await work.desk.processes.get(work.code) or work.process
        there = {one.text: ref for ref, one in process.contributions.items()}
        try:
            return await asyncio.to_thread(incoming, self._content, columns, there, zone_of(process.about.timezone) or UTC)
        except SheetError:
            return None

    def _draw(self, found: Incoming | None) -> None:
        say = self._work.say
        self._rows, out = (found.rows, found.left_out) if found else ((), ())
        count = len(self._rows)
        coming = n_("{count} contribution would come in:", "{count} contributions would come in:", count)
        unknown = _("Choose the column with the texts.")
        self._count.say(say(coming if count else _("Nothing would come in.")) if found else say(unknown))
        self._list(self._first, [self._row(one) for one in self._rows[:FIRST]], count)
        self._out.say(say(n_("{count} row would be left out:", "{count} rows would be left out:", len(out))) if out else "")
        self._list(self._reasons, [(self._reason(one), short(one.text)) for one in out[:MOST_OUT]], len(out))
        self._go.say(say(n_("Take in {count} contribution", "Take in {count} contributions", count)) if count else "")

    def _list(self, into: Element, lines: Sequence[tuple[str, str]], total: int) -> None:
        into.clear()
        with into:
            for text, below in lines:
                with box("", "li"):
                    adorn(Text("p", text), dir="auto")
                    adorn(Text("p", below, "soft"), dir="auto")
            if total > len(lines):
                Text("li", self._work.say(n_("and {count} more", "and {count} more", total - len(lines))), "soft")
        into.set_visibility(bool(total))

    def _row(self, row: Row) -> tuple[str, str]:
        say = self._work.say
        known = [say(said_date(row.day))] if row.day else []
        if row.support:
            known.append(say(n_("{count} person behind it", "{count} people behind it", row.support)))
        known += [say(_("{label}: {fact}", label=name, fact=fact)) for name, fact in row.facts.items()]
        return short(row.text, LONG), " · ".join(known)

    def _reason(self, one: LeftOut) -> str:
        return self._work.say(_("Row {row}: {reason}", row=one.number, reason=one.why))

    def _left(self, people: Sequence[str]) -> str:
        names: Words = ", ".join(people)
        left = n_(
            "This column says who somebody is and stays out: {names}.",
            "These columns say who somebody is and stay out: {names}.",
            len(people),
            names=names,
        )
        return self._work.say(left) if people else ""

    async def _press(self) -> None:
        """What came in meanwhile does not come in twice."""
        await self._look()
        if self._rows:
            await self._take(self._rows)


def _columns(content: bytes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The columns that can be taken, and those that say who somebody is. Raises `SheetError`."""
    sheet = read_sheet(content)
    people = people_of(sheet)
    return tuple(dict.fromkeys(name for name in sheet.columns if name and name not in people)), people
