"""A note as a card, for each who looks at it; the note remembers its cards."""

from methods.world_cafe.state import PAPER, Note, Pattern
from workshop.blocks import Button, Card, Tone
from workshop.language import Words, _
from workshop.memory import remembered


@remembered
def table_card(note: Note, own: bool, marking: bool) -> Card:
    """The note at its table: its author takes it back, the host marks it."""
    question = _("Take this note back?")
    withdraw = Button("withdraw", _("Withdraw"), "Withdraw", {"note": note.id}, confirm=question)
    buttons = (*((_mark(note),) if marking else ()), *((withdraw,) if own else ()))
    return Card(note.id, note.text, _carried(note), tone=_tone(note), buttons=buttons, pos=-note.place)


@remembered
def plain_card(note: Note, above: bool = True) -> Card:
    """The note for everybody."""
    return Card(note.id, note.text, _round(note) if above else "", pos=note.place)


@remembered
def console_card(note: Note) -> Card:
    """The note for the facilitator, who can mark and hide it."""
    button = Button("restore", _("Show again"), "Restore", {"note": note.id})
    hide = Button("hide", _("Hide"), "Hide", {"note": note.id})
    buttons = (button,) if note.hidden else (_mark(note), hide)
    above = _("Hidden") if note.hidden else _carried(note)
    detail = _("Round {round}, on paper", round=note.round) if note.by == PAPER else _round(note)
    return Card(note.id, note.text, above, detail, tone="soft" if note.hidden else _tone(note), buttons=buttons, pos=-note.place)


@remembered
def pattern_card(pattern: Pattern) -> Card:
    """A pattern with the tables at which it was heard."""
    return Card(pattern.id, pattern.text, detail=heard(pattern), pos=pattern.place)


def pattern_console(pattern: Pattern, table: int) -> Card:
    """The pattern for the facilitator: heard at the table of the moment too, or not; hidden, or not."""
    card = pattern_card(pattern)
    if pattern.hidden:
        buttons = [Button("restore", _("Show again"), "Restore", {"note": pattern.id})]
        return Card(card.id, card.text, _("Hidden"), card.detail, tone="soft", buttons=tuple(buttons), pos=card.pos)
    label = _("Not heard at table {table}", table=table) if table in pattern.tables else _("Heard at table {table} too", table=table)
    buttons = [Button("heard", label, "HearAgain", {"pattern": pattern.id})] if table else []
    buttons.append(Button("hide", _("Hide"), "Hide", {"note": pattern.id}))
    return Card(card.id, card.text, detail=card.detail, buttons=tuple(buttons), pos=card.pos)


def heard(pattern: Pattern) -> Words:
    """The tables at which a pattern was heard."""
    if not pattern.tables:
        return ""
    if len(pattern.tables) == 1:
        return _("Heard at table {table}", table=pattern.tables[0])
    return _("Heard at tables {tables}", tables=", ".join(map(str, pattern.tables)))


def _mark(note: Note) -> Button:
    if note.carried:
        return Button("leave", _("Do not carry on"), "Carry", {"note": note.id, "on": False})
    return Button("carry", _("Carry on"), "Carry", {"note": note.id, "on": True})


def _carried(note: Note) -> Words:
    return _("Carried on") if note.carried else ""


def _round(note: Note) -> Words:
    return _("Round {round}", round=note.round)


def _tone(note: Note) -> Tone:
    return "good" if note.carried else ""
