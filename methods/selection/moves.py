"""Where the facilitator can go from each phase of a selection, or why not yet."""

from methods.selection.answering import answers, others_turn, their_turn
from methods.selection.guards import ready, waiting_for
from methods.selection.rounds import round_of
from methods.selection.standing import call_of, open_objections, proposed
from methods.selection.state import Phase, State
from workshop import circle
from workshop.language import Message, _, n_
from workshop.method import Move, Moves


def moves(state: State) -> Moves:
    """The next and the previous phase; `blocked` says why it cannot go on yet."""
    match state.phase:
        case "role":
            return _guarded(state, "nominate", Move(_("Call for nominations"), "Go", {"to": "nominate"}), None)
        case "nominate":
            count = len(state.given) + len(state.paper)
            show = Move(n_("Show the nomination", "Show the {count} nominations", count), "CloseNominations", reveals=True)
            return _guarded(state, "reasons", show, _go("role", _("Back to the role")))
        case "reasons" | "change":
            return _round(state)
        case "questions":
            return Moves(_go("change", _("Begin the change round")), _go("reasons", _("Back to the reasons")))
        case "propose":
            who = proposed(state)
            ask = Move(_("Ask for consent to {name}", name=who.name if who else ""), "OpenCall")
            return _guarded(state, "consent", ask, _go("change", _("Back to the change round")))
        case "consent":
            return _consent(state)
        case "objections":
            return _objections(state)
        case "accept":
            who = proposed(state)
            accept = Move(_("{name} accepts: celebrate", name=who.name if who else ""), "Accept")
            return Moves(accept, _go("consent", _("Back to the answers")))
        case "done":
            return Moves(back=Move(_("Reopen the selection"), "Reopen"))


def _go(to: Phase, label: Message) -> Move:
    return Move(label, "Go", {"to": to})


def _guarded(state: State, to: Phase, move: Move, back: Move | None) -> Moves:
    refused = ready(state, to)
    return Moves(back=back, blocked=refused) if refused else Moves(move, back)


def _round(state: State) -> Moves:
    now = round_of(state)
    if state.phase == "change":
        before = _go("questions", _("Back to the questions")) if state.settings.questions else _go("reasons", _("Back to the reasons"))
        on = _go("propose", _("Propose somebody"))
    else:
        before = Move(_("Reopen the nominations"), "ReopenNominations")
        on = _after_reasons(state)
    return Moves(circle.forward(now) or on, circle.back(now) or before)


def _after_reasons(state: State) -> Move:
    if state.settings.questions:
        return _go("questions", _("Ask those who are named"))
    return _go("change", _("Begin the change round"))


def _consent(state: State) -> Moves:
    call, back = call_of(state), _go("propose", _("Back to the proposal"))
    if call is None:
        return Moves(back=back)
    if open_objections(state):
        return Moves(_go("objections", _("Resolve the objections")), back)
    if not call.closed:
        if not answers(call):
            blocked = _("Nobody has answered yet. Wait for the first answers.") if others_turn(state) else waiting_for(state)
            return Moves(back=back, blocked=blocked)
        return Moves(Move(n_("Show the answer", "Show the {count} answers", answers(call)), "CloseCall", reveals=True), back)
    if their_turn(state):
        return Moves(back=back, blocked=waiting_for(state))
    return _guarded(state, "accept", _go("accept", _("Nobody objects: ask for acceptance")), back)


def _objections(state: State) -> Moves:
    back = _go("consent", _("Back to the answers")) if call_of(state) else None
    if open_objections(state):
        return Moves(back=back, blocked=_("An objection is still open."))
    call = call_of(state)
    if call is None:
        return Moves(Move(_("Ask for consent to what has changed"), "OpenCall"))
    if not call.closed or not call.nominee:
        return Moves(_go("consent", _("Go on with the answers")))
    return _guarded(state, "accept", _go("accept", _("Nobody objects: ask for acceptance")), back)
