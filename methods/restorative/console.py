"""What the facilitator sees of a restorative circle: who takes part and is ready, whose turn it is, what is being agreed on."""

from collections.abc import Sequence
from dataclasses import replace

from methods.restorative.shared import agreements, detail_of, kind_of, words_of
from methods.restorative.state import QUESTIONS, Matter, State, called, is_open, listener_of, settled
from workshop import circle
from workshop.blocks import Block, Button, Buttons, Card, Cards, Choices, Field, Form, Heading, Option, Text
from workshop.language import Words, _, n_
from workshop.method import Viewer


def console(state: State, viewer: Viewer) -> Sequence[Block]:
    """Never what somebody wrote for themselves."""
    head = (Heading(id="question", pos=10, text=QUESTIONS[state.stage]), *_script(state))
    match state.stage:
        case "invitation" | "before":
            return (*head, *_people(state), *_add(), *_walls(state))
        case "understanding" | "responsibility":
            return (*head, *_talk(state), *circle.blocks(state.now, viewer, True), *_people(state), *_walls(state))
        case "action":
            return (*head, *circle.blocks(state.now, viewer, True), *_matters(state), _form(), *_people(state), *_walls(state))
        case "done":
            return (*head, *_matters(state), *_people(state), *_walls(state))


def _script(state: State) -> Sequence[Block]:
    """What can be said at each part."""
    said: dict[str, Words] = {
        "invitation": _("Say that taking part is free, that everybody may stop at any moment, and that nothing is shown or kept "
                        "unless all agree."),
        "before": _("Speak with each person alone. Ask what happened, what it means to them now, and who else should be there."),
        "understanding": _("Ask the speaker whom they want to hear it. Ask the listener: what did you hear? Ask the speaker: is that it?"),
        "responsibility": _("Ask in the same way. This is about what people were looking for, not about who is right."),
        "action": _("Ask what each one would like to see happen. Look for actions that say who, what and by when."),
        "done": _("Thank everybody. In the after-circle, ask what became of the actions, and what has changed."),
    }  # fmt: skip
    few = len(state.takers) < 2 and state.stage != "invitation"
    warning = Text(id="few", pos=12, text=_("A circle needs at least two people who said yes."), tone="now")
    return (Text(id="script", pos=11, text=said[state.stage], tone="soft"), *((warning,) if few else ()))


def _people(state: State) -> Sequence[Block]:
    cards = tuple(_person(state, one) for one in sorted(state.takers))
    label = n_("{count} person takes part", "{count} people take part", len(cards))
    empty = _("Nobody has said yes yet.")
    return (Cards(id="takers", pos=55, items=cards, label=label, empty=empty, layout="list"),)


def _person(state: State, person: str) -> Card:
    ready = state.stage == "before" and person in state.ready
    stop = Button("stop", _("Stops here"), "Stop", {"person": person})
    guest = person in state.guests
    detail: Words = _("is ready") if ready else _("without a phone") if guest else ""
    return Card(person, called(state, person), detail=detail, tone="good" if ready else "", buttons=(stop,) if guest else ())


def _add() -> Sequence[Block]:
    field = Field("name", _("Somebody without a phone who has said yes to you"), limit=60)
    return (Form(id="add-speaker", pos=57, fields=(field,), command="AddSpeaker", send=_("Add to the circle")),)


def _talk(state: State) -> Sequence[Block]:
    now, listener = state.now.now, listener_of(state)
    if not now or not listener:
        return ()
    name, other = called(state, now), called(state, listener)
    text = _("{listener} says what they heard.", listener=other) if state.step == "hearing" else _(
        "{name} speaks, {listener} listens.", name=name, listener=other
    )  # fmt: skip
    heard = Button("heard", _("{name} is heard", name=name), "Heard", tone="good")
    more = Button("more", _("There is more to say"), "SayMore")
    others = [one for one in sorted(state.takers) if one != now and one in state.now.members and one not in state.now.gone]
    listeners = Choices(
        id="listener", pos=17, items=tuple(Option(one, called(state, one)) for one in others), command="Choose", argument="listener",
        send=_("This person listens"), label=_("Who should hear it?"), chosen=(listener,),
    )  # fmt: skip
    return (
        Text(id="talk", pos=14, text=text, tone="now"),
        *((Buttons(id="check", pos=15, items=(heard, more)),) if state.step == "hearing" else ()),
        *((listeners,) if state.step == "speaking" and len(others) > 1 else ()),
    )


def _form() -> Form:
    """The facilitator writes down what is agreed by word of mouth; all are asked."""
    fields = (
        Field("text", _("What is done")),
        Field("who", _("Who does it"), limit=80),
        Field("due", _("By when"), "date", required=False),
    )
    return Form(id="action", pos=43, fields=fields, command="Propose", send=_("Propose this action"), args={"kind": "action"})


def _matters(state: State) -> Sequence[Block]:
    open_ = tuple(_card(state, one) for one in state.matters if not one.settled)
    done = settled(state, "action", "keep", "after")
    return (
        *((Cards(id="open", pos=41, items=open_, label=_("Not all agree yet"), layout="list"),) if open_ else ()),
        *((replace(agreements(done), pos=42),) if done else ()),
    )


def _card(state: State, one: Matter) -> Card:
    """How many agree, never who does not; the facilitator says it for those who have no phone."""
    said = n_("{count} of {all} agrees", "{count} of {all} agree", len(one.yes & set(state.takers)), all=len(state.takers))
    detail = _("{detail} · {count}", detail=detail_of(one), count=said) if detail_of(one) else said
    yes = (_guest(state, person, "Accept", {"matter": one.id}) for person in sorted(state.guests - one.yes) if person in state.takers)
    back = Button("back", _("Take back"), "Withdraw", {"matter": one.id})
    return Card(one.id, words_of(one), kind_of(one), detail, tone="now", buttons=(*yes, back))


def _guest(state: State, person: str, command: str, args: dict[str, str]) -> Button:
    return Button(f"yes-{person}", _("{name} agrees", name=called(state, person)), command, {**args, "person": person, "yes": True})


def _walls(state: State) -> Sequence[Block]:
    """What the wall shows, and why."""
    all_of, agreed = len(state.takers), len(state.wall & set(state.takers))
    shown = _("The wall shows the circle, for all agree. Names are not shown.")
    hidden = _("The wall shows nothing of the circle: {count} of {all} agree to it.", count=agreed, all=all_of)
    asked = tuple(_guest(state, person, "Open", {}) for person in sorted(state.guests - state.wall) if person in state.takers)
    label = _("May the wall show the circle?")
    return (
        Text(id="wall", pos=90, text=shown if is_open(state) else hidden, tone="soft"),
        *((Buttons(id="wall-guests", pos=91, items=asked, label=label),) if asked else ()),
    )
