"""Brainstorm: many short ideas from everybody, at the same time.

Use it to gather what a room knows or wishes: ten to fifteen minutes, for three to several hundred people. One idea a card, 1
to 280 characters. Ideas are seen as they come, or stay hidden until the reveal (silent), so that nobody is led by the first
ones. Then people support the ideas that matter to them with a tap, and ask for a clarification where one is unclear. An author
can change or withdraw an idea until the gathering ends. Next leads from gathering to support, and to the end. Of more than 60
ideas, everybody is given some to look at, and turns to others: each idea is looked at about equally often, and everybody can come
to all of them. Cards written on paper, and ideas of a spreadsheet, are added by the facilitator and counted as such. Ideas that say
the same are shown as one, with how many said it: the words of each stay in the record, and whoever supports several counts once.
"""

import sys
from collections.abc import Iterable, Sequence

from methods.brainstorm.cards import wordings
from methods.brainstorm.deeds import describe
from methods.brainstorm.rehearsal import rehearse
from methods.brainstorm.rules import decide
from methods.brainstorm.screens import moves, question_of, view
from methods.brainstorm.settings_form import LABELS
from methods.brainstorm.state import Settings, State, evolve
from methods.brainstorm.vocabulary import (
    Add,
    Added,
    Amend,
    Amended,
    Ask,
    Asked,
    Bring,
    Brought,
    Enter,
    Entered,
    Event,
    Find,
    Found,
    Hidden,
    Hide,
    Leaf,
    Leafed,
    Merge,
    Merged,
    Pick,
    Picked,
    Restore,
    Restored,
    Separate,
    Separated,
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
    ideas = sorted(state.ideas.all_shown(), key=lambda idea: (-idea.support, idea.number))
    hidden = sum(idea.hidden and not idea.withdrawn for idea in state.ideas)
    paper, listed = sum(idea.paper for idea in ideas), sum(idea.listed for idea in ideas)
    people = len({author for idea in ideas for author in idea.authors})
    blocks: list[Block] = [
        Heading(id="question", text=question_of(state)),
        Text(id="count", text=n_("{count} idea was gathered.", "{count} ideas were gathered.", len(ideas))),
        Text(id="people", text=n_("{count} person wrote.", "{count} people wrote.", people)),
    ]
    if paper:
        blocks.append(Text(id="paper", text=n_("{count} of them came on paper.", "{count} of them came on paper.", paper)))
    if listed:
        text = n_("{count} of them came from a spreadsheet.", "{count} of them came from a spreadsheet.", listed)
        blocks.append(Text(id="sheet", text=text))
    if hidden:
        blocks.append(Text(id="hidden", text=n_("{count} idea was hidden.", "{count} ideas were hidden.", hidden)))
    cards = tuple(Card(idea.id, idea.text, detail=wordings(idea), count=idea.support) for idea in ideas)
    return (*blocks, Cards(id="ideas", items=cards, total=len(cards)))


def results(state: State) -> Sequence[Item]:
    """Each idea that stands, with its support; of one that several people said, also their words, from which it comes."""
    items = []
    for idea in state.ideas.all_shown():
        sources = tuple(one.id for one in idea.wordings) if idea.same else ()
        items.append(Item(idea.id, "idea", idea.text, sources, idea.support))
        items += (Item(one.id, "wording", one.text, support=len(one.supporters)) for one in idea.same)
    return items


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
        Bring: FACILITATORS,
        Amend: PARTICIPANTS,
        Withdraw: PARTICIPANTS,
        Support: PARTICIPANTS,
        Ask: PARTICIPANTS,
        Hide: FACILITATORS,
        Restore: FACILITATORS,
        Pick: FACILITATORS,
        Merge: FACILITATORS,
        Separate: FACILITATORS,
        Enter: FACILITATORS,
        Turn: PARTICIPANTS,
        Leaf: FACILITATORS,
        Find: FACILITATORS,
    },
    events=(
        Added,
        Brought,
        Amended,
        Withdrawn,
        Supported,
        Asked,
        Hidden,
        Restored,
        Picked,
        Merged,
        Separated,
        Entered,
        Turned,
        Leafed,
        Found,
    ),
    looking=frozenset({Turned, Leafed, Found, Picked}),
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
    yields=frozenset({"idea", "wording"}),
    labels=LABELS,
    brings=Bring,
    minutes=12,
    module=sys.modules[__name__],
)
