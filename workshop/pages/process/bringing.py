"""Brings results of other workshops into a step of one: which step, from where, what; shown before it is done."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from nicegui.element import Element

from workshop.language import _, n_
from workshop.live import Live
from workshop.method import Rejected
from workshop.pages.elements import Keyed, Words, adorn, box, button
from workshop.pages.process.choosing import KINDS, Choice, Source, items_of, kinds_in, sources_of
from workshop.pages.process.forms import Choice as Select
from workshop.pages.process.forms import field, tick
from workshop.pages.process.told import Told
from workshop.pages.process.work import Work, short
from workshop.processes import LOOKED_BACK_AT

Json = Any
CHOSEN: Final = "(event) => emit(event.target.value)"
TICKED: Final = "(event) => emit(event.target.checked)"
OPENED: Final = "(event) => event.target.open && emit()"
FIRST: Final = 5


def bringing(work: Work, code: str) -> Element:
    """A fold on the card of a workshop; what can be chosen is looked up when it is opened."""
    made: list[Bringing] = []

    async def opened() -> None:
        if not made:
            with fold:
                made.append(Bringing(work, code))
        await made[0].look()

    with box("bringing", "details") as fold:
        Words("summary", work.say(_("Bring in results of others")), "button small quiet")
    fold.on("toggle", opened, js_handler=OPENED)
    return fold


class Bringing:
    """What can be chosen for one workshop, and what was chosen so far."""

    def __init__(self, work: Work, code: str) -> None:
        self._work, self._code = work, code
        self._choice, self._step, self._sources = Choice(), "", tuple[Source, ...]()
        self._live: Live | None = None
        say = work.say
        with box("sheet bring-sheet"):
            self._why = Words("p", "", "note")
            with box("bring-choice") as self._all:
                self._steps = Select(say(_("Into which step")), "step")
                with box("", "fieldset"):
                    Words("legend", say(_("From where")))
                    self._from = Keyed(box("ticks"), self._source)
                with box("", "fieldset"):
                    Words("legend", say(_("What")))
                    self._kinds = Keyed(box("ticks"), self._kind)
                    self._nothing = Words("p", say(_("Nothing there that this step takes.")), "soft")
                    hint = _("Of what people wrote: nobody took it up, answered it, or put it into a group.")
                    tick(say(_("Only what is still open")), "open", hint=say(hint)).on("change", self._only_open, js_handler=TICKED)
                most = field(
                    say(_("At most")), "most", say(_("Those with most support. Empty: all of them.")), type="number", min=1, max=5000
                )
                self._before, self._count = Words("p", "", "soft"), Words("h4")
                self._first = Keyed(box("first-ones", "ul"), lambda _id: _line())
                self._go = button("", self._bring, "go")
        self._told = Told()
        self._steps.select.on("change", lambda event: self._into(str(event.args)), js_handler=CHOSEN)
        most.on("change", lambda event: self._most(str(event.args)), js_handler=CHOSEN)

    async def look(self) -> None:
        """Looks up what there is."""
        work, processes = self._work, self._work.desk.processes
        self._live = await work.desk.rooms.get(self._code)
        parts = [await processes.dossier(row.code) for row in await processes.listed()]
        below = [one for one in parts if one is not None and one.process.about.parent == work.code]
        own = work.say(_("Contributions of the process itself"))
        self._sources = sources_of(work.dossier, self._code, below, own)
        self._step = self._step if self._step in self._offered() else next(iter(self._offered()), "")
        if not self._choice.sources:
            self._choice = replace(self._choice, sources=frozenset(one.id for one in self._sources[:1]))
        self._draw()

    def _offered(self) -> Mapping[str, str]:
        """The steps that have not been held and take something; a step that looks back is given what is due by itself."""
        live = self._live
        if live is None:
            return {}
        session = live.session
        ahead = [one for one in session.agenda.steps if one.id == session.current or one.id not in session.activities]
        return {
            one.id: one.title
            for one in ahead
            if one.method in live.methods and live.methods[one.method].takes and not live.methods[one.method].takes & LOOKED_BACK_AT
        }

    def _takes(self) -> frozenset[str]:
        step = next((one for one in self._live.session.agenda.steps if one.id == self._step), None) if self._live else None
        return self._live.methods[step.method].takes if self._live and step else frozenset()

    def _draw(self) -> None:
        say, steps = self._work.say, self._offered()
        why = "" if steps else _("No step that is still to come takes anything from elsewhere. Change its agenda first.")
        if steps and not self._sources:
            why = _("There is nothing to bring in yet: no other workshop has results, and nothing came in by paper or file.")
        self._why.say(say(why))
        self._all.set_visibility(not why)
        self._steps.draw(steps, self._step)
        chosen = [one for one in self._sources if one.id in self._choice.sources]
        kinds = kinds_in(chosen, self._takes())
        self._from.draw({one.id: {"pos": place, "text": one.title} for place, one in enumerate(self._sources)})
        named = {kind: say(KINDS.get(kind, kind)) for kind in kinds}
        self._kinds.draw({kind: {"pos": n, "text": f"{named[kind]} ({count})"} for n, (kind, count) in enumerate(kinds.items())})
        self._nothing.set_visibility(not kinds)
        self._draw_result()

    def _draw_result(self) -> None:
        say = self._work.say
        items = items_of(self._sources, self._choice, self._takes())
        before = self._live.session.brought.get(self._step, ()) if self._live else ()
        text = n_("{count} thing was brought into this step before; it makes way for what you choose.",
                  "{count} things were brought into this step before; they make way for what you choose.", len(before))  # fmt: skip
        self._before.say(say(text) if before else "")
        self._count.say(say(n_("{count} would come in:", "{count} would come in:", len(items))) if items else "")
        first = {str(n): {"pos": n, "text": short(one.text)} for n, one in enumerate(items[:FIRST])}
        if len(items) > FIRST:
            first["more"] = {"pos": FIRST, "text": say(n_("and {count} more", "and {count} more", len(items) - FIRST))}
        self._first.draw(first)
        self._go.say(say(n_("Bring in {count} thing", "Bring in {count} things", len(items))) if items else "")

    def _source(self, id: str) -> tuple[Element, Callable[[Mapping[str, Json]], None]]:
        return self._ticked("sources", id)

    def _kind(self, id: str) -> tuple[Element, Callable[[Mapping[str, Json]], None]]:
        return self._ticked("kinds", id)

    def _ticked(self, name: str, id: str) -> tuple[Element, Callable[[Mapping[str, Json]], None]]:
        with box("tick", "label") as made:
            one, text = box("", "input"), Words("span")
        adorn(one, type="checkbox", name=name, value=id, defaultChecked=id in getattr(self._choice, name))
        adorn(text, dir="auto")

        def change(event: Any) -> None:
            kept: frozenset[str] = getattr(self._choice, name)
            kept = kept | {id} if event.args else kept - {id}
            changes: dict[str, Any] = {name: kept}
            self._choice = replace(self._choice, **changes)
            self._draw()

        one.on("change", change, js_handler=TICKED)
        return made, lambda item: text.say(item["text"])

    def _into(self, step: str) -> None:
        self._step = step
        self._draw()

    def _only_open(self, event: Any) -> None:
        self._choice = replace(self._choice, only_open=bool(event.args))
        self._draw_result()

    def _most(self, text: str) -> None:
        self._choice = replace(self._choice, most=int(text) if text.isdecimal() else 0)
        self._draw_result()

    async def _bring(self) -> None:
        work, items = self._work, items_of(self._sources, self._choice, self._takes())
        answer = await work.desk.processes.bring(self._code, self._step, items, work.actor)
        if isinstance(answer, Rejected):
            self._told.say(work.say(answer.message), wrong=True)
            return
        step = self._offered().get(self._step, self._step)
        done = n_("{count} thing came into “{step}”.", "{count} things came into “{step}”.", len(items), step=step)
        self._told.say(work.say(done))
        await self.look()
        await work.refresh()


def _line() -> tuple[Element, Callable[[Mapping[str, Json]], None]]:
    made = Words("li")
    adorn(made, dir="auto")
    return made, lambda item: made.say(item["text"])
