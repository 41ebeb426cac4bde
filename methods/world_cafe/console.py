"""What the facilitator of a World Café sees: the tables, one of them in detail, people without a phone, notes from paper."""

from collections.abc import Sequence

from methods.world_cafe.cards import console_card, pattern_console
from methods.world_cafe.cloth import on_the_console
from methods.world_cafe.figures import reached
from methods.world_cafe.room import room_of
from methods.world_cafe.shared import shared
from methods.world_cafe.state import Note, State, at_table, called, host_of
from workshop.blocks import Block, Button, Buttons, Card, Cards, Choices, Field, Form, Option, Text
from workshop.language import _, n_
from workshop.method import Viewer

SHOWN = 40
HERE_OTHERWISE = frozenset({"tables", "patterns", "way", "reached"})


def console(state: State, viewer: Viewer) -> Sequence[Block]:
    """What everybody sees, and what the facilitator can do with it."""
    everybody = [block for block in shared(state, viewer) if block.id not in HERE_OTHERWISE and block.kind != "picture"]
    if state.stage == "welcome":
        return (*everybody, *_asked(state), *_hosts(state), *_guests(state))
    return (
        *everybody,
        *_asked(state),
        *_rooms(state),
        *_one(state),
        *_patterns(state),
        *_paper(state),
        *on_the_console(state),
        *_guests(state),
    )


def _asked(state: State) -> Sequence[Block]:
    if state.asked is None:
        return ()
    simply = Button("simply", _("Do not wait: simply one table further"), "SeatSimply")
    text = _("The seats are being worked out. It takes a moment.")
    return (Text(id="asked", pos=11, text=text, tone="now"), Buttons(id="simply", pos=11.5, items=(simply,)))


def _hosts(state: State) -> Sequence[Block]:
    """Hosts are named of those who are here."""
    if not state.hosted:
        return ()
    named = n_("{count} person is named as a host.", "{count} people are named as hosts.", len(state.named))
    said = (Text(id="named", pos=42, text=named),) if state.named else ()
    if not state.listed:
        return (*said, Buttons(id="list", pos=43, items=(Button("list", _("Name hosts"), "ListPeople"),)))
    options = tuple(Option(person, called(state, person)) for person in state.listed)
    chosen = tuple(person for person in state.listed if person in state.named)
    choices = Choices(
        id="name-hosts", pos=43, items=options, command="NameHosts", argument="people", send=_("These host"),
        label=_("Who hosts a table?"), chosen=chosen, most=max(2, len(options)),
    )  # fmt: skip
    return (*said, choices)


def _rooms(state: State) -> Sequence[Block]:
    if state.stage == "done":
        return ()
    seating = state.stage in ("move", "talk")
    more = Buttons(id="more", pos=61, items=(Button("add", _("Add a table"), "AddTable"),))
    said = Text(id="reached", pos=60, text=reached(state), tone="soft")
    ending = Button("end", _("End the harvest"), "Enter", {"stage": "done"})
    end = Buttons(id="end", pos=61, items=(ending,))
    return (room_of(state, buttons=True), *((said, more) if seating else (end,)))


def _one(state: State) -> Sequence[Block]:
    """The table that was opened: its people, its notes."""
    table = state.looked
    if not 0 < table <= state.count:
        return ()
    return (*_deeds(state, table), *_people(state, table), *_notes(state, table))


def _deeds(state: State, table: int) -> Sequence[Block]:
    """What can be done with the table as a whole."""
    items = []
    if state.stage in ("move", "talk"):
        close = Button("close", _("Close table {table}", table=table), "CloseTable", {"table": table})
        again = Button("again", _("Use table {table} again", table=table), "OpenTable", {"table": table})
        items.append(again if table in state.closed else close)
    if state.stage == "harvest" and table != state.table and state.notes.count(("table", table)):
        items.append(Button("tell", _("Let table {table} tell", table=table), "Enter", {"stage": "harvest", "table": table}))
    items.append(Button("back", _("All tables"), "Look"))
    closed = _("Table {table}: nobody is seated here from the next round on.", table=table)
    label = closed if table in state.closed else _("Table {table}", table=table)
    return (Buttons(id="table", pos=21, items=tuple(items), label=label),)


def _people(state: State, table: int) -> Sequence[Block]:
    people = at_table(state, table)
    if not people or state.stage not in ("move", "talk"):
        return ()
    cards = tuple(_person(state, table, person) for person in people)
    return (Cards(id="people", pos=22, items=cards, label=_("At this table"), total=len(people), layout="list"),)


def _person(state: State, table: int, person: str) -> Card:
    host = host_of(state, table) == person
    buttons = []
    if state.hosted and not host and person not in state.guests:
        buttons.append(Button("host", _("Make host"), "SetHost", {"table": table, "person": person}))
    if person in state.guests:
        buttons.append(_left(person))
    return Card(person, called(state, person), _("Host") if host else "", buttons=tuple(buttons))


def _notes(state: State, table: int) -> Sequence[Block]:
    label = ("console", table)
    notes = state.notes.latest(label, SHOWN, state.below or None)
    leaves = _leaves(state, table, notes)
    cards = tuple(console_card(note) for note in notes)
    shown = Cards(
        id="table-notes", pos=23, items=cards, label=_("Notes of table {table}", table=table), total=state.notes.count(label),
        empty=_("Nothing was written at this table yet."), layout="list",
    )  # fmt: skip
    return (shown, *((Buttons(id="leaves", pos=24, items=leaves),) if leaves else ()))


def _leaves(state: State, table: int, notes: Sequence[Note]) -> tuple[Button, ...]:
    older = state.notes.latest(("console", table), 1, notes[-1].place) if notes else []
    items = [Button("newest", _("Back to the newest"), "Look", {"table": table})] if state.below else []
    items += [Button("older", _("Older notes"), "Look", {"table": table, "below": notes[-1].place})] if older else []
    return tuple(items)


def _patterns(state: State) -> Sequence[Block]:
    if state.stage != "harvest":
        return ()
    patterns = [state.patterns.things[place] for place in sorted(state.patterns.things)][-SHOWN:]
    cards = tuple(pattern_console(pattern, state.table) for pattern in patterns)
    field = Field("text", _("A pattern across the tables"), input="text")
    return (
        Cards(id="patterns", pos=50, items=cards, label=_("Heard across the tables"), total=len(state.patterns), layout="list"),
        Form(id="spot", pos=51, fields=(field,), command="Spot", send=_("Add")),
    )


def _paper(state: State) -> Sequence[Block]:
    """What stands on the paper of a table."""
    if not state.played or state.stage == "done":
        return ()
    options = tuple(Option(str(table), _("Table {table}", table=table)) for table in range(1, state.count + 1))
    first = str(state.looked or state.table or 1)
    fields = (
        Field("table", _("Table"), input="choice", options=options, value=first),
        Field("text", _("A note from the paper"), hint=_("What somebody without a phone wrote or said")),
    )
    return (Form(id="paper", pos=70, fields=fields, command="Write", send=_("Add for somebody")),)


def _guests(state: State) -> Sequence[Block]:
    """People without a phone have a seat too."""
    if state.stage in ("harvest", "done"):
        return ()
    here = [guest for guest in state.guests if guest not in state.away]
    cards = tuple(_guest(one, state.guests[one]) for one in sorted(here)[:SHOWN])
    field = Field("called", _("Somebody without a phone"), hint=_("Their name: they get a seat like everybody else"))
    listed = Cards(id="guests", pos=81, items=cards, label=_("Without a phone"), total=len(here), layout="list")
    return (Form(id="guest", pos=80, fields=(field,), command="AddGuest", send=_("Give them a seat")), *((listed,) if here else ()))


def _guest(person: str, name: str) -> Card:
    return Card(person, name, buttons=(_left(person),))


def _left(person: str) -> Button:
    return Button("left", _("Has left"), "RemoveGuest", {"person": person})
