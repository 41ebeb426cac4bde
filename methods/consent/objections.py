"""Possible objections: said, doubted, heard, qualified or not, and integrated with the word of objector and proposer."""

from collections.abc import Sequence

from methods.consent import commands as c
from methods.consent import events as e
from methods.consent.guards import current, is_shown, to_resolve, under_test
from methods.consent.state import Argument, By, State, is_day
from workshop.language import _
from workshop.method import Context, Rejected, Role

Decision = Sequence[e.Event] | Rejected
Testing = c.Argue | c.Doubt | c.HearDoubts | c.Qualify | c.Drop | c.MakeConcern
Resolving = c.Suggest | c.Amend | c.Shorten | c.Measure | c.Confirm | c.ConfirmProposer | c.Decline


def decide_objection(state: State, command: Testing | Resolving, context: Context) -> Decision:
    """The events that a command about an argument leads to, or why it may not be done now."""
    one = state.arguments.get(command.argument)
    if one is None or not is_shown(state, one):
        return Rejected(_("That argument is no longer there."), "unknown")
    match command:
        case c.Argue(_id, text):
            return _argue(state, one, text, context)
        case c.Doubt() | c.HearDoubts() | c.Qualify() | c.Drop() | c.MakeConcern():
            return _test(state, one, command, context)
        case _:
            return _resolve(state, one, command, context)


def _speaks_for(one: Argument, context: Context) -> By:
    """Whose word it is: the owner's own, the facilitator's as told by the owner, or for an owner who left; "" if neither."""
    if context.role == Role.FACILITATOR:
        return "told" if not one.owner or one.owner in context.people else "left"
    return "owner" if context.actor == one.owner else ""


def _not_yours() -> Rejected:
    return Rejected(_("Only the person whose argument it is can do this."), "not-yours")


def _argue(state: State, one: Argument, text: str, context: Context) -> Decision:
    if not _speaks_for(one, context):
        return _not_yours()
    if one.status not in ("untested", "concern"):
        return Rejected(_("This argument was tested already and stands as it was said."), "settled")
    if state.outcome is not None and one.status != "concern":
        return Rejected(_("This decision is closed. Reopen it to go on."), "closed")
    if not text:
        return Rejected(_("Write the argument first."), "missing")
    if text == one.text:
        return []
    return [e.Refined(one.id, text) if one.text and one == under_test(state) else e.Argued(one.id, text)]


def _test(state: State, one: Argument, command: c.Doubt | c.HearDoubts | c.Qualify | c.Drop | c.MakeConcern, context: Context) -> Decision:
    by = _speaks_for(one, context)
    if isinstance(command, c.Drop) and not by:
        return _not_yours()
    if isinstance(command, c.Drop) and by == "owner" and one.status == "untested":
        return [e.Dropped(one.id, by)]
    if one != under_test(state):
        return Rejected(_("Arguments are tested one at a time, and this one is not being tested now."))
    match command:
        case c.Doubt(_id, text):
            return _doubt(one, text, context)
        case c.HearDoubts():
            return [] if one.heard == len(one.doubts) else [e.DoubtsHeard(one.id)]
        case c.Qualify():
            if not one.text:
                return Rejected(_("Write the argument first, so that the record has it."), "missing")
            if one.heard < len(one.doubts):
                return Rejected(_("Somebody doubts that it qualifies. Hear the doubt first, then decide."), "guard")
            return [e.Qualified(one.id)]
        case c.Drop():
            return [e.Dropped(one.id, by)]
        case c.MakeConcern():
            return [e.BecameConcern(one.id, by)]


def _doubt(one: Argument, text: str, context: Context) -> Decision:
    if context.actor == one.owner:
        return Rejected(_("This is your own argument. You can say it better, or drop it."), "own")
    if context.actor in one.doubts:
        return Rejected(_("Your doubt is noted already. It will be heard."), "once")
    if not text:
        return Rejected(_("Write why you doubt that it qualifies."), "missing")
    return [e.Doubted(one.id, context.actor, text)]


def _resolve(state: State, one: Argument, command: Resolving, context: Context) -> Decision:
    if one != to_resolve(state):
        return Rejected(_("Objections are resolved one at a time, and this one is not being resolved now."))
    match command:
        case c.Suggest(_id, text):
            return [e.Suggested(context.id, one.id, context.actor, text)] if text else Rejected(_("Write it first."), "missing")
        case c.Amend() | c.Shorten() | c.Measure():
            return _offer(state, command)
        case c.Confirm() | c.ConfirmProposer() | c.Decline():
            return _confirm(one, command, context)


def _offer(state: State, command: c.Amend | c.Shorten | c.Measure) -> Decision:
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
    return [new]


def bad_date(text: str) -> Rejected:
    """What is wrong with something that should be a date."""
    return Rejected(_("“{day}” is not a date. Write the year, month and day, for example 2027-03-21.", day=text), "bad-date")


def _confirm(one: Argument, command: c.Confirm | c.ConfirmProposer | c.Decline, context: Context) -> Decision:
    by, offer = _speaks_for(one, context), one.offer
    if not by:
        return _not_yours()
    if offer is None:
        return Rejected(_("Nothing is offered yet that would integrate this objection."))
    match command:
        case c.Decline(_id, text):
            return [e.OfferDeclined(one.id, text)]
        case c.Confirm():
            done: list[e.Event] = [] if offer.objector else [e.ObjectorConfirmed(one.id, by)]
            return [*done, e.Integrated(one.id)] if offer.proposer else done
        case c.ConfirmProposer():
            done = [] if offer.proposer else [e.ProposerConfirmed(one.id)]
            return [*done, e.Integrated(one.id)] if offer.objector else done
