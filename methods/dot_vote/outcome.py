"""What a dot vote comes to: which options go on, said in a sentence, for the screens, the record and the next step."""

from collections.abc import Sequence
from itertools import takewhile

from methods.dot_vote.state import State
from workshop.blocks import Bar, Block, Heading, Tally, Text
from workshop.language import Message, Words, _, n_
from workshop.messages import derived_id
from workshop.method import Item


def question_of(state: State) -> Words:
    """The question that was set, or ours in the language of the reader."""
    return state.settings.question or _("What matters most to you?")


def kept_of(state: State) -> Sequence[Item]:
    """The options that go on: the first ones, and all that have as many dots as the last of them; all where no totals are known."""
    order, dots = state.ranked, state.result.dots if state.result else {}
    if not dots or len(order) <= state.settings.keep:
        return order
    border = max(1, dots.get(order[state.settings.keep - 1].id, 0))
    return list(takewhile(lambda item: dots.get(item.id, 0) >= border, order))


def outcome(state: State) -> Message:
    """The result in a sentence."""
    voters = state.result.voters if state.result else 0
    people = n_("{count} person voted.", "{count} people voted.", voters)
    if state.result and state.result.people:
        apart = n_("{count} of them by hand or on paper.", "{count} of them by hand or on paper.", state.result.people)
        people = _("{people} {apart}", people=people, apart=apart)
    if not state.result or not state.result.dots:
        return _("{people} That is too few for a secret vote: no totals are shown, and every option goes on.", people=people)
    kept = len(kept_of(state))
    if not kept:
        return _("{people} Nothing was chosen.", people=people)
    if kept > state.settings.keep:
        tie = n_("{count} option goes on, because of a tie.", "{count} options go on, because the last ones are tied.", kept)
        return _("{people} {tie}", people=people, tie=tie)
    return _("{people} {kept}", people=people, kept=n_("{count} option goes on.", "{count} options go on.", kept))


def tally(state: State, most: int = 0) -> Sequence[Block]:
    """The totals, the highest first (the first `most`, 0 for all); nothing where none are known."""
    if not state.result or not state.result.dots:
        return ()
    dots, kept, shown = state.result.dots, {item.id for item in kept_of(state)}, state.ranked[: most or None]
    bars = tuple(Bar(item.id, item.text, dots.get(item.id, 0), tone="good" if item.id in kept else "") for item in shown)
    rest = len(state.ranked) - len(bars)
    more = Text(id="more", pos=21, text=n_("and {count} more option", "and {count} more options", rest), tone="soft")
    return (Tally(id="tally", pos=20, items=bars, label=_("Dots")), *((more,) if rest else ()))


def record(state: State) -> Sequence[Block]:
    """The question, how many voted, the totals; never who voted what."""
    heading = Heading(id="question", text=question_of(state))
    dots = n_("Everybody had {count} dot.", "Everybody had {count} dots.", state.settings.dots)
    if state.result is None:
        return (heading, Text(id="dots", text=dots), Text(id="open", text=_("The result was not shown.")))
    return (heading, Text(id="dots", text=dots), Text(id="outcome", text=outcome(state)), *tally(state))


def results(state: State) -> Sequence[Item]:
    """What goes on, each made from the option it was: with its dots, or with the support it had where no totals are known."""
    if state.result is None:
        return ()
    dots = state.result.dots
    return [_result(state, item, dots.get(item.id, 0) if dots else item.support) for item in kept_of(state)]


def _result(state: State, item: Item, support: int) -> Item:
    # Two votes on the same options, in one workshop, yield different items: the id follows from the step's seed too.
    id = derived_id("dot_vote", str(state.seed), item.id)
    return Item(id, item.kind, item.text, (item.id,), support, item.facts)
