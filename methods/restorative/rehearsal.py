"""What simulated people do in a restorative circle."""

from collections.abc import Sequence

from workshop import circle
from workshop.method import Do, Sight


def rehearse(sight: Sight) -> Sequence[Do]:
    """They say yes, prepare, speak and are heard; one proposes an action, and all agree."""
    screen = sight.screen
    if not sight.number:
        return ()
    if "agree" in screen:
        return (Do("Agree"),) if sight.number <= 6 else ()
    if "ready" in screen and "ready" in screen["ready"].get("items", {}):
        note = screen["prepare"]["fields"]["text"].get("value", "")
        return (Do("BeReady"),) if note else (Do("Prepare", {"text": sight.words()[:280]}),)
    if "talk" in screen:
        ways = screen["talk"]["items"]
        return (Do("Heard" if "heard" in ways else "Reflect"),)
    if "open" in screen:
        waiting = [card["buttons"]["yes"] for card in screen["open"]["items"].values() if "yes" in card.get("buttons", {})]
        if waiting:
            return (Do(waiting[0]["command"], waiting[0]["args"]),)
    if "action" in screen and sight.number == 2 and "open" not in screen and "agreed" not in screen:
        return (Do("Propose", {"kind": "action", "text": sight.words()[:280], "who": "1", "due": sight.day(90)}),)
    return circle.rehearse(sight)
