"""What a facilitator did in a consent decision, in a few words for Undo."""

from collections.abc import Mapping

from methods.consent import events as e
from methods.consent.guards import circle_of
from methods.consent.pieces import PHASES
from methods.consent.state import State
from workshop import circle
from workshop.language import Message, Words, _

PLAIN: Mapping[type, Message] = {
    e.DriverStated: _("state the driver"),
    e.DriverConfirmed: _("confirm the driver"),
    e.Proposed: _("write the proposal"),
    e.CallOpened: _("ask for consent"),
    e.CallClosed: _("show the answers"),
    e.HandsCounted: _("count hands"),
    e.DoubtsHeard: _("the doubts were heard"),
    e.Qualified: _("the objection qualifies"),
    e.Dropped: _("drop the objection"),
    e.BecameConcern: _("make it a concern"),
    e.DoubtDropped: _("take the doubt back"),
    e.Judged: _("answer a test"),
    e.BecameObjection: _("make it a possible objection"),
    e.Widened: _("ask everybody"),
    e.ProposerNamed: _("change who proposes"),
    e.AnotherBegun: _("go on to another proposal"),
    e.Offered: _("make an offer"),
    e.OfferDeclined: _("take the offer back"),
    e.ObjectorConfirmed: _("agree in the objector’s place"),
    e.ProposerConfirmed: _("the proposer agrees"),
    e.Agreed: _("close the decision"),
    e.Closed: _("end it without an agreement"),
    e.Reopened: _("reopen the decision"),
}


def describe(state: State, event: e.Event) -> Words:
    """The deed of an event."""
    if isinstance(event, circle.Event):
        return circle.describe(circle_of(state), event)
    match event:
        case e.PhaseEntered(phase):
            return _("go to “{phase}”", phase=PHASES[phase])
        case e.Answered(_question, text) | e.Argued(_question, text) | e.Refined(_question, text):
            return _("write down “{text}”", text=text)
        case e.PaperAdded():
            return _("add “{text}”", text=event.text)
        case e.Hidden(what):
            return _("hide “{text}”", text=_text(state, what))
        case e.Restored(what):
            return _("show “{text}” again", text=_text(state, what))
        case _:
            return PLAIN.get(type(event), "")


def _text(state: State, what: str) -> str:
    """The words of a question, a reaction or a suggestion."""
    found = state.questions.get(what) or state.reactions.get(what) or state.suggestions.get(what)
    return found.text if found else ""
