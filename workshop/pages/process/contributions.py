"""Everything that people wrote in a process, with what became of each; several are answered at once."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from nicegui.element import Element

from workshop.language import _, n_
from workshop.pages.elements import Keyed, Words, adorn, box, button, link
from workshop.pages.process.answering import ANSWER, Answering
from workshop.pages.process.contribution import ContributionRow
from workshop.pages.process.finding import FATES, PAGE, Finder, Wanted
from workshop.pages.process.forms import Choice, field
from workshop.pages.process.incoming import incoming
from workshop.pages.process.work import Work, short
from workshop.process.vocabulary import OWN

Json = Any
CHOSEN: Final = "(event) => emit(event.target.value)"
PAUSE_S: Final = 0.3


async def contributions(work: Work) -> None:
    """Draws them."""
    with box("two contributions-page"):
        with box("", "section"):
            Words("h2", work.say(_("Contributions")))
            listing = Listing(work)
        with box("answer-side", "section"):
            answering = Answering(work, listing.clear)
            incoming(work)
    listing.chosen = answering.choose
    work.draws.append(answering.draw)


class Listing:
    """One page of the contributions that are wanted, and which of them are ticked; `chosen` hears of every change of these."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self.chosen: Callable[[tuple[str, ...]], None] = lambda refs: None
        self._finder = Finder(work.dossier)
        self._wanted = Wanted(fate=work.query.get("fate", ""), group=work.query.get("group", ""), words=work.query.get("words", ""))
        self._page = 0
        self._refs: list[str] = []
        self._ticked: dict[str, None] = {}
        self._filters()
        self._tools()
        self._none = Words("p", "", "soft empty")
        self._rows = Keyed(box("contributions", "ul"), self._row)
        with box("row pages") as self._pages:
            self._back = button(work.say(_("Back")), lambda: self._turn(-1), "small")
            self._where = Words("span", "", "soft")
            self._on = button(work.say(_("Further")), lambda: self._turn(1), "small")
        self._to_answer = link("", f"#{ANSWER}", "button go to-answer")
        work.draws.append(self.draw)

    def draw(self) -> None:
        """Draws the filters, and the page of what is wanted."""
        work, say = self.work, self.work.say
        if self._finder.dossier is not work.dossier:
            self._finder = Finder(work.dossier)
        finder, dossier = self._finder, work.dossier
        self._fate.draw({"": say(_("Any")), **{fate: f"{say(FATES[fate])} ({n})" for fate, n in finder.fates().items()}}, self._wanted.fate)
        other = say(_("Paper and files"))
        homes = {home: f"{work.home(home) or other} ({n})" for home, n in sorted(finder.homes().items(), key=_own_last)}
        self._home.draw({"": say(_("Any")), **homes}, self._wanted.home)
        groups = {ref: f"{short(dossier.things[ref].text, 50)} ({n})" for ref, n in finder.groups().items()}
        self._group.draw({"": say(_("Any")), **groups}, self._wanted.group)
        self._group.element.set_visibility(bool(groups))
        self._refs = finder.find(self._wanted)
        self._page = min(self._page, max(0, (len(self._refs) - 1) // PAGE))
        self._draw_page()

    def clear(self) -> None:
        """Nothing is ticked any more."""
        self._ticked.clear()
        self._draw_page()
        self.chosen(())

    def _draw_page(self) -> None:
        say, total, first = self.work.say, len(self._refs), self._page * PAGE
        shown = self._refs[first : first + PAGE]
        self._rows.draw({ref: {"pos": place, "ticked": ref in self._ticked} for place, ref in enumerate(shown)})
        everything = len(self.work.dossier.fates)
        none = (
            _("Nothing fits. Choose something else above.")
            if everything
            else _("Nobody wrote anything yet. What people write in the workshops comes here, and what you add from paper or a file.")
        )
        self._none.say("" if total else say(none))
        self._count.say(say(n_("{count} contribution", "{count} contributions", total)) if total else "")
        self._all.set_visibility(bool(shown))
        self._whole.set_visibility(bool(self._wanted.group) and bool(total))
        ticked = len(self._ticked)
        self._ticked_count.say(say(n_("{count} ticked", "{count} ticked", ticked)) if ticked else "")
        self._untick.set_visibility(ticked > 0)
        self._to_answer.say(say(n_("Answer {count} contribution", "Answer {count} contributions", ticked)) if ticked else "")
        self._pages.set_visibility(total > PAGE)
        self._where.say(say(_("{first} to {last} of {total}", first=first + 1, last=first + len(shown), total=total)) if shown else "")
        self._back.props["disabled"] = self._page == 0
        self._on.props["disabled"] = first + PAGE >= total

    def _filters(self) -> None:
        say = self.work.say
        with box("filters") as filters:
            self._fate = Choice(say(_("What became of it")), "fate")
            self._home = Choice(say(_("From")), "home")
            self._group = Choice(say(_("Group")), "group")
            words = field(say(_("Words in it")), "words", type="search", maxlength=200, defaultValue=self._wanted.words, dir="auto")
        adorn(filters, role="search")
        for name, one in (("fate", self._fate), ("home", self._home), ("group", self._group)):
            one.select.on("change", lambda event, name=name: self._want(**{name: str(event.args)}), js_handler=CHOSEN)
        words.on("input", lambda event: self._want(words=str(event.args)), js_handler=CHOSEN, throttle=PAUSE_S, leading_events=False)

    def _tools(self) -> None:
        say = self.work.say
        with box("row tools"):
            self._count = Words("b")
            self._all = button(say(_("Tick all on this page")), self._tick_all, "small quiet")
            self._whole = button(say(_("Answer the whole group")), lambda: self.chosen((self._wanted.group,)), "small")
            self._ticked_count = Words("span", "", "pill now")
            self._untick = button(say(_("Untick all")), self.clear, "small quiet")

    def _want(self, **changes: str) -> None:
        self._wanted = replace(self._wanted, **changes)
        self._page = 0
        self.draw()

    def _turn(self, by: int) -> None:
        self._page = max(0, self._page + by)
        self._draw_page()

    def _tick(self, ref: str, on: bool) -> None:
        if on:
            self._ticked[ref] = None
        else:
            self._ticked.pop(ref, None)
        self._draw_page()
        self.chosen(tuple(self._ticked))

    def _tick_all(self) -> None:
        self._ticked |= dict.fromkeys(self._refs[self._page * PAGE : (self._page + 1) * PAGE])
        self._draw_page()
        self.chosen(tuple(self._ticked))

    def _row(self, ref: str) -> tuple[Element, Callable[[Mapping[str, Json]], None]]:
        row = ContributionRow(self.work, ref, self._tick, lambda refs: self.chosen(refs))
        return row.element, lambda item: row.draw(item["ticked"])


def _own_last(one: tuple[str, int]) -> bool:
    return one[0] == OWN
