"""What is only for one person in a consent decision: their own form, their own answer, their own argument."""

from collections.abc import Hashable, Sequence
from typing import TypeVar

from methods.consent.guards import is_open, last_round, raised, to_resolve, under_test
from methods.consent.pieces import SIGNALS, STATUSES
from methods.consent.state import Argument, Question, State, Suggestion
from workshop.blocks import Block, Button, Buttons, Card, Cards, Choices, Field, Form, Text
from workshop.language import Words, _
from workshop.shelf import Catalogue

Voice = TypeVar("Voice", Question, Suggestion)
OWN = 500
MINE = 20


def phone(state: State, person: str) -> Sequence[Block]:
    """The blocks that only this person sees."""
    match state.phase:
        case "clarify":
            return _ask(state, person)
        case "react":
            return _react(state, person)
        case "check" if is_open(state):
            return _signal(state, person)
        case "check" | "agreed":
            return _words(state, person)
        case "test":
            return (*_doubt(state, person), *_words(state, person))
        case "resolve":
            return _resolve(state, person)
        case _:
            return ()


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
    mine = next(state.reactions.under_label(("by", person)), None)
    if mine is not None:
        said = _("You said: {reaction}", reaction=mine.text) if mine.text else _("You passed.")
        return (Text(id="mine", pos=OWN, text=said, tone="good"),)
    field = Field("text", _("Your reaction, in a sentence"), "text")
    leave = Button("pass", _("Pass"), "Pass")
    return (
        Form(id="react", pos=OWN, fields=(field,), command="React", send=_("Send")),
        Buttons(id="pass", pos=OWN + 10, items=(leave,)),
    )


def _signal(state: State, person: str) -> tuple[Block, ...]:
    last = last_round(state)
    if last is None:
        return ()
    chosen = last.signals.get(person)
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
        return (form,)
    drop = Button("drop", _("Drop my argument"), "Drop", {"argument": one.id}, confirm=_("Drop it? The record keeps what you wrote."))
    return (form, Buttons(id=f"drop-{one.id}", pos=pos + 10, items=(drop,)))


def _status(one: Argument, pos: int) -> Block:
    text, tone = STATUSES[one.status]
    return Text(id=f"mine-{one.id}", pos=pos, text=_("Your argument: {argument} ({status})", argument=one.text, status=text), tone=tone)


def _doubt(state: State, person: str) -> tuple[Block, ...]:
    one = under_test(state)
    if one is None or one.owner == person:
        return ()
    if person in one.doubts:
        return (Text(id="doubted", pos=OWN + 300, text=_("Your doubt is noted. It will be heard."), tone="good"),)
    field = Field("text", _("I doubt that it qualifies, because"), "text")
    return (Form(id="doubt", pos=OWN + 300, fields=(field,), command="Doubt", send=_("Send my doubt"), args={"argument": one.id}),)


def _resolve(state: State, person: str) -> tuple[Block, ...]:
    one = to_resolve(state)
    if one is None:
        return ()
    args = {"argument": one.id}
    if one.offer is None:
        field = Field("text", _("A change that could resolve it"), "text")
        form = Form(id="suggest", pos=OWN, fields=(field,), command="Suggest", send=_("Suggest"), args=args)
        return (form, *_so_far("suggested", state.suggestions, ("by", person, one.id)))
    if one.owner != person or one.offer.objector:
        return ()
    yes = Button("yes", _("Yes, it resolves my objection"), "Confirm", args, tone="good")
    field = Field("text", _("Not yet: what is missing?"), "text")
    return (
        Buttons(id="confirm", pos=OWN, items=(yes,), label=_("Does this change resolve your objection?")),
        Form(id="decline", pos=OWN + 10, fields=(field,), command="Decline", send=_("Not yet"), args=args),
    )
