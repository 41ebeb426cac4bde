"""A note as a card, for each who looks at it; the note remembers its cards."""

from methods.parallel_tables.state import PAPER, Note
from workshop.blocks import Button, Card, Tone
from workshop.language import Words, _
from workshop.memory import remembered


@remembered
def table_card(note: Note, own: bool, marking: bool) -> Card:
    """The note at its table: its author takes it back, who speaks for the table marks it."""
    withdraw = Button("withdraw", _("Withdraw"), "Withdraw", {"note": note.id}, confirm=_("Take this note back?"))
    buttons = (*((_mark(note),) if marking else ()), *((withdraw,) if own else ()))
    return Card(note.id, note.text, _carried(note), tone=_tone(note), buttons=buttons, pos=-note.place)


@remembered
def plain_card(note: Note) -> Card:
    """The note for everybody."""
    return Card(note.id, note.text, pos=note.place)


@remembered
def console_card(note: Note) -> Card:
    """The note for the facilitator, who can mark and hide it."""
    if note.hidden:
        button = Button("restore", _("Show again"), "Restore", {"note": note.id})
        return Card(note.id, note.text, _("Hidden"), tone="soft", buttons=(button,), pos=-note.place)
    hide = Button("hide", _("Hide"), "Hide", {"note": note.id})
    detail: Words = _("On paper") if note.by == PAPER else ""
    return Card(note.id, note.text, _carried(note), detail, tone=_tone(note), buttons=(_mark(note), hide), pos=-note.place)


def _mark(note: Note) -> Button:
    if note.carried:
        return Button("leave", _("Do not carry on"), "Carry", {"note": note.id, "on": False})
    return Button("carry", _("Carry on"), "Carry", {"note": note.id, "on": True})


def _carried(note: Note) -> Words:
    return _("Carried on") if note.carried else ""


def _tone(note: Note) -> Tone:
    return "good" if note.carried else ""
