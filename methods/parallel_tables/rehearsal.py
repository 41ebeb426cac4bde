"""What simulated people do at parallel tables: they act only on what their screen offers them."""

from collections.abc import Sequence

from workshop.method import Do, Sight

NOTES = 5  # as many as a table writes
KEPT = 2  # of which so many are carried on


def rehearse(sight: Sight) -> Sequence[Do]:
    """People choose a table where they can, one speaks for it, everybody writes, some notes are marked."""
    screen = sight.screen
    if not sight.number:
        return ()
    if "belong" in screen and not screen["belong"].get("chosen"):
        return [Do("Belong", {"value": sight.random.choice(list(screen["belong"]["items"]))})]
    tables = [one["buttons"]["press"] for one in screen.get("tables", {}).get("items", {}).values() if "press" in one.get("buttons", {})]
    if tables and "place" not in screen and sight.number % 6:
        press = sight.random.choice(tables)
        return [Do(press["command"], press["args"])]
    if "speak" in screen and sight.number % 2:
        return [Do("Speak")]
    return _at_table(sight) if "write" in screen else ()


def _at_table(sight: Sight) -> Sequence[Do]:
    form, notes = sight.screen["write"], sight.screen["notes"].get("items", {})
    own = [one for one in notes.values() if "withdraw" in one.get("buttons", {})]
    if len(notes) < NOTES and len(own) < max(1, sight.share):
        return [Do("Write", {**form.get("args", {}), "text": sight.words()[:280]})]
    carried = [one for one in notes.values() if "leave" in one.get("buttons", {})]
    waiting = [one["buttons"]["carry"] for one in notes.values() if "carry" in one.get("buttons", {})]
    if len(carried) >= KEPT or not waiting:
        return ()
    press = sight.random.choice(waiting)
    return [Do(press["command"], press["args"])]
