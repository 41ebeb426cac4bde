"""The right side of the console: people, notes or previews, one at a time; the browser remembers which."""

from functools import partial

from nicegui.element import Element

from workshop.language import _
from workshop.pages.console.cockpit import Cockpit
from workshop.pages.console.notes import notes
from workshop.pages.console.people import people
from workshop.pages.console.preview import Preview
from workshop.pages.elements import Words, adorn, box, button


def side(cockpit: Cockpit) -> None:
    """Draws it."""
    live, say = cockpit.live, cockpit.say
    labels = {"people": _("Room"), "notes": _("Notes"), "preview": _("Preview")}
    tabs: dict[str, Element] = {}
    panels: dict[str, Element] = {}

    def choose(chosen: str) -> None:
        for id, panel in panels.items():
            panel.set_visibility(id == chosen)
            adorn(tabs[id], aria_pressed="true" if id == chosen else "false", data_tab=id)
        preview.open() if chosen == "preview" else preview.close()

    with box("side", "aside"):
        with box("tabs") as row:
            adorn(row, role="group", aria_label=say(_("Beside the step")))
            for id, label in labels.items():
                tabs[id] = button(say(label), partial(choose, id), "tab", once=False)
            with tabs["people"]:
                badge = Words("span", "", "badge")
        with box("panel") as panels["people"]:
            people(cockpit)
        with box("panel") as panels["notes"]:
            notes(cockpit)
        with box("panel") as panels["preview"]:
            preview = Preview(cockpit)
    for id, panel in panels.items():
        adorn(panel, tabindex="0", role="region", aria_label=say(labels[id]))  # it scrolls, and by keys too
    choose("people")
    cockpit.draws.append(lambda: badge.say(str(len(live.session.hands)) if live.session.hands else ""))
