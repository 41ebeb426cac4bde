"""What the wall and every phone show of a follow-up: the list, what is looked at now, and where everything stands."""

from collections.abc import Sequence

from methods.follow_up.pieces import (
    TONES,
    before_words,
    how_seen,
    outcome_words,
    plain_card,
    question_of,
    seen_words,
    tallies,
    whose,
)
from methods.follow_up.state import ENDED, OPEN, State, Thing, answered, asked
from workshop.blocks import Block, Card, Cards, Heading, Progress, Text
from workshop.language import Words, _, n_
from workshop.method import Viewer

SHOWN = 12


def shared(state: State, viewer: Viewer) -> Sequence[Block]:
    """The screen of the wall, or what all phones show alike."""
    if not state.things:
        return (Heading(id="question", pos=10, text=question_of(state)), nothing())
    match state.stage:
        case "start":
            return (Heading(id="question", pos=10, text=question_of(state)), *_list(state))
        case "look":
            return (*looked_at(state, viewer), *progress(state, viewer))
        case "over":
            return (Heading(id="question", pos=10, text=_("Where everything stands")), *tallies(state, 20), *_open(state))


def nothing() -> Block:
    """What to do where nothing was brought along."""
    text = _("Nothing was brought along from earlier workshops, so there is nothing to look at.")
    return Text(id="nothing", pos=12, text=text)


def _list(state: State) -> Sequence[Block]:
    """What will be looked at, with where it stood; what is due first."""
    many = n_("{count} thing to look at", "{count} things to look at", len(state.things))
    cards = tuple(plain_card(state, one) for one in state.things[:SHOWN])
    total = len(state.things) if len(state.things) > SHOWN else 0
    return (Cards(id="things", pos=20, items=cards, label=many, total=total, layout="list"),)


def looked_at(state: State, viewer: Viewer) -> Sequence[Block]:
    """One thing with all that is known of it, or some things as a list: on phones with what one says of each, as long as that is asked."""
    if not state.settings.one_by_one and asked(state) and viewer.role == "room":
        return (Heading(id="question", pos=10, text=question_of(state)),)
    if not state.settings.one_by_one:
        cards = tuple(_listed(state, one) for one in state.now)
        return (Heading(id="question", pos=10, text=question_of(state)), Cards(id="things", pos=20, items=cards, layout="list"))
    (thing,) = state.now
    above = _("{number} of {count}", number=state.start + 1, count=len(state.things))
    outcome = state.outcomes.get(thing.id)
    return (
        Heading(id="question", pos=10, text=thing.text, above=above),
        *facts(thing),
        *how_seen(state, thing, "seen", 30),
        *(
            (
                Text(
                    id="outcome", pos=40, text=outcome_words(outcome), tone=TONES[outcome.status] if outcome.status not in ENDED else "note"
                ),
            )
            if outcome
            else ()
        ),
    )


def facts(thing: Thing) -> Sequence[Block]:
    """Whose it is, how it was to be seen, and where it stood."""
    lines = (
        Card("whose", whose(thing)),
        Card("seen", thing.seen, above=_("How we wanted to see it")),
        Card("before", before_words(thing)),
    )
    return (Cards(id="facts", pos=15, items=tuple(line for line in lines if line.text), layout="list"),)


def _listed(state: State, thing: Thing) -> Card:
    """In a list, with how the room sees it."""
    card, count = plain_card(state, thing), state.counts.get(thing.id)
    if count is None:
        return card
    said: Words = seen_words(count)
    detail = _("{outcome} · {seen}", outcome=card.detail, seen=said) if card.detail else said
    return Card(card.id, card.text, card.above, detail, tone=card.tone)


def progress(state: State, viewer: Viewer) -> Sequence[Block]:
    """How many have said how they see it, never who or what."""
    if not asked(state):
        return ()
    done = answered(state)
    secret = _("Nobody sees who said what, also not the facilitator. How the room sees it is shown to all at once.")
    return (
        Progress(id="answered", pos=60, done=done, of=max(viewer.here, done), label=_("have said how they see it")),
        Text(id="secret", pos=61, text=secret, tone="soft"),
    )


def _open(state: State) -> Sequence[Block]:
    """What needs more than a note."""
    found = [one for one in state.things if one.id in state.outcomes and state.outcomes[one.id].status in OPEN]
    cards = tuple(plain_card(state, one) for one in found[:SHOWN])
    total = len(found) if len(found) > SHOWN else 0
    return (Cards(id="open", pos=30, items=cards, label=_("What needs us now"), total=total, layout="list"),) if cards else ()
