"""What of a spreadsheet would come in, and what would be left out and why, before anything does."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Final

from workshop.language import Speaker, _, n_
from workshop.pages.elements import Words, adorn, box, button
from workshop.sheet import LeftOut, Row, Sheet, fitting, rows_of

FIRST: Final = 5
CHOSEN: Final = "(event) => emit(event.target.value)"


class Preview:
    """The column to choose, the first rows, those that are left out, and the button; `bring` takes the rows."""

    def __init__(self, say: Speaker, longest: int, bring: Callable[[Sequence[Row]], Awaitable[None]]) -> None:
        self._say = say
        self._longest = longest
        self._sheet = Sheet((), ())
        self._rows: tuple[Row, ...] = ()
        self._bringing = False
        with box("sheet-preview") as self._all:
            with box("field", "label") as self._choice:
                Words("span", say(_("The column with the texts")))
                self._columns = box("", "select").on("change", self._choose, js_handler=CHOSEN)
            self._count = Words("h3")
            self._first = box("sheet-rows", "ul")
            self._out = Words("h3")
            self._reasons = box("sheet-rows soft", "ul")
            self._names = Words("p", "", "soft")
            self._go = button("", self._press, "go")
        self._bring = bring
        self.clear()

    def clear(self) -> None:
        """Nothing to be shown."""
        self._all.set_visibility(False)
        self._rows = ()

    def show(self, sheet: Sheet) -> None:
        """The rows of a file, from the column that is found by its name."""
        self._sheet = sheet
        found = sheet.column("text")
        self._columns.clear()
        with self._columns:
            for place, name in enumerate(("", *sheet.columns)):
                one = Words("option", name or (self._say(_("Choose one")) if not place else str(place)))
                adorn(one, value=str(place - 1), selected=place - 1 == (-1 if found is None else found))
        self._choice.set_visibility(len(sheet.columns) > 1)
        self._all.set_visibility(True)
        self._draw(found)

    def _choose(self, event: Any) -> None:
        place = int(event.args)
        self._draw(place if 0 <= place < len(self._sheet.columns) else None)

    def _draw(self, place: int | None) -> None:
        say = self._say
        rows, empty = rows_of(self._sheet, place) if place is not None else ((), ())
        self._rows, unfit = fitting(rows, self._longest)
        out = sorted((*empty, *unfit), key=lambda one: one.number)
        support = place is not None and self._sheet.column("support") not in (None, place)
        with_support = n_(
            "{count} row would come in, with its support:", "{count} rows would come in, with their support:", len(self._rows)
        )
        without = n_("{count} row would come in:", "{count} rows would come in:", len(self._rows))
        self._count.say(say(with_support if support else without) if place is not None else "")
        self._list(self._first, [f"{row.text} ({row.support})" if row.support else row.text for row in self._rows], len(self._rows))
        self._out.say(say(n_("{count} row would be left out:", "{count} rows would be left out:", len(out))) if out else "")
        self._list(self._reasons, [self._reason(one) for one in out[:FIRST]], len(out))
        author = self._sheet.column("author")
        name = self._sheet.columns[author] if author is not None and author != place else ""
        self._names.say(say(_("The column “{name}” stays out: the record names nobody.", name=name)) if name else "")
        self._go.say(say(n_("Bring in {count} row", "Bring in {count} rows", len(self._rows))) if self._rows else "")

    def _list(self, into: Any, texts: Sequence[str], total: int) -> None:
        into.clear()
        with into:
            for text in texts[:FIRST]:
                adorn(Words("li", text), dir="auto")
            if total > FIRST:
                Words("li", self._say(n_("and {count} more", "and {count} more", total - FIRST)), "soft")
        into.set_visibility(bool(total))

    def _reason(self, one: LeftOut) -> str:
        return self._say(_("Row {row}: {reason}", row=one.number, reason=one.why))

    async def _press(self) -> None:
        """A second press while rows come in changes nothing."""
        if self._bringing or not self._rows:
            return
        self._bringing = True
        adorn(self._go, disabled=True)
        try:
            await self._bring(self._rows)
        finally:
            self._bringing = False
            self._go.props.pop("disabled", None)
