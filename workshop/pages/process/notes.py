"""Notes of staff for the record of a process, the newest first."""

from collections.abc import Callable, Mapping
from typing import Any

from nicegui.element import Element

from workshop.language import _
from workshop.pages.elements import Keyed, Words, adorn, box
from workshop.pages.process.forms import field, first
from workshop.pages.process.told import Told
from workshop.pages.process.work import Work
from workshop.pages.widgets.forms import SENT


def notes(work: Work) -> None:
    """Draws them."""
    say = work.say
    Words("h2", say(_("Notes for the record")))
    with box("sheet form", "form") as form:
        hint = say(_("Everybody who reads the record will read it."))
        field(say(_("What should not be forgotten")), "text", hint, "textarea", rows=3, maxlength=4000, required=True, dir="auto")
        Words("button", say(_("Keep the note")), "button").props["type"] = "submit"
    told = Told()
    listed = Keyed(box("notes", "ul"), lambda _id: _note())

    async def keep(event: Any) -> None:
        if await work.submit(told, "TakeNote", text=first(event.args, "text")):
            form.run_method("reset")

    def draw() -> None:
        found = enumerate(work.process.notes)
        listed.draw({str(n): {"pos": -n, "when": work.day(one.at), "text": one.text} for n, one in found})

    form.on("submit", keep, js_handler=SENT)
    work.draws.append(draw)


def _note() -> tuple[Element, Callable[[Mapping[str, Any]], None]]:
    with box("note-kept", "li") as made:
        when, text = Words("span", "", "soft"), Words("p")
    adorn(text, dir="auto")

    def draw(item: Mapping[str, Any]) -> None:
        when.say(item["when"])
        text.say(item["text"])

    return made, draw
