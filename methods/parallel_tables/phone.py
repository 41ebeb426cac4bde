"""What is only for one person at parallel tables: their table and its notes; or for the device that a table shares."""

from collections.abc import Sequence

from methods.parallel_tables.cards import table_card
from methods.parallel_tables.room import spoken
from methods.parallel_tables.state import State, color_of, marks, speaker_of, table_of, topic_of
from workshop.blocks import Block, Button, Buttons, Cards, Choices, Field, Form, Option, Place, Text
from workshop.language import Words, _
from workshop.method import Viewer

WINDOW = 40


def own(state: State, viewer: Viewer) -> Sequence[Block]:
    """The blocks that only this person, or this device, sees."""
    table = int(viewer.table) if viewer.table else table_of(state, viewer.person)
    known = 0 < table <= len(state.topics)
    match state.stage:
        case "welcome":
            return (*(() if viewer.table else _asked(state, viewer.person)), *_seat(state, viewer, table if known else 0))
        case "move" | "talk" if not known:
            return _nowhere(state, viewer)
        case "move":
            return (_place(state, viewer, table),)
        case "talk":
            return (_place(state, viewer, table), *_speaker(state, viewer, table), *_notes(state, viewer, table))
        case _:
            return ()


def _seat(state: State, viewer: Viewer, table: int) -> Sequence[Block]:
    """Before the talk: the table that somebody chose; the list below stays where it is."""
    if table:
        return (_place(state, viewer, table),)
    return _nowhere(state, viewer) if state.choosing and not viewer.table else ()


def _nowhere(state: State, viewer: Viewer) -> Sequence[Block]:
    if viewer.table:
        return (Text(id="unused", pos=20, text=_("Table {table} is not used here.", table=int(viewer.table)), tone="note"),)
    return (Text(id="unseated", pos=13, text=_("You have no table yet."), tone="note"),)


def _asked(state: State, person: str) -> Sequence[Block]:
    """By what people are balanced is asked when they come in."""
    settings = state.settings
    if settings.join != "balanced" or not settings.mix or not settings.mix_choices:
        return ()
    options = tuple(Option(choice, choice) for choice in dict.fromkeys(settings.mix_choices) if choice)
    chosen = (state.values[person],) if person in state.values else ()
    return (
        Choices(
            id="belong", pos=20, items=options, command="Belong", argument="value", send=_("Send"), label=settings.mix, chosen=chosen
        ),
    )  # fmt: skip


def _place(state: State, viewer: Viewer, table: int) -> Place:
    text: Words = _("This device is for") if viewer.table else _("Your table")
    moving = state.stage == "move" and not viewer.table
    return Place(id="place", pos=8 if moving else 13, number=table, color=color_of(table), text=text, detail=topic_of(state, table),
                 moving=moving)  # fmt: skip


def _speaker(state: State, viewer: Viewer, table: int) -> Sequence[Block]:
    """Who speaks for the table; where nobody does, somebody who sits there can."""
    speaker = speaker_of(state, table)
    if speaker == viewer.person:
        return (Text(id="speaker", pos=14, text=_("You speak for this table: mark what it carries on."), tone="soft"),)
    if speaker:
        return (Text(id="speaker", pos=14, text=spoken(state, table), tone="soft"),)
    said = _("Who tells the others afterwards what this table found?")
    if viewer.table:
        return (Text(id="speaker", pos=14, text=said, tone="now"),)
    return (Buttons(id="speak", pos=14, items=(Button("speak", _("I speak for this table"), "Speak"),), label=said),)


def _notes(state: State, viewer: Viewer, table: int) -> Sequence[Block]:
    marking = marks(state, viewer.person, table) or bool(viewer.table)
    label = ("table", table)
    cards = tuple(table_card(note, note.by == viewer.person, marking) for note in state.notes.latest(label, WINDOW))
    field = Field("text", _("Your note for the table"), input="text")
    empty = _("Nothing was written at this table yet.")
    return (
        Form(id="write", pos=20, fields=(field,), command="Write", send=_("Send"), args={"table": table}),
        Cards(id="notes", pos=30, items=cards, label=_("Your table writes"), total=state.notes.count(label), empty=empty, layout="list"),
    )
