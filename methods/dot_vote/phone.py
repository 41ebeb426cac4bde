"""What is only for one person in a dot vote: their dots, on all options or, of very many, on a page of them."""

from collections.abc import Sequence

from methods.dot_vote.state import Page, State, ballot_of
from workshop.blocks import Block, Button, Buttons, Dot, Dots
from workshop.language import _
from workshop.memory import remembered
from workshop.method import Item, Viewer

ALL = 60  # so many options are shown at once; of more, everybody gets a page at a time
PAGE = 12
GOLDEN = 0.6180339887498949  # its multiples, without their whole parts, lie evenly for any number of people


def dots(state: State, viewer: Viewer) -> Sequence[Block]:
    """The options with one's own dots; what has dots of one's own is always there."""
    own, many = ballot_of(state, viewer.person), len(state.options) > ALL
    page = _page(state, viewer) if many else state.options
    here = {item.id for item in page} if many else ()
    elsewhere = sorted(state.places[id] for id in own if id not in here) if many else []
    items = tuple(_dot(item, own.get(item.id, 0)) for item in (*(state.options[place] for place in elsewhere), *page))
    left = state.settings.dots - sum(own.values())
    block = Dots(id="dots", pos=20, items=items, command="Place", left=left, most=state.settings.most)
    return (block, _turn(state, viewer, page)) if many else (block,)


@remembered
def _dot(item: Item, dots: int) -> Dot:
    return Dot(item.id, item.text, dots)


def _page(state: State, viewer: Viewer) -> Sequence[Item]:
    """Everybody begins somewhere else, evenly spread over all options, and goes on from there: so none is seen first by all."""
    known = state.pages.get(viewer.person)
    start = known.start if known else int(viewer.number * GOLDEN % 1 * len(state.options))
    return [state.options[place % len(state.options)] for place in range(start, start + PAGE)]


def _turn(state: State, viewer: Viewer, page: Sequence[Item]) -> Block:
    last = state.places[page[-1].id]
    args = {"page": state.pages.get(viewer.person, Page()).number + 1, "start": (last + 1) % len(state.options)}
    return Buttons(id="turn", pos=21, items=(Button("turn", _("Show others"), "Turn", args),))
