"""Somebody in the room asks to be erased: the facilitator finds them, is asked whether it is meant, and the workshop forgets them."""

import asyncio
from collections.abc import Sequence
from functools import partial
from typing import Any

from workshop.erasure import ledger_of
from workshop.language import Name, _, n_
from workshop.messages import Entry, clean
from workshop.pages.console.cockpit import Cockpit
from workshop.pages.elements import Words, adorn, box
from workshop.pages.widgets.forms import SENT
from workshop.record.events import held_by
from workshop.sought import LINE, Sought, matching, sought
from workshop.store.database import StoreError


def erasing(cockpit: Cockpit) -> None:
    """Draws the form."""
    say = cockpit.say
    with box("fold", "details"):
        Words("summary", say(_("Erase somebody")), "button small")
        with box("form", "form") as form:
            with box("field", "label"):
                Words("span", say(_("Their name, their number, or words that they wrote")))
                adorn(box("", "input"), name="who", maxlength=280, required=True, autocomplete="off", dir="auto")
            Words("button", say(_("Find them")), "button small").props["type"] = "submit"

    async def wanted(event: Any) -> None:
        text = clean((event.args.get("who") or [""])[0])
        if not text:
            return
        found = await asyncio.to_thread(_found, cockpit, await cockpit.live.entries(), text)
        with cockpit.frame.client:
            if len(found) == 1:
                form.run_method("reset")
            _asked(cockpit, found)

    form.on("submit", wanted, js_handler=SENT)


def _found(cockpit: Cockpit, entries: Sequence[Entry], text: str) -> list[Sought]:
    live = cockpit.live
    ledger = ledger_of(live.row.code, entries, live.methods, held_by(entries))
    names = {id: name for id, name in live.names.items() if not id.startswith("host:")}
    ways = ({"person": text}, {"name": text}, {"text": text})
    found = (matching(ledger, live.session, names, **({"person": "", "name": "", "text": ""} | way)) for way in ways)
    return [sought(ledger, live.session, names, one) for one in next((some for some in found if some), [])]


def _asked(cockpit: Cockpit, found: Sequence[Sought]) -> None:
    if not found:
        cockpit.tell(_("Nobody was found. Ask for a few words that they wrote."), "stop")
    elif len(found) > 1:
        cockpit.tell(_("That fits several people. Write more of what they wrote, or their number."), "stop")
    else:
        (one,) = found
        who = cockpit.say(_("Somebody without a phone") if one.whom.startswith(LINE) else Name(one.whom))
        texts = n_("{count} text", "{count} texts", one.texts)
        question = _("Erase {who} for good: name, pictures and {texts}, wherever they were copied to?", who=who, texts=texts)
        cockpit.notice.ask(question, _("Erase for good"), partial(_erased, cockpit, one.whom, who), _("Keep"))


async def _erased(cockpit: Cockpit, whom: str, who: str) -> None:
    live = cockpit.live
    try:
        await cockpit.desk.rooms.forgetting.erase(live.row.code, [whom], cockpit.actor.id)
    except StoreError:
        cockpit.tell(_("It is noted, and will be done in a moment."))
    else:
        cockpit.tell(_("{who} is erased. What was exported before still has the words: export it again.", who=who))
    cockpit.refresh()
