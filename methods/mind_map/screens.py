"""What people see of a mind map: the map on the wall, a list on phones, a board to arrange on the console."""

from collections.abc import Sequence

from methods.mind_map.layout import WIDTH, Branch, placed
from methods.mind_map.state import Group, State
from workshop.blocks import Block, Board, Button, Buttons, Card, Column, Entry, Graph, Heading, Outline, Text
from workshop.language import Words, _, n_
from workshop.method import Item, Viewer

LISTED = 50


def view(state: State, viewer: Viewer) -> Sequence[Block]:
    """The blocks for a viewer; nothing here is for one person alone."""
    heading = Heading(id="topic", pos=10, text=state.settings.topic or _("Our ideas"))
    match viewer.role:
        case "person":
            return ()
        case "wall":
            return (heading, *_state(state), *([graph_of(state)] if state.groups else []))
        case "room":
            return (heading, *_state(state), outline_of(state, LISTED))
        case "console":
            return (heading, *_state(state), _board(state), *_machine(state))


def _state(state: State) -> Sequence[Block]:
    if not state.ideas:
        return (Text(id="state", pos=15, text=_("There are no ideas to sort. Go back and gather some."), tone="soft"),)
    if state.asked is not None and not state.groups:
        return (Text(id="state", pos=15, text=_("The ideas are being sorted…"), tone="now"),)
    waiting = len(state.unplaced)
    if not waiting:
        return ()
    text = n_("{count} idea is not yet placed.", "{count} ideas are not yet placed.", waiting)
    return (Text(id="state", pos=15, text=text, tone="soft"),)


def graph_of(state: State) -> Graph:
    """The map: each group in its place, ideas with the most support first."""
    topic = state.settings.topic or _("Our ideas")
    branches = [Branch(group.id, group.title, group.color, _ideas(state, group), group.place) for group in state.groups]
    nodes, height = placed(topic, len(state.ideas), branches)
    return Graph(id="map", pos=20, items=nodes, width=WIDTH, height=height)


def _ideas(state: State, group: Group) -> list[tuple[str, str]]:
    ideas = sorted((state.ideas[id] for id in group.ideas), key=lambda idea: -idea.support)
    return [(idea.id, idea.text) for idea in ideas]


def outline_of(state: State, listed: int = 0) -> Outline:
    """The groups with their ideas (the first `listed` of each, 0 for all), and those that are in no group."""
    entries = [_entry(state, group.id, group.title, group.color, _ideas(state, group), listed) for group in state.groups]
    if state.unplaced and state.groups:
        rest = [(id, state.ideas[id].text) for id in state.unplaced]
        entries.append(_entry(state, "unplaced", _("Not yet placed"), 0, rest, listed))
    return Outline(id="groups", pos=20, items=tuple(entries))


def _entry(state: State, id: str, title: Words, color: int, ideas: list[tuple[str, str]], listed: int) -> Entry:
    shown = ideas[:listed] if listed else ideas
    lines = tuple(Entry(idea, text, state.ideas[idea].support) for idea, text in shown)
    return Entry(id, title, len(ideas), color, items=lines)


def _board(state: State) -> Block:
    columns = [Column(group.id, group.title, group.color, _cards(state, group.ideas)) for group in state.groups]
    if state.unplaced:
        columns.insert(0, Column("unplaced", _("Not yet placed"), items=_cards(state, state.unplaced), fixed=True))
    if state.locked:
        return Board(id="board", pos=20, items=tuple(columns))
    return Board(id="board", pos=20, items=tuple(columns), move="Move", rename="Rename", merge="Merge")


def _cards(state: State, ideas: Sequence[str]) -> tuple[Card, ...]:
    return tuple(_card(state, state.ideas[id]) for id in ideas)


def _card(state: State, idea: Item) -> Card:
    return Card(idea.id, idea.text, detail=_("placed by hand") if idea.id in state.pinned else "", count=idea.support)


def _machine(state: State) -> Sequence[Block]:
    if state.locked or not state.ideas:
        return ()
    question = _("Group again? Groups that you named and cards that you moved stay as they are.")
    buttons = [Button("regroup", _("Group again"), "Regroup", confirm=question if state.groups else "")]
    if state.asked is not None:  # the button stays: the machine may have failed, and then it never answers
        working = Text(id="working", pos=25, text=_("The ideas are being sorted…"), tone="soft")
        return (working, Buttons(id="machine", pos=30, items=tuple(buttons)))
    if state.unplaced and state.groups:
        label = n_("Place {count} new idea", "Place {count} new ideas", len(state.unplaced))
        buttons.insert(0, Button("place", label, "PlaceNew", tone="good"))
    return (Buttons(id="machine", pos=30, items=tuple(buttons)),)
