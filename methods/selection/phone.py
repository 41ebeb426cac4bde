"""What is only for one person in a selection: their name, their nomination, their turn, their answer, their argument."""

from collections.abc import Sequence

from methods.selection.answering import apart, others_turn, their_turn
from methods.selection.pieces import SIGNALS, STATUSES, name_of, options
from methods.selection.rounds import round_of
from methods.selection.standing import call_of, candidate_of, named, proposed
from methods.selection.state import Objection, State
from workshop import circle
from workshop.blocks import Block, Button, Buttons, Choices, Field, Form, Text
from workshop.language import Words, _
from workshop.method import Viewer


def phone(state: State, viewer: Viewer) -> Sequence[Block]:
    """The blocks that only this person sees."""
    person = viewer.person
    match state.phase:
        case "role":
            return _name(state, person, 24)
        case "nominate":
            return (*_nominated(state, person), *_name(state, person, 800))
        case "reasons" | "change":
            return (*circle.blocks(round_of(state), viewer, named=True, pos=500), *_reason(state, person))
        case "questions":
            return _ask(state)
        case "consent":
            return (*_answer(state, person), *_arguments(state, person))
        case "objections" | "done":
            return _arguments(state, person)
        case "accept":
            return _accept(state, person)
        case _:
            return ()


def _name(state: State, person: str, pos: float) -> Sequence[Block]:
    own = candidate_of(state, person)
    hint = _("Whoever is on the list can be nominated. The record names who is selected, and who nominated whom.")
    field = Field("name", _("My name, as the room knows me"), limit=60, value=own.name if own else "", hint=hint)
    send: Words = _("Change my name") if own else _("Put me on the list")
    said = _("You are on the list as “{name}”.", name=own.name) if own else ""
    return (
        *((Text(id="my-name", pos=pos, text=said, tone="good"),) if said else ()),
        Form(id="put-name", pos=pos + 10, fields=(field,), command="PutName", send=send),
    )


def _nominated(state: State, person: str) -> Sequence[Block]:
    own = state.given.get(person)
    if person in state.abstaining:
        return (Text(id="mine", pos=500, text=_("You nominate nobody. You can change this until all is shown."), tone="good"),)
    if own is None:
        return ()
    text = _("You nominate {name}. You can change this until all is shown.", name=name_of(state, own.nominee))
    return (Text(id="mine", pos=500, text=text, tone="good"),)


def _reason(state: State, person: str) -> Sequence[Block]:
    """One's own reason, to write it or to write it better; in the change round it is part of the change."""
    own = next((one for one in state.now if one.by == person), None)
    if own is None or state.phase == "change":
        return ()
    label = _("Why I nominate {name}", name=name_of(state, own.nominee))
    field = Field("reason", label, "text", value=own.reason)
    return (Form(id="explain", pos=540, fields=(field,), command="Explain", send=_("Write it down")),)


def _ask(state: State) -> Sequence[Block]:
    fields = (
        Field("nominee", _("To"), "choice", options=options(state, named(state))),
        Field("text", _("Your question"), "text"),
    )
    return (Form(id="ask", pos=500, fields=fields, command="Ask", send=_("Ask")),)


def _answer(state: State, person: str) -> Sequence[Block]:
    call, who = call_of(state), proposed(state)
    if call is None:
        return ()
    nominee = who is not None and who.person == person
    turn = their_turn(state) if nominee and (apart(state) or call.closed) else others_turn(state)
    if not turn:
        return ()
    chosen = call.signals.get(person)
    label = _("You are proposed. Do you consent to it yourself?") if nominee else ""
    hidden = _("Nobody sees an answer before all have answered. You can change yours until then.")
    alone = _("Your answer is shown at once.")
    return (
        Choices(
            id="signal",
            pos=500,
            items=tuple(SIGNALS.values()),
            command="Respond",
            argument="signal",
            send=_("Send"),
            label=label,
            chosen=(chosen,) if chosen else (),
            args={"call": call.number},
        ),
        Text(id="hidden", pos=510, text=alone if nominee and their_turn(state) else hidden, tone="soft"),
    )


def _arguments(state: State, person: str) -> Sequence[Block]:
    """The person's own arguments that can still be said, or said better."""
    call = state.calls[-1].number if state.calls else 0
    mine = [one for one in state.objections if one.owner == person and one.call == call]
    return [block for place, one in enumerate(mine) for block in _argument(state, one, 500 + 40 * place)]


def _argument(state: State, one: Objection, pos: int) -> tuple[Block, ...]:
    objection = one.kind == "objection"
    if objection and (one.status != "open" or state.phase == "done"):
        status, tone = STATUSES[one.status]
        text = _("Your argument: {argument} ({status})", argument=one.text, status=status)
        return (Text(id=f"mine-{one.id}", pos=pos, text=text, tone=tone),)
    label = _("What is your reason? Which risk do you see, or which better way?") if objection else _("What is your concern?")
    send: Words = _("Say it better") if one.text else _("Send")
    field = Field("text", label, "text", value=one.text)
    form = Form(id=f"argue-{one.id}", pos=pos, fields=(field,), command="Argue", send=send, args={"objection": one.id})
    drop = Button("drop", _("Drop my argument"), "Drop", {"objection": one.id}, confirm=_("Drop it? The record keeps what you wrote."))
    return (form, Buttons(id=f"drop-{one.id}", pos=pos + 10, items=(drop,))) if objection else (form,)


def _accept(state: State, person: str) -> Sequence[Block]:
    who = proposed(state)
    if who is None or who.person != person:
        return ()
    yes = Button("accept", _("I accept"), "Accept", tone="good")
    field = Field("reason", _("I do not accept, because"), "text", required=False)
    return (
        Buttons(id="accept", pos=500, items=(yes,), label=_("Do you accept this role?")),
        Form(id="refuse", pos=510, fields=(field,), command="Refuse", send=_("I do not accept")),
    )
