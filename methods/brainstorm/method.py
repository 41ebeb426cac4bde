"""Brainstorm: many short ideas from everybody, at the same time.

Use it to gather what a room knows or wishes: ten to fifteen minutes, for three to several hundred people. One idea a card, 1
to 280 characters. Ideas are seen as they come, or stay hidden until the reveal (silent), so that nobody is led by the first
ones. Then people support the ideas that matter to them with a tap, and ask for a clarification where one is unclear. An author
can change or withdraw an idea until the gathering ends. Next leads from gathering to support, and to the end. Of more than 60
ideas, everybody is given some to look at, and turns to others: each idea is looked at about equally often, and everybody can come
to all of them. Cards written on paper are added by the facilitator, and counted as such.
"""

import sys
from collections.abc import Iterable, Sequence

from methods.brainstorm.deeds import describe
from methods.brainstorm.rehearsal import rehearse
from methods.brainstorm.rules import decide
from methods.brainstorm.screens import moves, question_of, view
from methods.brainstorm.settings_form import LABELS
from methods.brainstorm.state import Settings, State, evolve
from methods.brainstorm.vocabulary import (
    PAPER,
    Add,
    Added,
    Amend,
    Amended,
    Ask,
    Asked,
    Enter,
    Entered,
    Event,
    Find,
    Found,
    Hidden,
    Hide,
    Leaf,
    Leafed,
    Restore,
    Restored,
    Support,
    Supported,
    Turn,
    Turned,
    Withdraw,
    Withdrawn,
)
from workshop.blocks import Block, Card, Cards, Heading, Text
from workshop.language import _, n_
from workshop.method import ANYBODY, EVERYBODY, FACILITATORS, PARTICIPANTS, Item, Method


def start(settings: Settings, items: tuple[Item, ...], seed: int) -> State:
    """No idea yet."""
    return State(settings)


def record(state: State) -> Sequence[Block]:
    """All ideas that stand, those with most support first; what was hidden or came on paper is counted."""
    ideas = sorted(state.ideas.all_shown(), key=lambda idea: (-len(idea.supporters), idea.number))
    hidden = sum(idea.hidden and not idea.withdrawn for idea in state.ideas)
    paper = sum(idea.by == PAPER for idea in ideas)
    people = len({idea.by for idea in ideas if idea.by != PAPER})
    blocks: list[Block] = [
        Heading(id="question", text=question_of(state)),
        Text(id="count", text=n_("{count} idea was gathered.", "{count} ideas were gathered.", len(ideas))),
        Text(id="people", text=n_("{count} person wrote.", "{count} people wrote.", people)),
    ]
    if paper:
        blocks.append(Text(id="paper", text=n_("{count} of them came on paper.", "{count} of them came on paper.", paper)))
    if hidden:
        blocks.append(Text(id="hidden", text=n_("{count} idea was hidden.", "{count} ideas were hidden.", hidden)))
    cards = tuple(Card(idea.id, idea.text, count=len(idea.supporters)) for idea in ideas)
    return (*blocks, Cards(id="ideas", items=cards, total=len(cards)))


def results(state: State) -> Sequence[Item]:
    """Each idea that stands, with its support."""
    return [Item(idea.id, "idea", idea.text, support=len(idea.supporters)) for idea in state.ideas.all_shown()]


def touches(state: State, event: Event) -> Iterable[str]:
    """That an idea is unclear is shown to its author; another wording or a withdrawal to all who look at it, whoever that is."""
    match event:
        case Asked(_idea, _by, author) if author:
            return (author,)
        case Asked() | Amended() | Withdrawn():
            return (EVERYBODY,)
        case _:
            return ()


method = Method(
    name="brainstorm",
    title=_("Brainstorm"),
    purpose=_("Many short ideas from everybody; people support those that matter to them."),
    settings=Settings,
    commands={
        Add: ANYBODY,
        Amend: PARTICIPANTS,
        Withdraw: PARTICIPANTS,
        Support: PARTICIPANTS,
        Ask: PARTICIPANTS,
        Hide: FACILITATORS,
        Restore: FACILITATORS,
        Enter: FACILITATORS,
        Turn: PARTICIPANTS,
        Leaf: FACILITATORS,
        Find: FACILITATORS,
    },
    events=(Added, Amended, Withdrawn, Supported, Asked, Hidden, Restored, Entered, Turned, Leafed, Found),
    looking=frozenset({Turned, Leafed, Found}),
    start=start,
    decide=decide,
    evolve=evolve,
    view=view,
    record=record,
    results=results,
    moves=moves,
    touches=touches,
    describe=describe,
    rehearse=rehearse,
    yields=frozenset({"idea"}),
    labels=LABELS,
    minutes=12,
    module=sys.modules[__name__],
)
