"""A survey: its questions as people have them on their phones, and what the answers on scales come to, as a radar and as bars."""

from collections.abc import Mapping
from typing import Any

from nicegui.element import Element

from workshop.blocks.radar import LEAST, RADIUS, decimal, outline, point
from workshop.pages.elements import Keyed, Words, adorn, box, toned
from workshop.pages.widgets.hands import Draw, Hands, ordered

Json = Any
Items = Mapping[str, Mapping[str, Json]]
SIDES = ("at-top", "at-right", "at-bottom", "at-left")
MIDDLE = 0.12  # so near to the middle a name stands above or below its spoke


def questionnaire(hands: Hands) -> Draw:
    """The questions with what can be answered; they are answered on phones."""
    label = hands.heading("h3")
    keyed = Keyed(box("cards list"), _ask)

    def draw(block: Mapping[str, Json]) -> None:
        label.say(block.get("label", ""))
        keyed.draw(block.get("items", {}))

    return draw


def _ask(id: str) -> tuple[Element, Draw]:
    with box("card") as made:
        text, detail, options = Words("p", "", "card-text"), Words("p", "", "soft"), Words("p", "", "soft")
    text.props["dir"] = detail.props["dir"] = options.props["dir"] = "auto"

    def draw(item: Mapping[str, Json]) -> None:
        known = [(one, option) for one, option in ordered(item.get("options", {}))]
        given = [option["text"] for one, option in known if one in item.get("given", ())] or item.get("given", ())
        text.say(item["text"])
        detail.say(" · ".join([*([item["detail"]] if item.get("detail") else []), *given]))
        options.say(" / ".join(f"{one['text']} ({one['detail']})" if one.get("detail") else one["text"] for _id, one in known))

    return made, draw


def radar(hands: Hands) -> Draw:
    """The means as outlines around a centre, and beside it as bars with how many gave each number."""
    label = hands.heading("h3")
    with box("profile") as profile:
        with box("radar-drawing") as drawing:
            with box("disc", "svg") as disc:
                rings, before, now = Keyed(box("", "g"), _line), box("earlier", "path"), box("present", "path")
            names = Keyed(box("spoke-names"), _name)
        with box("scores"):
            with box("keys", "p"):
                present, earlier = Words("span", "", "key-present"), Words("span", "", "key-earlier")
            bars = Keyed(box("bars"), lambda id: _score(hands, id))
    adorn(drawing, aria_hidden="true")
    adorn(disc, viewBox="-101 -101 202 202")

    def draw(block: Mapping[str, Json]) -> None:
        items, most = block.get("items", {}), block.get("most", 5)
        spokes = [one for _id, one in ordered(items)]
        label.say(block.get("label", ""))
        present.say(block.get("now", "") if block.get("before") else "")
        earlier.say(block.get("before", ""))
        toned(profile, "" if len(spokes) >= LEAST else "bars-only", ("bars-only",))
        rings.draw(_rings(len(spokes), most))
        adorn(now, d=outline([one.get("mean", 0) / most / 100 for one in spokes]))
        adorn(before, d=outline([one.get("earlier", 0) / most / 100 for one in spokes]))
        names.draw(_names(items))
        bars.draw({id: {**one, "most": most} for id, one in items.items()})

    return draw


def _rings(of: int, most: int) -> dict[str, Json]:
    """A line for each number of the scale, and one for each spoke."""
    if of < LEAST:
        return {}
    circles = {f"ring-{step}": {"pos": step, "d": outline([step / most] * of)} for step in range(1, most + 1)}
    ends = (point(place, of, 1) for place in range(of))
    return circles | {f"spoke-{place}": {"pos": most + 1 + place, "d": f"M0 0L{x:g} {y:g}"} for place, (x, y) in enumerate(ends)}


def _names(items: Items) -> dict[str, Json]:
    """What stands at the end of each spoke: its name, or else its number."""
    found = {}
    for place, (id, item) in enumerate(ordered(items)):
        x, y = (part / RADIUS for part in point(place, len(items), 1))
        beside = "at-right" if x > 0 else "at-left"
        side = beside if abs(x) > MIDDLE else "at-top" if y < 0 else "at-bottom"
        found[id] = {"pos": place, "style": f"--x: {x:.3f}; --y: {y:.3f}", "side": side, "text": item.get("name") or str(place + 1)}
    return found if len(items) >= LEAST else {}


def _line(id: str) -> tuple[Element, Draw]:
    path = box("grid", "path")
    return path, lambda item: adorn(path, d=item["d"])


def _name(id: str) -> tuple[Element, Draw]:
    made = Words("span", "", "spoke-name")
    made.props["dir"] = "auto"

    def draw(item: Mapping[str, Json]) -> None:
        made.say(item["text"])
        made.style(item["style"])
        toned(made, item["side"], SIDES)

    return made, draw


def _score(hands: Hands, id: str) -> tuple[Element, Draw]:
    """One bar; its thin companion below is the earlier mean."""
    language = hands.say.language
    with box("bar score") as made:
        with box("bar-text"):
            name, text = Words("b"), Words("span")
        with box("tracks"):
            with box("track"):
                fill = box("fill")
            with box("track thin") as companion:
                past = box("fill")
            strip, detail = Words("p", "", "soft counts"), Words("p", "", "soft")
        with box("means"):
            mean, old = Words("b"), Words("span", "", "soft")
    name.props["dir"] = text.props["dir"] = "auto"

    def draw(item: Mapping[str, Json]) -> None:
        most, earlier = item["most"], item.get("earlier", 0)
        name.say(item.get("name", ""))
        text.say(item["text"])
        mean.say(decimal(item["mean"], language) if item.get("mean") else "–")
        old.say(decimal(earlier, language) if earlier else "")
        fill.style(f"width: {item.get('mean', 0) / most:.1f}%")
        past.style(f"width: {earlier / most:.1f}%")
        companion.set_visibility(bool(earlier))
        strip.say("  ".join(f"{number}: {count}" for number, count in enumerate(item.get("spread", ()), start=1)))
        detail.say(item.get("detail", ""))

    return made, draw
