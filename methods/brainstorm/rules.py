"""Who may add, change, support and hide an idea, and when."""

from collections.abc import Sequence
from typing import assert_never

from methods.brainstorm.idea import Idea
from methods.brainstorm.state import Hand, State
from methods.brainstorm.vocabulary import (
    PAPER,
    Add,
    Added,
    Amend,
    Amended,
    Ask,
    Asked,
    Bring,
    Brought,
    Command,
    Enter,
    Entered,
    Event,
    Find,
    Found,
    Hidden,
    Hide,
    Leaf,
    Leafed,
    Listed,
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
from workshop.language import _, n_
from workshop.messages import derived_id
from workshop.method import Context, Contribution, Rejected, Role

FOUND = 60


def decide(state: State, command: Command, context: Context) -> Sequence[Event] | Rejected:
    """Who may add, change, support and hide, and when."""
    match command:
        case Add(text):
            return _add(state, text, context)
        case Bring(cards):
            return _bring(state, cards, context)
        case Enter(stage):
            return [] if stage == state.stage else [Entered(stage)]
        case Turn():
            return _turn(state, command, context.actor)
        case Leaf(below):
            return [] if below == state.below and state.found is None else [Leafed(below)]
        case Find(words):
            return [_found(state, words)] if words else [Leafed(0)]
        case Pick(id):
            return [] if id == state.picked else [Picked(id)]
        case Merge(id, into):
            return _merge(state, id, into)
        case Amend(id) | Withdraw(id):
            return _of_ones_own(state, state.ideas.get(id), command, context)
        case Support(id) | Ask(id) | Hide(id) | Restore(id) | Separate(id):
            idea = state.head(id)
            return _gone() if idea is None or idea.withdrawn else _change(state, idea, command, context)
        case _:
            assert_never(command)


def _add(state: State, text: str, context: Context) -> Sequence[Event] | Rejected:
    paper = context.role is Role.FACILITATOR
    if not text:
        return Rejected(_("Please write something first."), "empty")
    if paper:
        return [Added(context.id, PAPER, text)]
    if state.stage != "gather":
        return Rejected(_("The gathering has ended. Tell the facilitator if your idea is still missing."), "ended")
    if state.settings.limit and len(state.own.get(context.actor, ())) >= state.settings.limit:
        limit = state.settings.limit
        return Rejected(
            n_(
                "Everybody has {count} idea here. Change or withdraw yours to make room.",
                "Everybody has {count} ideas here. Change or withdraw one of yours to make room.",
                limit,
            ),
            "limit",
        )
    return [Added(context.id, context.actor, text)]


def _bring(state: State, cards: Sequence[Contribution], context: Context) -> Sequence[Event] | Rejected:
    """What is there already is not brought again, so that a file can be brought in a second time."""
    there = {idea.text.casefold() for idea in state.ideas if not idea.withdrawn}
    new: dict[str, Contribution] = {}
    for card in cards:
        if card.text and card.text.casefold() not in there:
            new.setdefault(card.text.casefold(), card)
    if not new:
        return Rejected(_("All of these ideas are there already."), "there")
    return [Brought(tuple(Listed(derived_id(context.id, text), card.text, card.support) for text, card in new.items()))]


def _merge(state: State, id: str, into: str) -> Sequence[Event] | Rejected:
    idea, other = state.head(id), state.head(into)
    if idea is None or other is None or not (idea.stands and other.stands):
        return _gone()
    if idea is other:
        return Rejected(_("Choose another idea that says the same."), "same")
    return [*([Picked("")] if state.picked else []), Merged(idea.id, other.id)]


def _of_ones_own(state: State, idea: Idea | None, command: Amend | Withdraw, context: Context) -> Sequence[Event] | Rejected:
    if idea is None or idea.withdrawn:
        return _gone()
    if idea.by != context.actor:
        return Rejected(_("Only its author can change an idea."), "not-yours")
    asked = isinstance(command, Amend) and idea.askers and state.stage == "support"
    if state.stage != "gather" and not asked:
        return _ended()
    return _amended(command) if isinstance(command, Amend) else [Withdrawn(idea.id)]


def _change(state: State, idea: Idea, command: Support | Ask | Hide | Restore | Separate, context: Context) -> Sequence[Event] | Rejected:
    """What is done with an idea as it is shown, whatever others are shown under it."""
    match command:
        case Hide():
            return [] if idea.hidden else [Hidden(idea.id)]
        case Restore():
            return [Restored(idea.id)] if idea.hidden else []
        case Separate():
            return [Separated(idea.id)] if idea.same else []
        case Support() if not state.settings.support or state.stage == "closed":
            return Rejected(_("Ideas cannot be supported now."), "ended")
        case Support() | Ask() if idea.hidden or not state.revealed:
            return _gone()
        case Support() if context.actor in idea.authors:
            return Rejected(_("You stand behind your own idea already."), "own")
        case Support() if idea.backed_by(context.actor):
            return [Supported(one.id, context.actor, False) for one in idea.wordings if context.actor in one.supporters]
        case Support():
            return [Supported(idea.id, context.actor, True)]
        case Ask() if state.stage == "closed":
            return _ended()
        case Ask() if context.actor in idea.askers:
            return Rejected(_("You have asked about this idea already. Its author sees it."), "asked")
        case Ask():
            return [Asked(idea.id, context.actor, idea.by)]
        case _:
            assert_never(command)


def _gone() -> Rejected:
    return Rejected(_("This idea is not there any more."), "gone")


def _ended() -> Rejected:
    return Rejected(_("The gathering has ended: ideas stay as they are."), "ended")


def _amended(command: Amend) -> Sequence[Event] | Rejected:
    return [Amended(command.idea, command.text)] if command.text else Rejected(_("Please write something first."), "empty")


def _turn(state: State, command: Turn, person: str) -> Sequence[Event] | Rejected:
    """One page on from the page that the phone showed, so that a second tap does not pass one over."""
    if state.stage != "support" or not state.deck:
        return Rejected(_("There are no others to look at now."), "ended")
    hand = state.hands.get(person, Hand())
    return [Turned(person, command.page, command.start)] if command.page == hand.page + 1 else []


def _found(state: State, words: str) -> Found:
    """The newest ideas that have all of the words, in any order and in capitals or not."""
    wanted = words.casefold().split()
    texts = ((idea.id, idea.text.casefold()) for idea in state.ideas if not idea.withdrawn)
    ids = [id for id, text in texts if all(word in text for word in wanted)]
    return Found(words, tuple(reversed(ids[-FOUND:])), len(ids))
