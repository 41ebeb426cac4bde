"""What a facilitator did in a brainstorm, in a few words for Undo."""

from methods.brainstorm.state import State
from methods.brainstorm.vocabulary import Added, Brought, Entered, Event, Hidden, Merged, Restored, Separated
from workshop.language import Words, _, n_


def describe(state: State, event: Event) -> Words:
    """The deed of an event."""
    match event:
        case Added(_id, _by, text):
            return _("add “{text}”", text=text)
        case Brought(ideas):
            return n_("bring in {count} idea of a spreadsheet", "bring in {count} ideas of a spreadsheet", len(ideas))
        case Hidden(id):
            return _("hide “{text}”", text=_text(state, id))
        case Restored(id):
            return _("show “{text}” again", text=_text(state, id))
        case Merged(id, into):
            return _("show “{text}” under “{other}”", text=_text(state, id), other=_text(state, into))
        case Separated(id):
            return _("show apart what is under “{text}”", text=_text(state, id))
        case Entered("gather"):
            return _("go back to gathering")
        case Entered("support"):
            return _("go on to support")
        case Entered():
            return _("end the gathering")
        case _:
            return ""


def _text(state: State, id: str) -> str:
    idea = state.ideas.get(id)
    return idea.text if idea else ""
