"""Lineage: from a decision or a commitment back to the words of people, and from any words forward; said, drawn, and as a list."""

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode

from nicegui.element import Element

from workshop.dossier.lineage import MORE, NAMES, Drawing, Node, drawing
from workshop.dossier.lineage_svg import label_of
from workshop.dossier.things import Thing
from workshop.dossier.told import became
from workshop.language import Words, _, n_
from workshop.pages.elements import Keyed, adorn, box, link, toned
from workshop.pages.elements import Words as Text
from workshop.pages.process.work import Work, short

Json = Any
Draw = Callable[[Mapping[str, Json]], None]


async def lineage(work: Work) -> None:
    """Draws that of the thing in the address; without one, what there is to choose from."""
    ref = work.query.get("of", "")
    if ref in work.dossier.things:
        _one(work, ref)
    else:
        _choice(work)


def _choice(work: Work) -> None:
    with box("", "section"):
        Text("h2", work.say(_("Lineage")))
        Text("p", work.say(_("Where a decision or a commitment comes from, and what came of what people wrote. Choose one:")), "soft")
        none = Text(
            "p", work.say(_("Nothing was decided or promised yet. Contributions have a link to what became of them.")), "soft empty"
        )
        listed = Keyed(box("lineage-list", "ul"), lambda ref: _entry(work, ref))

    def draw() -> None:
        found = [one.thing for one in (*work.dossier.decisions, *work.dossier.commitments)]
        listed.draw({one.ref: {"pos": place, "text": one.text, "label": NAMES[one.kind]} for place, one in enumerate(found)})
        none.set_visibility(not found)

    work.draws.append(draw)


def _one(work: Work, ref: str) -> None:
    say = work.say
    with box("lineage-of", "section"):
        kind, text = Text("p", "", "soft"), Text("h2")
        where, told = Text("p", "", "soft"), Keyed(box("fates", "ul"), lambda _id: _line())
        drawn = box("lineage-drawing")
        with drawn:
            canvas = box("canvas")
            with canvas:
                curves = Keyed(box("curves", "svg"), lambda _id: _path())
                nodes = Keyed(box("nodes"), lambda one: _card(work, one, one == ref))
        Text("h3", say(_("The same as a list")))
        listed = Keyed(box("lineage-list", "ul"), lambda one: _entry(work, one))
    adorn(text, dir="auto")
    adorn(drawn, tabindex="0", role="region", aria_label=say(_("Where it comes from and what came of it, as a drawing")))

    def draw() -> None:
        dossier = work.dossier
        thing = dossier.things.get(ref)
        if thing is None:
            return
        found = drawing(dossier, ref)
        kind.say(say(NAMES.get(thing.kind, NAMES["idea"])))
        text.say(thing.text)
        where.say(say(_behind(work, thing)))
        lines = [" ".join(map(say, one.said)) for one in became([dossier], ref)]
        told.draw({f"{place}": {"pos": place, "text": line} for place, line in enumerate(lines)})
        canvas.style(f"width: {found.width}px; height: {found.height}px")
        adorn(curves._into, viewBox=f"0 0 {found.width} {found.height}", aria_hidden="true")
        curves.draw({f"{one} {other}": {"pos": place, "path": path} for place, (one, other, path) in enumerate(found.curves())})
        nodes.draw(_items(work, found))
        listed.draw({key: item for key, item in _items(work, found).items() if key != ref})

    work.draws.append(draw)


def _behind(work: Work, thing: Thing) -> Words:
    """When and where it came, and from how many contributions."""
    day, home = work.day(thing.at), work.home(thing.home) or thing.origin
    where: Words = _("{day}, in “{workshop}”", day=day, workshop=home) if home else day
    words = [one for one in work.dossier.words_behind(thing.ref) if one.ref != thing.ref]
    if not words:
        return where
    return _(
        "{where}. {behind}",
        where=where,
        behind=n_("It comes from {count} contribution.", "It comes from {count} contributions.", len(words)),
    )


def _items(work: Work, found: Drawing) -> dict[str, Mapping[str, Json]]:
    return {
        node.ref: {"pos": place, "node": node, "text": _words(work, node), "label": label_of(work.dossier, node)}
        for place, node in enumerate(found.nodes)
    }


def _words(work: Work, node: Node) -> str:
    return "" if node.ref == MORE else work.dossier.things[node.ref].text


def _address(work: Work, ref: str) -> str:
    return work.address("contributions") if ref == MORE else f"/process/{work.code}/lineage?{urlencode({'of': ref})}"


def _card(work: Work, ref: str, focus: bool) -> tuple[Element, Draw]:
    with box("node", "a") as made:
        label, text = Text("span", "", "label"), Text("span", "", "words")
    adorn(made, href=_address(work, ref), tabindex="-1", aria_hidden="true")  # the list under it says the same
    adorn(text, dir="auto")

    def draw(item: Mapping[str, Json]) -> None:
        node: Node = item["node"]
        made.style(f"left: {node.x}px; top: {node.y}px; height: {node.height}px")
        toned(made, "focus" if focus else node.kind, ("focus", *NAMES, MORE))
        label.say(work.say(item["label"]) if node.label else "")
        text.say(item["text"])

    return made, draw


def _entry(work: Work, ref: str) -> tuple[Element, Draw]:
    with box("", "li") as made:
        label, text = Text("span", "", "soft"), link("", _address(work, ref), "")
    adorn(text, dir="auto")

    def draw(item: Mapping[str, Json]) -> None:
        label.say(work.say(item["label"]))
        text.say(short(item["text"], 160))

    return made, draw


def _path() -> tuple[Element, Draw]:
    made = box("", "path")
    return made, lambda item: adorn(made, d=item["path"])


def _line() -> tuple[Element, Draw]:
    made = Text("li")
    adorn(made, dir="auto")
    return made, lambda item: made.say(item["text"])
