"""The head of the console: what workshop this is, how many are here, and the other screens."""

from workshop.hosts import OWNER
from workshop.language import _, n_
from workshop.pages.console.cockpit import Cockpit
from workshop.pages.elements import Words, adorn, box, link, toned
from workshop.pages.keys import keys
from workshop.process.state import Process


def header(cockpit: Cockpit, process: Process | None) -> None:
    """Draws it; the process that the workshop belongs to is for the one who may open all pages."""
    live, say = cockpit.live, cockpit.say
    with box("top", "header"):
        link("Palabre", "/", "home-link")
        title = Words("h1", live.session.agenda.title, "title")
        title.props["dir"] = "auto"
        state, brief = Words("span", "", "pill room-state"), Words("span", "", "pill room-brief")
        box("space")
        Words("span", live.row.code, "pill code")
        if process is not None and cockpit.actor.id == OWNER.id:
            adorn(link(say(_("Process")), f"/process/{process.code}", new_tab=True), title=process.about.title)
        wall = link(say(_("Wall")) + " ↗", f"/wall/{live.row.code}", new_tab=True)
        wall.props["data-key"] = "f"
        link(say(_("Record")), f"/record/{live.row.code}", new_tab=True)
        with box("button side-toggle", "button") as side:
            Words("span", say(_("Room")))
            hands = Words("span", "", "badge")
        adorn(side, type="button", data_toggle="side", aria_pressed="false")
        keys(say)

    def draw() -> None:
        session = live.session
        names = {"planned": _("Room closed"), "open": _("Room open"), "closed": _("Workshop over")}
        connected = len(live.connected.difference(session.tables))
        here = n_("{count} here", "{count} here", len(session.present))
        text = _("{state} · {here}, {connected} connected", state=names[session.stage], here=here, connected=connected)
        state.say(f"● {say(text)}")
        brief.say(f"● {say(here)}")
        for pill in (state, brief):
            toned(pill, "good" if session.stage == "open" else "")
        title.say(session.agenda.title)
        hands.say(str(len(session.hands)) if session.hands else "")

    cockpit.draws.append(draw)
