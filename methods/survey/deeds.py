"""What a facilitator did in a survey, in a few words for Undo."""

from methods.survey.state import State, question_of
from methods.survey.vocabulary import Closed, Concealed, Event, PaperCounted, Reopened, Revealed
from workshop.language import Words, _


def describe(state: State, event: Event) -> Words:
    """The deed of an event."""
    match event:
        case Closed():
            return _("show the result")
        case Reopened():
            return _("reopen the survey")
        case PaperCounted(id):
            question = question_of(state, id)
            return _("count paper for “{option}”", option=(question.name or question.text) if question else "")
        case Revealed(_id, _question, text):
            return _("show “{text}”", text=text)
        case Concealed(id):
            return _("hide “{text}”", text=state.shown[id][1]) if id in state.shown else _("hide an answer")
        case _:
            return ""
