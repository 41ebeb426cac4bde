"""What simulated people do in a survey: they act only on what their screen offers them."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from workshop.method import Do, Sight

WORDS: Final = {
    "en": ("More time for the tables.", "A shorter beginning.", "Somebody from the works department.", "Nothing, it was good as it was.",
           "Chairs with backs."),
    "fr": ("Plus de temps aux tables.", "Un début plus court.", "Quelqu’un du service des travaux.", "Rien, c’était bien ainsi.",
           "Des chaises avec dossier."),
    "es": ("Más tiempo en las mesas.", "Un comienzo más corto.", "Alguien del servicio de obras.", "Nada, estuvo bien así.",
           "Sillas con respaldo."),
    "nl": ("Meer tijd aan de tafels.", "Een korter begin.", "Iemand van de dienst werken.", "Niets, het was goed zo.",
           "Stoelen met een rugleuning."),
}  # fmt: skip


def rehearse(sight: Sight) -> Sequence[Do]:
    """Most people answer nearly everything, each in a mood of their own; a few write; the facilitator shows what was written."""
    if not sight.number:
        row = sight.screen.get("all", {}).get("items", {})
        return [Do(one["command"], one["args"]) for one in row.values() if one["command"] == "RevealAll"]
    items = sight.screen.get("survey", {}).get("items", {})
    if not items or sight.number % 9 == 0 or any(one.get("given") for one in items.values()):
        return ()
    mood = 2.6 + sight.number * 7 % 5 * 0.4
    answers = ((id, _answer(sight, one, mood, place)) for place, (id, one) in enumerate(items.items()))
    return [Do("Answer", {"question": id, "answer": answer}) for id, answer in answers if answer]


def _answer(sight: Sight, ask: Mapping[str, Any], mood: float, place: int) -> list[str]:
    chance, options = sight.random, list(ask.get("options", {}))
    match ask["input"]:
        case "words":
            return [chance.choice(WORDS.get(sight.language, WORDS["en"]))] if sight.number % 3 == 1 else []
        case "scale":
            if "none" in options and chance.random() < 0.08:
                return ["none"]
            lean = (place * 5 % 7 - 3) * 0.35
            return [str(min(5, max(1, round(chance.gauss(mood + lean, 0.9)))))]
        case "several":
            return chance.sample(options, chance.randrange(1, len(options) + 1))
        case _:
            return [chance.choice(options)]
