"""The board of the console: a column a group, each with some of its ideas and a button to the others."""

from itertools import islice

from methods.mind_map.groups import Group, Slip
from methods.mind_map.state import State
from workshop.blocks import Block, Board, Button, Card, Column
from workshop.language import _, n_
from workshop.memory import remembered
from workshop.method import Item

UNPLACED = "unplaced"


def board(state: State) -> Block:
    """The columns, those that are not yet placed first."""
    shown = _shown(len(state.groups))
    columns = [_column(group, shown, state.starts.get(group.id, "")) for group in state.groups]
    if state.waiting:
        columns.insert(0, _unplaced(state, shown))
    if state.locked:
        return Board(id="board", pos=20, items=tuple(columns))
    return Board(id="board", pos=20, items=tuple(columns), move="Move", rename="Rename", merge="Merge")


def _shown(groups: int) -> int:
    """How many cards a column shows at a time: fewer where there are very many columns."""
    return 20 if groups <= 12 else 10 if groups <= 30 else 5


@remembered
def _column(group: Group, shown: int, start: str) -> Column:
    slips = group.ideas.first(shown + 1, start)
    after = slips[shown].idea.id if len(slips) > shown else ""
    buttons = _leaves(group.id, len(group.ideas), len(slips[:shown]), after, start if start in group.ideas else "")
    cards = tuple(_card(slip) for slip in slips[:shown])
    return Column(group.id, group.title, group.color, cards, total=len(group.ideas), buttons=buttons)


def _unplaced(state: State, shown: int) -> Column:
    start = state.starts.get(UNPLACED, "")
    ideas = list(islice(state.ideas.around(state.ideas.places.get(start, 0)), shown + 1))
    after = ideas[shown].id if len(ideas) > shown else ""
    cards = tuple(_loose(idea) for idea in ideas[:shown])
    buttons = _leaves(UNPLACED, state.waiting, len(cards), after, start)
    return Column(UNPLACED, _("Not yet placed"), items=cards, fixed=True, total=state.waiting, buttons=buttons)


def _leaves(group: str, total: int, here: int, after: str, start: str) -> tuple[Button, ...]:
    """On to the next cards, and back to the first."""
    label = n_("{count} other", "{count} others", total - here)
    more = (Button("more", label, "Turn", {"group": group, "start": after}),) if after else ()
    first = (Button("first", _("Back to the first"), "Turn", {"group": group}),) if start else ()
    return (*more, *first)


@remembered
def _card(slip: Slip) -> Card:
    return Card(slip.idea.id, slip.idea.text, detail=_("placed by hand") if slip.pinned else "", count=slip.idea.support)


@remembered
def _loose(idea: Item) -> Card:
    return Card(idea.id, idea.text, count=idea.support)
