"""What one can do with a screen: fill in its forms, choose, give dots, press, move cards. And what nobody should do."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from random import Random
from typing import Any, Final, Literal, get_args, get_origin, get_type_hints

from workshop.blocks import Json
from workshop.messages import picture_id
from workshop.method import Do, Method
from workshop.testing.screens import Screen

WORDS: Final = (
    "Shade",
    "Benches, with backs",
    "Fewer cars?",
    "*Bold* <b>words</b>",
    "{places} and %s",
    "Été à l’école",
    "=1+1",
    "x",
)
PICTURES: Final = tuple(picture_id("K7MQ4X", str(number), 1600, 1200) for number in range(3))
DATES: Final = ("2035-03-31", "2036-10-01", "2035-03-31", "soon")


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that a screen offers. Offers of one `like` differ only in what is chosen, not in how much or how often."""

    command: str
    args: Mapping[str, Json]
    like: str = ""
    free: bool = False


def offers(screen: Screen, chance: Random) -> list[Offer]:
    """Everything that the screen offers, with something filled in."""
    found: list[Offer] = []
    for id, block in screen.items():
        maker = MAKERS.get(str(block["kind"]))
        if maker is not None:
            found += maker(id, block, chance)
        found += _buttons(id, block)
    return found


def _form(id: str, block: Mapping[str, Json], chance: Random) -> Iterable[Offer]:
    filled = {name: _filled(one, chance) for name, one in block.get("fields", {}).items() if _asked(one, chance)}
    yield Offer(block["command"], {**block.get("args", {}), **filled}, free=True)


def _asked(one: Mapping[str, Json], chance: Random) -> bool:
    """Whether a field goes along: an optional picture that nobody took is left out."""
    return bool(one.get("input") != "picture" or one.get("required") or chance.random() < 0.5)


def _filled(one: Mapping[str, Json], chance: Random) -> Json:
    if not one.get("required") and one.get("input") != "picture" and chance.random() < 0.3:
        return one.get("value", "")
    match one.get("input", "line"):
        case "number":
            return chance.randrange(0, 12)
        case "date":
            return chance.choice(DATES)
        case "picture":
            return chance.choice(PICTURES)
        case "choice":
            return chance.choice(list(one.get("options", {})) or [""])
        case _:
            return chance.choice(WORDS)[: one.get("limit", 280)]


def _choices(id: str, block: Mapping[str, Json], chance: Random) -> Iterable[Offer]:
    options = list(block.get("items", {}))
    most = block.get("most", 1)
    if most == 1:
        return [_chosen(block, one, id) for one in options]
    size = chance.randrange(1, min(most, len(options)) + 1) if options else 0
    return [_chosen(block, chance.sample(options, size), f"{id}/{size}") for _turn in range(4)]


def _chosen(block: Mapping[str, Json], chosen: Json, like: str) -> Offer:
    return Offer(block["command"], {**block.get("args", {}), block["argument"]: chosen}, like)


def _questionnaire(id: str, block: Mapping[str, Json], chance: Random) -> Iterable[Offer]:
    """Each question is answered by itself, twice over."""
    for ask, one in block.get("items", {}).items():
        for _turn in range(2):
            options = list(one.get("options", {})) or [chance.choice(WORDS)[: one.get("limit", 280)]]
            answer = chance.sample(options, chance.randrange(1, len(options) + 1) if one["input"] == "several" else 1)
            yield Offer(block["command"], {"question": ask, "answer": answer}, f"{id}/{ask}")


def _dots(id: str, block: Mapping[str, Json], chance: Random) -> Iterable[Offer]:
    left, most = block.get("left", 0), block.get("most", 0)
    for option, dot in block.get("items", {}).items():
        held = dot.get("dots", 0)
        if block.get("scale"):
            yield Offer(block["command"], {"option": option, "dots": chance.randrange(most + 1)}, f"{id}/{option}")
            yield Offer(block["command"], {"option": option, "dots": chance.randrange(most + 1)}, f"{id}/{option}")
            continue
        if left and held < most:
            yield Offer(block["command"], {"option": option, "dots": held + 1}, f"{id}/{held}+")
        if held:
            yield Offer(block["command"], {"option": option, "dots": held - 1}, f"{id}/{held}-")


def _board(id: str, block: Mapping[str, Json], chance: Random) -> Iterable[Offer]:
    columns = list(block.get("items", {}))
    cards = [card for column in block.get("items", {}).values() for card in column.get("items", {})]
    if block.get("move") and cards:
        yield Offer(block["move"], {"card": chance.choice(cards), "to": chance.choice([*columns, ""])}, free=True)
    if block.get("rename") and columns:
        yield Offer(block["rename"], {"group": chance.choice(columns), "title": chance.choice(WORDS)}, free=True)
    if block.get("merge") and len(columns) > 1:
        group, into = chance.sample(columns, 2)
        yield Offer(block["merge"], {"group": group, "into": into}, free=True)
    for column in block.get("items", {}).values():
        for id, thing in column.get("items", {}).items():
            yield from _deeds(block, "card", id, thing, {"card": cards, "column": columns}, chance)
    for id, column in block.get("items", {}).items():
        yield from _deeds(block, "group", id, column, {"card": cards, "column": columns}, chance)


def _deeds(
    block: Mapping[str, Json], name: str, id: str, thing: Mapping[str, Json], others: Mapping[str, Sequence[str]], chance: Random
) -> Iterable[Offer]:
    """What the menu of a card or a column offers, with one of the others where it takes one."""
    for deed in (block.get("deeds", {}).get(one) for one in thing.get("menu", ())):
        if deed:
            chosen = {deed["argument"]: chance.choice(others[deed["choose"]])} if deed.get("choose") else {}
            word = {"word": chance.choice(WORDS)} if deed.get("asks") else {}
            yield Offer(deed["command"], {name: id, **chosen, **word}, free=True)


def _round(id: str, block: Mapping[str, Json], chance: Random) -> Iterable[Offer]:
    """Those who wait change places."""
    waiting = [person for person, turn in block.get("items", {}).items() if turn.get("state", "waiting") in ("next", "waiting")]
    if block.get("move") and len(waiting) > 1:
        person, before = chance.sample([*waiting, ""] if chance.random() < 0.3 else waiting, 2)
        yield Offer(block["move"], {"person": person or before, "before": before if person else ""}, free=True)


def _buttons(path: str, thing: Json) -> Iterable[Offer]:
    """Every button, however deep: those of a row, and those of cards."""
    if not isinstance(thing, Mapping):
        return
    if "command" in thing and "label" in thing and "kind" not in thing:
        if thing.get("why"):
            return
        args = thing.get("args", {})
        yield Offer(thing["command"], args, f"{path.rpartition('/')[0]}/{thing['command']}/{sorted(args)}")
        return
    for key, part in thing.items():
        if key not in ("args", "deeds"):
            yield from _buttons(f"{path}/{key}", part)


MAKERS: Final[Mapping[str, Callable[[str, Mapping[str, Json], Random], Iterable[Offer]]]] = {
    "form": _form,
    "choices": _choices,
    "dots": _dots,
    "questionnaire": _questionnaire,
    "board": _board,
    "round": _round,
}


def garbage(method: Method, screen: Screen, chance: Random) -> Do:
    """Some command with arguments that make little sense: of the right type as a rule, sometimes of none."""
    cls = chance.choice(list(method.commands))
    hints = get_type_hints(cls)
    ids = [*screen, *(id for block in screen.values() for id in (block.get("items") or ())), "none", ""]
    args = {one.name: _any(hints[one.name], ids, chance) for one in fields(cls) if chance.random() < 0.97}
    return Do(cls.__name__, args)


def _any(hint: Any, ids: Sequence[str], chance: Random) -> Json:
    if chance.random() < 0.05:
        return chance.choice([None, 7, -1, True, [], {}, ["x", 3], "x" * 5000, 1e308, "\u202e"])
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Literal:
        return chance.choice(inner)
    if hint is bool:
        return chance.random() < 0.5
    if hint in (int, float):
        return chance.choice([0, 1, 2, 3, 9, -1, 10**6])
    if hint is str:
        return chance.choice([*ids, *WORDS, *DATES])
    if origin in (tuple, list, frozenset, set):
        return [_any(inner[0] if inner else str, ids, chance) for _place in range(chance.randrange(4))]
    if inner:
        return _any(chance.choice(inner), ids, chance)
    return chance.choice([*ids, *WORDS])
