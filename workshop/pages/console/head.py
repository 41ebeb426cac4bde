"""The head of the running step: its title, and its time: a ring, pause, a minute more or less, minutes to set, a sound at the end."""

from typing import Any

from workshop.language import _, n_
from workshop.pages.console.cockpit import Cockpit
from workshop.pages.console.planning import over
from workshop.pages.elements import Words, adorn, box, button
from workshop.pages.widgets.figures import timer
from workshop.pages.widgets.forms import SENT
from workshop.pages.widgets.hands import Hands


def head(cockpit: Cockpit) -> Words:
    """Draws it; what comes back is the title of the step."""
    live, say = cockpit.live, cockpit.say
    with box("step-head"):
        title = Words("h2")
        title.props["dir"] = "auto"
        box("space")
        late = Words("p", "", "soft late")
        with box("clock"):
            draw_timer = timer(Hands(say, cockpit.send))
        with box("row clock-tools") as tools:
            pause = button(say(_("Pause")), lambda: cockpit.submit("PauseTimer"), "small pause", "Space")
            for label, seconds in ((_("−1 min"), -60), (_("+1 min"), 60)):
                button(say(label), _longer(cockpit, seconds), "small", once=False)
            _more(cockpit)
    cockpit.controls.append(tools)

    def draw() -> None:
        session, now = live.session, live.clock()
        running = session.activity is not None and session.stage == "open"
        waiting = {"planned": _("Before the start"), "open": _("In the lobby"), "closed": _("The workshop is over")}
        title.say(session.activity.step.title if session.activity and running else say(waiting[session.stage]))
        clock = session.clock
        draw_timer({"total": clock.total if running else 0, "ends": clock.ends, "left": clock.left})
        late_by = over(session, now)
        late.say(say(n_("{count} minute over", "{count} minutes over", late_by)) if late_by else "")
        pause.set_text(say(_("Pause") if clock.ends else _("Go on")))
        tools.set_visibility(running)

    cockpit.draws.append(draw)
    return title


def _longer(cockpit: Cockpit, seconds: int) -> Any:
    return lambda: cockpit.submit("ExtendTimer", {"seconds": seconds})


def _more(cockpit: Cockpit) -> None:
    """What is needed more seldom: minutes to set, and the sound."""
    say = cockpit.say
    with box("pop", "details") as pop:
        adorn(Words("summary", "⋯", "button small"), aria_label=say(_("More on the time")))
        with box("pop-sheet sheet"):
            with box("form", "form") as form, box("field", "label"):
                Words("span", say(_("Minutes from now")))
                with box("row"):
                    field = box("", "input")
                    adorn(field, name="minutes", type="number", min=1, max=600, required=True, inputmode="numeric", value="")
                    Words("button", say(_("Set")), "button small").props["type"] = "submit"
            sound = Words("button", say(_("A soft sound at the end")), "button small sound")
            adorn(sound, type="button", data_toggle="sound", aria_pressed="false")

    async def wanted(event: Any) -> None:
        given = (event.args.get("minutes") or [""])[0]
        if given.isdecimal() and await cockpit.submit("SetTimer", {"seconds": 60 * int(given)}):
            form.run_method("reset")
            pop.run_method("removeAttribute", "open")

    form.on("submit", wanted, js_handler=SENT)
