"""What simulated people do in a 1-2-4-All: they act only on what their screen offers them."""

from collections.abc import Sequence

from workshop.method import Do, Sight

LIKED = 3


def rehearse(sight: Sight) -> Sequence[Do]:
    """Everybody writes something alone; in a group the first ones mark, some groups say it anew; then ideas are supported."""
    if not sight.number:
        return ()
    screen = sight.screen
    notes = screen.get("notes", {}).get("items", {})
    if "ideas" in screen:
        return _support(sight)
    if "write" in screen and "place" not in screen:
        own = len(notes)
        return [Do("Write", {"stage": "alone", "text": sight.words()[:280]})] if own < min(2, max(1, sight.share)) else ()
    if "place" in screen and not any("leave" in card.get("buttons", {}) for card in notes.values()):
        waiting = [card["buttons"]["carry"] for card in notes.values() if "carry" in card.get("buttons", {})]
        if waiting and sight.number % 4:
            press = sight.random.choice(waiting)
            return [Do(press["command"], press["args"])]
        return [Do("Write", {**screen["write"]["args"], "text": sight.words()[:280]})]
    return ()


def _support(sight: Sight) -> Sequence[Do]:
    cards = sight.screen["ideas"].get("items", {})
    pressed = [card for card in cards.values() if "back" in card.get("buttons", {})]
    waiting = [card["buttons"]["support"] for card in cards.values() if "support" in card.get("buttons", {})]
    if pressed or sight.number % 5 == 0:
        return ()
    chosen = sight.random.sample(waiting, min(LIKED, len(waiting)))
    return [Do(press["command"], press["args"]) for press in chosen]
