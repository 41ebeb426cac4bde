"""The phases of a process, to be named, ordered, added and taken out; they travel with the form in which they stand."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from nicegui.element import Element

from workshop.language import Speaker, _
from workshop.messages import clean, new_token
from workshop.pages.elements import Keyed, Words, adorn, box, button
from workshop.process.vocabulary import Phase

Json = Any
NAME, ABOUT = "phase ", "phase-about "
MOST = 20


class Phases:
    """The rows of phases. What is written in them stays with the browser until the form is sent."""

    def __init__(self, say: Speaker, phases: Iterable[Phase]) -> None:
        self._say = say
        self._known = {one.id: one for one in phases}
        self._order = list(self._known)
        with box("phase-rows", "fieldset"):
            Words("legend", say(_("Phases")))
            self._rows = Keyed(box("rows", "ol"), self._row)
            self._add = button(say(_("Add a phase")), self._new, "small")
        self._draw()

    def _draw(self) -> None:
        self._rows.draw({id: {"pos": place} for place, id in enumerate(self._order)})
        self._add.set_visibility(len(self._order) < MOST)

    def _row(self, id: str) -> tuple[Element, Callable[[Mapping[str, Json]], None]]:
        say, known = self._say, self._known.get(id, Phase(id, ""))
        with box("phase-row", "li") as made:
            with box("names"):
                name, about = box("", "input"), box("", "input")
            adorn(name, name=f"{NAME}{id}", defaultValue=known.title, maxlength=280, dir="auto", aria_label=say(_("Name of the phase")))
            label = say(_("What it is for"))
            adorn(about, name=f"{ABOUT}{id}", defaultValue=known.about, maxlength=280, dir="auto", aria_label=label, placeholder=label)
            for sign, by, does in (("↑", -1, _("Move up")), ("↓", 1, _("Move down"))):
                self._arrow(id, sign, by, say(does))
            adorn(button("×", lambda: self._remove(id), "small quiet"), aria_label=say(_("Take out")))
        return made, lambda _item: None

    def _arrow(self, id: str, sign: str, by: int, label: str) -> None:
        def move() -> None:
            to = self._order.index(id) + by
            if 0 <= to < len(self._order):
                self._order.remove(id)
                self._order.insert(to, id)
                self._draw()
                made.run_method("focus")

        made = button(sign, move, "small quiet", once=False)
        adorn(made, aria_label=label)

    def _new(self) -> None:
        self._order.append(new_token()[:8].replace("-", "x"))
        self._draw()

    def _remove(self, id: str) -> None:
        self._order.remove(id)
        self._draw()


def phases_in(given: Mapping[str, Json]) -> tuple[Phase, ...]:
    """The phases of a form that was sent, in the order of their rows; a row without a name is none."""
    texts = {name: " ".join(clean(str((value or [""])[0]))[:280].split()) for name, value in given.items() if name.startswith("phase")}
    return tuple(
        Phase(name.removeprefix(NAME), title, texts.get(f"{ABOUT}{name.removeprefix(NAME)}", ""))
        for name, title in texts.items()
        if name.startswith(NAME) and title
    )
