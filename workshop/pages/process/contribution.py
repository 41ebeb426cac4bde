"""One contribution in the list: its words, where they come from, and what became of them."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from workshop.dossier.fates import Fate
from workshop.dossier.things import Thing
from workshop.language import Words, _, n_, said_date
from workshop.pages.elements import Words as Text
from workshop.pages.elements import adorn, box, button, link, toned
from workshop.pages.process.finding import FATES
from workshop.pages.process.told import Told
from workshop.pages.process.work import Work

TICKED: Final = "(event) => emit(event.target.checked)"
SHOWN: Final = 3
TONES: Final = {"taken_up": "good", "open": "now"}


class ContributionRow:
    """The row; drawn again only where the thing, its fate or its tick is another one. `answer` opens the answer to some refs."""

    def __init__(self, work: Work, ref: str, tick: Callable[[str, bool], None], answer: Callable[[tuple[str, ...]], None]) -> None:
        self._work, self._ref = work, ref
        self._drawn: tuple[Thing, Fate, bool] | None = None
        say = work.say
        with box("contribution", "li") as self.element:
            with box("line", "label"):
                self._tick = box("", "input")
                adorn(self._tick, type="checkbox")
                self._text = Text("span", "", "text")
            with box("row below"):
                self._state, self._origin = Text("span", "", "pill"), Text("span", "", "soft")
            self._became, self._answer = Text("p", "", "soft became"), Text("p", "", "answer")
            with box("row deeds"):
                self._reply = button("", lambda: answer((ref,)), "small quiet")
                self._withdraw = button("", self._take_back, "small quiet")
                if "lineage" in work.parts:
                    link(say(_("What became of it")), work.address("lineage", of=ref), "button small quiet")
            self._told = Told()
        for words in (self._text, self._answer, self._became):
            adorn(words, dir="auto")
        self._tick.on("change", lambda event: tick(ref, bool(event.args)), js_handler=TICKED)

    def draw(self, ticked: bool) -> None:
        """Draws it, if anything is new."""
        work, say = self._work, self._work.say
        thing, fate = work.dossier.things[self._ref], work.dossier.fate(self._ref)
        if self._drawn == (thing, fate, ticked):
            return
        self._drawn = thing, fate, ticked
        self._text.say(thing.text)
        adorn(self._tick, checked=ticked)
        self._state.say(say(FATES[fate.state]))
        toned(self._state, TONES.get(fate.state, ""))
        self._origin.say(" · ".join(map(say, _origin(work, thing))))
        self._became.say(" · ".join(map(say, _became(work, fate))))
        answer = fate.answer
        self._answer.say(say(_("{day}: {text}", day=work.day(answer.at), text=answer.text)) if answer and answer.text else "")
        self._reply.say(say(_("Change the answer") if answer else _("Answer")))
        self._withdraw.say(say(self._back(fate)))

    def _back(self, fate: Fate) -> Words:
        if fate.answer is None:
            return ""
        if fate.answered_at == self._ref:
            return _("Take the answer back")
        return _("Take back the answer to “{group}”", group=self._work.name(fate.answered_at))

    async def _take_back(self) -> Any:
        refs = (self._work.dossier.fate(self._ref).answered_at,)
        await self._work.submit(self._told, "WithdrawReply", refs=refs)


def _origin(work: Work, thing: Thing) -> list[Words]:
    own = work.process.contributions.get(thing.ref)
    said = own.day if own else thing.facts.get("day", "")
    found: list[Words] = [work.home(thing.home), thing.origin, said_date(said) if said else work.day(thing.at)]
    if thing.support:
        found.append(n_("{count} person behind it", "{count} people behind it", thing.support))
    return [one for one in found if one]


def _became(work: Work, fate: Fate) -> list[Words]:
    groups: list[Words] = [_("in the group “{group}”", group=name) for name in _names(work, fate.groups)]
    decisions = [_("led to the decision “{decision}”", decision=name) for name in _names(work, fate.decisions)]
    commitments = [_("led to the commitment “{commitment}”", commitment=name) for name in _names(work, fate.commitments)]
    more = len(commitments) - SHOWN
    rest = [n_("and {count} more", "and {count} more", more)] if more > 0 else []
    return [*groups, *decisions, *commitments[:SHOWN], *rest]


def _names(work: Work, refs: Sequence[str]) -> list[str]:
    """How they are called, each name once: a group that was brought into another workshop is a group there too."""
    return list(dict.fromkeys(map(work.name, refs)))
