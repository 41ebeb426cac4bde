"""What the machine answers, as events: only what it was asked last counts."""

from collections.abc import Sequence
from typing import assert_never

from methods.mind_map.commands import Answer, TakeAdvice, TakeGrouping, TakePairs, TakePlaces
from methods.mind_map.events import Advised, Ask, Event, Grouped, Paired, Placed, Previewed
from methods.mind_map.proposals import Advice, NewGroup, Offer, Part
from methods.mind_map.state import State
from workshop.messages import derived_id


def heard(state: State, answer: Answer, id: str) -> Sequence[Event]:
    """The events that follow from an answer; a new grouping is looked at first, unless there are no groups yet."""
    asked = state.asked
    if asked is None or asked.round != answer.round or asked.kind not in _kinds(answer):
        return []
    match answer:
        case TakeGrouping(round, groups, unplaced) if asked.kind == "group":
            new = tuple(NewGroup(one.id or derived_id(id, str(n)), one.title, one.ideas, one.best) for n, one in enumerate(groups))
            return [Previewed(round, new, unplaced)] if state.groups else [Grouped(round, new, unplaced)]
        case TakeGrouping(round, groups):
            parts = tuple(Part(one.title, one.ideas, one.best) for one in groups)
            return [Advised(round, (Offer(f"split:{asked.group}:{round}", "split", (asked.group,), parts),))]
        case TakePlaces(round, places):
            return [Placed(round, places)]
        case TakeAdvice(round, offers, titles):
            return [Advised(round, tuple(Offer(one.key, one.kind, one.groups, one.parts) for one in offers if _whole(one)), titles)]
        case TakePairs(round, pairs):
            return [Paired(round, pairs)]
        case _:
            assert_never(answer)


def _kinds(answer: Answer) -> Sequence[Ask]:
    match answer:
        case TakeGrouping():
            return ("group", "split")
        case TakePlaces():
            return ("place",)
        case TakeAdvice():
            return ("advice",)
        case TakePairs():
            return ("pairs",)
        case _:
            assert_never(answer)


def _whole(one: Advice) -> bool:
    """Whether a suggestion names what it is about."""
    wanted = {"merge": 2, "split": 1, "new": 0}[one.kind]
    return len(one.groups) == wanted
