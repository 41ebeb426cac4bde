"""The pact in the record: who does what by when, how we will see it, from what it comes, confirmed by whom; and what it hands on."""

from collections.abc import Iterable, Sequence

from methods.commitments.cards import how_confirmed, joined, whose
from methods.commitments.commands import NONE
from methods.commitments.shared import by_day, counted, question_of
from methods.commitments.state import Commitment, State, gaps, origin_of
from workshop.blocks import Block, Card, Cards, Heading, Text
from workshop.language import Words, _, n_
from workshop.method import Item


def record(state: State) -> Sequence[Block]:
    """Every commitment, what is due first, and what is missing."""
    cards = tuple(_card(state, one) for one in by_day(state))
    listed = Cards(id="pact", items=cards, label=_("Who does what, by when"), layout="list")
    return (
        Heading(id="question", text=question_of(state)),
        *counted(state),
        *((listed,) if cards else (Text(id="none", text=_("Nobody has committed to anything yet.")),)),
        *_missing(state),
    )


def _card(state: State, one: Commitment) -> Card:
    return Card(one.id, one.text, whose(one), joined(_facts(state, one)))


def _facts(state: State, one: Commitment) -> Iterable[Words]:
    origin = origin_of(state, one) if one.origin != NONE else None
    if one.seen:
        yield _("we will see it: {seen}", seen=one.seen)
    if origin:
        yield _("from “{text}”", text=origin.text)
    yield how_confirmed(one)
    if one.helpers:
        yield n_("{count} person helps", "{count} people help", len(one.helpers))


def _missing(state: State) -> Sequence[Block]:
    withdrawn = len(state.shelf) - gaps(state)["all"]
    text = n_("{count} commitment was withdrawn.", "{count} commitments were withdrawn.", withdrawn)
    still = Text(id="open", text=_("The pact was not closed."), tone="soft")
    return (
        *((Text(id="withdrawn", text=text, tone="soft"),) if withdrawn else ()),
        *(() if state.closed or not gaps(state)["all"] else (still,)),
    )


def results(state: State) -> Sequence[Item]:
    """Each commitment that stands.

    Its facts: `who` as it was typed, or else `person`, the number of who wrote it; `side`, `by` (an ISO day or nothing), `seen`,
    `confirmed` ("yes" or nothing). How many help is its support.
    """
    return [_item(one) for one in state.standing()]


def _item(one: Commitment) -> Item:
    sources = (one.origin,) if one.origin != NONE else ()
    facts = {"who": one.who, "side": one.side, "by": one.due, "seen": one.seen, "confirmed": "yes" if one.confirmation else ""}
    person = {"person": str(one.number)} if one.number and not one.who else {}
    return Item(one.id, "commitment", one.text, sources, len(one.helpers), facts | person)
