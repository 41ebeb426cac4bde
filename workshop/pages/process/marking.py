"""How a decision or a commitment stands, to be noted by staff: a status, a note, another day."""

from collections.abc import Sequence
from typing import Any

from workshop.dossier.standing import Promise
from workshop.language import _
from workshop.pages.elements import Words, adorn, box
from workshop.pages.process.forms import Choice, field, first
from workshop.pages.process.told import Told
from workshop.pages.process.work import Work
from workshop.pages.widgets.forms import SENT
from workshop.process.vocabulary import STATUSES, Status

CLOSED = "removeAttribute"


class Marking:
    """The form, behind a button; it is never emptied or filled while somebody writes in it."""

    def __init__(self, work: Work, ref: str, statuses: Sequence[Status], review: bool) -> None:
        self._work, self._ref, self._statuses = work, ref, statuses
        say = work.say
        with box("marking", "details") as self._fold:
            summary = Words("summary", say(_("Note how it stands")), "button small")
            with box("form sheet", "form") as self._form:
                with box("pair"):
                    self._status = Choice(say(_("How it stands")), "status")
                    label = _("Look at it again on") if review else _("New day")
                    field(say(label), "day", say(_("May stay empty.")), type="date")
                field(say(_("What was found")), "note", tag="textarea", rows=2, maxlength=4000, dir="auto")
                Words("button", say(_("Keep")), "button small go").props["type"] = "submit"
        self._told = Told()
        self._summary = summary
        self._form.on("submit", self._keep, js_handler=SENT)

    def draw(self, one: Promise) -> None:
        """Offers what it can be now."""
        say = self._work.say
        unchanged = say(_("As it is")) if one.status else say(STATUSES[""])
        self._status.draw({status: say(STATUSES[status]) if status else unchanged for status in self._statuses})
        adorn(self._summary, aria_label=say(_("Note how it stands: {text}", text=self._work.name(self._ref))))

    async def _keep(self, event: Any) -> None:
        given = event.args
        args = {name: first(given, name) for name in ("status", "note", "day")}
        if not any(args.values()):
            self._told.say(self._work.say(_("Nothing was changed: choose how it stands, write a note, or set a day.")), wrong=True)
        elif await self._work.submit(self._told, "SetStatus", _("Kept."), ref=self._ref, **args):
            self._form.run_method("reset")
            self._fold.run_method(CLOSED, "open")
