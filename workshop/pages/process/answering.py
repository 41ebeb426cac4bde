"""The answer of staff to contributions, or to a whole group: how they stand now, and why."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from workshop.language import Words, _, n_
from workshop.pages.elements import Words as Text
from workshop.pages.elements import adorn, box, button
from workshop.pages.process.forms import Choice, field, first
from workshop.pages.process.told import Told
from workshop.pages.process.work import Work, short
from workshop.pages.widgets.forms import SENT
from workshop.process.state import Answer
from workshop.process.vocabulary import Standing

SHOWN: Final = 3
ANSWER: Final = "answer"
STANDS: Final[Mapping[Standing, Words]] = {
    "taken_up": _("Taken up, in a decision or otherwise"),
    "not_now": _("Not now, because …"),
    "not_possible": _("Not possible, because …"),
    "answered": _("Answered otherwise"),
}


class Answering:
    """The form beside the list; `done` hears that an answer was given."""

    def __init__(self, work: Work, done: Callable[[], None]) -> None:
        self._work, self._done = work, done
        self._refs: tuple[str, ...] = ()
        say = work.say
        with box("sheet answering") as sheet:
            self._title = Text("h3")
            self._hint = Text("p", say(_("Tick contributions, and answer them together here. Whoever wrote one reads the answer.")), "soft")
            self._texts = box("quoted", "ul")
            with box("form", "form") as self._form:
                with box("ticks", "fieldset"):
                    Text("legend", say(_("How it stands")))
                    self._radios = {standing: _radio(say(words), standing) for standing, words in STANDS.items()}
                with box("only-taken-up"):
                    self._decision = Choice(say(_("In which decision")), "decision")
                label, hint = say(_("Why, in one or two sentences")), say(_("Everybody will read it."))
                self._text = field(label, "text", hint, tag="textarea", rows=4, maxlength=4000, dir="auto")
                with box("row ends"):
                    Text("button", say(_("Answer")), "button go").props["type"] = "submit"
                    button(say(_("Not now")), self._leave, "quiet")
            self.told = Told()
        adorn(sheet, id=ANSWER)
        self._form.on("submit", self._send, js_handler=SENT)

    def draw(self) -> None:
        """Draws what would be answered, and the decisions to choose from."""
        say, dossier = self._work.say, self._work.dossier
        one = dossier.things.get(self._refs[0]) if len(self._refs) == 1 else None
        group = one is not None and one.kind == "group"
        title: Words = n_("Answer {count} contribution", "Answer {count} contributions", len(self._refs)) if self._refs else _("Answers")
        self._title.say(say(_("Answer the whole group") if group else title))
        self._hint.set_visibility(not self._refs)
        self._form.set_visibility(bool(self._refs))
        decisions = {promise.thing.ref: short(promise.thing.text, 70) for promise in dossier.decisions}
        self._decision.draw({"": say(_("In none: say how below")), **decisions}, self._answer.decision if self._answer else "")

    def choose(self, refs: tuple[str, ...]) -> None:
        """These are to be answered; an answer that is there already is shown, to be changed."""
        self._refs = refs
        self.told.say("")
        things = self._work.dossier.things
        self._texts.clear()
        with self._texts:
            for ref in refs[:SHOWN]:
                adorn(Text("li", short(things[ref].text, 140) if ref in things else ref), dir="auto")
            if len(refs) > SHOWN:
                Text("li", self._work.say(n_("and {count} more", "and {count} more", len(refs) - SHOWN)), "soft")
        answer = self._answer
        for standing, radio in self._radios.items():
            adorn(radio, defaultChecked=standing == (answer.standing if answer else "answered"))
        adorn(self._text, defaultValue=answer.text if answer else "")
        self.draw()
        if len(refs) == 1:
            self._form.run_method("reset")

    @property
    def _answer(self) -> Answer | None:
        """The answer that the one chosen thing has already."""
        if len(self._refs) != 1:
            return None
        dossier, ref = self._work.dossier, self._refs[0]
        return dossier.process.answers.get(ref) or dossier.fate(ref).answer

    def _leave(self) -> None:
        self._done()

    async def _send(self, event: Any) -> None:
        given, count = event.args, len(self._refs)
        standing = first(given, "standing") or "answered"
        decision = first(given, "decision") if standing == "taken_up" else ""
        done = n_("{count} answer was given.", "{count} answers were given.", count)
        if await self._work.submit(self.told, "Reply", refs=self._refs, standing=standing, text=first(given, "text"), decision=decision):
            self._form.run_method("reset")
            self._done()
            self.told.say(self._work.say(done))


def _radio(text: str, value: str) -> Any:
    with box("tick", "label"):
        made = box("", "input")
        adorn(made, type="radio", name="standing", value=value)
        Text("span", text)
    return made
