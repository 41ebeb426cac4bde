"""What a facilitator did in a follow-up, in a few words for Undo."""

from methods.follow_up import events as e
from methods.follow_up.pieces import MARKED
from methods.follow_up.state import State
from workshop.language import Words, _


def describe(state: State, event: e.Event) -> Words:
    """The deed of an event."""
    match event:
        case e.Recorded(id, status):
            return _("“{text}”: {status}", text=_text(state, id), status=MARKED[status])
        case e.Revealed():
            return _("show how the room sees it")
        case e.Reasked():
            return _("ask again")
        case e.Went("start"):
            return _("go to the list")
        case e.Went("over"):
            return _("show where everything stands")
        case e.Went(_to, start):
            return _("go to number {number}", number=start + 1)
        case _:
            return ""


def _text(state: State, id: str) -> str:
    found = state.get(id)
    return found.text if found else ""
