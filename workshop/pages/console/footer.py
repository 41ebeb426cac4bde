"""The foot of the console: one big Next that says what it will do, and the ways back."""

from collections.abc import Callable
from typing import Any

from nicegui.element import Element

from workshop.language import _
from workshop.pages.console.cockpit import Cockpit
from workshop.pages.console.labels import back_label, next_hint, next_label, went_back
from workshop.pages.elements import Words, adorn, box, button, link
from workshop.session.reading import moves_of, undo_label


def footer(cockpit: Cockpit) -> None:
    """Draws it."""
    live, say = cockpit.live, cockpit.say
    with box("bottom", "footer"), box("bottom-row") as row:
        back, back_text = _button(lambda: _back(cockpit), "back", "ArrowLeft", "←")
        undo, undo_text = _button(lambda: _undo(cockpit), "undo", "u", "U")
        redo, redo_text = _button(lambda: _redo(cockpit), "redo", "y", "Y")
        box("space")
        hint = Words("p", "", "soft why")
        forward, forward_text = _button(lambda: cockpit.submit("Next"), "go next", "ArrowRight", "→")
        record = link(say(_("Open the record")) + " ↗", f"/record/{live.row.code}", "button go to-record", new_tab=True)
    cockpit.controls.append(row)

    def draw() -> None:
        methods, session = live.methods, live.session
        moves, words = moves_of(methods, session), say(back_label(methods, session))
        back_text.say(f"← {words}" if words else "")
        back.set_visibility(bool(words))
        taken = undo_label(methods, session) if session.stage == "open" else ""
        undo_text.say(say(_("Undo: {what}", what=taken)) if taken else "")
        undo.set_visibility(bool(taken))
        redo_text.say(say(_("Do it again")))
        redo.set_visibility(bool(session.undone) and session.stage == "open")
        hint.say(say(next_hint(methods, session)))
        hint.classes("blocked" if moves.blocked else "", remove="" if moves.blocked else "blocked")
        label = say(next_label(methods, session))
        forward_text.say(label)
        forward.set_visibility(bool(label))
        record.set_visibility(session.stage == "closed")
        forward.classes("blocked" if moves.blocked else "", remove="" if moves.blocked else "blocked")
        adorn(forward, data_key="ArrowRight r" if moves.next and moves.next.reveals else "ArrowRight")

    cockpit.draws.append(draw)


def _button(press: Callable[[], Any], classes: str, key: str, shown: str) -> tuple[Element, Words]:
    with button("", press, classes, key) as made:
        text = Words("span", "", "label")
        adorn(Words("span", shown, "kbd"), aria_hidden="true")
    return made, text


async def _back(cockpit: Cockpit) -> None:
    before = cockpit.live.session
    if await cockpit.submit("Back"):
        cockpit.tell(went_back(cockpit.live.methods, before, cockpit.live.session))


async def _undo(cockpit: Cockpit) -> None:
    what = undo_label(cockpit.live.methods, cockpit.live.session)
    if await cockpit.submit("Undo"):
        cockpit.tell(_("Undone: {what}.", what=what))


async def _redo(cockpit: Cockpit) -> None:
    if await cockpit.submit("Redo"):
        what = undo_label(cockpit.live.methods, cockpit.live.session)
        cockpit.tell(_("Done again: {what}.", what=what))
