"""What a facilitator did in a round, in a few words for Undo."""

from workshop.circle import vocabulary as v
from workshop.circle.circle import Circle, who
from workshop.language import Words, _


def describe(circle: Circle, event: v.Event) -> Words:
    """The deed of an event; people are named as on the console."""
    match event:
        case v.RoundBegun():
            return _("begin the round")
        case v.TurnEnded(person, how):
            name = who(circle, person, True)
            return _("{name} has spoken", name=name) if how == "spoke" else _("go past {name}", name=name)
        case v.TurnReturned(person):
            return _("give the word back to {name}", name=who(circle, person, True))
        case v.PersonPutBack(person):
            return _("put {name} back", name=who(circle, person, True))
        case v.TurnMoved(person):
            return _("change the place of {name}", name=who(circle, person, True))
        case v.SpeakerCame(member):
            return _("add {name} to the round", name=who(circle, member.id, True))
        case v.RoundClosed():
            return _("end the round")
        case v.RoundReopened():
            return _("go on with the round")
        case _:
            return ""
