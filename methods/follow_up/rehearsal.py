"""What simulated people do in a follow-up: they act only on what their screen offers them."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from workshop.blocks import Json
from workshop.method import Do, Sight

Screen = Mapping[str, Mapping[str, Json]]
NOTES = {
    "en": ("We wait for an answer of the town.", "The money is missing.", "Two people have left."),
    "fr": ("Nous attendons une réponse de la ville.", "Il manque l’argent.", "Deux personnes sont parties."),
    "es": ("Esperamos una respuesta del ayuntamiento.", "Falta el dinero.", "Dos personas se han ido."),
    "nl": ("We wachten op een antwoord van de stad.", "Het geld ontbreekt.", "Twee mensen zijn vertrokken."),
}
LASTING = ("under_way", "stuck", "to_change")
ORDER = ("done", "under_way", "under_way", "stuck", "dropped", "kept", "kept", "to_change", "ended")


def rehearse(sight: Sight) -> Sequence[Do]:
    """Almost everybody says once how they see it; the facilitator notes what most said, and writes a note where it is stuck."""
    if sight.number == 0:
        return _facilitate(sight)
    if "see" not in sight.screen or "said" in sight.screen or sight.number % 7 == 0:
        return ()
    see = sight.screen["see"]
    if see["kind"] == "buttons":
        return (_said(sight, see["items"]),)
    return tuple(_said(sight, card["buttons"]) for card in see["items"].values() if card.get("tone") != "good")


def _said(sight: Sight, buttons: Mapping[str, Any]) -> Do:
    """People see things much alike, but not all: of each thing most say the same, and some differ."""
    ways = [status for status in ORDER if status in buttons]
    common = Random(str(next(iter(buttons.values()))["args"]["thing"])).choice(ways)
    chosen = common if sight.random.random() < 0.6 else sight.random.choice(ways)
    return Do("See", buttons[chosen]["args"])


def _facilitate(sight: Sight) -> Sequence[Do]:
    screen = sight.screen
    if "majority" in screen and "outcome" not in screen:
        return (Do("Record", next(iter(screen["majority"]["items"].values()))["args"]),)
    forms = [block for id, block in screen.items() if id.startswith("write-")]
    if "outcomes" in screen and forms and (not _asked(screen) or "seen" in screen):
        return _written(sight, forms[0])
    if "missing" in screen and not _asked(screen):
        open_ = [card["buttons"] for card in screen["things"]["items"].values() if not card.get("tone")]
        return tuple(Do("Record", _most(sight, buttons)["args"]) for buttons in open_)
    return ()


def _written(sight: Sight, form: Mapping[str, Json]) -> Sequence[Do]:
    """What is not over gets a note and a day; where the phones said nothing clear, the room came to something by talking."""
    fields, noted = form["fields"], "outcome" in sight.screen
    status = fields["status"]["value"] if noted else sight.random.choice(list(fields["status"]["options"]))
    note = sight.random.choice(NOTES.get(sight.language, NOTES["en"]))
    if status not in LASTING:
        return () if noted else (Do("Record", {**form["args"], "status": status}),)
    if fields["note"].get("value"):
        return ()
    return (Do("WriteDown", {**form["args"], "status": status, "note": note, "review_date": sight.day(60)}),)


def _asked(screen: Screen) -> bool:
    return "answered" in screen


def _most(sight: Sight, buttons: Mapping[str, Any]) -> Any:
    """What most said, or else what the room came to by talking."""
    ways = [button for id, button in buttons.items() if id != "note"]
    return next((one for one in ways if one.get("tone") == "good"), None) or sight.random.choice(ways)
