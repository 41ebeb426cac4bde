"""The console: the agenda on the left, the running step in the middle, people on the right, and one big Next."""

from collections.abc import Callable, Mapping
from typing import Any

from fastapi import Request
from nicegui import ui
from nicegui.element import Element

from workshop.audience import Seat, Update
from workshop.language import Words as Sentence
from workshop.language import _, n_
from workshop.live import FACILITATOR, Live
from workshop.messages import Command, new_token
from workshop.method import Rejected
from workshop.pages.desk import Desk
from workshop.pages.elements import Keyed, Words, box, button, link, toned
from workshop.pages.keys import keys
from workshop.pages.screen import Screen
from workshop.pages.shell import dress, language_of, live_of
from workshop.pages.widgets.figures import timer
from workshop.pages.widgets.forms import SENT
from workshop.pages.widgets.hands import Hands
from workshop.session.reading import moves_of, reason_of, undo_of

IN_HEAD = frozenset({"step", "timer"})


class Console:
    """The console of one page: draws what is so, and sends what is pressed."""

    def __init__(self, desk: Desk, live: Live, language: str) -> None:
        self.live = live
        self.say = live.speaker(language)
        self._draw: list[Callable[[], None]] = []
        with box("console-grid"):
            self._header(desk)
            self._rail()
            with box("middle"):
                self._head()
                self._trouble = Words("p", "", "stop banner")
                into = box("sheet screen")
            self._side()
            self._footer()
        self.screen = Screen(into, self.say, self.send, IN_HEAD, lambda _blocks: self.refresh())
        ui.context.client.on_delete(live.watch(Seat("console", language), self._show))
        ui.timer(1.0, self.refresh)  # who is connected is no event of the log

    async def send(self, command: str, args: Mapping[str, Any]) -> bool:
        """A command to the running step; whether it was accepted."""
        return await self.submit(command, args, self.live.session.current)

    async def submit(self, name: str, args: Mapping[str, Any] | None = None, activity: str | None = None) -> bool:
        """A command to the session, or to a step; what is refused is said. Whether it was accepted."""
        with self.screen._into.client:
            answer = await self.live.submit(FACILITATOR, Command(f"host-{new_token()}", activity, name, args or {}))
            if isinstance(answer, Rejected):
                ui.notify(self.say(answer.message), position="top", classes="notice", timeout=6000)
            await self.live.settled()
            self.refresh()
        return not isinstance(answer, Rejected)

    def refresh(self) -> None:
        """Draws what does not come with the screen: the agenda, the people, the buttons."""
        trouble = self.live.trouble or (self.say(reason) if (reason := reason_of(self.live.session)) else "")
        self._trouble.say(trouble)
        for draw in self._draw:
            draw()

    def _show(self, update: Update) -> None:
        self.screen(update)

    def _header(self, desk: Desk) -> None:
        agenda, code, say = self.live.session.agenda, self.live.row.code, self.say
        with box("top", "header"):
            link("Palabre", "/", "home-link")
            Words("b", agenda.title, "title").props["dir"] = "auto"
            state = Words("span", "", "pill")
            box("space")
            Words("span", code, "pill code")
            link(say(_("Wall")) + " ↗", f"/wall/{code}", new_tab=True)
            link(say(_("Phone")) + " ↗", f"/j/{code}", new_tab=True)
            link(say(_("Record")), f"/record/{code}", new_tab=True)
            keys(say)

        def draw() -> None:
            session = self.live.session
            names = {"planned": _("Room closed"), "open": _("Room open"), "closed": _("Workshop over")}
            here = n_("{count} here", "{count} here", len(session.present))
            text = _("{state} · {here}, {connected} connected", state=names[session.stage], here=here, connected=len(self.live.connected))
            state.say(f"● {say(text)}")
            toned(state, "good" if session.stage == "open" else "")

        self._draw.append(draw)

    def _rail(self) -> None:
        agenda, say = self.live.session.agenda, self.say
        with box("rail", "nav"):
            Words("p", say(n_("{count} minute", "{count} minutes", agenda.minutes)), "soft")
            into = box("steps", "ol")

        def step(id: str) -> tuple[Element, Callable[[Mapping[str, Any]], None]]:
            with box("step", "li") as made:
                press = button("", lambda: self.submit("Go", {"step": id}), "quiet")
                with press:
                    mark, title, minutes = Words("span", "", "mark"), Words("span", "", "name"), Words("span", "", "soft")
            press.set_visibility(True)

            def draw(item: Mapping[str, Any]) -> None:
                mark.say(item["mark"])
                title.say(item["title"])
                minutes.say(item["minutes"])
                toned(made, item["state"], ("now", "done"))

            return made, draw

        keyed = Keyed(into, step)

        def draw() -> None:
            session = self.live.session
            items = {}
            for place, one in enumerate(agenda.steps, start=1):
                state = "now" if one.id == session.current and session.stage == "open" else "done" if one.id in session.activities else ""
                minutes = say(_("{count} min", count=one.minutes))
                mark = "✓" if state == "done" else str(place)
                items[one.id] = {"pos": place, "mark": mark, "title": one.title, "minutes": minutes, "state": state}
            keyed.draw(items)

        self._draw.append(draw)

    def _head(self) -> None:
        say = self.say
        with box("step-head"):
            title = Words("h2")
            box("space")
            with box("clock"):
                draw_timer = timer(Hands(say, self.send))
            pause = button(say(_("Pause")), lambda: self.submit("PauseTimer"), "small", " ")
            more = button(say(_("+1 min")), lambda: self.submit("ExtendTimer", {"seconds": 60}), "small", once=False)

        def draw() -> None:
            session = self.live.session
            running = session.activity is not None and session.stage == "open"
            waiting = {"planned": _("Before the start"), "open": _("In the lobby"), "closed": _("The workshop is over")}
            title.say(session.activity.step.title if session.activity and running else say(waiting[session.stage]))
            clock = session.clock
            draw_timer({"total": clock.total if running else 0, "ends": clock.ends, "left": clock.left})
            pause.set_text(say(_("Pause") if clock.ends else _("Go on")))
            pause.set_visibility(running)
            more.set_visibility(running)

        self._draw.append(draw)

    def _side(self) -> None:
        say = self.say
        with box("side", "aside"):
            Words("h3", say(_("People")))
            count, names = Words("p"), Words("p", "", "soft")
            names.props["dir"] = "auto"
            Words("h3", say(_("Note for the record")))
            with box("form", "form") as form:
                field = box("", "textarea")
                label = say(_("What should not be forgotten"))
                field.props.update(
                    {"name": "text", "rows": 3, "maxlength": 4000, "required": True, "aria-label": label, "placeholder": label}
                )
                Words("button", say(_("Keep the note")), "button").props["type"] = "submit"

        async def note(event: Any) -> None:
            if await self.submit("TakeNote", {"text": (event.args.get("text") or [""])[0]}):
                form.run_method("reset")

        form.on("submit", note, js_handler=SENT)

        def draw() -> None:
            session = self.live.session
            count.say(say(n_("{count} person is here", "{count} people are here", len(session.present))))
            given = sorted(name for person, name in self.live.names.items() if name and person in session.present)
            names.say(", ".join(given[:60]))

        self._draw.append(draw)

    def _footer(self) -> None:
        say = self.say
        with box("bottom", "footer"):
            back = button("", lambda: self.submit("Back"), "", "ArrowLeft")
            undo = button(say(_("Undo")), lambda: self.submit("Undo"), "", "u")
            box("space")
            why = Words("p", "", "soft why")
            forward = button("", lambda: self.submit("Next"), "go next", "ArrowRight")

        def draw() -> None:
            session = self.live.session
            blocked = moves_of(self.live.methods, session).blocked
            back.say(f"← {say(self.back_label())}" if self.back_label() else "")
            undo.set_visibility(undo_of(session) is not None and session.stage == "open")
            why.say(say(blocked) if blocked else "")
            forward.say("" if session.stage == "closed" else f"{say(self.next_label())} →")
            forward.classes("blocked" if blocked else "", remove="" if blocked else "blocked")

        self._draw.append(draw)

    def next_label(self) -> Sentence:
        """What the big button will do."""
        session, step = self.live.session, self.live.session.step_beside(1)
        move = moves_of(self.live.methods, session).next
        if session.stage == "planned":
            return _("Open the room")
        if move is not None:
            return _("Next: {what}", what=move.label)
        return _("Next: {what}", what=step.title) if step else _("End the workshop")

    def back_label(self) -> Sentence:
        """What Back will do; "" when there is nothing to go back to."""
        session, step = self.live.session, self.live.session.step_beside(-1)
        if session.stage == "closed":
            return _("Go on after all")
        move = moves_of(self.live.methods, session).back
        if move is not None:
            return move.label
        return _("Back to {step}", step=step.title) if step and session.current else ""


async def console(desk: Desk, request: Request, code: str) -> None:
    """Draws the page."""
    language = language_of(request)
    live = await live_of(desk, code, language)
    if live is None:
        return
    dress("console", live.session.agenda.title, language)
    ui.add_head_html('<link rel="stylesheet" href="/static/console.css">')
    Console(desk, live, language).refresh()
