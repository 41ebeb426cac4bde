"""What is only for one person in a World Café: where to go, what their table writes; or for the device that a table shares."""

from collections.abc import Sequence

from methods.world_cafe.cards import table_card
from methods.world_cafe.cloth import at_the_table
from methods.world_cafe.room import hosted_by
from methods.world_cafe.state import Note, State, color_of, host_of, marks
from workshop.blocks import Block, Button, Buttons, Cards, Choices, Field, Form, Option, Place, Text
from workshop.language import Words, _
from workshop.method import Viewer

WINDOW = 30
EARLIER = 30


def own(state: State, viewer: Viewer) -> Sequence[Block]:
    """The blocks that only this person, or this device, sees."""
    table = int(viewer.table) if viewer.table else state.running.seats.get(viewer.person, 0)
    match state.stage:
        case "welcome":
            return () if viewer.table else _before(state, viewer)
        case "move" | "talk" if not table or viewer.person in state.gone:
            sit = Button("sit", _("Give me a table"), "Sit", tone="now")
            return (Buttons(id="sit", pos=20, items=(sit,), label=_("You have no table yet.")),)
        case "move" | "talk" if table > state.count:
            return (Text(id="unused", pos=20, text=_("Table {table} is not used in this café.", table=table), tone="note"),)
        case "move":
            return (_place(state, viewer, table, moving=not viewer.table), *_without_host(state, viewer, table))
        case "talk":
            return (_place(state, viewer, table, moving=False), *_without_host(state, viewer, table), *_table(state, viewer, table))
        case "harvest" if not viewer.table:
            field = Field("text", _("A pattern you hear"), input="text", hint=_("What comes back at several tables? What surprises you?"))
            return (Form(id="spot", pos=40, fields=(field,), command="Spot", send=_("Send")),)
        case _:
            return ()


def _before(state: State, viewer: Viewer) -> Sequence[Block]:
    settings, person, blocks = state.settings, viewer.person, list[Block]()
    if 0 < viewer.number <= settings.badges:
        take = _("You are number {number}: please take the badge with this number.", number=viewer.number)
        blocks.append(Text(id="badge", pos=15, text=take, tone="now"))
    if settings.hosts == "volunteers":
        willing = person in state.volunteers
        button = (
            Button("travel", _("I would rather travel"), "Volunteer", {"on": False})
            if willing
            else Button("host", _("I would like to host a table"), "Volunteer", {"on": True})
        )
        said = (
            _("You would like to host a table. If there are more hosts than tables, some are drawn.")
            if willing
            else _("A host stays at one table, welcomes those who come, and tells them what was said before.")
        )
        blocks.append(Buttons(id="volunteer", pos=20, items=(button,), label=said))
    if settings.mix and settings.mix_choices:
        options = tuple(Option(choice, choice) for choice in dict.fromkeys(settings.mix_choices) if choice)
        chosen = (state.values[person],) if person in state.values else ()
        blocks.append(
            Choices(
                id="belong", pos=30, items=options, command="Belong", argument="value", send=_("Send"), label=settings.mix, chosen=chosen
            )
        )
    if settings.apart:
        hint = _("Agree on one word with those you came with, and all write the same. Leave it empty if you came alone.")
        field = Field("word", _("A word for those you came with"), value=state.words.get(person, ""), required=False, hint=hint)
        blocks.append(Form(id="came-with", pos=35, fields=(field,), command="ComeWith", send=_("Send")))
    return blocks


def _place(state: State, viewer: Viewer, table: int, moving: bool) -> Place:
    person, host = viewer.person, host_of(state, table)
    text: Words = _("This device is for") if viewer.table else _("Your table")
    detail = hosted_by(state, table)
    if host == person:
        text, detail = _("You host"), _("You stay here: welcome those who come, and sum up what was said.")
    return Place(id="place", pos=8 if moving else 12, number=table, color=color_of(table), text=text, detail=detail, moving=moving)


def _without_host(state: State, viewer: Viewer, table: int) -> Sequence[Block]:
    """A table whose host has left says so: somebody who sits there takes over."""
    if not state.hosted or host_of(state, table):
        return ()
    said = _("This table has no host. Who stays here, and tells the next ones what was said?")
    over = Button("take-over", _("I host from here"), "TakeOver", tone="now")
    if viewer.table:
        return (Text(id="no-host", pos=14, text=said, tone="now"),)
    return (Buttons(id="no-host", pos=14, items=(over,), label=said),)


def _table(state: State, viewer: Viewer, table: int) -> Sequence[Block]:
    """What is written here now, and what earlier rounds left; who hosts sees all of it, the others what is carried on."""
    marking = marks(state, viewer.person, table) or bool(viewer.table)
    field = Field("text", _("Your note for the table"), input="text")
    args = {"table": table, "round": state.round}
    now = ("at", table, state.round)
    cards = tuple(table_card(note, note.by == viewer.person, marking) for note in state.notes.latest(now, WINDOW))
    said: Words = _("Mark what the table carries on.") if marking and cards else ""
    return (
        Form(id="write", pos=20, fields=(field,), command="Write", send=_("Send"), args=args),
        *((Text(id="marking", pos=28, text=said, tone="soft"),) if said else ()),
        Cards(
            id="notes",
            pos=30,
            items=cards,
            label=_("Your table writes"),
            total=state.notes.count(now),
            empty=_("Nothing yet in this round."),
            layout="list",
        ),
        *_earlier(state, table, marking),
        *at_the_table(state, viewer, table),
    )


def _earlier(state: State, table: int, marking: bool) -> Sequence[Block]:
    notes = [note for note in _before_now(state, table) if marking or note.carried][:EARLIER]
    if not notes:
        return ()
    cards = tuple(table_card(note, False, marking) for note in notes)
    label = _("What earlier rounds left here") if marking else _("What earlier rounds carried on here")
    return (Cards(id="earlier", pos=40, items=cards, label=label, layout="list"),)


def _before_now(state: State, table: int) -> list[Note]:
    """The notes of the rounds before at a table, the latest first; of very many only the latest of each round."""
    rounds = range(state.round - 1, 0, -1)
    carried = [note for note in state.notes.latest(("carried", table), EARLIER) if note.round < state.round]
    others = [note for round in rounds for note in state.notes.latest(("at", table, round), EARLIER) if not note.carried]
    return [*carried, *others]
