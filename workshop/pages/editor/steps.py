"""The steps of a plan in their order, and the methods to choose another one from."""

from collections.abc import Callable, Mapping
from typing import Any

from nicegui.element import Element

from workshop.language import _
from workshop.method import Method
from workshop.pages.editor.editor import Editor
from workshop.pages.editor.step import StepCard
from workshop.pages.editor.times import times_of
from workshop.pages.elements import Keyed, Words, box, button

Json = Any
HELD = "held "


class Steps:
    """The list. A step is known by its id; once it was held, it is drawn anew, as one that is fixed."""

    def __init__(self, editor: Editor) -> None:
        self.editor = editor
        self.cards: dict[str, StepCard] = {}
        say = editor.say
        with box("steps", "section"):
            Words("h2", say(_("Steps")))
            self.empty = Words("p", say(_("Nothing yet. Choose a first step below.")), "soft")
            into = box("plan", "ol")
            with box("removed row", "p") as self.removed:
                self.gone = Words("span")
                button(say(_("Put it back")), self._put_back, "small")
            Words("h3", say(_("Add a step")))
            with box("palette"):
                for method in editor.methods.values():
                    self._offer(method)
        self.keyed = Keyed(into, self._card)
        editor.drawn(self.draw)

    def draw(self) -> None:
        """Draws the list, and leads to the step that is new."""
        editor, held = self.editor, self.editor.held()
        times = times_of(editor.draft)
        items = {}
        for place, step in enumerate(editor.draft.steps):
            key = f"{HELD}{step.id}" if step.id in held else step.id
            items[key] = {"pos": place, "time": times[place] if times else ""}
        self.keyed.draw(items)
        self.empty.set_visibility(not items)
        self.gone.say(editor.say(_("“{step}” was taken out.", step=editor.removed[1].title)) if editor.removed else "")
        self.removed.set_visibility(editor.removed is not None)
        if editor.focus in self.cards:
            self.cards[editor.focus].details.props["open"] = True
            self.cards[editor.focus].summary.run_method("focus")
            editor.focus = ""

    def _card(self, key: str) -> tuple[Element, Callable[[Mapping[str, Json]], None]]:
        held = key.startswith(HELD)
        step = self.editor.draft.find(key.removeprefix(HELD))
        assert step is not None
        card = StepCard(self.editor, step, held, self._move)
        self.cards[step.id] = card
        return card.element, card.draw

    def _offer(self, method: Method) -> None:
        made = button("", lambda: self._add(method), "offer")
        with made:
            Words("b", self.editor.say(method.title))
            Words("span", self.editor.say(method.purpose), "soft")
        made.set_visibility(True)

    def _add(self, method: Method) -> None:
        step = self.editor.draft.add(method.name, self.editor.title_of(method.name), method.minutes)
        self.editor.focus, self.editor.removed = step.id, None
        self.editor.changed()

    def _move(self, id: str, by: int) -> None:
        draft = self.editor.draft
        to = draft.place_of(id) + by
        if 0 <= to < len(draft.steps):
            draft.move(id, to)
            self.editor.changed()
            self.cards[id].summary.run_method("focus")

    def _put_back(self) -> None:
        if self.editor.removed is not None:
            place, step = self.editor.removed
            if self.editor.draft.find(step.id) is None:
                self.editor.draft.steps.insert(place, step)
            self.editor.removed, self.editor.focus = None, step.id
            self.editor.changed()
