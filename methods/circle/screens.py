"""What people see of a round of speakers: the question, who speaks, one's own turn, and what was noted."""

from collections.abc import Sequence

from methods.circle.state import Note, State, questions_of
from workshop import circle
from workshop.blocks import Block, Button, Buttons, Card, Cards, Field, Form, Heading, Text
from workshop.language import Words, _, n_
from workshop.method import Viewer

SHOWN = 40


def view(state: State, viewer: Viewer) -> Sequence[Block]:
    """The welcome, a round, or what was said."""
    if viewer.role == "person":
        return (*_turns(state, viewer), *_own_notes(state, viewer.person))
    head = heading(state)
    if not state.place:
        return (head, Text(id="welcome", pos=12, text=how_it_goes(state)))
    if state.place > len(questions_of(state.settings)):
        return (head, *_said(state, viewer, None))
    ended = _said(state, viewer, state.place) if viewer.role == "console" or circle.is_over(state.now) else ()
    return (head, *_turns(state, viewer), *(_tools(state) if viewer.role == "console" else ()), *ended)


def heading(state: State) -> Heading:
    """The question of the round, and which round it is."""
    questions = questions_of(state.settings)
    if state.place > len(questions):
        return Heading(id="question", pos=10, text=_("Thank you."), above=questions[0])
    number = max(1, state.place)
    above: Words = _("Round {number} of {of}", number=number, of=len(questions)) if len(questions) > 1 and state.place else ""
    return Heading(id="question", pos=10, text=questions[number - 1], above=above)


def how_it_goes(state: State) -> Words:
    """How a round goes, said before it begins."""
    if state.settings.passing:
        return _("One person after the other speaks, the others listen, and nobody replies. You may pass: just say so.")
    return _("One person after the other speaks, the others listen, and nobody replies.")


def _turns(state: State, viewer: Viewer) -> Sequence[Block]:
    return circle.blocks(state.now, viewer, state.settings.show_names)


def _said(state: State, viewer: Viewer, round: int | None) -> Sequence[Block]:
    """The notes of a round, or of all of them."""
    console = viewer.role == "console"
    which = range(1, len(state.rounds) + 1) if round is None else (round,)
    found = [note for one in which for note in state.notes.under_label(("all" if console else "seen", one))]
    cards = tuple(_card(state, note, console) for note in found[-SHOWN:])
    return (Cards(id="notes", pos=70, items=cards, label=_("What was said"), total=len(found), layout="list"),) if cards else ()


def _card(state: State, note: Note, console: bool) -> Card:
    held = state.rounds[note.round - 1] if note.round <= len(state.rounds) else circle.Circle()
    named = console or state.settings.show_names
    above: Words = circle.who(held, note.by, True) if named else ""
    hide = Button("hide", _("Hide"), "Hide", {"note": note.id})
    restore = Button("restore", _("Show again"), "Restore", {"note": note.id})
    buttons = (restore if note.hidden else hide,) if console else ()
    return Card(note.id, note.text, above, _("Hidden") if note.hidden else "", tone="soft" if note.hidden else "", buttons=buttons)


def _own_notes(state: State, person: str) -> Sequence[Block]:
    """What I said, in my own words."""
    mine = tuple(state.notes.under_label(("by", person, state.place)))
    now = state.now
    asked = state.settings.notes == "speakers" and (person == now.now or now.how.get(person) == "spoke") and person not in now.gone
    field = Field("text", _("What you said, in a sentence, for the record"), "text")
    form = Form(id="note", pos=24, fields=(field,), command="WriteNote", send=_("Note it"))
    cards = tuple(_own_card(note) for note in mine)
    return (
        *((form,) if asked and len(mine) < 3 else ()),
        *((Cards(id="my-notes", pos=26, items=cards, label=_("What you noted"), layout="list"),) if cards else ()),
    )


def _own_card(note: Note) -> Card:
    back = Button("withdraw", _("Take back"), "Withdraw", {"note": note.id})
    return Card(note.id, note.text, detail=_("The facilitator does not show this one.") if note.hidden else "", buttons=(back,))


def _tools(state: State) -> Sequence[Block]:
    """For the facilitator: note what the one who speaks says, and end the round before its end."""
    now, settings = state.now, state.settings
    fields = (Field("text", _("What {name} says, in a sentence", name=circle.who(now, now.now, True)), "text"),)
    note = Form(id="note", pos=35, fields=fields, command="WriteNote", send=_("Note it"), args={"person": now.now})
    left = len(circle.waiting(now))
    ask = n_("{count} person has not spoken yet. End it?", "{count} people have not spoken yet. End it?", left)
    end = Button("end", _("End this round here"), "Enter", {"place": state.place + 1}, confirm=ask)
    return (
        *((note,) if settings.notes != "none" and now.now else ()),
        *((Buttons(id="early", pos=68, items=(end,)),) if now.now and left else ()),
    )
