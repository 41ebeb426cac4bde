"""Search: everything of the process, or of all processes, by its words, while one types; what is found leads to its place."""

import asyncio
from collections.abc import Callable, Mapping
from typing import Any, Final
from urllib.parse import urlencode

from nicegui import background_tasks
from nicegui.element import Element

from workshop.dossier.lineage import NAMES
from workshop.finding import Finding, Match
from workshop.language import Words, _, n_
from workshop.pages.elements import Keyed, adorn, box
from workshop.pages.elements import Words as Text
from workshop.pages.process.forms import field, tick
from workshop.pages.process.work import Work

Json = Any
TYPED: Final = "(event) => emit(event.target.value)"
TICKED: Final = "(event) => emit(event.target.checked)"
PAUSE_S: Final = 0.15
ORDER: Final = (
    "decision",
    "commitment",
    "question",
    "answer",
    "group",
    "idea",
    "wording",
    "note",
    "proposal",
    "noted",
    "session",
    "process",
)


async def search(work: Work) -> None:
    """Draws it."""
    page = _Search(work)
    await page.look()
    work.draws.append(page.again)


class _Search:
    """The field, and what was found under it by kind; only the last query counts."""

    def __init__(self, work: Work) -> None:
        self._work, self._finding = work, Finding(work.desk.processes)
        self._query, self._everywhere, self._asked = work.query.get("q", ""), False, 0
        self._drawn: object = work.dossier
        say = work.say
        with box("finding", "section"):
            Text("h2", say(_("Search")))
            hint = _("Words, the beginning of a word, or “several words in quotes”. Capitals and accents do not matter.")
            words = field(
                say(_("What are you looking for?")), "q", say(hint), type="search", value=self._query, autocomplete="off", autofocus=True
            )
            everywhere = tick(say(_("In all processes")), "everywhere")
            self._told = Text("p", "", "soft")
            adorn(self._told, role="status")
            self._kinds = Keyed(box("hits"), lambda kind: _kind(work, kind))
        words.on("input", lambda event: self._type(str(event.args or "")), js_handler=TYPED)
        everywhere.on("change", lambda event: self._spread(bool(event.args)), js_handler=TICKED)

    async def _type(self, query: str) -> None:
        self._query = query
        await self.look(PAUSE_S)

    async def _spread(self, everywhere: bool) -> None:
        self._everywhere = everywhere
        await self.look()

    def again(self) -> None:
        """Something changed in the process: it is looked for once more."""
        if self._drawn is not self._work.dossier and self._query:
            self._drawn = self._work.dossier
            background_tasks.create(self.look(), name="search")

    async def look(self, pause: float = 0.0) -> None:
        """Looks for what stands in the field, unless somebody types on."""
        self._asked += 1
        mine = self._asked
        if pause:
            await asyncio.sleep(pause)
        if mine != self._asked:
            return
        found = await self._finding.find(self._query, "" if self._everywhere else self._work.code)
        if mine == self._asked:
            self._draw(found)

    def _draw(self, found: tuple[Match, ...]) -> None:
        say = self._work.say
        nothing = _("Nothing was found. Please try fewer words, or only the beginning of one.")
        self._told.say(say(n_("{count} found", "{count} found", len(found)) if found else nothing) if self._query.strip() else "")
        kinds: dict[str, list[Match]] = {}
        for one in found:
            kinds.setdefault(one.found.kind if one.found.kind in ORDER else "idea", []).append(one)
        self._kinds.draw({kind: {"pos": ORDER.index(kind), "found": matches} for kind, matches in kinds.items()})


def _kind(work: Work, kind: str) -> tuple[Element, Callable[[Mapping[str, Json]], None]]:
    """What was found of one kind, the best first."""
    with box("hits-of", "section") as made:
        title = Text("h3")
        listed = Keyed(box("hit-list", "ul"), lambda _id: _hit(work))

    def draw(item: Mapping[str, Json]) -> None:
        matches: list[Match] = item["found"]
        title.say(work.say(_("{kind} ({count})", kind=NAMES[kind], count=len(matches))))
        listed.draw({f"{one.code} {one.found.ref} {place}": {"pos": place, "one": one} for place, one in enumerate(matches)})

    return made, draw


def _hit(work: Work) -> tuple[Element, Callable[[Mapping[str, Json]], None]]:
    with box("hit", "li") as made:
        words = box("", "a")
        where = Text("p", "", "soft")
    adorn(words, dir="auto")

    def draw(item: Mapping[str, Json]) -> None:
        one: Match = item["one"]
        adorn(words, href=_address(one))
        words.clear()
        with words:
            for piece in one.pieces:
                Text("mark" if piece.hit else "span", piece.text)
        where.say(work.say(_where(work, one)))

    return made, draw


def _address(one: Match) -> str:
    """Where something is: its lineage, the record of its workshop, or the first page of its process."""
    if one.found.kind in ("session", "noted") and one.found.place != "process":
        return f"/record/{one.found.place}"
    if one.found.ref and one.found.kind != "session":
        return f"/process/{one.code}/lineage?{urlencode({'of': one.found.ref})}"
    return f"/process/{one.code}"


def _where(work: Work, one: Match) -> Words:
    day = work.day(one.found.at)
    if one.code != work.code:
        return _("{day}, in another process ({code})", day=day, code=one.code)
    home = work.home(one.found.place)
    return _("{day}, in “{workshop}”", day=day, workshop=home) if home and one.found.kind != "session" else day
