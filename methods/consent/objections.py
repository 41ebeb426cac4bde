"""Possible objections: said, doubted, heard, qualified or not, and integrated with the word of objector and proposer."""

from collections.abc import Sequence

from methods.consent import commands as c
from methods.consent import events as e
from methods.consent.doubting import Doubting, decide_doubt
from methods.consent.guards import is_shown, under_test
from methods.consent.offers import Resolving, decide_offer
from methods.consent.owners import not_yours, speaks_for
from methods.consent.qualifying import unqualified
from methods.consent.state import Argument, State
from workshop.language import _
from workshop.method import Context, Rejected

Decision = Sequence[e.Event] | Rejected
Testing = c.Argue | c.Qualify | c.Drop | c.MakeConcern | c.MakeObjection | c.Adopt | Doubting | c.Judge


def decide_objection(state: State, command: Testing | Resolving, context: Context) -> Decision:
    """The events that a command about an argument leads to, or why it may not be done now."""
    one = state.arguments.get(command.argument)
    if one is None or not is_shown(state, one):
        return Rejected(_("That argument is no longer there."), "unknown")
    match command:
        case c.Argue(_id, text):
            return _argue(state, one, text, context)
        case c.Adopt():
            return _adopt(state, one, context)
        case c.MakeObjection():
            return _make_objection(state, one, context)
        case c.Doubt() | c.HearDoubts() | c.LetGo():
            if one != under_test(state):
                return _not_this_one()
            return decide_doubt(state, one, command, context)
        case c.Judge():
            return _judge(state, one, command, context) if one == under_test(state) else _not_this_one()
        case c.Qualify() | c.Drop() | c.MakeConcern():
            return _test(state, one, command, context)
        case _:
            return decide_offer(state, one, command, context)


def _not_this_one() -> Rejected:
    return Rejected(_("Arguments are tested one at a time, and this one is not being tested now."))


def _adopt(state: State, one: Argument, context: Context) -> Decision:
    if one.status not in ("untested", "qualified"):
        return Rejected(_("This argument is no longer open."), "settled")
    if one.owner and one.owner not in state.gone:
        return Rejected(_("This argument has an owner, who is in the room."), "owned")
    return [e.Adopted(one.id, context.actor)]


def _make_objection(state: State, one: Argument, context: Context) -> Decision:
    if not speaks_for(one, context):
        return not_yours()
    if one.status != "concern" or one.settled not in ("", "owner", "told") or state.phase not in ("check", "test", "resolve"):
        return Rejected(_("Only a concern can become a possible objection, before the proposal is agreed."))
    return [e.BecameObjection(one.id, context.now)]


def _judge(state: State, one: Argument, command: c.Judge, context: Context) -> Decision:
    by = speaks_for(one, context)
    if not by:
        return not_yours()
    if state.settings.variant != "holacracy":
        return Rejected(_("The four tests belong to the Holacracy style."))
    if not one.text:
        return Rejected(_("Write the argument first, so that the record has it."), "missing")
    if any((each.test, each.holds) == (command.test, command.holds) for each in one.judged):
        return []
    return [e.Judged(one.id, command.test, command.holds, by, context.now)]


def _argue(state: State, one: Argument, text: str, context: Context) -> Decision:
    if not speaks_for(one, context):
        return not_yours()
    if one.status not in ("untested", "concern"):
        return Rejected(_("This argument was tested already and stands as it was said."), "settled")
    if state.outcome is not None and one.status != "concern":
        return Rejected(_("This decision is closed. Reopen it to go on."), "closed")
    if not text:
        return Rejected(_("Write the argument first."), "missing")
    if text == one.text:
        return []
    return [e.Refined(one.id, text) if one.text and one == under_test(state) else e.Argued(one.id, text)]


def _test(state: State, one: Argument, command: c.Qualify | c.Drop | c.MakeConcern, context: Context) -> Decision:
    by = speaks_for(one, context)
    if not isinstance(command, c.Qualify) and not by:
        return not_yours()
    own = by == "owner" and one.status == "untested"
    if one != under_test(state) and not (own and not isinstance(command, c.Qualify)):
        return _not_this_one()
    match command:
        case c.Qualify():
            why = unqualified(state, one)
            return Rejected(why, "guard") if why else [e.Qualified(one.id, context.now)]
        case c.Drop():
            return [e.Dropped(one.id, by, context.now)]
        case c.MakeConcern():
            return [e.BecameConcern(one.id, by, context.now)]
