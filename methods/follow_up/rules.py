"""Who may do what when in a follow-up: everybody says how they see it, the facilitator writes the outcome down."""

from collections import Counter
from collections.abc import Sequence
from typing import assert_never

from immutables import Map

from methods.follow_up import commands as c
from methods.follow_up import events as e
from methods.follow_up.state import Outcome, State, Thing, Views, asked, fits, shown
from workshop.language import _
from workshop.method import Context, Rejected

Decision = Sequence[e.Event] | Rejected


def decide(state: State, command: c.Command, context: Context) -> Decision:
    """The events of a command, or why it may not be done now."""
    match command:
        case c.See(thing, status):
            return _see(state, thing, status, context.actor)
        case c.Go(to, start):
            return _go(state, to, start)
        case c.Reveal():
            return _reveal(state)
        case c.Reask():
            return [e.Reasked(tuple(one.id for one in state.now))] if shown(state) else []
        case c.Record(thing, status):
            known = state.outcomes.get(thing)
            return _record(state, thing, Outcome(status, known.note, known.review_date) if known else Outcome(status))
        case c.WriteDown(thing, status, note, review_date):
            return _record(state, thing, Outcome(status, note, review_date))
        case c.Pick(thing):
            known_here = thing == c.NONE or state.get(thing)
            return ([] if thing == state.picked else [e.Picked(thing)]) if known_here else _gone()
        case _:
            assert_never(command)


def _gone() -> Rejected:
    return Rejected(_("This is not among what is looked at any more."), "gone")


def _see(state: State, id: str, status: c.Status, by: str) -> Decision:
    thing = next((one for one in state.now if one.id == id), None)
    if thing is None:
        return Rejected(_("The room looks at something else now. Look at your screen again."), "elsewhere")
    if not asked(state):
        return Rejected(_("How the room sees this is shown already."), "shown")
    if not fits(thing, status):
        return Rejected(_("This cannot be said of it."), "unfit")
    views: Views = state.views.get(id, Map())
    return [] if views.get(by) == status else [e.Seen(by, id, status)]


def _go(state: State, to: c.Stage, start: int) -> Decision:
    if to == "look" and start >= len(state.things):
        return Rejected(_("There is nothing to look at."), "nothing")
    start = start if to == "look" else 0
    return [] if (to, start) == (state.stage, state.start) else [e.Went(to, start)]


def _reveal(state: State) -> Decision:
    if not state.now:
        return Rejected(_("There is nothing to look at."), "nothing")
    return [] if shown(state) else [e.Revealed({one.id: _count(state, one) for one in state.now})]


def _count(state: State, thing: Thing) -> e.Count:
    """How many said what; with too few, only how many: else it would not stay secret."""
    views: Views = state.views.get(thing.id, Map())
    enough = len(views) >= state.settings.least_answers
    return e.Count(len(views), dict(Counter(views.values())) if enough else {})


def _record(state: State, id: str, outcome: Outcome) -> Decision:
    thing = state.get(id)
    if thing is None:
        return _gone()
    if not fits(thing, outcome.status):
        return Rejected(_("This cannot be said of it."), "unfit")
    same = state.outcomes.get(id) == outcome
    picked = [e.Picked()] if state.picked == id else []
    return picked if same else [e.Recorded(id, outcome.status, outcome.note, outcome.review_date), *picked]
