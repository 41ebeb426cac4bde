"""What would integrate a qualified objection: suggested, offered, and confirmed by the objector and the proposer."""

from collections.abc import Sequence

from methods.consent import commands as c
from methods.consent import events as e
from methods.consent.guards import current, open_to_all, to_resolve
from methods.consent.owners import not_yours, speaks_for
from methods.consent.state import Argument, State
from workshop.language import _
from workshop.messages import is_day
from workshop.method import Context, Rejected, Role

Decision = Sequence[e.Event] | Rejected
Resolving = c.Suggest | c.Widen | c.Amend | c.Shorten | c.Measure | c.Confirm | c.ConfirmProposer | c.Decline


def decide_offer(state: State, one: Argument, command: Resolving, context: Context) -> Decision:
    """The events of a command that integrates an objection, or why it may not be done now."""
    if one != to_resolve(state):
        return Rejected(_("Objections are resolved one at a time, and this one is not being resolved now."))
    match command:
        case c.Suggest(_id, text):
            return _suggest(state, one, text, context)
        case c.Widen():
            return [] if one.wide else [e.Widened(one.id)]
        case c.Amend() | c.Shorten() | c.Measure():
            if context.role is Role.PARTICIPANT and context.actor != state.proposer:
                return Rejected(_("Only the proposer, or the facilitator, writes the amendment. Suggest it."), "not-yours")
            return _offer(state, command, context)
        case c.Confirm() | c.ConfirmProposer() | c.Decline():
            return _confirm(state, one, command, context)


def _suggest(state: State, one: Argument, text: str, context: Context) -> Decision:
    if not text:
        return Rejected(_("Write it first."), "missing")
    if context.actor != one.owner and not open_to_all(state, one):
        return Rejected(_("First the person who objects is asked what would resolve it; then everybody."), "not-yet")
    return [e.Suggested(context.id, one.id, context.actor, text)]


def _offer(state: State, command: c.Amend | c.Shorten | c.Measure, context: Context) -> Decision:
    now = current(state)
    if now is None:
        return Rejected(_("There is no proposal yet. Write it first."), "missing")
    match command:
        case c.Amend(argument, text, responsible, criteria, review_date):
            if review_date and not is_day(review_date):
                return bad_date(review_date)
            new = e.Offered(argument, "amendment", text, responsible, criteria, review_date, now.term)
        case c.Shorten(argument, term):
            if not is_day(term):
                return bad_date(term)
            review = min(now.review_date, term) if now.review_date else term
            new = e.Offered(argument, "shorter_term", now.text, now.responsible, now.criteria, review, term)
        case c.Measure(argument, criterion):
            criteria = f"{now.criteria}\n{criterion}".strip() if criterion else now.criteria
            new = e.Offered(argument, "measure", now.text, now.responsible, criteria, now.review_date, now.term)
    before = (now.text, now.responsible, now.criteria, now.review_date, now.term)
    if not new.text or (new.text, new.responsible, new.criteria, new.review_date, new.term) == before:
        return Rejected(_("Nothing is changed yet. Write what is different."), "missing")
    willing = context.role is Role.PARTICIPANT or (state.settings.variant == "holacracy" and new.way == "amendment")
    return [new, e.ProposerConfirmed(new.argument)] if willing else [new]


def bad_date(text: str) -> Rejected:
    """What is wrong with something that should be a date."""
    return Rejected(_("“{day}” is not a date. Write the year, month and day, for example 2027-03-21.", day=text), "bad-date")


def _confirm(state: State, one: Argument, command: c.Confirm | c.ConfirmProposer | c.Decline, context: Context) -> Decision:
    by, offer = speaks_for(one, context), one.offer
    if isinstance(command, c.ConfirmProposer) and context.role is Role.PARTICIPANT and context.actor != state.proposer:
        return Rejected(_("Only the proposer can do this, or the facilitator on their word."), "not-yours")
    if not by and not isinstance(command, c.ConfirmProposer):
        return not_yours()
    if offer is None:
        return Rejected(_("Nothing is offered yet that would integrate this objection."))
    match command:
        case c.Decline(_id, text):
            return [e.OfferDeclined(one.id, text, by)]
        case c.Confirm():
            done: list[e.Event] = [] if offer.objector else [e.ObjectorConfirmed(one.id, by)]
            return [*done, e.Integrated(one.id, context.now)] if offer.proposer else done
        case c.ConfirmProposer():
            done = [] if offer.proposer else [e.ProposerConfirmed(one.id)]
            return [*done, e.Integrated(one.id, context.now)] if offer.objector else done
