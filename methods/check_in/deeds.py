"""What a facilitator did in a check-in, in a few words for Undo."""

from methods.check_in.state import State, answer_of
from methods.check_in.vocabulary import Answered, AnswerHidden, AnswerRestored, Event, HiddenAgain, Shown
from workshop.language import Words, _


def describe(state: State, event: Event) -> Words:
    """The deed of an event."""
    match event:
        case Answered(_by, text):
            return _("add “{text}”", text=text)
        case AnswerHidden(id):
            return _("hide “{text}”", text=_text(state, id))
        case AnswerRestored(id):
            return _("show “{text}” again", text=_text(state, id))
        case Shown():
            return _("show the answers")
        case HiddenAgain():
            return _("hide the answers")
        case _:
            return ""


def _text(state: State, id: str) -> str:
    found = answer_of(state, id)
    return found.text if found else ""
