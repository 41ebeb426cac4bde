"""What the facilitator sees and can do in a consent decision, phase by phase, and why something cannot be done yet."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from methods.consent.closing import endings, propose, resolve
from methods.consent.guards import circle_of, current, is_open, last_round, raised, under_test
from methods.consent.pieces import PHASES, arguments, facts, phases, progress, proposal, proposer, silent, tally
from methods.consent.script import script
from methods.consent.shared import shared
from methods.consent.state import Argument, State
from methods.consent.testing import test_of
from methods.consent.variants import in_turns
from methods.consent.voices import questions, reactions
from workshop import circle
from workshop.blocks import Block, Button, Buttons, Field, Form, Option, Text
from workshop.language import Words, _
from workshop.method import Viewer

SHARED = ("argument", "left", "depth", "doubts", "tests")


def console(state: State, viewer: Viewer) -> Sequence[Block]:
    """The facilitator's screen of a consent decision."""
    match state.phase:
        case "driver":
            body = (*shared(state, viewer)[:-1], *_driver_forms(state))
        case "present":
            body = (*proposer(state), *_lay_down(state), *proposal(state), propose(state))
        case "amend":
            body = (*proposal(state), propose(state), *reactions(state, console=True))
        case "clarify":
            body = (*proposal(state), *_turns(state, viewer), *_answers(state), *questions(state, console=True), propose(state))
        case "react":
            body = (*proposal(state), *_turns(state, viewer), *reactions(state, console=True), propose(state))
        case "check":
            body = (*proposal(state), *_check(state, viewer))
        case "test":
            body = (*_test(state), *_below(state))
        case "resolve":
            body = (*resolve(state), *_below(state), *facts(state, pos=786))
        case "agreed":
            body = (*shared(state, viewer)[:-1], _paper(), *_unwritten(state))
    return (*_hint(state), *script(state), *body, *endings(state), phases(state))


def _hint(state: State) -> tuple[Block, ...]:
    """What is still missing; why it cannot go on yet stands beside the big button."""
    now = current(state)
    if state.phase == "driver" and not state.happens:
        return (Text(id="hint", text=_("The driver is not stated yet."), tone="now"),)
    if now is not None and not now.review_date:
        return (Text(id="hint", text=_("No review date is set yet."), tone="now"),)
    return ()


def _below(state: State) -> tuple[Block, ...]:
    """The proposal under what is to be done."""
    return tuple(replace(block, pos=785) for block in proposal(state))


def _turns(state: State, viewer: Viewer) -> tuple[Block, ...]:
    """The round of speakers; where people have much to say, everybody may write instead."""
    if not in_turns(state, state.phase):
        return ()
    return circle.blocks(circle_of(state), viewer, label=PHASES[state.phase], pos=560)


def _lay_down(state: State) -> tuple[Block, ...]:
    if not state.proposer:
        return ()
    return (Buttons(id="lay-down", pos=15, items=(Button("none", _("Somebody else proposes it"), "LayDown"),)),)


def _kinds(state: State) -> tuple[Block, ...]:
    """A concern that sounds like an objection is tested, on its owner's word; an objection that is none becomes a concern there."""
    found = islice((one for one in raised(state, "concern") if one.text and one.settled in ("", "owner", "told")), 5)
    buttons = tuple(
        Button(f"object-{one.id}", _("“{text}” is a possible objection", text=_short(one.text)), "MakeObjection", {"argument": one.id})
        for one in found
    )
    label = _("Is a concern more than a doubt? Ask its owner; in doubt, it is tested as a possible objection.")
    return (Buttons(id="kinds", pos=770, items=buttons, label=label),) if buttons else ()


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:58].rstrip()} …"


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
        turns = _turns(state, viewer)
        return (*(_early(turns) or (progress(state, viewer.here),)), hands, _paper())
    return (tally(state, last), *silent(last), *arguments(state, "round", last.number), *_kinds(state), *_unwritten(state), hands, _paper())


def _early(turns: tuple[Block, ...]) -> tuple[Block, ...]:
    """One by one: the call can be closed before everybody has spoken."""
    confirm = _("Those who have not answered are counted as such. Show the answers now?")
    close = Button("early", _("Close the call early"), "CloseCall", confirm=confirm)
    return (*turns, Buttons(id="early", pos=600, items=(close,))) if turns else ()


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
    cards = tuple(block for block in shared(state, Viewer("console")) if block.id in SHARED)
    return (*cards, *test_of(state), _write(one, _("The argument, as the owner now says it")), _paper())
