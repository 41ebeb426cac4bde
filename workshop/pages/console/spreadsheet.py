"""Contributions of a spreadsheet for the running step: a file, what of it would come in and what not, and why; then a button."""

import asyncio
from base64 import b64decode
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any, Final

from workshop.language import _, n_
from workshop.messages import Command, new_token
from workshop.method import Rejected
from workshop.pages.console.cockpit import Cockpit
from workshop.pages.console.sheet_preview import Preview
from workshop.pages.elements import Words, adorn, box
from workshop.sheet import Row, Sheet, SheetError, read_sheet

LONGEST: Final = 280
MOST_BYTES: Final = 2_000_000
MOST_ROWS: Final = 5_000
BATCH: Final = 400
# In parts, since a message to the server has sixteen kilobytes at most; one after the other, so that the page stays alive meanwhile.
CHOSEN: Final = """(event) => {
  const file = event.target.files[0], step = 9000, reader = new FileReader(), reading = Math.random();
  if (!file) return;
  let at = 0;
  const next = () => reader.readAsDataURL(file.slice(at, at + step));
  reader.onload = () => {
    emit({reading, size: file.size, at, part: reader.result.split(',')[1] || ''});
    at += step;
    if (at < file.size && file.size <= MOST) setTimeout(next, 15);
  };
  next();
}""".replace("MOST", str(MOST_BYTES))
ANEW: Final = "(event) => { event.target.value = ''; }"


class Spreadsheet:
    """The part of the console below the running step, there when its method takes what spreadsheets bring."""

    def __init__(self, cockpit: Cockpit) -> None:
        self._cockpit = cockpit
        self._content = bytearray()
        self._reading: object = None
        self._step = ""
        say = cockpit.say
        with box("fold bring", "details") as self._fold:
            Words("summary", say(_("From a spreadsheet (CSV)")), "button small")
            with box("", "form") as self._form, box("field", "label"):
                Words("span", say(_("A file with a contribution in each row")))
                field = box("", "input").on("change", self._take, js_handler=CHOSEN).on("click", js_handler=ANEW)
                adorn(field, type="file", accept=".csv,.tsv,.txt,text/csv")
            self._busy, self._wrong = Words("p", "", "soft"), Words("p", "", "stop")
            self._preview = Preview(say, LONGEST, self._bring)
            self._done = Words("p", "", "good")
        adorn(self._done, role="status")
        cockpit.controls.append(self._fold)
        cockpit.draws.append(self._draw)

    def _draw(self) -> None:
        session = self._cockpit.live.session
        activity = session.activity
        method = self._cockpit.live.methods.get(activity.step.method) if activity and session.stage == "open" else None
        self._fold.set_visibility(method is not None and method.brings is not None)
        if session.current != self._step:
            self._step = session.current
            self._fold.run_method("removeAttribute", "open")
            self._clear()

    def _clear(self) -> None:
        for words in (self._busy, self._wrong, self._done):
            words.say("")
        self._preview.clear()

    async def _take(self, event: Any) -> None:
        """A part of the file has come; with the last one it is read."""
        part: Mapping[str, Any] = event.args
        if not part.get("at"):
            self._content.clear()
            self._reading = part.get("reading")
            self._clear()
            self._busy.say(self._cockpit.say(_("The file is being read …")))
        elif part.get("reading") != self._reading:  # another file was chosen meanwhile
            return
        self._content += b64decode(str(part.get("part", "")))
        if int(part.get("size", 0)) > MOST_BYTES:
            self._refuse(SheetError(_("This file is too large. Split it, or leave out the columns that are not needed.")))
        elif len(self._content) >= int(part.get("size", 0)):
            await self._read(bytes(self._content))

    async def _read(self, content: bytes) -> None:
        try:
            sheet: Sheet = await asyncio.to_thread(read_sheet, content)
            if len(sheet.rows) > MOST_ROWS:
                why = _(
                    "This file has {count} rows, and {most} can be brought in at a time. Split it.", count=len(sheet.rows), most=MOST_ROWS
                )
                raise SheetError(why)
        except SheetError as error:
            self._refuse(error)
        else:
            self._busy.say("")
            self._preview.show(sheet)

    def _refuse(self, error: SheetError) -> None:
        self._busy.say("")
        self._form.run_method("reset")  # a browser says nothing when the same file is chosen again
        self._wrong.say(self._cockpit.say(error.why))

    async def _bring(self, rows: Sequence[Row]) -> None:
        """Some hundreds at a time, so that the room goes on meanwhile; each of these can be taken back."""
        cockpit, step = self._cockpit, self._step
        remaining = iter(rows)
        while batch := list(islice(remaining, BATCH)):
            refused = await self._send(step, batch)
            if refused is not None and refused.code != "there":
                cockpit.tell(refused.message, "stop")
                return
            cockpit.refresh()
            await asyncio.sleep(0)
        self._preview.clear()
        self._form.run_method("reset")
        text = n_("{count} row was brought in; what was there already is there once.",
                  "{count} rows were brought in; what was there already is there once.", len(rows))  # fmt: skip
        self._done.say(cockpit.say(text))

    async def _send(self, step: str, rows: Sequence[Row]) -> Rejected | None:
        live = self._cockpit.live
        activity = live.session.activities.get(step)
        brings = live.methods[activity.step.method].brings if activity else None
        if brings is None:
            return Rejected(_("This step is over. Go back to it first."), "over")
        cards = [{"text": row.text, "support": row.support} for row in rows]
        answer = await live.submit(self._cockpit.actor, Command(f"host-{new_token()}", step, brings.__name__, {"cards": cards}))
        return answer if isinstance(answer, Rejected) else None
