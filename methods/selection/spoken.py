"""What simulated people say in a selection, in the language of the workshop."""

from typing import Final

NAMES: Final = (
    "Amina", "Bram", "Chloé", "Diego", "Elif", "Fatou", "Gerrit", "Hana", "Ivo", "Jeanne", "Karim", "Lotte",
    "Malik", "Nora", "Oscar", "Paula", "Quentin", "Rosa", "Samir", "Tess", "Ugo", "Vera", "Wout", "Yasmine", "Zoë",
)  # fmt: skip
ROLE: Final[dict[str, dict[str, str]]] = {
    "en": {
        "title": "Coordinator of the square",
        "tasks": "Keeps the calendar of the square, answers neighbours, calls the meeting.",
        "qualities": "Listens, keeps appointments, knows the town hall.",
    },
    "fr": {
        "title": "Coordination de la place",
        "tasks": "Tient le calendrier de la place, répond aux voisins, convoque la réunion.",
        "qualities": "Sait écouter, tient parole, connaît la mairie.",
    },
    "es": {
        "title": "Coordinación de la plaza",
        "tasks": "Lleva el calendario de la plaza, responde al vecindario, convoca la reunión.",
        "qualities": "Sabe escuchar, cumple, conoce el ayuntamiento.",
    },
    "nl": {
        "title": "Coördinator van het plein",
        "tasks": "Houdt de agenda van het plein bij, antwoordt buren, roept de vergadering bijeen.",
        "qualities": "Luistert, komt afspraken na, kent het gemeentehuis.",
    },
}
REASONS: Final[dict[str, tuple[str, ...]]] = {
    "en": (
        "Listens before speaking.",
        "Has time, and keeps appointments.",
        "Knows everybody on the square.",
        "Stays calm.",
    ),
    "fr": ("Écoute avant de parler.", "A du temps, et tient parole.", "Connaît tout le monde sur la place.", "Garde son calme."),
    "es": ("Escucha antes de hablar.", "Tiene tiempo y cumple.", "Conoce a todo el mundo en la plaza.", "Mantiene la calma."),
    "nl": ("Luistert voor het spreken.", "Heeft tijd en komt afspraken na.", "Kent iedereen op het plein.", "Blijft rustig."),
}
CHANGES: Final[dict[str, tuple[str, ...]]] = {
    "en": ("What was said about time convinced me.",),
    "fr": ("Ce qui a été dit sur le temps m’a convaincu.",),
    "es": ("Lo que se dijo sobre el tiempo me convenció.",),
    "nl": ("Wat over de tijd werd gezegd, overtuigde me.",),
}
QUESTIONS: Final[dict[str, tuple[str, ...]]] = {
    "en": ("How many evenings a month could you give?", "Who would help you?"),
    "fr": ("Combien de soirées par mois pourriez-vous donner\u00a0?", "Qui vous aiderait\u00a0?"),
    "es": ("¿Cuántas tardes al mes podría dedicar?", "¿Quién le ayudaría?"),
    "nl": ("Hoeveel avonden per maand kunt u geven?", "Wie zou u helpen?"),
}
OBJECTIONS: Final[dict[str, tuple[str, ...]]] = {
    "en": ("A year and a half is too long to begin with: nobody could step down without losing face.",),
    "fr": ("Un an et demi, c’est trop long pour commencer\u00a0: personne ne pourrait se retirer sans perdre la face.",),
    "es": ("Año y medio es demasiado para empezar: nadie podría retirarse sin quedar mal.",),
    "nl": ("Anderhalf jaar is te lang om mee te beginnen: niemand kan er dan netjes uitstappen.",),
}
CONCERNS: Final[dict[str, tuple[str, ...]]] = {
    "en": ("It may be much for one person.",),
    "fr": ("C’est peut-être beaucoup pour une seule personne.",),
    "es": ("Quizá sea mucho para una sola persona.",),
    "nl": ("Het is misschien veel voor één persoon.",),
}
