"""What simulated people do in a brainstorm: they act only on what their screen offers them."""

from collections.abc import Mapping, Sequence

from workshop.blocks import Json
from workshop.method import Do, Sight

MOST = 3


def rehearse(sight: Sight) -> Sequence[Do]:
    """Everybody writes their share of ideas; then most support a few of the others', and look at some more where there are many."""
    if not sight.number:
        return ()
    own = sight.screen.get("own", {})
    if "add" in sight.screen and own.get("total", 0) < sight.share:
        return (Do("Add", {"text": sight.words()[:280]}),)
    if "turn" in sight.screen:
        return _from_a_hand(sight)
    cards = sight.screen.get("ideas", {}).get("items", {})
    others = [id for id, card in cards.items() if id not in own.get("items", {}) and "buttons" in card]
    if "support" not in sight.screen or any(card.get("count") for card in cards.values()):
        return ()
    return _supported(sight, others)


def _from_a_hand(sight: Sight) -> Sequence[Do]:
    """Some of each hand, and then the next hand: some people turn once, some twice, some never."""
    cards = sight.screen["hand"]["items"]
    if not any("back" in card.get("buttons", {}) for card in cards.values()):
        deeds = _supported(sight, [id for id, card in cards.items() if "support" in card.get("buttons", {})])
        if deeds:
            return deeds
    turn: Mapping[str, Json] = sight.screen["turn"]["items"]["turn"]
    return (Do(turn["command"], turn["args"]),) if turn["args"]["page"] <= sight.number % 3 else ()


def _supported(sight: Sight, ids: Sequence[str]) -> Sequence[Do]:
    if sight.number % 5 == 0:
        return ()
    return tuple(Do("Support", {"idea": id}) for id in sight.random.sample(ids, min(MOST, len(ids))))
