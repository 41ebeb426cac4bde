"""A plan as a file: taken out, brought in, or kept as a template."""

from collections.abc import Callable
from typing import Any, Final

from nicegui import ui

from workshop.agenda import Agenda, TemplateError, dump, parse
from workshop.language import _
from workshop.pages.editor.editor import Editor
from workshop.pages.elements import Words, adorn, box, button
from workshop.pages.widgets.forms import SENT

MOST: Final = 200_000
# The file is read by the browser, into the field: what is brought in can be seen before it is used.
CHOSEN: Final = """(event) => {
  const file = event.target.files[0], area = event.target.closest('form').querySelector('textarea');
  if (file) file.text().then((text) => { area.value = text; area.focus(); });
}"""


def files(editor: Editor, bring_in: Callable[[Agenda], None], keeps: bool) -> None:
    """Draws the three ways; `bring_in` takes the agenda of a file, where it `keeps`, it can be kept as a template."""
    say = editor.say

    def as_template() -> None:
        with said(trouble):
            agenda = editor.agenda()
            editor.desk.templates.save(agenda)
            done.say(say(_("“{title}” is now among your templates.", title=agenda.title)))

    def take_out() -> None:
        with said(trouble):
            ui.download.content(dump(editor.agenda()), f"{editor.draft.title or 'agenda'}.toml", "application/toml")

    with box("files sheet", "section"):
        Words("h2", say(_("Keep it, share it")))
        with box("row"):
            if keeps:
                button(say(_("Save as a template")), as_template)
            button(say(_("Download the file (TOML)")), take_out)
        done, trouble = Words("p", "", "good"), Words("p", "", "stop")
        _import(editor, bring_in)
    editor.passing += (done, trouble)


def _import(editor: Editor, bring_in: Callable[[Agenda], None]) -> None:
    say = editor.say
    with box("import", "details"):
        Words("summary", say(_("Use a file instead")))
        with box("", "form") as form:
            with box("field", "label"):
                Words("span", say(_("A file (TOML)")))
                adorn(box("", "input").on("change", js_handler=CHOSEN), type="file", accept=".toml,text/plain")
            with box("field", "label"):
                Words("span", say(_("Or its text")))
                adorn(box("", "textarea"), name="text", rows=6, spellcheck="false", dir="ltr")
            wrong = Words("p", "", "stop lines")
            Words("p", say(_("It takes the place of what stands on this page.")), "soft")
            Words("button", say(_("Use this file")), "button").props["type"] = "submit"

    def bring(event: Any) -> None:
        text = (event.args.get("text") or [""])[0][:MOST]
        try:
            agenda = parse(text, editor.methods, say(_("File")))
        except TemplateError as error:
            wrong.say(str(error))
        else:
            bring_in(agenda)

    form.on("submit", bring, js_handler=SENT)


class said:
    """What goes wrong within it is said in a place of the page."""

    def __init__(self, place: Words) -> None:
        self._place = place

    def __enter__(self) -> None:
        self._place.say("")

    def __exit__(self, _kind: object, error: object, _trace: object) -> bool:
        if isinstance(error, TemplateError):
            self._place.say(str(error))
        return isinstance(error, TemplateError)
