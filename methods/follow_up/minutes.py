"""The follow-up in the record: what became of each commitment and each decision; and what it hands on."""

from collections.abc import Iterable, Sequence

from methods.follow_up.pieces import GROUPS, before_words, joined, outcome_words, question_of, seen_words, tallies, whose
from methods.follow_up.state import OPEN, STATUSES, Kind, State, Thing
from workshop.blocks import Block, Card, Cards, Heading, Text
from workshop.language import Words, _
from workshop.messages import derived_id
from workshop.method import Item

LONG = 280


def record(state: State) -> Sequence[Block]:
    """How many stand where, then each thing with its outcome, what was noted, and how the room saw it."""
    title = Heading(id="question", text=question_of(state))
    if not state.things:
        return (title, Text(id="nothing", text=_("Nothing was brought along from earlier workshops.")))
    return (title, *(tallies(state) if state.outcomes else ()), *(block for kind in STATUSES for block in _list(state, kind)))


def _list(state: State, kind: Kind) -> Sequence[Block]:
    cards = tuple(Card(one.id, one.text, whose(one, False), joined(_facts(state, one))) for one in state.things if one.kind == kind)
    return (Cards(id=f"{kind}-list", items=cards, label=GROUPS[kind], layout="list"),) if cards else ()


def _facts(state: State, thing: Thing) -> Iterable[Words]:
    outcome, count = state.outcomes.get(thing.id), state.counts.get(thing.id)
    yield outcome_words(outcome) if outcome else _("nothing was noted")
    yield before_words(thing)
    if count and count.people:
        yield seen_words(count)


def results(state: State) -> Sequence[Item]:
    """A status for each thing with an outcome, and what is stuck or is to change once more, as an idea to work on.

    The facts of a status: `of` (the id of the thing), `what` (its text), `status`, `review_date` (an ISO day or nothing). An idea is
    the text of its thing, with the note: it comes from the status, and that from the thing.
    """
    return [item for one in state.things for item in _items(state, one)]


def _items(state: State, thing: Thing) -> Sequence[Item]:
    outcome = state.outcomes.get(thing.id)
    if outcome is None:
        return ()
    id = derived_id("follow_up", str(state.seed), thing.id)
    facts = {"of": thing.id, "what": thing.text, "status": outcome.status, "review_date": outcome.review_date}
    status = Item(id, "status", outcome.note, (thing.id,), 0, facts)
    if not state.settings.hand_on or outcome.status not in OPEN:
        return (status,)
    text = f"{thing.text} ({outcome.note})" if outcome.note else thing.text
    short = text if len(text) <= LONG else f"{text[: LONG - 1].rstrip()}…"
    return (status, Item(derived_id(id, "idea"), "idea", short, (id,), 0, {"status": outcome.status}))
