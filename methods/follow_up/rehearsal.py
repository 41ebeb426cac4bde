"""What simulated people do in a follow-up: they act only on what their screen offers them."""

from collections.abc import Mapping, Sequence
from typing import Any

from workshop.blocks import Json
from workshop.method import Do, Sight

Screen = Mapping[str, Mapping[str, Json]]
NOTES = {
    "en": ("We wait for an answer of the town.", "The money is missing.", "It helps, people say so."),
    "fr": ("Nous attendons une réponse de la ville.", "Il manque l’argent.", "Cela aide, les gens le disent."),
    "es": ("Esperamos una respuesta del ayuntamiento.", "Falta el dinero.", "Ayuda, la gente lo dice."),
    "nl": ("We wachten op een antwoord van de stad.", "Het geld ontbreekt.", "Het helpt, zeggen de mensen."),
}
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
    return tuple(_said(sight, card["buttons"]) for card in see["items"].values() if not card.get("detail"))


def _said(sight: Sight, buttons: Mapping[str, Any]) -> Do:
    """People see things much alike, but not all: what the text says most of them about, with some who differ."""
    ways = [status for status in ORDER if status in buttons]
    common = len(str(next(iter(buttons.values()))["args"]["thing"])) % len(ways)
    chosen = ways[common] if sight.random.random() < 0.6 else sight.random.choice(ways)
    return Do("See", buttons[chosen]["args"])


def _facilitate(sight: Sight) -> Sequence[Do]:
    screen = sight.screen
    if "majority" in screen and "outcome" not in screen:
        return (Do("Record", next(iter(screen["majority"]["items"].values()))["args"]),)
    forms = [block for id, block in screen.items() if id.startswith("write-")]
    if "outcomes" in screen and forms and (not _asked(screen) or "seen" in screen):
        fields = forms[0]["fields"]
        if not fields["note"].get("value"):
            note = sight.random.choice(NOTES.get(sight.language, NOTES["en"]))
            status = fields["status"]["value"] if "outcome" in screen else sight.random.choice(list(fields["status"]["options"]))
            day = sight.day(60) if status in ("under_way", "stuck", "to_change") else ""
            return (Do("WriteDown", {**forms[0]["args"], "status": status, "note": note, "review_date": day}),)
    if "missing" in screen and not _asked(screen):
        open_ = [card["buttons"] for card in screen["things"]["items"].values() if not card.get("tone")]
        return tuple(Do("Record", sight.random.choice(_ways(buttons))["args"]) for buttons in open_)
    return ()


def _asked(screen: Screen) -> bool:
    return "answered" in screen


def _ways(buttons: Mapping[str, Any]) -> list[Any]:
    return [button for id, button in buttons.items() if id != "note"]
