"""What the facilitator sees and can do in a consent decision, phase by phase, and why something cannot be done yet."""

from collections.abc import Sequence
from itertools import islice

from methods.consent.guards import PREPARING, current, forward, is_open, last_round, raised, to_resolve, under_test
from methods.consent.pieces import arguments, facts, phases, progress, proposal, tally
from methods.consent.shared import offered, shared
from methods.consent.state import Argument, State
from methods.consent.voices import questions, reactions, suggestions
from workshop.blocks import Block, Button, Buttons, Field, Form, Option, Text
from workshop.language import Message, Words, _
from workshop.method import Viewer


def console(state: State, viewer: Viewer) -> Sequence[Block]:
    """The facilitator's screen of a consent decision."""
    match state.phase:
        case "driver":
            body = (*shared(state, viewer)[:-1], *_driver_forms(state))
        case "present":
            body = (*proposal(state), _propose(state))
        case "clarify":
            body = (*proposal(state), *_answers(state), *questions(state, console=True), _propose(state))
        case "react":
            body = (*proposal(state), *reactions(state, console=True), _propose(state))
        case "check":
            body = (*proposal(state), *_check(state, viewer))
        case "test":
            body = (*proposal(state), *_test(state))
        case "resolve":
            body = (*proposal(state), *facts(state), *_resolve(state))
        case "agreed":
            body = (*shared(state, viewer)[:-1], _paper(), *_unwritten(state))
    return (*_hint(state), *body, *_endings(state), phases(state))


def _hint(state: State) -> tuple[Block, ...]:
    """Why it cannot go on yet, or what is still missing."""
    ahead, now = forward(state), current(state)
    calling = state.phase == "check" and is_open(state)
    if state.phase != "agreed" and not calling and isinstance(ahead, Message):
        return (Text(id="hint", text=ahead, tone="now"),)
    if state.phase == "driver" and not state.happens:
        return (Text(id="hint", text=_("The driver is not stated yet."), tone="now"),)
    if now is not None and not now.review_date:
        return (Text(id="hint", text=_("No review date is set yet."), tone="now"),)
    return ()


def _driver_forms(state: State) -> tuple[Block, ...]:
    fields = (
        Field("happens", _("What is happening?"), "text", 4000, value=state.happens),
        Field("matters", _("Why does it matter?"), "text", 4000, required=False, value=state.matters),
    )
    form = Form(id="state-driver", fields=fields, command="StateDriver", send=_("Show the driver"))
    if not state.happens or state.ours:
        return (form,)
    confirm = Button("ours", _("Yes: it matters, and it is ours to answer"), "ConfirmDriver", tone="good")
    return (form, Buttons(id="confirm-driver", items=(confirm,), label=_("Does the room confirm the driver?")))


def proposal_fields(state: State) -> tuple[Field, ...]:
    """The proposal to write or to change; at first it is the item that most people support."""
    now = current(state)
    chosen = state.settings
    text = now.text if now else state.best
    responsible, criteria, review = (
        (now.responsible, now.criteria, now.review_date) if now else (chosen.responsible, chosen.criteria, chosen.review_date)
    )
    return (
        Field("text", _("The proposal"), "text", 4000, value=text),
        Field("responsible", _("Responsible"), required=False, value=responsible),
        Field("criteria", _("How we will see whether it works"), "text", 4000, required=False, value=criteria),
        Field("review_date", _("Review date"), "date", required=False, value=review),
    )


def _propose(state: State) -> Block:
    send: Words = _("Change the proposal") if state.versions else _("Show the proposal")
    return Form(id="propose", pos=800, fields=proposal_fields(state), command="Propose", send=send)


def _answers(state: State) -> tuple[Block, ...]:
    """A form for each of the oldest questions without an answer."""
    waiting = islice(state.questions.under_label("open"), 3)
    return tuple(
        Form(
            id=f"answer-{one.id}",
            fields=(Field("text", one.text, "text", 4000, hint=_("The answer, in a sentence")),),
            command="Answer",
            send=_("Answered"),
            args={"question": one.id},
        )
        for one in waiting
    )


def _paper() -> Block:
    kinds = (Option("concern", _("Concern")), Option("objection", _("Possible objection")))
    fields = (
        Field("kind", _("From paper, or said aloud"), "choice", options=kinds, value="objection"),
        Field("text", _("The argument"), "text"),
    )
    return Form(id="paper", pos=820, fields=fields, command="AddPaper", send=_("Add for somebody"))


def _check(state: State, viewer: Viewer) -> tuple[Block, ...]:
    last = last_round(state)
    if last is None:
        return ()
    fields = (
        Field("consent", _("Consent, hands raised"), "number", value=str(last.hands.consent)),
        Field("concern", _("Concern, hands raised"), "number", value=str(last.hands.concern)),
    )
    hands = Form(id="hands", pos=810, fields=fields, command="CountHands", send=_("Count people without a phone"))
    if is_open(state):
        return (progress(state, viewer.here), hands, _paper())
    return (tally(state, last), *arguments(state, "round", last.number), *_unwritten(state), hands, _paper())


def _unwritten(state: State) -> tuple[Block, ...]:
    """Forms for arguments that their owners have not written: told aloud, the facilitator writes them."""
    waiting = islice(raised(state, "unwritten"), 5)
    return tuple(_write(one, _("Told aloud")) for one in waiting)


def _write(one: Argument, label: Words) -> Form:
    field = Field("text", label, "text", value=one.text)
    return Form(id=f"write-{one.id}", pos=780, fields=(field,), command="Argue", send=_("Write it down"), args={"argument": one.id})


def _test(state: State) -> tuple[Block, ...]:
    one = under_test(state)
    if one is None:
        return (*arguments(state, "objection"), _paper())
    args = {"argument": one.id}
    hear = Button("hear", _("The doubts were heard"), "HearDoubts", args, tone="now")
    buttons = (
        Button("qualify", _("It qualifies"), "Qualify", args, tone="stop"),
        Button("concern", _("It becomes a concern"), "MakeConcern", args, tone="now"),
        Button("drop", _("The owner drops it"), "Drop", args),
    )
    waiting = one.heard < len(one.doubts)
    cards = tuple(block for block in shared(state, Viewer("console")) if block.id in ("argument", "doubts"))
    return (
        *cards,
        Buttons(id="test", pos=760, items=((hear, *buttons[1:]) if waiting else buttons)),
        _write(one, _("The argument, as the owner now says it")),
        _paper(),
    )


def _resolve(state: State) -> tuple[Block, ...]:
    one = to_resolve(state)
    if one is None:
        return ()
    cards = tuple(block for block in shared(state, Viewer("console")) if block.id == "argument")
    if one.offer is None:
        return (*cards, *suggestions(state, one, console=True), *_offers(state, one))
    args = {"argument": one.id}
    proposer = Button("proposer", _("The proposer agrees"), "ConfirmProposer", args, tone="good")
    instead = Button(
        "objector",
        _("Agree in the objector’s place"),
        "Confirm",
        args,
        confirm=_("Did the objector say so, or leave the room? The record says that you confirmed in their place."),
    )
    back = Button("back", _("Take the offer back"), "Decline", args)
    buttons = (*(() if one.offer.proposer else (proposer,)), *(() if one.offer.objector else (instead,)), back)
    return (*cards, *offered(state, one.offer), Buttons(id="confirm", items=buttons))


def _offers(state: State, one: Argument) -> tuple[Block, ...]:
    args = {"argument": one.id}
    term = Field("term", _("It holds only until"), "date")
    criterion = Field("criterion", _("What we will measure"), "text")
    return (
        Form(id="amend", pos=750, fields=proposal_fields(state), command="Amend", send=_("Offer this amendment"), args=args),
        Form(id="shorten", pos=760, fields=(term,), command="Shorten", send=_("Offer a shorter term"), args=args),
        Form(id="measure", pos=770, fields=(criterion,), command="Measure", send=_("Offer to measure it"), args=args),
    )


def _endings(state: State) -> tuple[Block, ...]:
    """The other ways to end: pass on or drop a driver, or defer, delegate, refer or withdraw a proposal."""
    if state.phase == "agreed" or (state.phase == "check" and is_open(state)):
        return ()
    results = (
        Option("deferred", _("Defer it")),
        Option("delegated", _("Delegate it")),
        Option("referred", _("Refer it")),
        Option("withdrawn", _("Drop it") if state.phase in PREPARING else _("Withdraw it")),
    )
    fields = (
        Field("result", _("End it without an agreement"), "choice", options=results),
        Field("who", _("Who takes it on"), required=False),
        Field("when", _("By when"), "date", required=False),
        Field("reason", _("Why"), "text", required=False),
    )
    return (Form(id="close", pos=900, fields=fields, command="Close", send=_("End it so")),)
