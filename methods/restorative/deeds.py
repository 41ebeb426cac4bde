"""What a facilitator did in a restorative circle, in a few words for Undo."""

from methods.restorative import vocabulary as v
from methods.restorative.state import QUESTIONS, State, called
from workshop import circle
from workshop.language import Words, _


def describe(state: State, event: v.Event) -> Words:
    """The deed of an event."""
    match event:
        case v.Agreed(person):
            return _("add {name} to the circle", name=called(state, person))
        case v.Stopped():
            return _("somebody stops")
        case v.Entered(stage):
            return _("go to “{question}”", question=QUESTIONS[stage])
        case v.ListenerChosen(person):
            return _("{name} listens", name=called(state, person))
        case v.Reflected():
            return _("ask what was heard")
        case v.MoreSaid():
            return _("there is more to say")
        case v.Proposed() | v.Asked():
            return _("ask all")
        case v.Accepted() | v.Settled() | v.Opened():
            return _("agree for somebody without a phone")
        case v.Withdrew():
            return _("take something back")
        case v.Prepared() | v.BecameReady() | v.Unsettled():
            return ""
        case _:
            return circle.describe(state.now, event)
