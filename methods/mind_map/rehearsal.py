"""What simulated people do with a map: they sort what they are dealt, some add an idea, and the facilitator tidies up."""

from collections.abc import Mapping, Sequence

from workshop.blocks import Json
from workshop.method import Do, Sight


def rehearse(sight: Sight) -> Sequence[Do]:
    """The facilitator decides on a new grouping, takes what is suggested, and names what was cut."""
    if sight.number:
        return _in_the_room(sight)
    choice, offers = sight.screen.get("preview-choice"), sight.screen.get("offers")
    if choice:
        accept = choice["items"].get("accept") or choice["items"]["dismiss"]
        return (Do(accept["command"], accept.get("args", {})),)
    if offers:
        card = next(iter(offers["items"].values()))
        button = card["buttons"].get("take") or card["buttons"]["leave"]
        return (Do(button["command"], button["args"]),)
    return _tidy(sight.screen.get("board", {}))


def _tidy(board: Mapping[str, Json]) -> Sequence[Do]:
    groups = {id: column for id, column in board.get("items", {}).items() if not column.get("fixed")}
    if not board.get("merge"):
        return ()
    if len(groups) > 8:
        first, second, *_others = sorted(groups, key=lambda id: groups[id].get("total", 0))
        return (Do("Merge", {"group": first, "into": second}),)
    cut = ((id, column["text"].rstrip("…").split()) for id, column in groups.items() if column["text"].endswith("…"))
    return [Do("Rename", {"group": id, "title": " ".join(words[:3])}) for id, words in cut if words][:1]


def _in_the_room(sight: Sight) -> Sequence[Do]:
    """Most sort a card alike; some have an idea that was missing, as long as few did."""
    for id, block in sight.screen.items():
        if id.startswith("card-"):
            options = list(block["items"])
            place = sum(map(ord, sight.screen.get(id.replace("card-", "said-", 1), {}).get("text", ""))) % len(options)
            to = options[place] if sight.random.random() < 0.8 else sight.random.choice(options)
            return (Do(block["command"], {**block["args"], block["argument"]: to}),)
    return _missing(sight) if "late" in sight.screen else ()


def _missing(sight: Sight) -> Sequence[Do]:
    return (Do("Add", {"text": sight.words()[:280]}),) if sight.number % 9 == 1 and "came" not in sight.screen else ()
