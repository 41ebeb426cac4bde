"""A board to arrange cards on, with a pointer (drag a card) or with keys (choose a card, then "Put it here" in a column)."""

from collections.abc import Mapping
from typing import Any

from nicegui.element import Element

from workshop.blocks import SHAPES
from workshop.language import Words as Sentence
from workshop.language import _
from workshop.pages.elements import Keyed, Words, adorn, box, button, toned
from workshop.pages.widgets.forms import SENT
from workshop.pages.widgets.hands import Draw, Hands, button_row

Json = Any
DRAGGED = "(event) => event.dataTransfer.setData('text/plain', event.currentTarget.dataset.card)"
OVER = "(event) => event.preventDefault()"
DROPPED = "(event) => { event.preventDefault(); emit(event.dataTransfer.getData('text/plain')); }"


class Board:
    """One board: the card or the column that is chosen lives here, and only for this page."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands
        self.block: Mapping[str, Json] = {}
        self.chosen = ""
        self.merging = ""
        with box("row tools"):
            self._help = Words("p")
            self._leave = button(hands.say(_("Leave it")), self._leave_it)
        with box("piles"):
            self._into = box().style("display: contents")  # the new group stands in the same grid
            self._new = self._new_column()
        self._columns = Keyed(self._into, self._column)

    def draw(self, block: Mapping[str, Json]) -> None:
        """Takes the block as it is now."""
        self.block = block
        cards = {id for column in block.get("items", {}).values() for id in column.get("items", {})}
        self.chosen = self.chosen if self.chosen in cards else ""
        self.merging = self.merging if self.merging in block.get("items", {}) else ""
        self._columns.draw(block.get("items", {}))
        self._new.set_visibility(bool(block.get("move")))
        self._here_new.set_visibility(bool(self.chosen))
        self._help.say(self.hands.say(self._what_to_do()))
        toned(self._help, "now" if self.chosen or self.merging else "soft")
        self._leave.set_visibility(bool(self.chosen or self.merging))

    def redraw(self) -> None:
        """What is chosen changed."""
        if not self._into.is_deleted:
            self.draw(self.block)

    async def move(self, card: str, to: str) -> None:
        """Puts a card into a column ("" for a new one)."""
        self.chosen = ""
        await self.hands.send(self.block["move"], {"card": card, "to": to})
        self.redraw()

    async def merge(self, into: str) -> None:
        """Puts the chosen column into another."""
        group, self.merging = self.merging, ""
        await self.hands.send(self.block["merge"], {"group": group, "into": into})
        self.redraw()

    def _what_to_do(self) -> Sentence:
        if self.chosen:
            return _("Choose the group for this card.")
        if self.merging:
            return _("Choose the group that it goes into.")
        return _("Drag a card into another group, or choose it and then its group.") if self.block.get("move") else ""

    def _leave_it(self) -> None:
        self.chosen = self.merging = ""
        self.redraw()

    def _new_column(self) -> Element:
        say = self.hands.say
        with box("pile new", "section") as column:
            self.hands.heading("h3").say(say(_("A new group")))
            self._here_new = button(say(_("Put it here")), lambda: self.move(self.chosen, ""), "go")
        column.on("dragover", js_handler=OVER)
        column.on("drop", lambda event: self.move(str(event.args), "") if event.args else None, js_handler=DROPPED)
        return column

    def _choose(self, card: str) -> None:
        self.chosen, self.merging = "" if card == self.chosen else card, ""
        self.redraw()

    def _merge_from(self, group: str) -> None:
        self.merging, self.chosen = group, ""
        self.redraw()

    def _column(self, id: str) -> tuple[Element, Draw]:
        say = self.hands.say
        with box("pile", "section") as column:
            with box("pile-head"):
                shape, count = Words("span", "", "shape"), Words("span", "", "soft")
                title, name = self.hands.heading("h3"), box("rename", "form")
                with name:
                    field = box("", "input")
                    field.props.update({"name": "title", "maxlength": 80, "dir": "auto", "aria-label": say(_("Title of the group"))})
            with box("row"):
                here = button(say(_("Put it here")), lambda: self.move(self.chosen, id), "go")
                into = button(say(_("Merge into this one")), lambda: self.merge(id), "go")
                merge = button(say(_("Merge…")), lambda: self._merge_from(id), "quiet")
            cards_box, leaves = box("cards list"), box("row")
        cards = Keyed(cards_box, self._card)
        draw_leaves = button_row(self.hands, leaves)

        async def dropped(event: Any) -> None:
            target = self.block["items"].get(id, {})
            if self.block.get("move") and event.args and not target.get("fixed") and event.args not in target.get("items", {}):
                await self.move(str(event.args), id)

        async def renamed(event: Any) -> None:
            await self.hands.send(self.block["rename"], {"group": id, "title": (event.args.get("title") or [""])[0]})

        column.on("dragover", js_handler=OVER)
        column.on("drop", dropped, js_handler=DROPPED)
        name.on("submit", renamed, js_handler=SENT)

        def draw(item: Mapping[str, Json]) -> None:
            fixed, color = bool(item.get("fixed")), item.get("color", 0)
            renames = bool(self.block.get("rename")) and not fixed
            shape.say(SHAPES[color].strip())
            column.style(f"--c: var(--t{color})")
            count.say(str(item.get("total", len(item.get("items", {})))))
            title.say("" if renames else item.get("text", ""))
            name.set_visibility(renames)
            if field.props.get("defaultValue", item["text"]) != item["text"]:
                name.run_method("reset")  # somebody else named it, or it was taken back
            adorn(field, defaultValue=item["text"])
            here.set_visibility(bool(self.chosen) and not fixed and self.chosen not in item.get("items", {}))
            into.set_visibility(bool(self.merging) and not fixed and self.merging != id)
            merge.set_visibility(bool(self.block.get("merge")) and not fixed and not self.chosen and not self.merging)
            cards.draw(item.get("items", {}))
            draw_leaves(item)

        return column, draw

    def _card(self, id: str) -> tuple[Element, Draw]:
        card = button("", lambda: self._choose(id) if self.block.get("move") else None, "card")
        card.props.update({"draggable": "true", "data-card": id, "dir": "auto"})
        card.on("dragstart", js_handler=DRAGGED)

        def draw(item: Mapping[str, Json]) -> None:
            card.say(f"{item.get('text', '')} ♥ {item['count']}" if item.get("count") else item.get("text", ""))
            card.classes("chosen" if self.chosen == id else "", remove="" if self.chosen == id else "chosen")
            adorn(card, aria_pressed="true" if self.chosen == id else "false")

        return card, draw


def board(hands: Hands) -> Draw:
    """The widget of a board block."""
    return Board(hands).draw
