"""What simulated people do in a consensing: they act only on what their screen offers them."""

from collections.abc import Sequence

from workshop.method import Do, Sight

WORDS = {
    "en": ("It costs more than we have.", "It helps those who need it least.", "With a trial month I could live with it."),
    "fr": ("Cela coûte plus que ce que nous avons.", "Cela aide ceux qui en ont le moins besoin.", "Avec un mois d’essai, cela m’irait."),
    "es": ("Cuesta más de lo que tenemos.", "Ayuda a quienes menos lo necesitan.", "Con un mes de prueba podría aceptarlo."),
    "nl": ("Het kost meer dan we hebben.", "Het helpt wie het het minst nodig heeft.", "Met een proefmaand kan ik ermee leven."),
}


def rehearse(sight: Sight) -> Sequence[Do]:
    """Everybody rates all that is missing, the status quo worse than the rest; some say why; the facilitator settles a tie."""
    screen, chance = sight.screen, sight.random
    if sight.number == 0:
        return _facilitate(sight)
    if "ratings" in screen:
        items = screen["ratings"]["items"]
        missing = [id for id in items if items[id].get("dots", 0) < 0]
        return [Do("Rate", {"option": id, "dots": min(10, chance.randrange(7) + 3 * (id == "status-quo"))}) for id in missing]
    words = screen.get("words", {}).get("total", 0) or len(screen.get("words", {}).get("items", {}))
    if "speak" in screen and sight.number % 5 == 2 and words < 6:
        option = next(iter(screen["speak"]["fields"]["option"]["options"]))
        return [Do("Speak", {"option": option, "text": chance.choice(WORDS.get(sight.language, WORDS["en"]))})]
    return ()


def _facilitate(sight: Sight) -> Sequence[Do]:
    screen = sight.screen
    if "paper" in screen and len(screen["options"]["items"]) < 2:
        return [Do("AddOption", {"text": sight.words()})]
    if "tie" in screen and "words" in screen:
        button = next(iter(screen["tie"]["items"].values()))
        return [Do(button["command"], button["args"])]
    if "write" in screen and not screen["write"]["fields"]["text"].get("value"):
        return [Do("WriteDown", {"text": sight.words()})]
    return ()
