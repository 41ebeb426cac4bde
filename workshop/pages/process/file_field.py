"""A file that comes in parts: a message from a page has sixteen kilobytes at most."""

from base64 import b64decode
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final

from workshop.language import Speaker, _
from workshop.language import Words as Sentence
from workshop.messages import clean
from workshop.pages.elements import Words, adorn, box

MOST_BYTES: Final = 4_000_000
CHOSEN: Final = """(event) => {
  const file = event.target.files[0], step = 9000, reader = new FileReader(), reading = Math.random();
  if (!file) return;
  let at = 0;
  const next = () => reader.readAsDataURL(file.slice(at, at + step));
  reader.onload = () => {
    emit({reading, name: file.name, size: file.size, at, part: reader.result.split(',')[1] || ''});
    at += step;
    if (at < file.size && file.size <= MOST) setTimeout(next, 10);
  };
  next();
}""".replace("MOST", str(MOST_BYTES))
ANEW: Final = "(event) => { event.target.value = ''; }"


class FileField:
    """The field; `read` gets the whole file, `begun` hears that another one comes. `name` is that of the file."""

    def __init__(self, say: Speaker, label: str, read: Callable[[bytes], Awaitable[None]], begun: Callable[[], None]) -> None:
        self.name = ""
        self._say, self._read, self._begun = say, read, begun
        self._content = bytearray()
        self._reading: object = None
        with box("", "form") as self._form, box("field", "label"):
            Words("span", label)
            made = box("", "input").on("change", self._take, js_handler=CHOSEN).on("click", js_handler=ANEW)
            adorn(made, type="file", accept=".csv,.tsv,.txt,text/csv")
        self._busy, self._wrong = Words("p", "", "soft"), Words("p", "", "stop")
        adorn(self._wrong, role="status")

    def refuse(self, why: Sentence) -> None:
        """Says why a file cannot be used; the same one can be chosen again."""
        self.clear()
        self._wrong.say(self._say(why))

    def clear(self) -> None:
        """As before anything was chosen."""
        self._busy.say("")
        self._wrong.say("")
        self._form.run_method("reset")

    async def _take(self, event: Any) -> None:
        part: Mapping[str, Any] = event.args
        if not part.get("at"):
            self._content.clear()
            self._reading, self.name = part.get("reading"), " ".join(clean(str(part.get("name", "")))[:200].split())
            self._wrong.say("")
            self._begun()
            self._busy.say(self._say(_("The file is being read …")))
        elif part.get("reading") != self._reading:  # another file was chosen meanwhile
            return
        self._content += b64decode(str(part.get("part", "")))
        if int(part.get("size", 0)) > MOST_BYTES:
            self.refuse(_("This file is too large. Split it, or leave out the columns that are not needed."))
        elif len(self._content) >= int(part.get("size", 0)):
            await self._read(bytes(self._content))
            self._busy.say("")
