"""A new process: its title and question, where it is, its phases."""

from collections.abc import Mapping
from typing import Any

from fastapi import Request
from nicegui import ui

from workshop.language import Speaker, _
from workshop.messages import BadMessage, read
from workshop.method import Rejected
from workshop.pages.desk import Desk
from workshop.pages.elements import Words, box, link
from workshop.pages.process.describing import described, written
from workshop.pages.process.phases import Phases, phases_in
from workshop.pages.process.told import Told
from workshop.pages.shell import actor_of, dress, language_of
from workshop.pages.starting import wear
from workshop.process.vocabulary import PACT, About, Phase

# As the forms of widgets, with the time zone of the device.
SENT = """(event) => {
  event.preventDefault();
  const data = new FormData(event.target), values = {};
  for (const name of new Set(data.keys())) values[name] = data.getAll(name).map(String);
  emit({...values, device: [Intl.DateTimeFormat().resolvedOptions().timeZone || '']});
}"""


async def new_process(desk: Desk, request: Request) -> None:
    """Draws the page."""
    language, actor = language_of(request), actor_of(request)
    say = desk.rooms.speaker(language)
    dress("start process new-process", say(_("New process")), language)
    wear()
    ui.add_head_html('<link rel="stylesheet" href="/static/process.css">')
    about = About("", phases=pact(say), languages=(language,))
    with box("content narrow"):
        link("← Palabre", "/", "back")
        Words("h1", say(_("New process")))
        Words("p", say(_("Several workshops over months, with one question: what people said, what was decided, what came of it.")), "lead")
        with box("sheet", "form") as form:
            described(say, about, {row.code: row.title for row in await desk.processes.listed()})
            Phases(say, about.phases)
            with box("row ends"):
                Words("button", say(_("Begin the process")), "button go").props["type"] = "submit"
            told = Told()
    busy = False

    async def found(event: Any) -> None:
        nonlocal busy
        if busy:  # a second press while the first is under way
            return
        busy = True
        made = await _founded(desk, event.args, about, say, actor)
        busy = False
        if isinstance(made, Rejected):
            told.say(say(made.message), wrong=True)
        else:
            ui.navigate.to(f"/process/{made.code}")

    form.on("submit", found, js_handler=SENT)


def pact(say: Speaker) -> tuple[Phase, ...]:
    """The five phases of a pact, in one language."""
    return tuple(Phase(id, say(words)) for id, words in PACT)


async def _founded(desk: Desk, given: Mapping[str, Any], shown: About, say: Speaker, actor: Any) -> Any:
    """Phases that were left as they were shown are said in the language of the process."""
    device = str((given.get("device") or [""])[0])
    wanted = written(given, shown, device)
    own = {one.id: one.title for one in pact(desk.rooms.speaker(wanted["languages"][0]))}
    before = {one.id: one.title for one in shown.phases}
    phases = phases_in(given)
    wanted["phases"] = tuple(Phase(one.id, own[one.id] if before.get(one.id) == one.title else one.title, one.about) for one in phases)
    try:
        about = read(About, wanted)
    except BadMessage as error:
        return Rejected(_("That could not be read: {reason}", reason=str(error)), "bad-description")
    return await desk.processes.found(about, actor)
