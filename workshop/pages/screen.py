"""A screen on a page: the blocks that a live workshop shows at a seat, each drawn once and then changed in place."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from nicegui.element import Element

from workshop.audience import Update
from workshop.language import Speaker
from workshop.pages.elements import Keyed, box
from workshop.pages.widgets import WIDGETS, Draw, Hands

Json = Any


class Screen:
    """Draws updates; `send(command, args)` sends a command to the running step; `leave_out` are kinds that the page shows elsewhere.

    `level` is the level of a heading on it.
    """

    def __init__(
        self,
        into: Element,
        say: Speaker,
        send: Callable[[str, Mapping[str, Json]], Awaitable[bool]],
        leave_out: frozenset[str] = frozenset(),
        changed: Callable[[Mapping[str, Json]], None] = lambda blocks: None,
        level: int = 1,
    ) -> None:
        self.blocks: dict[str, Json] = {}
        self._activity = ""
        self._hands = Hands(say, send, level)
        self._leave_out = leave_out
        self._changed = changed
        self._into = into
        self._keyed = self._fresh()

    def __call__(self, update: Update) -> None:
        """Takes an update, whole or a merge patch, and draws what is new."""
        if update.since is None and update.activity != self._activity:
            self._activity = update.activity
            self._into.clear()
            self._keyed = self._fresh()
        self.blocks = update.blocks if update.since is None else _patched(self.blocks, update.blocks)
        shown = ((id, block) for id, block in self.blocks.items() if block["kind"] not in self._leave_out)
        self._keyed.draw({f"{block['kind']} {id}": block for id, block in shown})
        self._changed(self.blocks)

    def _fresh(self) -> Keyed:
        return Keyed(self._into, self._make)

    def _make(self, id: str) -> tuple[Element, Callable[[Mapping[str, Json]], None]]:
        kind = id.partition(" ")[0]
        with box(f"piece {kind}") as element:
            draw = WIDGETS[kind](self._hands)
        return element, _once(draw)


def _once(draw: Draw) -> Draw:
    """Draws a block only when it is another than the one drawn last; a patch leaves what it does not name the same object."""
    drawn: list[Json] = []

    def draw_new(block: Mapping[str, Json]) -> None:
        if not drawn or drawn[0] is not block:
            draw(block)
            drawn[:] = [block]

    return draw_new


def _patched(target: Json, patch: Json) -> Json:
    """The RFC 7386 merge patch applied; what it does not name stays the same object."""
    if not isinstance(patch, dict):
        return patch
    result = dict(target) if isinstance(target, dict) else {}
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = _patched(result.get(key), value)
    return result
