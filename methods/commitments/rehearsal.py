"""What simulated people do in a pact: they act only on what their screen offers them."""

from collections.abc import Mapping, Sequence

from workshop.blocks import Json
from workshop.method import Do, Sight

DAYS = (90, 180, 0, 270)
NAMES = ("Rosa Villar", "Tom Bakker", "", "Ama Owusu", "Inès Karim")
SEEN = {
    "en": ("There is a photo before and after.", "We count once a month.", ""),
    "fr": ("Il y a une photo avant et après.", "Nous comptons une fois par mois.", ""),
    "es": ("Hay una foto de antes y de después.", "Contamos una vez al mes.", ""),
    "nl": ("Er is een foto van voor en na.", "We tellen één keer per maand.", ""),
}
BODIES = {
    "en": ("The roads office", "The youth centre"),
    "fr": ("Le service de la voirie", "La maison des jeunes"),
    "es": ("El servicio de vías públicas", "El centro juvenil"),
    "nl": ("De dienst wegen", "Het jeugdhuis"),
}


def rehearse(sight: Sight) -> Sequence[Do]:
    """Some write what they do, one confirms what was noted for a body, some help; the facilitator notes what two bodies promise."""
    screen, number = sight.screen, sight.number
    if number == 0:
        return _facilitate(sight)
    if "commit" in screen and number % 3 == 1 and "own" not in screen:
        return (Do("Commit", {**_written(sight, screen["commit"]), "who": NAMES[number // 3 % len(NAMES)]}),)
    cards: Mapping[str, Json] = screen.get("pact", {}).get("items", {})
    to_confirm = [one["buttons"]["confirm"] for one in cards.values() if "confirm" in one.get("buttons", {})]
    if to_confirm and number <= 2 and "own" not in screen:
        return (Do("Confirm", to_confirm[0]["args"]),)
    mine = {*screen.get("own", {}).get("items", {}), *screen.get("helped", {}).get("items", {})}
    others = [one["buttons"]["help"] for id, one in cards.items() if id not in mine and "help" in one.get("buttons", {})]
    if others and number % 4 and "helped" not in screen:
        return (Do("Help", sight.random.choice(others)["args"]),)
    return ()


def _facilitate(sight: Sight) -> Sequence[Do]:
    cards: Mapping[str, Json] = sight.screen.get("pact", {}).get("items", {})
    bodies = BODIES.get(sight.language, BODIES["en"])
    noted = [body for body in bodies if any(str(one.get("above", "")).startswith(body) for one in cards.values())]
    missing = [body for body in bodies if body not in noted]
    if "note" in sight.screen and missing:
        return (Do("Note", {**_written(sight, sight.screen["note"]), "who": missing[0], "side": "institution"}),)
    aloud = [one["buttons"]["aloud"] for one in cards.values() if "aloud" in one.get("buttons", {})]
    return (Do("ConfirmAloud", aloud[0]["args"]),) if aloud and sight.random.random() < 0.5 else ()


def _written(sight: Sight, form: Mapping[str, Json]) -> dict[str, str]:
    origins = [id for id in form["fields"].get("origin", {}).get("options", {}) if id != "none"]
    days = DAYS[sight.number % len(DAYS)]
    return {
        "text": sight.words()[:280],
        "due": sight.day(days) if days else "",
        "seen": sight.random.choice(SEEN.get(sight.language, SEEN["en"])),
        **({"origin": sight.random.choice(origins)} if origins else {}),
    }
