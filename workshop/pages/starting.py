"""What the pages before a workshop share: their sheet, a field, and the way from an agenda into a room."""

from collections.abc import Callable

from nicegui import ui

from workshop.agenda import Agenda
from workshop.language import LANGUAGES
from workshop.live import Live
from workshop.messages import Command, new_token
from workshop.pages.desk import Desk
from workshop.pages.elements import Words, adorn, box, button
from workshop.process.state import Process
from workshop.processes import command
from workshop.turn import Actor

# All fields travel in one message, with the button that was pressed; the clock of the room is that of the browser.
SENT = """(event) => {
  event.preventDefault();
  const data = new FormData(event.target, event.submitter), values = {};
  for (const [name, value] of data) values[name] = String(value);
  emit({...values, timezone: Intl.DateTimeFormat().resolvedOptions().timeZone || ''});
}"""


def wear() -> None:
    """Puts the sheet of these pages on."""
    ui.add_head_html('<link rel="stylesheet" href="/static/start.css">')


def asked(name: str, label: str, value: str, hint: str = "", tag: str = "input", limit: int = 280, placeholder: str = "") -> None:
    """A field with its label."""
    with box("field", "label"):
        Words("span", label)
        made = box("", tag)
        adorn(made, name=name, maxlength=limit, defaultValue=value, dir="auto", **({"placeholder": placeholder} if placeholder else {}))
        Words("span", hint, "soft hint")


def languages(chosen: str) -> None:
    """The options of a choice of language."""
    for code, name in LANGUAGES.items():
        adorn(Words("option", name), value=code, defaultSelected=code == chosen, lang=code)


def twice(text: str, question: str, press: Callable[[], object], classes: str = "") -> Words:
    """A button whose first press asks, and whose second one does it; it asks anew once it was left."""
    asked = False

    def pressed() -> object:
        nonlocal asked
        if asked:
            return press()
        asked = True
        made.set_text(question)
        made.classes("asking")
        return None

    def left() -> None:
        nonlocal asked
        asked = False
        made.set_text(text)
        made.classes(remove="asking")

    made = button(text, pressed, classes)
    made.on("blur", left)
    return made


async def held(desk: Desk, agenda: Agenda, actor: Actor, opened: bool, process: Process | None = None, phase: str = "") -> Live:
    """A new workshop, of a process if there is one; `opened` lets people come in at once."""
    live = await desk.rooms.create(agenda)
    if process is not None:
        known = phase if any(one.id == phase for one in process.about.phases) else ""
        await desk.processes.submit(process.code, command("AddSession", workshop=live.row.code, phase=known), actor)
        await desk.processes.prepare(live)
    if opened:
        await live.submit(actor, Command(f"host-{new_token()}", None, "OpenRoom", {}))
    return live
