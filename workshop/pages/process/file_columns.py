"""Which columns of a file are taken, and as what: found by their names, and changed by whoever brings the file."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Any, Final

from nicegui.element import Element

from workshop.language import Speaker, Words, _
from workshop.pages.elements import Words as Text
from workshop.pages.elements import box
from workshop.pages.process.forms import Choice, tick
from workshop.volume.incoming import Columns

CHOSEN: Final = "(event) => emit(event.target.value)"
TICKED: Final = "(event) => emit(event.target.checked)"


class FileColumns:
    """The choices; `changed` hears that another column is wanted, and `columns` are those that are."""

    def __init__(self, say: Speaker, changed: Callable[[], Awaitable[None]]) -> None:
        self._say, self._changed = say, changed
        self._place = box("file-columns")
        self._keep: dict[str, Element] = {}
        self._kept: dict[str, None] = {}
        self.columns = Columns()

    def offer(self, names: Sequence[str], found: Columns) -> None:
        """The columns of another file, and what they were found to be."""
        self.columns = Columns(found.text, found.day or None, found.support or None)
        self._kept.clear()
        self._place.clear()
        self._place.set_visibility(bool(names))
        with self._place:
            self._choice("text", _("The column with the texts"), _("Choose one"), names)
            self._choice("day", _("The column with the date"), _("No column"), names)
            self._choice("support", _("The column with how many people are behind it"), _("No column"), names)
            with box("", "details"):
                Text("summary", self._say(_("Keep more columns")), "button small")
                self._keep = {name: self._tick(name) for name in names}
        self._hide()

    def _choice(self, kind: str, label: Words, nothing: Words, names: Sequence[str]) -> None:
        choice = Choice(self._say(label), f"column-{kind}")
        none = {} if kind == "text" and self.columns.text else {"": self._say(nothing)}
        choice.draw({**none, **{name: name for name in names}}, getattr(self.columns, kind) or "")
        choice.select.on("change", lambda event: self._choose(kind, str(event.args)), js_handler=CHOSEN)

    def _tick(self, name: str) -> Element:
        with box() as place:
            made = tick(name, "column-kept", name)
        made.on("change", lambda event: self._take(name, event.args), js_handler=TICKED)
        return place

    async def _choose(self, kind: str, name: str) -> None:
        chosen: dict[str, Any] = {kind: name if kind == "text" else name or None}
        self.columns = replace(self.columns, **chosen)
        await self._again()

    async def _take(self, name: str, on: bool) -> None:
        if on:
            self._kept[name] = None
        else:
            self._kept.pop(name, None)
        await self._again()

    async def _again(self) -> None:
        """A column that is taken as something cannot be kept besides."""
        self._hide()
        self.columns = replace(self.columns, facts=tuple(name for name in self._kept if name not in self._taken()))
        await self._changed()

    def _hide(self) -> None:
        for name, place in self._keep.items():
            place.set_visibility(name not in self._taken())

    def _taken(self) -> tuple[str | None, ...]:
        return self.columns.text, self.columns.day, self.columns.support
