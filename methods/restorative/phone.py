"""What one person sees of a restorative circle: the question whether they take part, and then the circle itself."""

from collections.abc import Sequence
from dataclasses import replace

from methods.restorative.shared import agreements, detail_of, kind_of, stop_button, words_of
from methods.restorative.state import QUESTIONS, REFLECTED, Matter, State, called, listener_of, settled
from workshop import circle
from workshop.blocks import Block, Button, Buttons, Card, Cards, Choices, Field, Form, Heading, Option, Text
from workshop.language import _
from workshop.method import Viewer

TALK = 21


def own(state: State, viewer: Viewer) -> Sequence[Block]:
    """One's own screen; a device that a table shares takes no part."""
    person = viewer.person
    if viewer.table:
        return ()
    if person not in state.takers:
        return _invited(state)
    above = QUESTIONS["invitation"] if state.stage != "invitation" else ""
    return (
        Heading(id="question", pos=10, text=QUESTIONS[state.stage], above=above),
        *_happened(state),
        *_part(state, viewer),
        *_wall(state, person),
        Buttons(id="leave", pos=96, items=(stop_button(),)),
    )


def _happened(state: State) -> Sequence[Block]:
    text = state.settings.happened
    return (Text(id="happened", pos=11, text=text, tone="note"),) if text and state.stage != "done" else ()


def _invited(state: State) -> Sequence[Block]:
    """The question itself; nothing else is shown to those who do not take part."""
    if state.stage == "done":
        return ()
    if len(state.takers) >= state.settings.most:
        return (Text(id="full", pos=20, text=_("This circle is complete. Speak with the facilitator."), tone="soft"),)
    yes = Button("agree", _("Yes, I take part of my own will"), "Agree", tone="good")
    return (*_happened(state), Buttons(id="agree", pos=20, items=(yes,), label=_("Would you like to take part?")))


def _part(state: State, viewer: Viewer) -> Sequence[Block]:
    match state.stage:
        case "invitation":
            return (Text(id="in", pos=12, text=_("You take part. Thank you. The facilitator begins when all have answered."), tone="good"),)
        case "before":
            return _before(state, viewer.person)
        case "understanding" | "responsibility":
            return (*_turns(state, viewer), *_talk(state, viewer.person), *_note(state, viewer.person))
        case "action":
            return (*_turns(state, viewer), *_note(state, viewer.person), *_matters(state, viewer.person), *_forms())
        case "done":
            done = settled(state, "action", "keep", "after")
            nothing = Text(id="none", pos=70, text=_("Nothing was agreed on, and nothing goes into the record."), tone="soft")
            return (agreements(done) if done else nothing, *_open_matters(state, viewer.person))


def _before(state: State, person: str) -> Sequence[Block]:
    """Alone, before the circle: a note for oneself."""
    label = _("For yourself: what do you want known, and by whom?")
    field = Field("text", label, "text", limit=2000, value=state.notes.get(person, ""), hint=_("Only you see this, also afterwards."))
    ready = Button("ready", _("I am ready"), "BeReady", {"yes": True}, tone="good")
    wait = Button("wait", _("Not yet"), "BeReady", {"yes": False})
    is_ready = person in state.ready
    said = Text(id="is-ready", pos=22, text=_("You are ready. The facilitator sees that you are, not what you wrote."), tone="good")
    return (
        Form(id="prepare", pos=20, fields=(field,), command="Prepare", send=_("Keep it for me")),
        *((said,) if is_ready else ()),
        Buttons(id="ready", pos=23, items=(wait if is_ready else ready,)),
    )


def _note(state: State, person: str) -> Sequence[Block]:
    text = state.notes.get(person, "")
    label = _("Your note, only for you")
    return (Cards(id="note", pos=60, items=(Card("note", text, tone="soft"),), label=label, layout="list"),) if text else ()


def _turns(state: State, viewer: Viewer) -> Sequence[Block]:
    """Whose turn it is, and one's own; where one listens and tells back, a turn ends only when the speaker says that it is heard."""
    mine = [_without_end(state, block) for block in circle.blocks(state.now, viewer, True)]
    everybody = circle.blocks(state.now, Viewer("room"), True)
    return (*(block for block in mine if not isinstance(block, Buttons) or block.items), *everybody)


def _without_end(state: State, block: Block) -> Block:
    if state.stage in REFLECTED and isinstance(block, Buttons):
        return replace(block, items=tuple(one for one in block.items if one.id != "spoke"))
    return block


def _talk(state: State, person: str) -> Sequence[Block]:
    """The one who has the word, and the one who listens."""
    now, listener = state.now.now, listener_of(state)
    if not now or person not in (now, listener):
        return ()
    if person == listener:
        told = _("Say in your own words what you heard. It need not be your opinion.")
        listen = _("Listen to {name}. Afterwards you are asked what you heard.", name=called(state, now))
        return (Text(id="listen", pos=19, text=told if state.step == "hearing" else listen, tone="now"),)
    return _speaking(state, listener) if state.step == "speaking" and listener else _checking(state, listener)


def _speaking(state: State, listener: str) -> Sequence[Block]:
    others = [one for one in sorted(state.takers) if one != state.now.now and one in state.now.members and one not in state.now.gone]
    said = Button("said", _("I have said it: what did you hear?"), "Reflect", tone="good")
    listeners = Choices(
        id="listener", pos=TALK + 2, items=tuple(Option(one, called(state, one)) for one in others), command="Choose", argument="listener",
        send=_("This person listens"), label=_("Who should hear it?"), chosen=(listener,),
    )  # fmt: skip
    return (Buttons(id="talk", pos=TALK, items=(said,)), *((listeners,) if len(others) > 1 else ()))


def _checking(state: State, listener: str) -> Sequence[Block]:
    """Without anybody to tell it back, the speaker says when it is said."""
    heard = Button("heard", _("Yes, that is it") if listener else _("I have said it"), "Heard", tone="good")
    more = Button("more", _("There is more to say"), "SayMore")
    label = _("Is this what you wanted known?") if listener else ""
    return (Buttons(id="talk", pos=TALK, items=(heard, more) if listener else (heard,), label=label),)


def _forms() -> Sequence[Block]:
    """What could be agreed on."""
    action = (
        Field("text", _("What is done")),
        Field("who", _("Who does it"), limit=80),
        Field("due", _("By when"), "date", required=False),
    )
    keep = (Field("text", _("Words that all want to keep"), "text"),)
    after = (Field("due", _("We meet again on"), "date"), Field("text", _("Where, at what time"), limit=120, required=False))
    return (
        Form(id="action", pos=76, fields=action, command="Propose", send=_("Propose this action"), args={"kind": "action"}),
        Form(id="keep", pos=78, fields=keep, command="Propose", send=_("Propose these words"), args={"kind": "keep"}),
        Form(id="after", pos=80, fields=after, command="Propose", send=_("Propose this day"), args={"kind": "after"}),
    )


def _matters(state: State, person: str) -> Sequence[Block]:
    done = settled(state, "action", "keep", "after")
    return (*_open_matters(state, person), *((_taken_back(done, person),) if done else ()))


def _open_matters(state: State, person: str) -> Sequence[Block]:
    cards = tuple(_card(state, one, person) for one in state.matters if not one.settled)
    label = _("Do you agree? Only what all agree on goes into the record.")
    return (Cards(id="open", pos=65, items=cards, label=label, layout="list"),) if cards else ()


def _card(state: State, one: Matter, person: str) -> Card:
    yes = person in one.yes
    agree = Button("yes", _("I agree"), "Accept", {"matter": one.id, "yes": True}, tone="good")
    not_any_more = Button("no", _("I do not agree any more"), "Accept", {"matter": one.id, "yes": False})
    back = Button("back", _("Take back"), "Withdraw", {"matter": one.id})
    buttons = (not_any_more if yes else agree, *((back,) if one.by == person else ()))
    return Card(one.id, words_of(one), kind_of(one), detail_of(one), tone="now" if not yes else "", buttons=buttons)


def _taken_back(done: Sequence[Matter], person: str) -> Cards:
    """What all agreed on, which lasts as long as all do."""
    block = agreements(done)
    yes = {one.id for one in done if person in one.yes}
    no = {one.id: Button("no", _("I do not agree any more"), "Accept", {"matter": one.id, "yes": False}) for one in done}
    return replace(block, items=tuple(replace(card, buttons=(no[card.id],)) if card.id in yes else card for card in block.items))


def _wall(state: State, person: str) -> Sequence[Block]:
    """Whether the wall may show the circle."""
    yes = Button("open", _("I agree that the wall shows our circle"), "Open", {"yes": True})
    no = Button("close", _("The wall should not show our circle any more"), "Open", {"yes": False})
    return (Buttons(id="wall", pos=95, items=(no if person in state.wall else yes,)),)
