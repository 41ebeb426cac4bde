"""What simulated people do in a World Café: they act only on what their screen offers them."""

from collections.abc import Mapping, Sequence

from workshop.blocks import Json
from workshop.method import Do, Sight

NOTES = 4  # as many as a table writes in a round
KEPT = 2  # of which the host carries on so many
HEARD = 5


def rehearse(sight: Sight) -> Sequence[Do]:
    """Some would like to host, everybody writes at their table, hosts mark what goes on; some say what they hear in the harvest."""
    if not sight.number:
        return ()
    screen = sight.screen
    if "belong" in screen and not screen["belong"].get("chosen"):
        return [Do("Belong", {"value": sight.random.choice(list(screen["belong"]["items"]))})]
    if "host" in screen.get("volunteer", {}).get("items", {}) and sight.number % 5 == 1:
        return [Do("Volunteer", {"on": True})]
    if "sit" in screen:
        return [Do("Sit")]
    if "take-over" in screen.get("no-host", {}).get("items", {}) and sight.number % 3 == 0:
        return [Do("TakeOver")]
    if "write" in screen:
        return _at_table(sight)
    if "spot" in screen and sight.number % 7 == 3 and len(screen.get("patterns", {}).get("items", {})) < HEARD and not _known(screen):
        return [Do("Spot", {"text": sight.words()[:280]})]
    return ()


def _at_table(sight: Sight) -> Sequence[Do]:
    form, notes = sight.screen["write"], sight.screen["notes"].get("items", {})
    own = [one for one in notes.values() if "withdraw" in one.get("buttons", {})]
    if len(notes) < NOTES and len(own) < max(1, sight.share):
        return [Do("Write", {**form.get("args", {}), "text": sight.words()[:280]})]
    carried = [one for one in notes.values() if "leave" in one.get("buttons", {})]
    waiting = [one for one in notes.values() if "carry" in one.get("buttons", {})]
    if len(carried) >= KEPT or not waiting:
        return ()
    press: Mapping[str, Json] = sight.random.choice(waiting)["buttons"]["carry"]
    return [Do(press["command"], press["args"])]


def _known(screen: Mapping[str, Mapping[str, Json]]) -> bool:
    """Whether this table's pattern was said already: one a table is enough."""
    return len(screen.get("patterns", {}).get("items", {})) > 2
