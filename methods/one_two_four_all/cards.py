"""A note as a card, for each who looks at it; the note remembers its cards."""

from methods.one_two_four_all.state import Note
from workshop.blocks import Button, Card
from workshop.language import Words, _
from workshop.memory import remembered


@remembered
def own_card(note: Note) -> Card:
    """One's own thought, before anybody else sees it."""
    return Card(note.id, note.text, buttons=(_withdraw(note),), pos=-note.place)


@remembered
def group_card(note: Note, own: bool, carried: bool, stage: str, group: int) -> Card:
    """The note before its group, which carries it on, or not."""
    args = {"note": note.id, "stage": stage, "group": group, "on": not carried}
    mark = Button("leave", _("Do not carry on"), "Carry", args) if carried else Button("carry", _("Carry on"), "Carry", args)
    buttons = (mark, *((_withdraw(note),) if own else ()))
    above: Words = _("Carried on") if carried else ""
    return Card(note.id, note.text, above, tone="good" if carried else "", buttons=buttons, pos=-note.place)


@remembered
def idea_card(note: Note, groups: tuple[int, ...], ranked: bool = False) -> Card:
    """An idea for everybody, with the groups that bring it; in its own place, or in that of its rank."""
    return Card(note.id, note.text, brought_by(groups), count=len(note.supporters), pos=None if ranked else note.place)


@remembered
def support_card(note: Note, groups: tuple[int, ...], supported: bool) -> Card:
    """An idea that somebody can support with a tap."""
    args = {"note": note.id, "on": not supported}
    button = Button("back", _("Supported"), "Support", args, tone="good") if supported else Button("support", _("Support"), "Support", args)
    return Card(note.id, note.text, brought_by(groups), buttons=(button,), pos=note.place)


@remembered
def console_card(note: Note, groups: tuple[int, ...]) -> Card:
    """An idea for the facilitator, who can hide it."""
    if note.hidden:
        button = Button("restore", _("Show again"), "Restore", {"note": note.id})
        return Card(note.id, note.text, _("Hidden"), tone="soft", buttons=(button,), pos=note.place)
    hide = Button("hide", _("Hide"), "Hide", {"note": note.id})
    return Card(note.id, note.text, brought_by(groups), count=len(note.supporters), buttons=(hide,), pos=note.place)


def brought_by(groups: tuple[int, ...]) -> Words:
    """The groups that bring an idea."""
    if len(groups) == 1:
        return _("Group {group}", group=groups[0])
    return _("Groups {groups}", groups=", ".join(map(str, groups)))


def _withdraw(note: Note) -> Button:
    return Button("withdraw", _("Withdraw"), "Withdraw", {"note": note.id}, confirm=_("Take this note back?"))
