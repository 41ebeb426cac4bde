"""The board of the console: a column a group, each with some of its ideas, and what can be done with a card or a group."""

from itertools import islice

from methods.mind_map.groups import Group, Slip
from methods.mind_map.state import State
from workshop.blocks import Block, Board, Button, Card, Column, Deed
from workshop.language import Words, _, n_
from workshop.memory import remembered
from workshop.method import Item

UNPLACED = "unplaced"
KEPT = ("separate", "show", "whole")  # what can be done with a map that is kept


def board(state: State) -> Block:
    """The columns, those that are not yet placed first."""
    shown = _shown(len(state.groups))
    here = frozenset(idea.id for idea in (*state.added, *state.listed)) | frozenset(state.copies)
    columns = [_column(state, group, shown, here) for group in state.groups]
    if state.waiting:
        columns.insert(0, _unplaced(state, shown, here))
    if state.locked:
        return Board(id="board", pos=20, items=tuple(columns), deeds=tuple(one for one in _deeds() if one.id in KEPT))
    return Board(id="board", pos=20, items=tuple(columns), move="Move", rename="Rename", merge="Merge", aside=UNPLACED, deeds=_deeds())


def _deeds() -> tuple[Deed, ...]:
    word = _("In a word, if you like: needs, against, before")
    return (
        Deed("pin", _("Keep it here"), "Pin"),
        Deed("unpin", _("Let it move"), "Pin"),
        Deed("match", _("Same as …"), "Match", choose="card", argument="into", hint=_("Choose the card that says the same.")),
        Deed("separate", _("Show apart"), "Separate"),
        Deed("copy", _("Also in …"), "Copy", choose="column", argument="to", hint=_("Choose the second group for this card.")),
        Deed("drop", _("Take it away"), "Drop"),
        Deed("split", _("Divide …"), "Split"),
        Deed("relate", _("Has to do with …"), "Relate", choose="column", argument="to", hint=_("Choose the other group."), asks=word),
        Deed("bundle", _("Put together with …"), "Bundle", choose="column", argument="other", hint=_("Choose the other group.")),
        Deed("unbundle", _("Take out of its frame"), "Unbundle"),
        Deed("show", _("Large on the wall"), "Show"),
        Deed("whole", _("The whole map on the wall"), "Show"),
    )


def _shown(groups: int) -> int:
    """How many cards a column shows at a time: fewer where there are very many columns."""
    return 20 if groups <= 12 else 10 if groups <= 30 else 5


def _column(state: State, group: Group, shown: int, here: frozenset[str]) -> Column:
    theme = state.theme(group.id)
    start, large = state.starts.get(group.id, ""), state.shown == group.id
    seen = frozenset(slip.idea.id for slip in group.ideas.first(shown, start))
    quiet = frozenset(id for id in seen if id in state.settled)  # the whole room has put these here
    return _drawn(group, shown, start, here & seen, quiet, state.locked, theme.title if theme else "", large)


@remembered
def _drawn(
    group: Group, shown: int, start: str, here: frozenset[str], quiet: frozenset[str], locked: bool, theme: str, large: bool
) -> Column:
    slips = group.ideas.first(shown + 1, start)
    after = slips[shown].idea.id if len(slips) > shown else ""
    buttons = _leaves(group.id, len(group.ideas), len(slips[:shown]), after, start if start in group.ideas else "")
    cards = tuple(_card(slip, slip.idea.id in here, slip.idea.id in quiet, locked) for slip in slips[:shown])
    own = () if locked else (*(("split",) if len(group.ideas) > 3 else ()), "relate", "bundle", *(("unbundle",) if theme else ()))
    menu = (*own, "whole" if large else "show")
    return Column(group.id, group.title, group.color, cards, total=len(group.ideas), buttons=buttons, menu=menu, above=theme)


def _unplaced(state: State, shown: int, here: frozenset[str]) -> Column:
    start = state.starts.get(UNPLACED, "")
    ideas = list(islice(state.ideas.around(state.ideas.places.get(start, 0)), shown + 1))
    after = ideas[shown].id if len(ideas) > shown else ""
    cards = tuple(_loose(state, idea, idea.id in here) for idea in ideas[:shown])
    buttons = _leaves(UNPLACED, state.waiting, len(cards), after, start)
    return Column(UNPLACED, _("Not yet placed"), items=cards, fixed=True, total=state.waiting, buttons=buttons)


def _leaves(group: str, total: int, here: int, after: str, start: str) -> tuple[Button, ...]:
    """On to the next cards, and back to the first."""
    label = n_("{count} other", "{count} others", total - here)
    more = (Button("more", label, "Turn", {"group": group, "start": after}),) if after else ()
    first = (Button("first", _("Back to the first"), "Turn", {"group": group}),) if start else ()
    return (*more, *first)


@remembered
def _card(slip: Slip, here: bool, quiet: bool, locked: bool) -> Card:
    return _drawn_card(slip, here, locked, "" if quiet else _("placed by hand"))


def _loose(state: State, idea: Item, here: bool) -> Card:
    same, kept = state.same.get(idea.id, ()), idea.id in state.loose
    quiet = idea.id in state.settled
    return _drawn_card(Slip(idea, kept, same), here, state.locked, _left(quiet)) if same else _single(idea, kept, here, quiet, state.locked)


@remembered
def _single(idea: Item, kept: bool, here: bool, quiet: bool, locked: bool) -> Card:
    return _drawn_card(Slip(idea, kept), here, locked, _left(quiet))


def _left(quiet: bool) -> Words:
    return "" if quiet else _("left open by hand")


def _drawn_card(slip: Slip, here: bool, locked: bool, fixed: Words) -> Card:
    copy = bool(slip.idea.sources) and here
    menu = _menu(slip.pinned, bool(slip.same), here, copy) if not locked else ("separate",) if slip.same else ()
    above = _("also in another group") if copy else fixed if slip.pinned else ""
    return Card(slip.idea.id, slip.idea.text, above, wordings(slip), slip.support, menu=menu)


def _menu(kept: bool, same: bool, here: bool, copy: bool) -> tuple[str, ...]:
    if copy:
        return ("drop",)
    return ("unpin" if kept else "pin", "match", *(("separate",) if same else ()), "copy", *(("drop",) if here else ()))


def wordings(slip: Slip) -> Words:
    """The other words in which it was said."""
    texts = " / ".join(one.text for one in slip.same)
    return _("also as: {texts}", texts=texts) if texts else ""
