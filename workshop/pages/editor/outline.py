"""What is said about the whole workshop, and when it begins."""

from nicegui.element import Element

from workshop.language import _
from workshop.pages.editor.editor import Editor
from workshop.pages.editor.inputs import TYPED, entry
from workshop.pages.elements import Words, box
from workshop.pages.starting import languages


def outline(editor: Editor) -> Element:
    """Draws the fields of the whole."""
    say, draft = editor.say, editor.draft
    with box("outline sheet", "section") as made:
        Words("h2", say(_("The workshop")))
        _line(editor, "question", say(_("The question")), say(_("In large letters on the wall, while people come in.")))
        _line(editor, "title", say(_("Title")))
        _line(editor, "place", say(_("Place")))
        about = say(_("What comes out"))
        entry(about, draft.about, lambda text: editor.write("about", text), tag="textarea", rows=3, maxlength=4000, dir="auto")
        with box("pair"):
            with box("field", "label"):
                Words("span", say(_("Language")))
                with box("", "select") as select:
                    languages(draft.language)
            select.on("change", lambda event: editor.write("language", str(event.args)), js_handler=TYPED)
            entry(say(_("Begins at")), draft.starts, lambda text: editor.write("starts", text), type="time")
    return made


def _line(editor: Editor, name: str, label: str, hint: str = "") -> None:
    entry(label, getattr(editor.draft, name), lambda text: editor.write(name, text), hint, name=name, maxlength=280, dir="auto")
