"""The phases of a process over its months: where it is, the sessions with their dates, the days that are set."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from babel.dates import format_date
from nicegui.element import Element

from workshop.dossier.meeting import Meeting
from workshop.language import Words, _, n_
from workshop.pages.elements import Keyed, adorn, box, link, toned
from workshop.pages.elements import Words as Text
from workshop.pages.process.span import Span, current, span_of
from workshop.pages.process.work import Work, short

Json = Any
Draw = Callable[[Mapping[str, Json]], None]
ELSEWHERE = " "


def timeline(work: Work) -> None:
    """Draws it."""
    with box("timeline", "section"):
        Text("h2", work.say(_("The way so far")))
        months = Keyed(box("months"), lambda _id: _mark("month"))
        rows = Keyed(box("phases", "ol"), lambda id: _row(work, id))
        with box("legend", "p"):
            for classes, words in (("held", _("a session")), ("due-day", _("a day that is set")), ("today", _("today"))):
                with box("", "span"):
                    with box("sign", "i"):
                        box(classes, "span")
                    Text("span", work.say(words))

    def draw() -> None:
        phases, meetings = work.process.about.phases, {one.code: one for one in work.dossier.meetings}
        span = _span(work)
        ids = [one.id for one in phases]
        held = [one.phase for one in work.process.sittings if one.workshop in meetings and meetings[one.workshop].held]
        now = current(ids, held)
        months.draw({str(one): {"pos": place, "at": span.place(one), "text": _month(work, one)} for place, one in enumerate(span.months())})
        found = {one.id: {"title": one.title, "about": one.about, "now": one.id == now} for one in phases}
        if any(one.phase not in ids for one in work.process.sittings):
            found[ELSEWHERE] = {"title": work.say(_("Without a phase")), "about": "", "now": False}
        rows.draw(
            {id: {**row, "pos": place, "span": span, **_held(work, id, ids, meetings)} for place, (id, row) in enumerate(found.items())}
        )

    work.draws.append(draw)


def _span(work: Work) -> Span:
    days = [work.date(one.start) for one in work.dossier.meetings if one.held]
    due = [date.fromisoformat(one.day) for one in (*work.dossier.decisions, *work.dossier.commitments) if one.day]
    return span_of([work.date(work.process.created_at), *days, *due], work.today)


def _month(work: Work, day: date) -> str:
    named: str = format_date(day, "LLL yyyy" if day.month == 1 else "LLL", locale=work.language)
    return named


def _held(work: Work, id: str, ids: Sequence[str], meetings: Mapping[str, Meeting]) -> Mapping[str, Json]:
    sittings = [one for one in work.process.sittings if one.workshop in meetings]
    mine = [meetings[one.workshop] for one in sittings if one.phase == id or (id == ELSEWHERE and one.phase not in ids)]
    codes = {one.code for one in mine}
    promises = (*work.dossier.decisions, *work.dossier.commitments)
    return {"meetings": mine, "due": [one.day for one in promises if one.day and one.thing.home in codes]}


def _row(work: Work, id: str) -> tuple[Element, Draw]:
    with box("phase", "li") as made:
        with box("phase-name"):
            title, here, about = Text("h3"), Text("span", work.say(_("Here we are")), "pill now"), Text("p", "", "soft")
        with box("track-line") as line:
            bar = box("stretch")
            today = box("today")
            marks = Keyed(box("marks"), lambda id: _mark("due-day" if id.startswith("due") else "held"))
        said = Keyed(box("sessions-said", "ul"), lambda code: _session(code))
    adorn(line, aria_hidden="true")
    adorn(title, dir="auto")
    adorn(about, dir="auto")

    def draw(row: Mapping[str, Json]) -> None:
        span: Span = row["span"]
        held: list[Meeting] = row["meetings"]
        title.say(row["title"])
        about.say(row["about"])
        here.set_visibility(row["now"])
        toned(made, "now" if row["now"] else "")
        days = [work.date(one.start) for one in held if one.held]
        bar.set_visibility(bool(days))
        if days:
            left, right = span.place(min(days)), span.place(max(days))
            bar.style(f"left: {left}%; width: {round(right - left, 2)}%")
        today.style(f"left: {span.place(work.today)}%")
        dots = {f"held {one}": {"pos": 0, "at": span.place(one)} for one in days}
        marks.draw(dots | {f"due {day}": {"pos": 1, "at": span.place(date.fromisoformat(day))} for day in row["due"]})
        said.draw({one.code: {"pos": place, "title": one.title, "facts": work.say(facts(work, one))} for place, one in enumerate(held)})

    return made, draw


def facts(work: Work, meeting: Meeting) -> Words:
    """When a session was held, or how it stands, and how many came."""
    stands = {"planned": _("planned"), "open": _("going on now")}
    when = stands["planned"] if not meeting.held else work.day(meeting.start)
    parts: list[Words] = [when]
    if meeting.stage == "open":
        parts.append(stands["open"])
    if meeting.people:
        parts.append(n_("{count} person came", "{count} people came", meeting.people))
    return " · ".join(map(work.say, parts))


def _session(code: str) -> tuple[Element, Draw]:
    with box("", "li") as made:
        title = link("", f"/record/{code}", "")
        about = Text("span", "", "soft")
    adorn(title, dir="auto")

    def draw(item: Mapping[str, Json]) -> None:
        title.say(short(item["title"]))
        about.say(item["facts"])

    return made, draw


def _mark(classes: str) -> tuple[Element, Draw]:
    made = Text("span", "", classes)
    made.set_visibility(True)

    def draw(item: Mapping[str, Json]) -> None:
        made.set_text(item.get("text", ""))
        made.style(f"left: {item['at']}%")

    return made, draw
