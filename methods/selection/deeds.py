"""What a facilitator did in a selection, in a few words for Undo."""

from methods.selection import events as e
from methods.selection.pieces import PHASES, name_of
from methods.selection.rounds import round_of
from methods.selection.state import State
from workshop import circle
from workshop.language import Words, _


def describe(state: State, event: e.Event) -> Words:
    """The deed of an event."""
    if isinstance(event, circle.Event):
        return circle.describe(round_of(state), event)
    match event:
        case e.RoleDescribed(title):
            return _("describe the role “{title}”", title=title)
        case e.NamePut(_id, name):
            return _("put “{name}” on the list", name=name)
        case e.NameDropped(id):
            return _("take “{name}” off the list", name=name_of(state, id))
        case e.PaperAdded(_id, nominee):
            return _("add a nomination of {name}", name=name_of(state, nominee))
        case e.NominationsClosed():
            return _("show the nominations")
        case e.NominationsReopened():
            return _("reopen the nominations")
        case e.Drawn(nominee):
            return _("draw {name}", name=name_of(state, nominee))
        case e.Proposed(nominee):
            return _("propose {name}", name=name_of(state, nominee))
        case e.PhaseEntered(to):
            return _("go to “{phase}”", phase=PHASES[to])
        case _:
            return _call(state, event)


def _call(state: State, event: e.Event) -> Words:
    match event:
        case e.CallOpened():
            return _("ask for consent")
        case e.CallClosed():
            return _("show the answers")
        case e.NomineeAnswered():
            return _("note what the person proposed says")
        case e.HandsCounted():
            return _("count hands")
        case e.Dropped():
            return _("drop an objection")
        case e.Shortened() | e.Required():
            return _("resolve an objection")
        case e.Selected():
            return _("close the selection")
        case e.Refused():
            return _("note that it is not accepted")
        case e.Postponed():
            return _("postpone the selection")
        case e.Reopened():
            return _("reopen the selection")
        case e.Hidden():
            return _("hide a contribution")
        case e.Restored():
            return _("show a contribution again")
        case e.Explained() | e.Argued() | e.Answered():
            return _("write down what was said")
        case _:
            return ""
