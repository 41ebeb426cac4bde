"""What helps the facilitator to propose: what the count says, what the rule for ties says, and the form."""

from methods.selection.pieces import name_of, options
from methods.selection.standing import named, proposal_of, tallied, tied
from methods.selection.state import State
from workshop.blocks import Block, Button, Buttons, Field, Form, Text
from workshop.language import Message, Words, _, n_


def suggestion(state: State) -> tuple[Block, ...]:
    """How many name whom, as a reminder that it does not decide; and what to do in a tie."""
    front = tied(state)
    if state.refusals:
        who, reason = state.refusals[-1]
        said = _("{name} did not accept: {reason}", name=name_of(state, who), reason=reason or "–")
        refused: tuple[Block, ...] = (Text(id="refused", pos=60, text=said, tone="now"),)
    else:
        refused = ()
    return (*refused, Text(id="count", pos=61, text=_count(state, front), tone="note"), *_buttons(state, front))


def suggested(state: State) -> str:
    """Who stands in the form at first: who was drawn, else the first of those in front, and after a try the next one."""
    tried = {one.nominee for one in state.proposals}
    front = [state.drawn, *tied(state), *named(state)] if state.drawn in named(state) else [*tied(state), *named(state)]
    return next((id for id in front if id not in tried), next(iter(front), ""))


def _count(state: State, front: tuple[str, ...]) -> Message:
    if not front:
        found = [(id, count) for id, count in tallied(state.now) if id in state.names]
        id, count = found[0] if found else ("", 0)
        return n_(
            "{name} is named most, by {count} person. Which reasons are the strongest?",
            "{name} is named most, by {count} people. Which reasons are the strongest?",
            count,
            name=name_of(state, id),
        )
    who = ", ".join(name_of(state, id) for id in front[:6])
    if state.drawn in front:
        return _("Named by as many: {names}. The draw fell on {name}.", names=who, name=name_of(state, state.drawn))
    match state.settings.tie:
        case "draw":
            return _("Named by as many: {names}. Draw between them, or let the reasons decide.", names=who)
        case "another_round":
            return _("Named by as many: {names}. Another change round, or let the reasons decide.", names=who)
        case "in_turn":
            return _("Named by as many: {names}. Propose one, and the next one if there is an objection.", names=who)
        case "reasons":
            return _("Named by as many: {names}. The reasons decide.", names=who)


def _buttons(state: State, front: tuple[str, ...]) -> tuple[Block, ...]:
    if not front:
        return ()
    draw = Button("draw", _("Draw"), "Draw")
    again = Button("again", _("Another change round"), "Go", {"to": "change"})
    ways = {"draw": (draw,), "another_round": (again,)}.get(state.settings.tie, ())
    return (Buttons(id="tie", pos=62, items=ways),) if ways else ()


def propose_form(state: State, pos: float) -> Block:
    """Whom the facilitator proposes, on the strength of which reasons."""
    now = proposal_of(state)
    keep = now is not None and state.phase == "propose" and not state.refusals and not state.calls
    nominee = now.nominee if now and keep else suggested(state)
    term = now.term if now else state.office.term
    fields = (
        Field("nominee", _("I propose"), "choice", value=nominee, options=options(state, named(state))),
        Field("reason", _("On the strength of which reasons"), "text", 4000, value=now.reason if now and keep else ""),
        Field("term", _("Term, until"), "date", required=False, value=term),
        Field("condition", _("On the condition"), required=False, value=now.condition if now and keep else ""),
    )
    send: Words = _("Change the proposal") if now else _("Propose")
    return Form(id="propose", pos=pos, fields=fields, command="Propose", send=send)
