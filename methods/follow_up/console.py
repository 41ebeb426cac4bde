"""What the facilitator sees and can do in a follow-up: the outcome by one press, or with a note and a new day."""

from collections.abc import Sequence

from methods.follow_up.commands import NONE
from methods.follow_up.pieces import MARKED, plain_card, question_of, tallies
from methods.follow_up.shared import looked_at, nothing, progress
from methods.follow_up.state import STATUSES, State, Thing, most_said
from workshop.blocks import Block, Button, Buttons, Card, Cards, Field, Form, Heading, Option, Text
from workshop.language import _, n_
from workshop.method import Viewer

SHOWN = 24


def console(state: State, viewer: Viewer) -> Sequence[Block]:
    """The facilitator's screen of a follow-up."""
    heading = Heading(id="question", pos=10, text=question_of(state))
    if not state.things:
        bring = _("Bring in what is due from the process page; or go on with the next step.")
        return (heading, nothing(), Text(id="bring", pos=13, text=bring, tone="now"))
    match state.stage:
        case "start":
            return (heading, *_cards(state, state.things[:SHOWN], len(state.things)))
        case "look":
            return (*_now(state, viewer), *progress(state, viewer))
        case "over":
            return (heading, *tallies(state, 15), *_missing(state), *_picked(state), *_cards(state, _unfinished(state)))


def _unfinished(state: State) -> Sequence[Thing]:
    """All things, those without an outcome first."""
    return sorted(state.things, key=lambda one: one.id in state.outcomes)[:SHOWN]


def _now(state: State, viewer: Viewer) -> Sequence[Block]:
    if not state.settings.one_by_one:
        heading, *_rest = looked_at(state, viewer)
        return (heading, *_missing(state, state.now), *_picked(state), *_cards(state, state.now))
    (thing,) = state.now
    return (*looked_at(state, viewer), *_outcome(state, thing), _form(state, thing))


def _outcome(state: State, thing: Thing) -> Sequence[Block]:
    """One press: what most said, or what the room came to by talking."""
    most = most_said(state, thing)
    label = _("What holds? Hear the room, then note it.")
    noted = state.outcomes.get(thing.id)
    taken = Button("most", _("Note what most said: {status}", status=MARKED[most]), "Record", {"thing": thing.id, "status": most},
                   tone="good") if most and (noted is None or noted.status != most) else None  # fmt: skip
    return (
        *((Buttons(id="majority", pos=44, items=(taken,)),) if taken else ()),
        Buttons(id="outcomes", pos=45, items=_buttons(state, thing), label=label),
    )


def _buttons(state: State, thing: Thing) -> tuple[Button, ...]:
    """What is noted already cannot be pressed; before, what most said stands out."""
    noted, most = state.outcomes.get(thing.id), most_said(state, thing)
    return tuple(
        Button(
            one, MARKED[one], "Record", {"thing": thing.id, "status": one}, tone="good" if noted is None and one == most else "",
            why=_("This is noted already.") if noted and noted.status == one else "",
        )
        for one in STATUSES[thing.kind]
    )  # fmt: skip


def _form(state: State, thing: Thing) -> Block:
    """The outcome with a note and a day."""
    noted = state.outcomes.get(thing.id)
    options = tuple(Option(one, MARKED[one]) for one in STATUSES[thing.kind])
    chosen = noted.status if noted else most_said(state, thing) or options[0].id
    fields = (
        Field("status", _("Where it stands"), "choice", value=chosen, options=options),
        Field("note", _("Note: what helped, what is in the way?"), required=False, value=noted.note if noted else ""),
        Field("review_date", _("Look at it again on"), "date", required=False, value=noted.review_date if noted else ""),
    )
    return Form(id=f"write-{thing.id}", pos=48, fields=fields, command="WriteDown", send=_("Write it down"), args={"thing": thing.id})


def _picked(state: State) -> Sequence[Block]:
    thing = state.get(state.picked)
    if thing is None:
        return ()
    leave = Button("leave", _("Leave it as it was"), "Pick", {"thing": NONE})
    title = Text(id="picked", pos=46, text=thing.text, tone="note")
    return (title, _form(state, thing), Buttons(id="leave", pos=49, items=(leave,)))


def _cards(state: State, things: Sequence[Thing], total: int = 0) -> Sequence[Block]:
    """Each with its outcome to press, and a way to write a note."""
    cards = tuple(_card(state, one) for one in things)
    return (Cards(id="things", pos=50, items=cards, total=total if total > len(cards) else 0, layout="list"),)


def _card(state: State, thing: Thing) -> Card:
    plain, most = plain_card(state, thing), most_said(state, thing)
    note = Button("note", _("Note, day …"), "Pick", {"thing": thing.id})
    detail = plain.detail or (_("most said: {status}", status=MARKED[most]) if most else "")
    return Card(thing.id, plain.text, plain.above, detail, tone=plain.tone, buttons=(*_buttons(state, thing), note))


def _missing(state: State, things: Sequence[Thing] | None = None) -> Sequence[Block]:
    open_ = sum(one.id not in state.outcomes for one in (state.things if things is None else things))
    text = n_("Of {count} thing no outcome is noted yet.", "Of {count} things no outcome is noted yet.", open_)
    return (Text(id="missing", pos=14, text=text, tone="now"),) if open_ else ()
