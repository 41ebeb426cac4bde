"""One step of a plan: a line that says what it is, and behind it its settings."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

from nicegui.element import Element

from workshop.advice import doubts_of, fitting_sources, handed_on, source_of
from workshop.drafts import PlannedStep, wrong_with
from workshop.fields import Field, fields_of, value_of
from workshop.language import _
from workshop.pages.editor.editor import Editor
from workshop.pages.editor.inputs import TYPED, Mark, entry, setting
from workshop.pages.elements import Keyed, Words, adorn, box, button

Json = Any
Draw = Callable[[Mapping[str, Json]], None]
DRAGGED: Final = "(event) => event.dataTransfer.setData('text/plain', event.currentTarget.dataset.step)"
OVER: Final = "(event) => event.preventDefault()"
DROPPED: Final = "(event) => { event.preventDefault(); emit(event.dataTransfer.getData('text/plain')); }"
LIFTED: Final = """(event) => {
  if (!event.altKey || !['ArrowUp', 'ArrowDown'].includes(event.key)) return;
  event.preventDefault();
  emit(event.key === 'ArrowUp' ? -1 : 1);
}"""


class StepCard:
    """One step on the page; `held` steps show what they are, and are fixed."""

    def __init__(self, editor: Editor, step: PlannedStep, held: bool, move: Callable[[str, int], None]) -> None:
        self.editor, self.step, self.held, self.move = editor, step, held, move
        self.marks: dict[str, Mark] = {}
        with box("plan-step", "li") as self.element:
            with box("", "details") as self.details:
                self._summary()
                if not held:
                    self._body()
            if not held:
                self._arrows()
        if not held:
            self.element.on("dragover", js_handler=OVER)
            self.element.on("drop", lambda event: self._drop(str(event.args)), js_handler=DROPPED)

    def draw(self, item: Mapping[str, Json]) -> None:
        """Draws the line, the source, what is doubtful and what is wrong."""
        editor, step = self.editor, self.step
        method, steps, place = editor.methods.get(step.method), editor.draft.planned(), editor.draft.place_of(step.id)
        self.number.say(str(place + 1))
        self.title.say(step.title or (editor.title_of(step.method) if method else step.method))
        source = source_of(steps, place, editor.methods)
        name = editor.say(method.title) if method else step.method
        taken = _("takes the {kinds} of “{step}”", kinds=handed_on(steps, place, editor.methods), step=source.title) if source else ""
        self.about.say(" · ".join(part for part in (name, editor.say(taken)) if part))
        self.time.say(item["time"])
        self.minutes.say(editor.say(_("{count} min", count=step.minutes)))
        doubts = () if self.held else doubts_of(steps, place, editor.methods)
        self.doubt.say(" ".join(map(editor.say, doubts)))
        if not self.held:
            self._draw_body(place)

    def _summary(self) -> None:
        say = self.editor.say
        with box("", "summary") as summary:
            if not self.held:
                grip = Words("span", "⠿", "grip")
                adorn(grip, draggable="true", data_step=self.step.id, aria_hidden="true")
                grip.on("dragstart", js_handler=DRAGGED)
                summary.on("keydown", lambda event: self.move(self.step.id, int(event.args)), js_handler=LIFTED)
            self.number = Words("span", "", "mark")
            with box("what"):
                self.title, self.about = Words("b", "", "title"), Words("span", "", "soft")
                self.doubt = Words("span", "", "doubt")
            self.wrong = Words("span", "", "pill stop")
            Words("span", say(_("Held already")) if self.held else "", "pill")
            self.time, self.minutes = Words("span", "", "soft time"), Words("span", "", "length")
        self.title.props["dir"] = "auto"
        self.summary = summary

    def _body(self) -> None:
        editor, step, say = self.editor, self.step, self.editor.say
        method = editor.methods.get(step.method)
        with box("body"):
            Words("p", say(method.purpose) if method else "", "soft")
            with box("pair head"):
                entry(say(_("Title")), step.title, lambda text: self._write("title", text), name="title", maxlength=280, dir="auto")
                bounds: dict[str, Json] = {"type": "number", "min": "1", "max": "600", "inputmode": "numeric", "name": "minutes"}
                self.marks["minutes"] = entry(say(_("Minutes")), str(step.minutes), self._take_minutes, **bounds)
            with box("field", "label") as self.source:
                Words("span", say(_("Works with")))
                with box("", "select") as select:
                    self.sources = Keyed(select, self._option)
            select.on("change", lambda event: self._write("source", str(event.args)), js_handler=TYPED)
            for one in fields_of(method) if method else ():
                self.marks[one.name] = setting(say, one, step.settings.get(one.name), partial(self._take, one))
            self.other = Words("p", "", "stop")
            with box("row"):
                button(say(_("Duplicate")), self._duplicate, "small")
                button(say(_("Take out")), self._remove, "small quiet")

    def _arrows(self) -> None:
        with box("arrows"):
            for sign, by, label in (("↑", -1, _("Move up")), ("↓", 1, _("Move down"))):
                made = button(sign, partial(self.move, self.step.id, by), "small quiet", once=False)
                adorn(made, aria_label=self.editor.say(label))

    def _draw_body(self, place: int) -> None:
        steps, editor = self.editor.draft.planned(), self.editor
        fitting, chosen = fitting_sources(steps, place, editor.methods), source_of(steps, place, editor.methods)
        items = {one.id: {"pos": pos, "text": one.title, "chosen": one is chosen} for pos, one in enumerate(fitting)}
        self.sources.draw(items)
        self.source.set_visibility(len(fitting) > 1)
        wrong = wrong_with(self.step, editor.methods)
        for name, mark in self.marks.items():
            mark(editor.say(wrong.get(name, "")))
        self.other.say(" ".join(f"{name} {editor.say(reason)}" for name, reason in wrong.items() if name not in self.marks))
        self.wrong.say("!" if wrong else "")

    def _option(self, id: str) -> tuple[Element, Draw]:
        made = Words("option")

        def draw(item: Mapping[str, Json]) -> None:
            made.say(item["text"])
            adorn(made, value=id, defaultSelected=item["chosen"])

        return made, draw

    def _write(self, name: str, text: str) -> None:
        if getattr(self.step, name) != text:
            setattr(self.step, name, text)
            self.editor.changed()

    def _take_minutes(self, text: str) -> None:
        minutes: Json = int(text) if str(text).isdecimal() else text
        if self.step.minutes != minutes:
            self.step.minutes = minutes
            self.editor.changed()

    def _take(self, asked: Field, given: Json) -> None:
        value = value_of(asked, given)
        if self.step.settings.get(asked.name) != value:
            self.step.settings[asked.name] = value
            self.editor.changed()

    def _duplicate(self) -> None:
        again = self.editor.draft.duplicate(self.step.id)
        self.editor.focus = again.id if again else ""
        self.editor.changed()

    def _remove(self) -> None:
        self.editor.removed = (self.editor.draft.place_of(self.step.id), self.step)
        self.editor.draft.remove(self.step.id)
        self.editor.changed()

    def _drop(self, id: str) -> None:
        draft = self.editor.draft
        if draft.find(id) is not None and id != self.step.id and id not in self.editor.held():
            draft.move(id, draft.place_of(self.step.id))
            self.editor.changed()
