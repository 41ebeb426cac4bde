"""Decisions or commitments, those that are due first: how each stands, since when, and what somebody found who looked."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from nicegui.element import Element

from workshop.dossier.standing import SETTLED, Look, Promise
from workshop.language import Message, Words, _, day_of
from workshop.pages.elements import Keyed, adorn, box, link, toned
from workshop.pages.elements import Words as Text
from workshop.pages.process.days import late, when
from workshop.pages.process.marking import Marking
from workshop.pages.process.work import Work
from workshop.process.vocabulary import STATUSES, Status

Json = Any
Draw = Callable[[Mapping[str, Json]], None]
TONES: Final = {"done": "good", "kept": "good", "stuck": "stop", "to_change": "now"}
SEVERAL: Final = 8


class Promises:
    """The list of one kind. `facts_of` says in words what a thing says of itself, `statuses` are those that it can have."""

    def __init__(
        self, work: Work, empty: Message, statuses: Sequence[Status], facts_of: Callable[[Work, Promise], Sequence[Words]], review: bool
    ) -> None:
        self.work = work
        self.statuses = statuses
        self.review = review
        self._facts_of = facts_of
        self._none = Text("p", work.say(empty), "soft empty")
        self._listed = Keyed(box("promises", "ul"), self._card)

    def draw(self, promises: Sequence[Promise]) -> None:
        """Draws them: due ones first, then by their day, then those without one; settled ones last."""
        ordered = sorted(promises, key=self._rank)
        self._listed.draw({one.thing.ref: {"pos": place, "promise": one} for place, one in enumerate(ordered)})
        self._none.set_visibility(not promises)

    def _rank(self, one: Promise) -> tuple[int, str, int]:
        kind = 3 if one.status in SETTLED else 0 if one.due(self.work.today) else 1 if one.day else 2
        return kind, one.day, -one.thing.at

    def _card(self, ref: str) -> tuple[Element, Draw]:
        work = self.work
        with box("promise", "li") as made:
            with box("row"):
                status, day = Text("span", "", "pill"), Text("span", "", "when")
            text = Text("p", "", "text")
            facts = Keyed(box("facts", "ul"), lambda _id: _line())
            with box("row below"):
                origin = Text("span", "", "soft")
                sheet = link(work.say(_("Sheet")), "", "")
                lineage = link(work.say(_("Where it comes from")), work.address("lineage", of=ref), "")
                lineage.set_visibility("lineage" in work.parts)
            looks = _history(work)
            marking = Marking(work, ref, self.statuses, self.review)
        adorn(text, dir="auto")

        def draw(item: Mapping[str, Json]) -> None:
            one: Promise = item["promise"]
            due, settled = one.due(work.today), one.status in SETTLED
            toned(made, "due" if due else "settled" if settled else "", ("due", "settled"))
            status.say(work.say(stands(one.status)))
            toned(status, TONES.get(one.status, ""))
            day.say(work.say(_when(work, one)))
            text.say(one.thing.text)
            said = [work.say(fact) for fact in self._facts_of(work, one)]
            facts.draw({str(place): {"pos": place, "text": fact} for place, fact in enumerate(said)})
            origin.say(work.say(_origin(work, one)))
            place = _sheet(work, one)
            sheet.set_visibility(bool(place))
            adorn(sheet, href=place)
            looks(one.looks)
            marking.draw(one)

        return made, draw


def stands(status: str) -> Words:
    """A status in words."""
    return next((words for known, words in STATUSES.items() if known == status), status)


def _when(work: Work, one: Promise) -> Words:
    if not one.day:
        return ""
    if one.due(work.today):
        since = late(one.day, work.today)
        return _("Look at it now: {late}", late=since) if one.thing.kind == "decision" else since
    if one.thing.kind == "decision":
        return _("To be looked at {day}", day=when(one.day, work.today))
    return _("Due {day}", day=when(one.day, work.today))


def _origin(work: Work, one: Promise) -> Words:
    home = work.home(one.thing.home)
    day = day_of(work.date(one.thing.at))
    return _("{day}, in “{workshop}”", day=day, workshop=home) if home else day


def _sheet(work: Work, one: Promise) -> str:
    """Where the sheet of a decision is, to be printed; "" where it has none."""
    home, _slash, item = one.thing.ref.partition("/")
    meeting = work.dossier.meeting(home)
    return f"/record/{home}/decision/{meeting.sheets.index(item) + 1}" if meeting and item in meeting.sheets else ""


def _history(work: Work) -> Callable[[Sequence[Look]], None]:
    """Every look at it, the latest first."""
    with box("history", "details") as made:
        title = Text("summary", "", "button small quiet")
        listed = Keyed(box("looks", "ol"), lambda _id: _line())

    def draw(looks: Sequence[Look]) -> None:
        made.set_visibility(bool(looks))
        title.say(work.say(_("History ({count})", count=len(looks))))
        said = [work.say(_look(work, one)) for one in reversed(looks)]
        listed.draw({str(len(said) - place): {"pos": place, "text": text} for place, text in enumerate(said)})

    return draw


def _look(work: Work, look: Look) -> Words:
    home = work.home(look.home)
    found = [work.day(look.at), work.say(stands(look.status)) if look.status else "", f"“{home}”" if home else "", look.note]
    if look.day:
        found.append(work.say(_("new day: {day}", day=when(look.day, work.today))))
    return " · ".join(part for part in found if part)


def _line() -> tuple[Element, Draw]:
    made = Text("li")
    adorn(made, dir="auto")
    return made, lambda item: made.say(item["text"])
