"""What the machine is asked: by the facilitator, and by itself when ideas came."""

from dataclasses import replace
from itertools import pairwise
from typing import Any, Final

from methods.mind_map.events import Ask, Asked
from methods.mind_map.sketch import Present, Rules
from methods.mind_map.state import State, cards_of
from methods.mind_map.work import duplicates, place_ideas, sort_ideas, suggest
from workshop.memory import Memory
from workshop.method import Work

EVERY: Final = 25
WORK: Memory[Work] = Memory()


def wondering(state: State) -> State:
    """The machine is asked, when nothing else is: new ideas are placed at once, and every 25 ideas it looks for what could be better."""
    if state.asked or state.locked or state.deal or not state.groups:
        return state
    kind = _next(state)
    return replace(state, asked=Asked(kind, state.rounds + 1, state.seed), rounds=state.rounds + 1) if kind else state


def _next(state: State) -> Ask | None:
    if any(card not in state.loose and card not in state.tried for card in state.unplaced):
        return "place"
    if state.preview:
        return None
    if state.total - state.advised >= EVERY:
        return "advice"
    return "pairs" if state.paired < state.advised else None


def work(state: State) -> Work | None:
    """What the machine was asked and has not answered: it is asked nothing when there are no ideas.

    Put together once, of the ideas as they were when it was asked; what changes meanwhile is heeded when it answers.
    """
    if state.asked is None or not len(state.ideas):
        return None
    return WORK.recall(state.asked) or WORK.keep(state.asked, _work(state, state.asked))


def _work(state: State, asked: Asked) -> Work:
    key, topic, ideas = f"{asked.kind}-{asked.round}", state.settings.topic, _ideas(state)
    match asked.kind:
        case "group":
            known = tuple(one for one in ideas if one[0] not in state.loose)
            return Work(
                key, sort_ideas, (asked.round, known, asked.seed, topic, _present(state), _rules(state, True)), "TakeGrouping", True
            )
        case "split":
            inside = tuple(one for one in ideas if state.homes.get(one[0]) == asked.group)
            return Work(key, sort_ideas, (asked.round, inside, asked.seed, topic), "TakeGrouping", True)
        case "place":
            new = tuple(one for one in ideas if one[0] not in state.homes and one[0] not in state.loose | state.tried)
            groups = tuple((group.id, tuple(slip.idea.text for slip in group.ideas)) for group in state.groups)
            return Work(key, place_ideas, (asked.round, new, groups), "TakePlaces")
        case "advice":
            known = tuple(one for one in ideas if one[0] not in state.loose)
            return Work(key, suggest, (asked.round, known, _present(state), asked.seed, topic, _rules(state, False)), "TakeAdvice", True)
        case "pairs":
            return Work(key, duplicates, (asked.round, ideas, tuple(sorted(state.distinct))), "TakePairs")


def _ideas(state: State) -> tuple[tuple[str, str], ...]:
    texts = ((card, state.ideas.get(card)) for card in cards_of(state))
    return tuple((card, idea.text) for card, idea in texts if idea)


def _present(state: State) -> tuple[Present, ...]:
    groups = ((group, tuple(card for card in group.ids if card not in state.copies)) for group in state.groups)
    return tuple(Present(group.id, group.title, cards, group.named, group.titled) for group, cards in groups)


def _rules(state: State, named: bool) -> Rules:
    """What people fixed; a group that somebody `named` stays as it is."""
    own = ((slip, group) for group in state.groups for slip in group.ideas if slip.idea.id not in state.copies)
    pins: dict[str, Any] = {slip.idea.id: group.id for slip, group in own if slip.pinned or (named and group.named)}
    chains = (sorted(one) for one in state.together)
    return Rules(pins, tuple(pair for chain in chains for pair in pairwise(chain)))
