"""Questions that people asked officials in the workshops, with the answers that were promised and given."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from nicegui.element import Element

from workshop.dossier.things import Thing
from workshop.language import Words, _, said_date
from workshop.pages.elements import Keyed, adorn, box, toned
from workshop.pages.elements import Words as Text
from workshop.pages.process.days import late, when
from workshop.pages.process.work import Work

Json = Any
STATES: Final = {"open": _("Not answered yet"), "promised": _("Answer promised"), "answered": _("Answered")}
TONES: Final = {"promised": "now", "answered": "good"}
ORDER: Final = ("promised", "open", "", "answered")


async def questions(work: Work) -> None:
    """Draws them: promised answers first, by their day."""
    with box("", "section"):
        Text("h2", work.say(_("Questions")))
        none = Text(
            "p", work.say(_("No question was asked yet. They come from the steps of workshops that ask for questions.")), "soft empty"
        )
        listed = Keyed(box("promises", "ul"), lambda _ref: _card(work))

    def draw() -> None:
        found = sorted(work.dossier.kind("question"), key=_rank)
        listed.draw({one.ref: {"pos": place, "thing": one} for place, one in enumerate(found)})
        none.set_visibility(not found)

    work.draws.append(draw)


def _rank(one: Thing) -> tuple[int, str, int]:
    state = one.facts.get("state", "")
    return ORDER.index(state) if state in ORDER else len(ORDER), one.facts.get("by", ""), one.at


def _card(work: Work) -> tuple[Element, Callable[[Mapping[str, Json]], None]]:
    with box("promise", "li") as made:
        with box("row"):
            state, day = Text("span", "", "pill"), Text("span", "", "when")
        text, answer, origin = Text("p", "", "text"), Text("p", "", "answer"), Text("p", "", "soft")
    for words in (text, answer):
        adorn(words, dir="auto")

    def draw(item: Mapping[str, Json]) -> None:
        one: Thing = item["thing"]
        facts, stands = one.facts, one.facts.get("state", "")
        state.say(work.say(STATES.get(stands, STATES["open"])))
        toned(state, TONES.get(stands, ""))
        by = facts.get("by", "")
        over = stands == "promised" and by != "" and by <= work.today.isoformat()
        toned(made, "due" if over else "", ("due",))
        day.say(work.say(_promised(work, by, over)) if stands == "promised" else "")
        text.say(one.text)
        answer.say(work.say(_answer(facts)))
        asks, home = facts.get("asks", ""), work.home(one.home)
        to = work.say(_("to {whom}", whom=asks)) if asks else ""
        origin.say(" · ".join(part for part in (to, home, work.day(one.at)) if part))

    return made, draw


def _promised(work: Work, by: str, over: bool) -> Words:
    if not by:
        return ""
    return (
        _("promised for {day}: {late}", day=said_date(by), late=late(by, work.today)) if over else _("for {day}", day=when(by, work.today))
    )


def _answer(facts: Mapping[str, str]) -> Words:
    answer, who = facts.get("answer", ""), facts.get("who", "")
    return _("{who}: {answer}", who=who, answer=answer) if answer and who else answer
