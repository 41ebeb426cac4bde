"""What simulated people do with questions: they act only on what their screen offers them."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from workshop.method import Do, Sight

ASKED: Final = {
    "en": ("When does the work on the square begin?", "Who keeps the trees alive in summer?", "What does the project cost, and who pays?",
           "Where do we park during the works?", "Will the Saturday market stay where it is?", "Why were the shops not asked earlier?",
           "Is there money for benches with backs?", "Who decides whether the street is closed to cars?",
           "Can the school use the square in the afternoon?", "What happens with the ideas of last year’s meeting?"),
    "fr": ("Quand commencent les travaux de la place ?", "Qui arrose les arbres en été ?", "Combien coûte le projet, et qui paie ?",
           "Où se garer pendant les travaux ?", "Le marché du samedi restera-t-il où il est ?",
           "Pourquoi les commerces n’ont-ils pas été consultés plus tôt ?", "Y a-t-il un budget pour des bancs avec dossier ?",
           "Qui décide si la rue est fermée aux voitures ?", "L’école peut-elle utiliser la place l’après-midi ?",
           "Que sont devenues les idées de la réunion de l’an dernier ?"),
    "es": ("¿Cuándo empiezan las obras de la plaza?", "¿Quién riega los árboles en verano?", "¿Cuánto cuesta el proyecto y quién paga?",
           "¿Dónde aparcamos durante las obras?", "¿El mercado del sábado se queda donde está?",
           "¿Por qué no se preguntó antes a los comercios?", "¿Hay dinero para bancos con respaldo?",
           "¿Quién decide si la calle se cierra a los coches?", "¿La escuela puede usar la plaza por la tarde?",
           "¿Qué ha sido de las ideas de la reunión del año pasado?"),
    "nl": ("Wanneer beginnen de werken aan het plein?", "Wie geeft de bomen water in de zomer?", "Wat kost het project, en wie betaalt?",
           "Waar parkeren we tijdens de werken?", "Blijft de zaterdagmarkt waar ze is?", "Waarom zijn de winkels niet vroeger gevraagd?",
           "Is er geld voor banken met een leuning?", "Wie beslist of de straat autovrij wordt?",
           "Mag de school het plein in de namiddag gebruiken?", "Wat is er van de ideeën van vorig jaar geworden?"),
}  # fmt: skip
ANSWERS: Final = {
    "en": ("The tender is out; the works last about nine months.", "The figures are being checked with the works department.",
           "It touches a case that is before the court.", "The alderman for works"),
    "fr": ("Le marché est lancé ; les travaux durent environ neuf mois.", "Les chiffres sont vérifiés avec le service des travaux.",
           "Cela touche à une affaire en justice.", "L’échevine des travaux"),
    "es": ("La licitación está en marcha; las obras duran unos nueve meses.", "Se comprueban las cifras con el servicio de obras.",
           "Afecta a un asunto que está en los tribunales.", "La concejala de obras"),
    "nl": ("De aanbesteding loopt; de werken duren ongeveer negen maanden.", "De cijfers worden nagekeken met de dienst werken.",
           "Het raakt aan een zaak voor de rechtbank.", "De schepen van openbare werken"),
}  # fmt: skip


def rehearse(sight: Sight) -> Sequence[Do]:
    """The first ones ask, most say that they ask some of it too, and the facilitator writes down what becomes of each question."""
    screen, chance = sight.screen, sight.random
    if not sight.number:
        return _settle(sight)
    asked = ASKED.get(sight.language, ASKED["en"])
    if "ask" in screen and "own" not in screen and sight.number <= len(asked):
        form = screen["ask"]["fields"]
        to = {"to": chance.choice(list(form["to"]["options"]))} if "to" in form else {}
        name = {"name": "with" if sight.number % 3 == 0 else "without"} if "name" in form else {}
        return [Do("Ask", {"text": asked[sight.number - 1].replace(" ?", "\u00a0?").replace(" ;", "\u00a0;"), **to, **name})]
    own = screen.get("own", {}).get("items", {})
    cards = [id for id, one in screen.get("asked", {}).get("items", {}).items() if id not in own and "support" in one.get("buttons", {})]
    if "backed" in screen or len(cards) < 3 or sight.number % 6 == 0:
        return ()
    return [Do("Support", {"question": id}) for id in chance.sample(cards, 1 + sight.number % 3)]


def _settle(sight: Sight) -> Sequence[Do]:
    form = next((block for id, block in sight.screen.items() if id.startswith("settle-")), None)
    if form is None or "answer" in sight.screen:
        return ()
    given, promised, declined, who = ANSWERS.get(sight.language, ANSWERS["en"])
    who = _value(form, "who") or who
    kind = sight.random.choice(("answered", "answered", "promised", "declined"))
    text = {"answered": given, "promised": promised, "declined": declined}[kind].replace(" ;", "\u00a0;")
    due = "2035-04-30" if kind == "promised" else ""
    return [Do("Settle", {**form["args"], "fate": kind, "answer": text, "who": who, "due": due})]


def _value(form: Mapping[str, Any], field: str) -> str:
    return str(form["fields"][field].get("value", ""))
