"""Who is here: hands raised in their order, names where they were given, and the facilitators with the wheel."""

from collections.abc import Callable, Mapping
from typing import Any

from nicegui.element import Element

from workshop.language import Name, _, n_
from workshop.pages.console.cockpit import Cockpit
from workshop.pages.console.erasing import erasing
from workshop.pages.console.invitation import invitation, other_device
from workshop.pages.elements import Keyed, Words, box, button

Draw = Callable[[Mapping[str, Any]], None]
NAMED = 80


def people(cockpit: Cockpit) -> None:
    """Draws it."""
    live, say = cockpit.live, cockpit.say
    Words("h3", say(_("Hands raised")))
    none = Words("p", "", "soft")
    hands = Keyed(box("hands", "ol"), lambda id: _hand(cockpit, id))
    Words("h3", say(_("People")))
    count, names = Words("p", "", "soft"), Words("p", "", "names")
    names.props["dir"] = "auto"
    devices, tables = Words("h3"), Keyed(box("names", "ul"), lambda id: _device())
    Words("h3", say(_("Facilitators")))
    hosts = Keyed(box("hosts", "ul"), lambda id: _host(cockpit, id))
    invitation(cockpit)
    other_device(cockpit)
    erasing(cockpit)

    def draw() -> None:
        session = live.session
        none.say("" if session.hands else say(_("Nobody wants to speak.")))
        hands.draw({id: {"pos": place, "who": say(Name(id))} for place, id in enumerate(session.hands, start=1)})
        here = n_("{count} person is here", "{count} people are here", len(session.present))
        count.say(say(_("{here}, {connected} connected", here=here, connected=len(live.connected.difference(session.tables)))))
        given = sorted((name for person, name in live.names.items() if name and person in session.present), key=str.casefold)
        rest = n_("and {count} more", "and {count} more", len(given) - NAMED)
        devices.say(say(_("Tables with a device of their own")) if session.tables else "")
        tables.draw({id: _as_device(cockpit, id, table) for id, table in session.tables.items()})
        names.say(", ".join([*given[:NAMED], *([say(rest)] if len(given) > NAMED else [])]))
        hosts.draw({id: _as_host(cockpit, id, place) for place, id in enumerate(live.hosts)})

    cockpit.draws.append(draw)


def _hand(cockpit: Cockpit, id: str) -> tuple[Element, Draw]:
    with box("hand", "li") as made:
        turn = Words("span", "", "mark")
        who = Words("span", "", "who")
        who.props["dir"] = "auto"
        button(cockpit.say(_("Lower")), lambda: cockpit.submit("LowerHand", {"person": id}), "small")

    def draw(item: Mapping[str, Any]) -> None:
        turn.say(str(item["pos"]))
        who.say(item["who"])

    return made, draw


def _as_device(cockpit: Cockpit, id: str, table: str) -> dict[str, Any]:
    named = _("Table {number}", number=table)
    text = named if id in cockpit.live.connected else _("{table}, not connected", table=named)
    return {"pos": int(table), "text": cockpit.say(text)}


def _device() -> tuple[Element, Draw]:
    made = Words("li")
    return made, lambda item: made.say(item["text"])


def _as_host(cockpit: Cockpit, id: str, place: int) -> dict[str, Any]:
    live, say = cockpit.live, cockpit.say
    drives, here = id == live.session.wheel, live.at_console[id] > 0
    state = _("drives") if drives else _("at the console") if here else _("away")
    me = id == cockpit.actor.id
    return {
        "pos": place,
        "who": say(_("{name} (you)", name=Name(id)) if me else Name(id)),
        "state": say(state),
        "give": not me and not drives and cockpit.driving,
        "take": not me and drives,
    }


def _host(cockpit: Cockpit, id: str) -> tuple[Element, Draw]:
    with box("host", "li") as made:
        with box("who"):
            who, state = Words("span", "", "host-name"), Words("span", "", "soft")
        give = button(cockpit.say(_("Hand over")), lambda: cockpit.submit("GiveWheel", {"host": id}), "small")
        take = button(cockpit.say(_("Take over")), lambda: cockpit.submit("TakeWheel"), "small take")

    def draw(item: Mapping[str, Any]) -> None:
        who.say(item["who"])
        state.say(item["state"])
        give.set_visibility(item["give"])
        take.set_visibility(item["take"])

    return made, draw
