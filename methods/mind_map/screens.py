"""What people see of a mind map: the map on the wall, a list on phones, a board to arrange on the console."""

from collections.abc import Iterable, Sequence
from itertools import islice

from methods.mind_map.board import board
from methods.mind_map.groups import Group, Slip
from methods.mind_map.state import State
from methods.mind_map.wall import wall
from workshop.blocks import Block, Button, Buttons, Entry, Field, Form, Heading, Option, Outline, Text
from workshop.language import _, n_
from workshop.memory import remembered
from workshop.method import Item, Viewer


def view(state: State, viewer: Viewer) -> Sequence[Block]:
    """The blocks for a viewer; nothing here is for one person alone."""
    heading = Heading(id="topic", pos=10, text=state.settings.topic or _("Our ideas"))
    match viewer.role:
        case "person":
            return ()
        case "wall":
            return wall(state, heading, _state(state))
        case "room":
            return (heading, *_count(state), *_state(state), outline_of(state, _listed(len(state.groups))))
        case "console":
            return (heading, *_state(state), board(state), *_machine(state), *_paper(state))


def _state(state: State) -> Sequence[Block]:
    if not len(state.ideas):
        return (Text(id="state", pos=15, text=_("There are no ideas to sort. Go back and gather some."), tone="soft"),)
    if state.asked is not None and not state.groups:
        return (Text(id="state", pos=15, text=_("The ideas are being sorted…"), tone="now"),)
    if not state.waiting:
        return ()
    text = n_("{count} idea is not yet placed.", "{count} ideas are not yet placed.", state.waiting)
    return (Text(id="state", pos=15, text=text, tone="soft"),)


def _count(state: State) -> Sequence[Block]:
    """How many ideas there are, as the middle of the map says on the wall."""
    text = n_("{count} idea", "{count} ideas", len(state.ideas))
    return (Text(id="count", pos=12, text=text, tone="soft"),) if state.groups else ()


def outline_of(state: State, listed: int = 0) -> Outline:
    """The groups with their ideas (the first `listed` of each, 0 for all), and those that are in no group."""
    entries = [_entry(group, listed) for group in state.groups]
    if state.waiting and state.groups:
        lines = tuple(_line(idea) for idea in islice(state.ideas.all_shown(), listed or None))
        items = (*lines, *_more("unplaced", state.waiting - len(lines)))
        entries.append(Entry("unplaced", _("Not yet placed"), state.waiting, items=items))
    return Outline(id="groups", pos=20, items=tuple(entries))


def _listed(groups: int) -> int:
    """How many ideas of each group a phone lists: the first of each, so that a list of many groups does not grow too long."""
    return 20 if groups <= 10 else 10 if groups <= 25 else 5


@remembered
def _entry(group: Group, listed: int) -> Entry:
    slips: Iterable[Slip] = group.ideas.first(listed) if listed else group.ideas
    lines = tuple(_line(slip.idea) for slip in slips)
    items = (*lines, *_more(group.id, len(group.ideas) - len(lines)))
    return Entry(group.id, group.title, len(group.ideas), group.color, items=items)


def _more(group: str, count: int) -> tuple[Entry, ...]:
    return (Entry(f"{group}.more", n_("and {count} more idea", "and {count} more ideas", count)),) if count else ()


@remembered
def _line(idea: Item) -> Entry:
    return Entry(idea.id, idea.text, idea.support)


def _paper(state: State) -> Sequence[Block]:
    """For the facilitator: a card of somebody without a phone."""
    if state.locked:
        return ()
    groups = (Option("", _("Not yet placed")), *(Option(group.id, group.title) for group in state.groups))
    fields = (Field("text", _("A card on paper")), Field("group", _("Into the group"), "choice", required=False, options=groups))
    return (Form(id="paper", pos=60, fields=fields, command="Add", send=_("Add for somebody")),)


def _machine(state: State) -> Sequence[Block]:
    if state.locked or not len(state.ideas):
        return ()
    question = _("Group again? Groups that you named and cards that you moved stay as they are.")
    buttons = [Button("regroup", _("Group again"), "Regroup", confirm=question if state.groups else "")]
    if state.asked is not None:  # the button stays: the machine may have failed, and then it never answers
        working = Text(id="working", pos=25, text=_("The ideas are being sorted…"), tone="soft")
        return (working, Buttons(id="machine", pos=30, items=tuple(buttons)))
    if state.waiting and state.groups:
        label = n_("Place {count} new idea", "Place {count} new ideas", state.waiting)
        buttons.insert(0, Button("place", label, "PlaceNew", tone="good"))
    return (Buttons(id="machine", pos=30, items=tuple(buttons)),)
