"""What a facilitator did in a pact, in a few words for Undo."""

from methods.commitments import events as e
from methods.commitments.state import State
from workshop.language import Words, _


def describe(state: State, event: e.Event) -> Words:
    """The deed of an event."""
    match event:
        case e.Noted(_id, text):
            return _("note “{text}”", text=text)
        case e.Corrected(id):
            return _("correct “{text}”", text=_text(state, id))
        case e.Withdrawn(id):
            return _("withdraw “{text}”", text=_text(state, id))
        case e.ConfirmedAloud(id):
            return _("“{text}” was confirmed aloud", text=_text(state, id))
        case e.Unconfirmed(id):
            return _("“{text}” is to be confirmed", text=_text(state, id))
        case e.Closed():
            return _("close the pact")
        case e.Reopened():
            return _("open the pact again")
        case _:
            return ""


def _text(state: State, id: str) -> str:
    one = state.shelf.get(id)
    return one.text if one else ""
