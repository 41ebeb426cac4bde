"""Notes for the record: what was noted so far, with its time, and a field for the next one."""

from collections.abc import Callable, Mapping
from typing import Any

from nicegui.element import Element

from workshop.language import _
from workshop.pages.console.cockpit import Cockpit
from workshop.pages.elements import Keyed, Words, adorn, box
from workshop.pages.widgets.forms import SENT

SHOWN = 100


def notes(cockpit: Cockpit) -> None:
    """Draws them, the newest first."""
    live, say = cockpit.live, cockpit.say
    Words("h3", say(_("Note for the record")))
    with box("form", "form") as form:
        label = say(_("What should not be forgotten"))
        adorn(box("", "textarea"), name="text", rows=3, maxlength=4000, required=True, aria_label=label, placeholder=label,
              data_draft="note", dir="auto")  # fmt: skip
        Words("button", say(_("Keep the note")), "button small").props["type"] = "submit"
    listed = Keyed(box("notes", "ul"), lambda _id: _note())

    async def kept(event: Any) -> None:
        if await cockpit.submit("TakeNote", {"text": (event.args.get("text") or [""])[0]}):
            form.run_method("reset")

    form.on("submit", kept, js_handler=SENT)

    def draw() -> None:
        titles = {step.id: step.title for step in live.session.agenda.steps}
        found = list(enumerate(live.session.notes))[-SHOWN:]
        whens = {n: f"{cockpit.hour(one.at)} {titles.get(one.step, '')}" for n, one in found}
        listed.draw({str(n): {"pos": -n, "when": whens[n], "text": one.text} for n, one in found})

    cockpit.draws.append(draw)


def _note() -> tuple[Element, Callable[[Mapping[str, Any]], None]]:
    with box("note-kept", "li") as made:
        when, text = Words("span", "", "soft"), Words("p")
        text.props["dir"] = "auto"

    def draw(item: Mapping[str, Any]) -> None:
        when.say(item["when"])
        text.say(item["text"])

    return made, draw
