"""The way through a follow-up: one thing after the other, each with how the room sees it, and at the end where everything stands."""

from methods.follow_up.state import State, answered, asked, shown
from workshop.language import Words, _, n_
from workshop.method import Move, Moves


def moves(state: State) -> Moves:
    """What comes next, and what was before; where nothing was brought along there is nowhere to go."""
    if not state.things:
        return Moves()
    return Moves(_next(state), _back(state))


def _next(state: State) -> Move | None:
    if state.stage == "start":
        return _look(state, 0)
    if state.stage == "over":
        return None
    if asked(state) and not _quiet(state):
        label = n_("Show how {count} person sees it", "Show how {count} people see it", answered(state))
        return Move(label, "Reveal", reveals=True)
    after = state.start + state.size
    return _look(state, after) if after < len(state.things) else Move(_("Show where everything stands"), "Go", {"to": "over"})


def _quiet(state: State) -> bool:
    """Whether the outcomes are noted, and nobody answered on a phone: then there is nothing to show."""
    return not answered(state) and all(one.id in state.outcomes for one in state.now)


def _back(state: State) -> Move | None:
    if state.stage == "start":
        return None
    if state.stage == "over":
        return _look(state, (len(state.things) - 1) // state.size * state.size)
    if shown(state):
        return Move(_("Ask again"), "Reask")
    before = state.start - state.size
    return _look(state, max(0, before)) if state.start else Move(_("Back to the list"), "Go", {"to": "start"})


def _look(state: State, start: int) -> Move:
    last = min(start + state.size, len(state.things))
    one: Words = _("Look at number {number} of {count}", number=start + 1, count=len(state.things))
    several: Words = _("Look at numbers {number} to {last} of {count}", number=start + 1, last=last, count=len(state.things))
    return Move(one if last == start + 1 else several, "Go", {"to": "look", "start": start})
