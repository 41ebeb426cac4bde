"""What the facilitator of a brainstorm sees besides the question: the newest ideas, or older ones, or those with some words."""

from collections.abc import Sequence
from itertools import islice

from methods.brainstorm.cards import console_card
from methods.brainstorm.idea import Idea
from methods.brainstorm.state import State
from workshop.blocks import Block, Button, Buttons, Cards, Field, Form, Text
from workshop.language import _, n_

SHOWN = 60


def console(state: State) -> Sequence[Block]:
    """A card on paper to add, and the ideas to hide or to show again, of which every one can be reached."""
    field = Field("text", _("A card on paper"), hint=_("What somebody without a phone wrote or said"))
    paper = Form(id="paper", pos=60, fields=(field,), command="Add", send=_("Add for somebody"))
    ideas = _ideas(state)
    picked = state.ideas.get(state.picked)
    chosen = picked.id if picked is not None and picked.stands else ""
    cards = tuple(console_card(idea, chosen) for idea in ideas)
    return (
        *_search(state),
        *_found(state),
        *_leaves(state, ideas),
        Cards(id="ideas", pos=50, items=cards, total=state.standing, layout="list", empty=_("The ideas appear here.")),
        paper,
    )


def _ideas(state: State) -> list[Idea]:
    if state.found is not None:
        known = (state.ideas.get(id) for id in state.found.ideas)
        return [idea for idea in known if idea is not None and not idea.withdrawn and not idea.into]
    return [state.ideas.things[number] for number in islice(state.kept.downward(state.below or None), SHOWN)]


def _found(state: State) -> Sequence[Block]:
    if state.found is None:
        return ()
    count, words = state.found.count, state.found.words
    text = n_("{count} idea with “{words}”.", "{count} ideas with “{words}”.", count, words=words)
    return (Text(id="found", pos=47, text=text, tone="now"),)


def _leaves(state: State, ideas: Sequence[Idea]) -> Sequence[Block]:
    """Buttons to older ideas, and back to the newest."""
    buttons = []
    if state.below or state.found is not None:
        buttons.append(Button("newest", _("Back to the newest"), "Leaf"))
    lowest = ideas[-1].number if ideas and state.found is None else 0
    if any(True for _number in state.kept.downward(lowest) if lowest):
        buttons.append(Button("older", _("Older ideas"), "Leaf", {"below": lowest}))
    return (Buttons(id="leaves", pos=49, items=tuple(buttons)),) if buttons else ()


def _search(state: State) -> Sequence[Block]:
    if len(state.kept) <= SHOWN and state.found is None:
        return ()
    field = Field("words", _("Words in an idea"), required=False)
    return (Form(id="find", pos=46, fields=(field,), command="Find", send=_("Find")),)
