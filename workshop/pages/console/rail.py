"""The rail: the steps of the agenda with their times; coming ones are moved by dragging, by buttons, or with Alt and the arrows."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from nicegui.element import Element

from workshop.agenda import Agenda, dump
from workshop.language import _, n_
from workshop.pages.console.cockpit import Cockpit
from workshop.pages.console.labels import unfinished
from workshop.pages.console.planning import behind, dropped, finish, lasting, movable, moved, starts
from workshop.pages.elements import Keyed, Words, adorn, box, button, link, toned
from workshop.session.state import Session

Draw = Callable[[Mapping[str, Any]], None]
DRAGGED: Final = "(event) => event.dataTransfer.setData('text/plain', event.currentTarget.dataset.step)"
OVER: Final = "(event) => { event.preventDefault(); event.currentTarget.dataset.over = 'yes'; }"
LEFT: Final = "(event) => { delete event.currentTarget.dataset.over; }"
DROPPED: Final = """(event) => {
  event.preventDefault();
  delete event.currentTarget.dataset.over;
  emit(event.dataTransfer.getData('text/plain'));
}"""
SHIFTED: Final = """(event) => {
  if (!event.altKey || !['ArrowUp', 'ArrowDown'].includes(event.key)) return;
  event.preventDefault();
  emit(event.key === 'ArrowUp' ? -1 : 1);
}"""


def rail(cockpit: Cockpit) -> None:
    """Draws it."""
    live, say = cockpit.live, cockpit.say
    with box("rail", "nav") as nav:
        adorn(nav, aria_label=say(_("Agenda")))
        with box("rail-head"):
            length, pace = Words("span", "", "soft"), Words("span", "", "pace")
            arrange = Words("button", "⇅", "button quiet small")
            adorn(arrange, type="button", data_toggle="arrange", aria_pressed="false", aria_label=say(_("Change times and order")),
                  title=say(_("Change times and order")))  # fmt: skip
        into = box("steps", "ol")
        with box("row rail-foot"):
            link(say(_("Edit the agenda")), f"/agenda/{live.row.code}", "button quiet small")
            link(say(_("Print")) + " ↗", f"/print/{live.row.code}", "button quiet small", new_tab=True)
    keyed = Keyed(into, lambda id: _step(cockpit, id))
    cockpit.controls.append(into)

    def draw() -> None:
        session, now = live.session, live.clock()
        ends = cockpit.hour(finish(session, now))
        minutes = n_("{count} minute", "{count} minutes", session.agenda.minutes)
        length.say(say(_("{minutes} · until {time}", minutes=minutes, time=ends) if session.stage == "open" else minutes))
        late = behind(session, now)
        pace.say(say(n_("{count} behind", "{count} behind", late)) if late > 0 else "")
        keyed.draw(_items(cockpit))

    cockpit.draws.append(draw)


def _items(cockpit: Cockpit) -> dict[str, dict[str, Any]]:
    session, say = cockpit.live.session, cockpit.say
    begins = starts(session, cockpit.live.clock()) if session.stage != "closed" else {}
    items = {}
    for place, one in enumerate(session.agenda.steps, start=1):
        state = "now" if one.id == session.current and session.stage == "open" else "done" if one.id in session.activities else ""
        hour = cockpit.hour(begins[one.id]) if one.id in begins and session.stage == "open" and not state else ""
        items[one.id] = {
            "pos": place,
            "mark": "✓" if state == "done" else str(place),
            "title": one.title,
            "minutes": say(_("{count} min", count=one.minutes)),
            "hour": hour,
            "state": state,
            "movable": movable(session, one.id),
        }
    return items


def _step(cockpit: Cockpit, id: str) -> tuple[Element, Draw]:
    with box("step", "li") as made:
        press = button("", lambda: _go(cockpit, id), "quiet")
        with press:
            mark, title = Words("span", "", "mark"), Words("span", "", "name")
            title.props["dir"] = "auto"
            with box("times", "span"):
                hour, minutes = Words("span", "", "hour"), Words("span", "", "soft")
        draw_tools = _tools(cockpit, id, press)
    adorn(made, data_step=id)
    made.on("dragstart", js_handler=DRAGGED)
    made.on("dragover", js_handler=OVER)
    made.on("dragleave", js_handler=LEFT)
    made.on("drop", lambda event: _change(cockpit, lambda session: dropped(session, str(event.args), id)), js_handler=DROPPED)
    press.on("keydown", lambda event: _moved(cockpit, id, int(event.args), press), js_handler=SHIFTED)
    press.set_visibility(True)

    def draw(item: Mapping[str, Any]) -> None:
        mark.say(item["mark"])
        title.say(item["title"])
        hour.say(item["hour"])
        minutes.say(item["minutes"])
        toned(made, item["state"], ("now", "done"))
        adorn(made, draggable="true" if item["movable"] else "false")
        adorn(press, aria_current="step" if item["state"] == "now" else "false")
        draw_tools(item)

    return made, draw


def _tools(cockpit: Cockpit, id: str, press: Element) -> Draw:
    """The buttons that change a step where it stands: the place and the minutes."""
    say = cockpit.say
    with box("arrange"):
        earlier = _tool("↑", lambda: _moved(cockpit, id, -1, press))
        later = _tool("↓", lambda: _moved(cockpit, id, 1, press))
        less = _tool("−", lambda: _change(cockpit, lambda session: lasting(session, id, -1)))
        minutes = Words("span", "", "soft")
        more = _tool("+", lambda: _change(cockpit, lambda session: lasting(session, id, 1)))

    def draw(item: Mapping[str, Any]) -> None:
        title = item["title"]
        adorn(earlier, aria_label=say(_("Earlier: {step}", step=title)))
        adorn(later, aria_label=say(_("Later: {step}", step=title)))
        adorn(less, aria_label=say(_("One minute less: {step}", step=title)))
        adorn(more, aria_label=say(_("One minute more: {step}", step=title)))
        minutes.say(item["minutes"])
        for tool in (earlier, later):
            tool.set_visibility(item["movable"])
        for tool in (less, more):
            tool.set_visibility(item["state"] != "done")

    return draw


def _tool(sign: str, press: Callable[[], Any]) -> Words:
    return button(sign, press, "quiet tool", once=False)


async def _go(cockpit: Cockpit, id: str) -> None:
    """Opens a step; where the running one is not finished, only after a question."""
    session = cockpit.live.session
    step = next((one for one in session.agenda.steps if one.id == id), None)
    if step is None or (id == session.current and session.stage == "open"):
        return
    if session.stage == "open" and session.activity is not None and unfinished(cockpit.live.methods, session):
        question = _("“{step}” is not finished. Leave it as it is? You can come back.", step=session.activity.step.title)
        yes = _("Go to {step}", step=step.title)
        cockpit.notice.ask(question, yes, lambda: cockpit.submit("Go", {"step": id}), _("Stay"))
        return
    await cockpit.submit("Go", {"step": id})


async def _moved(cockpit: Cockpit, id: str, by: int, press: Element) -> None:
    await _change(cockpit, lambda session: moved(session, id, by))
    if not press.is_deleted:
        press.run_method("focus")  # what is moved in the page loses the focus


async def _change(cockpit: Cockpit, change: Callable[[Session], Agenda | None]) -> None:
    """Another plan, made of the one that is so when it is this press's turn: of quick presses none is lost."""
    async with cockpit.planning:
        agenda = change(cockpit.live.session)
        if agenda is not None:
            await cockpit.submit("ChangeAgenda", {"agenda": dump(agenda)})
