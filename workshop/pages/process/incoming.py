"""Contributions that come by another way than a workshop: a paper card, a file."""

from collections.abc import Sequence
from typing import Any

from workshop.language import _, n_
from workshop.messages import write
from workshop.pages.elements import Words, box
from workshop.pages.process.file_field import FileField
from workshop.pages.process.file_preview import FilePreview
from workshop.pages.process.forms import field, first, number
from workshop.pages.process.told import Told
from workshop.pages.process.work import Work
from workshop.pages.widgets.forms import SENT
from workshop.process.commands import Row
from workshop.sheet import SheetError

LONGEST = 4000


def incoming(work: Work) -> None:
    """Draws both ways, each behind its name."""
    with box("incoming", "details"):
        Words("summary", work.say(_("Add a paper card")), "button small")
        _card(work)
    with box("incoming", "details"):
        Words("summary", work.say(_("From a file (CSV)")), "button small")
        _file(work)


def _card(work: Work) -> None:
    say = work.say
    with box("sheet form", "form") as form:
        field(say(_("What stands on it")), "text", tag="textarea", rows=3, maxlength=LONGEST, required=True, dir="auto")
        field(say(_("Where it comes from")), "source", maxlength=280, defaultValue=say(_("Paper card")), dir="auto")
        with box("pair"):
            field(say(_("People behind it")), "support", say(_("May stay empty.")), type="number", min=0, inputmode="numeric")
            field(say(_("Written on")), "day", say(_("May stay empty.")), type="date")
        Words("button", say(_("Add")), "button").props["type"] = "submit"
    told = Told()

    async def sent(event: Any) -> None:
        given = event.args
        row = {"text": first(given, "text"), "support": number(given, "support"), "day": first(given, "day")}
        if await work.submit(told, "Contribute", _("Added."), rows=[row], source=first(given, "source")):
            form.run_method("reset")

    form.on("submit", sent, js_handler=SENT)


def _file(work: Work) -> None:
    say = work.say

    async def read(content: bytes) -> None:
        try:
            await preview.show(content)
        except SheetError as error:
            chosen.refuse(error.why)

    async def take(rows: Sequence[Row]) -> None:
        done = n_("{count} contribution was added.", "{count} contributions were added.", len(rows))
        if await work.submit(told, "Contribute", done, rows=[write(one) for one in rows], source=chosen.name):
            chosen.clear()
            preview.clear()

    with box("sheet"):
        chosen = FileField(say, say(_("A file with a contribution in each row")), read, lambda: preview.clear())
        preview = FilePreview(work, take)
        told = Told()
