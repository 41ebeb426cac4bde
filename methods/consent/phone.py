"""What is only for one person in a consent decision: their own form, their own answer, their own argument."""

from collections.abc import Hashable, Sequence
from typing import TypeVar

from methods.consent.guards import circle_of, current, is_open, last_round, open_to_all, raised, to_resolve, under_test
from methods.consent.pieces import SIGNALS, STATUSES
from methods.consent.state import Argument, Question, State, Suggestion
from methods.consent.testing import own_test
from methods.consent.variants import in_turns
from workshop import circle
from workshop.blocks import Block, Button, Buttons, Card, Cards, Choices, Field, Form, Text
from workshop.language import Words, _
from workshop.method import Viewer
from workshop.shelf import Catalogue

Voice = TypeVar("Voice", Question, Suggestion)
OWN = 500
MINE = 20


def phone(state: State, viewer: Viewer) -> Sequence[Block]:
    """The blocks that only this person sees."""
    person = viewer.person
    turns = circle.blocks(circle_of(state), viewer, state.settings.show_names, pos=OWN - 40) if in_turns(state, state.phase) else ()
    match state.phase:
        case "present" | "amend":
            return _take_up(state, person)
        case "clarify":
            return (*turns, *_ask(state, person))
        case "react":
            return (*turns, *_react(state, person))
        case "check" if is_open(state):
            return (*turns, *_signal(state, person))
        case "check" | "agreed":
            return _words(state, person)
        case "test":
            return (*own_test(state, person), *_adopt(under_test(state), state), *_words(state, person))
        case "resolve":
            return (*_adopt(to_resolve(state), state), *_resolve(state, person), *_proposing(state, person))
        case "driver" | "check":
            return ()


def _take_up(state: State, person: str) -> tuple[Block, ...]:
    """Somebody says that the proposal is theirs: then they confirm, and amend, themselves."""
    if state.proposer:
        mine = Text(id="yours", pos=OWN, text=_("You are the proposer."), tone="good")
        return (mine,) if state.proposer == person else ()
    button = Button("mine", _("This is my proposal"), "TakeUp", confirm=_("You are then asked whether a change to it is good."))
    return (Buttons(id="take-up", pos=OWN, items=(button,)),)


def _adopt(one: Argument | None, state: State) -> tuple[Block, ...]:
    if one is None or one.owner not in state.gone:
        return ()
    button = Button("adopt", _("I make it my own"), "Adopt", {"argument": one.id})
    return (Buttons(id="adopt", pos=OWN - 20, items=(button,), label=_("The person who raised this has left.")),)


def _proposing(state: State, person: str) -> tuple[Block, ...]:
    """The proposer confirms an offer, or writes the amendment."""
    one, now = to_resolve(state), current(state)
    if one is None or now is None or person != state.proposer:
        return ()
    args = {"argument": one.id}
    if one.offer is None:
        kept = {"responsible": now.responsible, "criteria": now.criteria, "review_date": now.review_date}
        field = Field("text", _("The proposal, amended"), "text", 4000, value=now.text)
        return (Form(id="amend", pos=OWN + 40, fields=(field,), command="Amend", send=_("Offer this amendment"), args={**args, **kept}),)
    if one.offer.proposer:
        return ()
    yes = Button("proposer", _("Yes, it is still my proposal"), "ConfirmProposer", args, tone="good")
    return (Buttons(id="confirm-mine", pos=OWN + 20, items=(yes,), label=_("Is this change good for you, as the proposer?")),)


def _ask(state: State, person: str) -> tuple[Block, ...]:
    field = Field("text", _("Your question, for understanding"), "text")
    form = Form(id="ask", pos=OWN, fields=(field,), command="Ask", send=_("Ask"))
    return (form, *_so_far("asked", state.questions, ("by", person)))


def _so_far(id: str, said: Catalogue[Voice], label: Hashable) -> tuple[Block, ...]:
    """The last that this person has sent already."""
    total = said.count(label)
    cards = tuple(Card(one.id, one.text) for one in reversed(said.latest(label, MINE)))
    total = total if total > MINE else 0
    return (Cards(id=id, pos=OWN + 10, items=cards, label=_("Yours so far"), total=total, layout="list"),) if cards else ()


def _react(state: State, person: str) -> tuple[Block, ...]:
    if state.settings.variant == "holacracy" and person == state.proposer:
        return (Text(id="listen", pos=OWN, text=_("You listen in this round; then you may amend your proposal."), tone="note"),)
    turn = circle_of(state)
    if turn.now and person != turn.now and person not in turn.how:
        return ()
    mine = next(state.reactions.under_label(("by", person)), None)
    if mine is not None:
        said = _("You said: {reaction}", reaction=mine.text) if mine.text else _("You passed.")
        return (Text(id="mine", pos=OWN, text=said, tone="good"),)
    field = Field("text", _("Your reaction, in a sentence"), "text")
    own = Field("text", _("What you said, in a sentence, if the record should have it"), "text")
    leave = Button("pass", _("Pass"), "Pass")
    if turn.number:
        return (Form(id="react", pos=OWN, fields=(own,), command="React", send=_("Send")),)
    return (
        Form(id="react", pos=OWN, fields=(field,), command="React", send=_("Send")),
        Buttons(id="pass", pos=OWN + 10, items=(leave,)),
    )


def _signal(state: State, person: str) -> tuple[Block, ...]:
    last = last_round(state)
    if last is None:
        return ()
    chosen, turn = last.signals.get(person), circle_of(state)
    if turn.now and person != turn.now and not chosen:
        return ()
    named = _("If you see a concern or an objection, you are then asked for your reason. It is shown with your name.")
    unnamed = _("If you see a concern or an objection, you are then asked for your reason. It is shown without your name.")
    return (
        Choices(
            id="signal",
            pos=OWN,
            items=tuple(SIGNALS.values()),
            command="Signal",
            argument="signal",
            send=_("Send"),
            chosen=(chosen,) if chosen else (),
            args={"round": last.number},
        ),
        Text(
            id="hidden",
            pos=OWN + 10,
            text=_("Nobody sees an answer before all have answered. You can change yours until then."),
            tone="soft",
        ),
        Text(id="reasons", pos=OWN + 20, text=named if state.settings.show_names else unnamed, tone="soft"),
    )


def _words(state: State, person: str) -> tuple[Block, ...]:
    """The person's own arguments that can still be said, or said better."""
    mine = list(raised(state, ("by", person)))
    said = [one for one in mine if one.status == "concern" or (one.status == "untested" and state.phase != "agreed")]
    blocks = [block for place, one in enumerate(said) for block in _argument(state, one, OWN + 40 * place)]
    settled = [one for one in mine if one not in said]
    return (*blocks, *(_status(one, OWN + 200 + place) for place, one in enumerate(settled)))


def _argument(state: State, one: Argument, pos: int) -> tuple[Block, ...]:
    objection = one.status == "untested"
    label = _("What is your reason? Which risk do you see, or which better way?") if objection else _("What is your concern?")
    field = Field("text", label, "text", value=one.text)
    send: Words = _("Say it better") if one.text else _("Send")
    form = Form(id=f"argue-{one.id}", pos=pos, fields=(field,), command="Argue", send=send, args={"argument": one.id})
    if not objection:
        more = Button("more", _("It is a possible objection"), "MakeObjection", {"argument": one.id})
        may = state.phase in ("check", "test", "resolve") and one.text and one.settled != "left"
        return (form, *((Buttons(id=f"more-{one.id}", pos=pos + 10, items=(more,)),) if may else ()))
    args = {"argument": one.id}
    drop = Button("drop", _("Drop my argument"), "Drop", args, confirm=_("Drop it? The record keeps what you wrote."))
    less = Button("less", _("It is only a concern"), "MakeConcern", args, confirm=_("A concern is recorded, and stops nothing."))
    return (form, Buttons(id=f"drop-{one.id}", pos=pos + 10, items=(less, drop)))


def _status(one: Argument, pos: int) -> Block:
    text, tone = STATUSES[one.status]
    return Text(id=f"mine-{one.id}", pos=pos, text=_("Your argument: {argument} ({status})", argument=one.text, status=text), tone=tone)


def _resolve(state: State, person: str) -> tuple[Block, ...]:
    one = to_resolve(state)
    if one is None:
        return ()
    args = {"argument": one.id}
    if one.offer is None and one.owner != person and not open_to_all(state, one):
        return (Text(id="first", pos=OWN, text=_("The person who objects is asked first; then you are."), tone="soft"),)
    if one.offer is None:
        field = Field("text", _("A change that could resolve it"), "text")
        form = Form(id="suggest", pos=OWN, fields=(field,), command="Suggest", send=_("Suggest"), args=args)
        return (form, *_so_far("suggested", state.suggestions, ("by", person, one.id)))
    if one.owner != person or one.offer.objector:
        return ()
    field = Field("text", _("Not yet: what is missing?"), "text", required=False, hint=_("You may also say it aloud."))
    return (
        Text(id="resolved", pos=OWN - 1, text=_("Does this change resolve your objection?")),
        Form(id="confirm", pos=OWN, fields=(), command="Confirm", send=_("Yes, it resolves my objection"), args=args),
        Form(id="decline", pos=OWN + 10, fields=(field,), command="Decline", send=_("Not yet"), args=args),
    )
