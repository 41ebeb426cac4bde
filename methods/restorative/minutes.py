"""What the record says of a restorative circle: what all agreed on, and nothing else."""

from collections.abc import Sequence

from methods.restorative.shared import detail_of, words_of
from methods.restorative.state import Matter, State, is_open, settled
from workshop.blocks import Block, Card, Cards, Heading, Text
from workshop.language import Words, _
from workshop.method import Item


def record(state: State) -> Sequence[Block]:
    """The agreed actions, the words to keep, the day of the after-circle."""
    title = Heading(id="title", text=_("A restorative circle"))
    lists = (
        _list("actions", _("What was agreed"), settled(state, "action")),
        _list("kept", _("What all want to keep"), settled(state, "keep")),
        _list("after", _("After-circle"), settled(state, "after")),
    )
    found = tuple(block for part in lists for block in part)
    stays = Text(id="stays", text=_("What was said stays with those who took part."))
    return (title, *found, stays)


def _list(id: str, label: Words, matters: Sequence[Matter]) -> Sequence[Block]:
    cards = tuple(Card(one.id, words_of(one), detail=detail_of(one)) for one in matters)
    return (Cards(id=id, items=cards, label=label, layout="list"),) if cards else ()


def results(state: State) -> Sequence[Item]:
    """The agreed actions; they count as commitments, which are shown at the end, only where all agree to the wall."""
    kind = "commitment" if is_open(state) else "agreement"
    day = next((one.due for one in reversed(settled(state, "after"))), "")
    return [
        Item(one.id, kind, one.text, facts={"who": one.who, "when": one.due, **({"review_date": day} if day else {})})
        for one in settled(state, "action")
    ]
