"""What a facilitator did in a round, in a few words for Undo."""

from methods.circle.state import State, questions_of
from methods.circle.vocabulary import Entered, Event, Hidden, Noted, Restored, Withdrew
from workshop import circle
from workshop.language import Words, _


def describe(state: State, event: Event) -> Words:
    """The deed of an event."""
    match event:
        case Entered(0):
            return _("go back to the welcome")
        case Entered(place):
            over = place > len(questions_of(state.settings))
            return _("end the circle") if over else _("go to round {number}", number=place)
        case Noted():
            return _("note “{text}”", text=event.text)
        case Withdrew(id):
            return _("take back “{text}”", text=_text(state, id))
        case Hidden(id):
            return _("hide “{text}”", text=_text(state, id))
        case Restored(id):
            return _("show “{text}” again", text=_text(state, id))
        case _:
            return circle.describe(state.now, event)


def _text(state: State, id: str) -> str:
    note = state.notes.get(id)
    return note.text if note else ""
