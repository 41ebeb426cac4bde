"""The surveys that come along: how a municipality takes its people in, the conditions of collaboration, the return on time invested."""

from collections.abc import Mapping
from typing import Final

from methods.survey.question import STEPS, UNKNOWN, Question
from workshop.language import Message, Words, _

Statements = tuple[tuple[str, Message, Message], ...]
STATE: Final[Statements] = (
    ("information", _("Information"),
     _("What the municipality plans is told in good time, and in words that everybody understands.")),
    ("consultation", _("Consultation"),
     _("Before it decides, the municipality asks people what they think, and answers what they said.")),
    ("concertation", _("Concertation"),
     _("People and the municipality look for solutions in the same room, and talk until they understand each other.")),
    ("co-construction", _("Co-construction"),
     _("Those whom a project touches make it together with the municipality, from the first idea on.")),
    ("co-decision", _("Co-decision"),
     _("In some matters people decide together with the elected, and the decision holds.")),
    ("shared-governance", _("Shared governance"),
     _("People who are not elected have a seat where the municipality is steered, and share the responsibility.")),
    ("power-to-act", _("Power to act"),
     _("Whoever wants to start something for the neighbourhood finds support: a place, some money, somebody to ask.")),
    ("collective-intelligence", _("Collective intelligence"),
     _("Meetings are led so that everybody can speak, and that something better comes out than one alone could find.")),
    ("integrity", _("Integrity"),
     _("The elected and the staff say what they do, do what they say, and keep clear of interests of their own.")),
    ("open-data", _("Open data"),
     _("Figures, budgets and decisions of the municipality can be found, read and used by all.")),
)  # fmt: skip
CONDITIONS: Final[Statements] = (
    ("oneself", _("Working on oneself"),
     _("Each of us looks at their own habits and prejudices, and is ready to change something.")),
    ("each-other", _("Knowing each other"),
     _("Citizens and authorities know each other: who does what, what is possible, what is difficult.")),
    ("pooling", _("Pooling resources"),
     _("Time, places, money and knowledge of both sides are put together.")),
    ("engagement", _("Formal engagement"),
     _("What each side takes on is written down, signed and known.")),
    ("co-constructing", _("Co-constructing"),
     _("Problems are looked at, and solutions are made, by both sides together.")),
    ("carrying-out", _("Carrying projects out"),
     _("What was agreed is done, by both sides, and one can see how far it is.")),
    ("social-life", _("Social life and context"),
     _("There are occasions to meet and to celebrate, and the life of the place makes it easy to work together.")),
)  # fmt: skip
TRUE_ENDS: Final = (_("not at all true"), _("entirely true"))
ROTI_ENDS: Final = (_("time lost"), _("more than worth it"))
DO_NOT_KNOW: Final = _("I do not know")
OPEN: Final = Question("open", "own.open", _("What would you like to tell us?"), "words")  # where nothing else is asked
LABELS: Final[Mapping[str, Message]] = {
    "none": _("None: only questions of our own"),
    "participation": _("State of participation and transparency of the municipality"),
    "collaboration": _("Seven conditions of collaboration between citizens and authorities"),
    "roti": _("Return on time invested"),
}
TITLES: Final[Mapping[str, Message]] = {
    "none": _("What do you think?"),
    "participation": _("How do you see participation and transparency in our municipality?"),
    "collaboration": _("How well do citizens and authorities work together here?"),
    "roti": _("Was it worth your time?"),
}


def scale(unknown: bool) -> tuple[tuple[str, Words], ...]:
    """The answers on a scale."""
    return (*((step, step) for step in STEPS), *(((UNKNOWN, DO_NOT_KNOW),) if unknown else ()))


def preset(name: str) -> tuple[Question, ...]:
    """The questions of a preset, in their order."""
    match name:
        case "participation":
            return tuple(_statement("participation", *one) for one in STATE)
        case "collaboration":
            return tuple(_statement("collaboration", *one) for one in CONDITIONS)
        case "roti":
            worth = _("What I got out of it, for the time that I put in")
            better = _("What would have made it better?")
            return (
                Question("roti-worth", "roti.worth", worth, options=scale(False), ends=ROTI_ENDS),
                Question("roti-better", "roti.better", better, "words"),
            )
        case _:
            return ()


def _statement(name: str, key: str, short: Message, text: Message) -> Question:
    return Question(f"{name}-{key}", f"{name}.{key}", text, name=short, options=scale(True), ends=TRUE_ENDS)
