"""A board to arrange cards on: by pointer (drag a card), or by keys; what else can be done stands in one row for what is chosen."""

from collections.abc import Mapping
from typing import Any

from nicegui.element import Element

from workshop.blocks import SHAPES
from workshop.language import _
from workshop.pages.elements import Keyed, Words, adorn, box, button, toned
from workshop.pages.widgets.forms import SENT
from workshop.pages.widgets.hands import Draw, Hands, button_row

Json = Any
DRAGGED = "(event) => event.dataTransfer.setData('text/plain', event.currentTarget.dataset.card)"
OVER = "(event) => event.preventDefault()"
DROPPED = "(event) => { event.preventDefault(); emit(event.dataTransfer.getData('text/plain')); }"
TYPED = "(event) => emit(event.target.value)"
MERGE = "merge"


class Board:
    """One board: what is chosen, a `card` or a `group`, and the `deed` that still needs another one, live here, for this page alone."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands
        self.block: Mapping[str, Json] = {}
        self.card = self.group = self.deed = self.word = ""
        with box("row tools board-tools"):
            self._help = Words("p")
            self._writing = box("board-word", "form")
            with self._writing:
                self._word = box("", "input")
            self._word.props.update({"maxlength": 80, "dir": "auto"})
            self._word.on("input", lambda event: setattr(self, "word", str(event.args)), js_handler=TYPED)
            self._writing.on("submit", js_handler=OVER)
            deeds = box("row board-deeds")
            self._leave = button("✕", self.leave, "quiet")
            adorn(self._leave, aria_label=hands.say(_("Leave it")))
        self._deeds = Keyed(deeds, self._deed)
        with box("piles"):
            self._into = box().style("display: contents")  # the new group stands in the same grid
            self._new = self._new_column()
        self._columns = Keyed(self._into, lambda id: Pile(self, id).made)

    def draw(self, block: Mapping[str, Json]) -> None:
        """Takes the block as it is now."""
        self.block = block
        columns = block.get("items", {})
        cards = {id: card for column in columns.values() for id, card in column.get("items", {}).items()}
        self.card = self.card if self.card in cards else ""
        self.group = self.group if self.group in columns else ""
        self.deed = self.deed if self.card or self.group else ""
        self._columns.draw(columns)
        self._new.set_visibility(bool(block.get("move")))
        self._here_new.set_visibility(bool(self.card and block.get("move")) and not self.deed)
        chosen = cards.get(self.card) or columns.get(self.group)
        self._help.say(self._what_to_do(chosen))
        toned(self._help, "now" if chosen else "soft")
        self._draw_deeds(chosen)
        self._leave.set_visibility(bool(chosen))

    def redraw(self) -> None:
        """What is chosen changed."""
        if not self._into.is_deleted:
            self.draw(self.block)

    def choose(self, card: str = "", group: str = "") -> None:
        """A card or a group, or, where it was chosen already, nothing."""
        again = (card, group) == (self.card, self.group)
        self.card, self.group = ("", "") if again else (card, group)
        self.deed = self.word = ""
        self._writing.run_method("reset")
        self.redraw()

    def leave(self) -> None:
        """Nothing is chosen."""
        self.choose(self.card, self.group)

    async def move(self, card: str, to: str) -> None:
        """Puts a card into a column ("" for a new one)."""
        self.card = self.deed = ""
        await self.hands.send(self.block["move"], {"card": card, "to": to})
        self.redraw()

    async def aim(self, other: str) -> None:
        """Does what waits for another card or column, with this one."""
        deed = self.pending()
        args = self._chosen() | {deed["argument"]: other} | ({"word": self.word} if deed.get("asks") else {})
        self.card = self.group = self.deed = self.word = ""
        self._writing.run_method("reset")
        await self.hands.send(deed["command"], args)
        self.redraw()

    def pending(self) -> Mapping[str, Json]:
        """The deed that waits for another card or column, or {}."""
        return self._known().get(self.deed, {})

    def _chosen(self) -> dict[str, Json]:
        return {"card": self.card} if self.card else {"group": self.group}

    def _known(self) -> Mapping[str, Mapping[str, Json]]:
        """The deeds that the board names, and merging."""
        say, merge = self.hands.say, self.block.get("merge")
        own = {"label": say(_("Merge…")), "command": merge, "choose": "column", "argument": "into"}
        hint = say(_("Choose the group that it goes into."))
        return {**({MERGE: {**own, "hint": hint, "pos": 0}} if merge else {}), **self.block.get("deeds", {})}

    def _draw_deeds(self, chosen: Mapping[str, Json] | None) -> None:
        menu = [*((MERGE,) if self.group else ()), *(chosen or {}).get("menu", ())]
        known = self._known()
        self._deeds.draw({} if self.deed else {id: known[id] for id in menu if id in known})
        asks = self.pending().get("asks", "")
        self._writing.set_visibility(bool(asks))
        adorn(self._word, placeholder=asks, aria_label=asks)

    def _what_to_do(self, chosen: Mapping[str, Json] | None) -> str:
        say = self.hands.say
        if self.deed:
            return str(self.pending().get("hint", ""))
        if chosen and self.card and self.block.get("move"):
            return say(_("Choose the group for this card."))
        if chosen:
            return ""  # a group is seen to be chosen, and the row is for what can be done with it
        drag = _("Drag a card into another group, or choose it and then its group.")
        return say(drag) if self.block.get("move") else ""

    def _deed(self, id: str) -> tuple[Element, Draw]:
        async def press() -> None:
            known = self._known()[id]
            if known.get("choose"):
                self.deed = id
            else:
                args, self.card, self.group = self._chosen(), "", ""
                await self.hands.send(known["command"], args)
            self.redraw()

        made = button("", press)
        return made, lambda item: made.say(item.get("label", ""))

    def _new_column(self) -> Element:
        say: Any = self.hands.say
        with box("pile new", "section") as column:
            self.hands.heading("h3").say(say(_("A new group")))
            self._here_new = button(say(_("Put it here")), lambda: self.move(self.card, ""), "go")
        column.on("dragover", js_handler=OVER)
        column.on("drop", lambda event: self.move(str(event.args), "") if event.args else None, js_handler=DROPPED)
        return column


class Pile:
    """One column: its title, the cards in it, and a button to choose it."""

    def __init__(self, board: Board, id: str) -> None:
        self._board, self._id = board, id
        say = board.hands.say
        with box("pile", "section") as column:
            self._above = Words("p", "", "pile-above")
            with box("pile-head"):
                self._shape, self._count = Words("span", "", "shape"), Words("span", "", "soft")
                self._title, self._name = board.hands.heading("h3"), box("rename", "form")
                with self._name:
                    self._field = box("", "input")
                    self._field.props.update({"name": "title", "maxlength": 80, "dir": "auto", "aria-label": say(_("Title of the group"))})
                self._menu = button("⋯", lambda: board.choose(group=id), "pile-menu quiet")
            with box("row"):
                self._here = button(say(_("Put it here")), lambda: board.move(board.card, id), "go")
                self._this = button(say(_("This group")), lambda: board.aim(id), "go")
            cards, leaves = box("cards list"), box("row")
        self._cards, self._leaves = Keyed(cards, self._card), button_row(board.hands, leaves)
        column.on("dragover", js_handler=OVER)
        column.on("drop", self._dropped, js_handler=DROPPED)
        self._name.on("submit", self._renamed, js_handler=SENT)
        self._column = column
        self.made = (column, self._draw)

    async def _dropped(self, event: Any) -> None:
        target = self._board.block["items"].get(self._id, {})
        if self._board.block.get("move") and event.args and self._takes(target) and event.args not in target.get("items", {}):
            await self._board.move(str(event.args), self._id)

    async def _renamed(self, event: Any) -> None:
        title = (event.args.get("title") or [""])[0]
        await self._board.hands.send(self._board.block["rename"], {"group": self._id, "title": title})

    def _takes(self, item: Mapping[str, Json]) -> bool:
        return not item.get("fixed") or self._id == self._board.block.get("aside")

    def _draw(self, item: Mapping[str, Json]) -> None:
        board, color, say = self._board, item.get("color", 0), self._board.hands.say
        free, pending = not item.get("fixed"), board.pending()
        renames = bool(board.block.get("rename")) and free
        self._above.say(item.get("above", ""))
        self._shape.say(SHAPES[color].strip())
        self._column.style(f"--c: var(--t{color})")
        self._count.say(str(item.get("total", len(item.get("items", {})))))
        self._title.say("" if renames else item.get("text", ""))
        self._name.set_visibility(renames)
        if self._field.props.get("defaultValue", item["text"]) != item["text"]:
            self._name.run_method("reset")  # somebody else named it, or it was taken back
        adorn(self._field, defaultValue=item["text"])
        inside = board.card in item.get("items", {})
        self._here.set_visibility(bool(board.card and board.block.get("move")) and not pending and self._takes(item) and not inside)
        self._this.set_visibility(pending.get("choose") == "column" and free and board.group != self._id and not inside)
        self._menu.set_visibility(free and bool(item.get("menu") or board.block.get("merge")))
        adorn(self._menu, aria_pressed=str(board.group == self._id).lower(), aria_label=say(_("More for “{group}”", group=item["text"])))
        self._column.classes("chosen" if board.group == self._id else "", remove="" if board.group == self._id else "chosen")
        self._cards.draw(item.get("items", {}))
        self._leaves(item)

    def _card(self, id: str) -> tuple[Element, Draw]:
        board = self._board

        async def press() -> None:
            if board.pending().get("choose") == "card" and id != board.card:
                await board.aim(id)
            elif board.block.get("move") or board.block.get("deeds"):
                board.choose(card=id)

        with box("pile-card") as made:
            card = button("", press, "card")
            note, other = Words("span", "", "pile-note soft"), Words("span", "", "pile-note soft")
        card.props.update({"draggable": "true", "data-card": id, "dir": "auto"})
        card.on("dragstart", js_handler=DRAGGED)

        def draw(item: Mapping[str, Json]) -> None:
            card.say(f"{item.get('text', '')} ♥ {item['count']}" if item.get("count") else item.get("text", ""))
            note.say(item.get("above", ""))
            other.say(item.get("detail", ""))
            chosen = board.card == id
            card.classes("chosen" if chosen else "", remove="" if chosen else "chosen")
            adorn(card, aria_pressed=str(chosen).lower())

        return made, draw


def board(hands: Hands) -> Draw:
    """The widget of a board block."""
    return Board(hands).draw
