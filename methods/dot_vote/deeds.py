"""What a facilitator did in a dot vote, in a few words for Undo."""

from methods.dot_vote.state import State
from methods.dot_vote.vocabulary import Counted, Event, HandsCounted, Reopened
from workshop.language import Words, _


def describe(state: State, event: Event) -> Words:
    """The deed of an event."""
    match event:
        case Counted():
            return _("show the result")
        case Reopened():
            return _("reopen the vote")
        case HandsCounted(option):
            place = state.places.get(option)
            return _("count hands for “{text}”", text=state.options[place].text if place is not None else "")
        case _:
            return ""
