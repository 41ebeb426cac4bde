"""What needs somebody: workshops that go on, what is due, what is late, what nobody has answered."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from nicegui.element import Element

from workshop.dossier.dossier import Dossier
from workshop.dossier.standing import Promise
from workshop.language import Words, _, n_
from workshop.pages.elements import Keyed, adorn, box, link
from workshop.pages.elements import Words as Text
from workshop.pages.process.days import late
from workshop.pages.process.work import Work, short

Json = Any


def attention(work: Work) -> None:
    """Draws it; where nothing needs anybody, it says so."""
    with box("attention", "section"):
        Text("h2", work.say(_("What needs you")))
        none = Text("p", work.say(_("Nothing now: nothing is due, and everything that people wrote has an answer or a place.")), "soft")
        listed = Keyed(box("needs", "ul"), lambda _id: _need())

    def draw() -> None:
        found = {key: {"pos": place, **need} for place, (key, need) in enumerate(_needs(work))}
        listed.draw(found)
        none.set_visibility(not found)

    work.draws.append(draw)


def unanswered(dossier: Dossier) -> int:
    """How many contributions are open: nobody took them up, answered them or put them into a group."""
    return sum(fate.state == "open" for fate in dossier.fates.values())


def _needs(work: Work) -> Iterator[tuple[str, Mapping[str, Json]]]:
    dossier, say = work.dossier, work.say
    for meeting in dossier.meetings:
        if meeting.stage == "open":
            yield f"open {meeting.code}", _item(say(_("Going on now")), meeting.title, f"/console/{meeting.code}")
    for promise in dossier.due(work.today):
        kind = promise.thing.kind
        label = (
            _("Decision to be looked at, {late}", late=late(promise.day, work.today)) if kind == "decision" else _commitment(work, promise)
        )
        yield promise.thing.ref, _item(say(label), short(promise.thing.text, 160), work.address(f"{kind}s"))
    for thing in dossier.kind("question"):
        day = thing.facts.get("by", "")
        if thing.facts.get("state") == "promised" and day and day <= work.today.isoformat():
            label = _("Promised answer, {late}", late=late(day, work.today))
            yield thing.ref, _item(say(label), short(thing.text, 160), work.address("questions"))
    if count := unanswered(dossier):
        text = n_("{count} contribution waits for an answer", "{count} contributions wait for an answer", count)
        yield "unanswered", _item("", say(text), work.address("contributions", fate="open"))
    if not work.process.sittings:
        text = _("No workshop belongs to this process yet. Plan the first one.")
        yield "sessions", _item("", say(text), work.address("sessions"))


def _commitment(work: Work, promise: Promise) -> Words:
    who = promise.thing.facts.get("who", "")
    since = late(promise.day, work.today)
    return _("Commitment of {who}, {late}", who=who, late=since) if who else _("Commitment, {late}", late=since)


def _item(label: str, text: str, to: str) -> Mapping[str, Json]:
    return {"label": label, "text": text, "to": to}


def _need() -> tuple[Element, Callable[[Mapping[str, Json]], None]]:
    with box("need", "li") as made:
        label, text = Text("span", "", "label"), link("", "", "")
    adorn(text, dir="auto")

    def draw(item: Mapping[str, Json]) -> None:
        label.say(item["label"])
        text.say(item["text"])
        adorn(text, href=item["to"])

    return made, draw
