"""On the console: the proposal to write, an objection to resolve, and the other ways to end."""

from methods.consent.guards import PREPARING, current, is_open, open_to_all, to_resolve
from methods.consent.origin import origin_field
from methods.consent.shared import offered, shared
from methods.consent.state import Argument, State
from methods.consent.voices import suggestions
from workshop.blocks import Block, Button, Buttons, Field, Form, Option
from workshop.language import Words, _
from workshop.method import Viewer


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


def propose(state: State) -> Block:
    """The form for the text as it is to be."""
    send: Words = _("Change the proposal") if state.versions else _("Show the proposal")
    return Form(id="propose", pos=800, fields=(*proposal_fields(state), *origin_field(state)), command="Propose", send=send)


def resolve(state: State) -> tuple[Block, ...]:
    """What the facilitator can do about the objection in hand."""
    one = to_resolve(state)
    if one is None:
        return ()
    cards = tuple(block for block in shared(state, Viewer("console")) if block.id in ("argument", "left", "lead"))
    if one.offer is None:
        return (*cards, *_ask_all(state, one), *suggestions(state, one, console=True), *_offers(state, one))
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


def _ask_all(state: State, one: Argument) -> tuple[Block, ...]:
    """After the objector, everybody is asked."""
    if open_to_all(state, one):
        return ()
    wide = Button("widen", _("Ask everybody"), "Widen", {"argument": one.id})
    return (Buttons(id="widen", pos=690, items=(wide,)),)


def _offers(state: State, one: Argument) -> tuple[Block, ...]:
    args = {"argument": one.id}
    term = Field("term", _("It holds only until"), "date")
    criterion = Field("criterion", _("What we will measure"), "text")
    return (
        Form(id="amend", pos=750, fields=proposal_fields(state), command="Amend", send=_("Offer this amendment"), args=args),
        Form(id="shorten", pos=760, fields=(term,), command="Shorten", send=_("Offer a shorter term"), args=args),
        Form(id="measure", pos=770, fields=(criterion,), command="Measure", send=_("Offer to measure it"), args=args),
    )


def endings(state: State) -> tuple[Block, ...]:
    """The other ways to end: pass on or drop a driver, or defer, delegate, refer or withdraw a proposal."""
    if state.phase == "agreed" and state.outcome is not None:
        another = Button("another", _("Another proposal"), "Another")
        label = _("Is there one more proposal to decide on? This one stays in the record as it is.")
        return (Buttons(id="another", pos=890, items=(another,), label=label),)
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
