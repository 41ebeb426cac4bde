"""What a facilitator did with the questions, in a few words for Undo."""

from methods.questions import vocabulary as v
from methods.questions.screens import short
from methods.questions.state import State
from workshop.language import Words, _, n_


def describe(state: State, event: v.Event) -> Words:
    """The deed of an event."""
    match event:
        case v.Asked(_id, _by, text):
            return _("add “{text}”", text=short(text))
        case v.Brought(questions):
            return n_("bring in {count} question of a spreadsheet", "bring in {count} questions of a spreadsheet", len(questions))
        case v.Hidden(id):
            return _("hide “{text}”", text=_text(state, id))
        case v.Restored(id):
            return _("show “{text}” again", text=_text(state, id))
        case v.Merged(id, into):
            return _("show “{text}” under “{other}”", text=_text(state, id), other=_text(state, into))
        case v.Separated(id):
            return _("show apart what is under “{text}”", text=_text(state, id))
        case v.FloorGiven(id):
            return _("give “{text}” the floor", text=_text(state, id))
        case v.FloorTaken():
            return _("go back to asking")
        case v.Settled(id):
            return _("write down what became of “{text}”", text=_text(state, id))
        case v.Ended():
            return _("end the questions")
        case v.Resumed():
            return _("go on with the questions")
        case _:
            return ""


def _text(state: State, id: str) -> str:
    found = state.questions.get(id)
    return short(found.text) if found else ""
