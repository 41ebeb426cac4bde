"""Whatever people and the machine do, no idea is lost, what was fixed stays, and what was undone is as it was."""

from random import Random
from typing import Any

from hypothesis import given as sometimes
from hypothesis import settings
from hypothesis import strategies as st

from methods.mind_map import commands as c
from methods.mind_map.ballots import CloseSorting, OpenSorting, Sort
from methods.mind_map.events import Grouped, Moved, Pinned
from methods.mind_map.method import method
from methods.mind_map.proposals import NewGroup, Proposal
from methods.mind_map.state import State
from tests.methods.mind_map.maps import IDEAS, THREE, groups
from workshop.method import Context, Rejected, Role, fold

CARDS = [item.id for item in IDEAS]
PEOPLE = frozenset({"ana", "ben", "cleo"})
card, group = st.sampled_from([*CARDS, "n0", "n1", "gone"]), st.sampled_from(["g1", "g2", "g3", "n2", "n3", "gone"])
DEEDS = st.one_of(
    st.builds(c.Move, card, st.sampled_from(["g1", "g2", "g3", "", "unplaced"])),
    st.builds(c.Pin, card),
    st.builds(c.Copy, card, group),
    st.builds(c.Drop, card),
    st.builds(c.Match, card, card),
    st.builds(c.Separate, card),
    st.builds(c.Merge, group, group),
    st.builds(c.Relate, group, group, st.just("needs")),
    st.builds(c.Bundle, group, group),
    st.builds(c.Unbundle, group),
    st.builds(c.Rename, group, st.just("Named")),
    st.builds(c.Add, st.just("A late idea")),
    st.just(c.Accept()),
    st.just(c.Regroup()),
    st.builds(Sort, card, group),
    st.just(OpenSorting()),
    st.just(CloseSorting()),
)


def start() -> State:
    begun: State = method.evolve(method.start(method.settings(), IDEAS, 1), THREE)
    return begun


def done(state: State, deed: Any, number: int, chance: Random) -> State:
    """The state after somebody's deed; then the machine answers what it was asked, however it likes."""
    role = Role.PARTICIPANT if isinstance(deed, Sort) else Role.FACILITATOR
    hands = state.deal.hands if state.deal else {}
    held = next(((person, hand) for person, hand in hands.items() if hand), ("ana", ("",)))
    deed = Sort(held[1][0], deed.to) if isinstance(deed, Sort) and held[1][0] else deed
    events = method.decide(state, deed, Context(0, held[0] if role is Role.PARTICIPANT else "host", role, PEOPLE, f"n{number}", 1))
    after: State = state if isinstance(events, Rejected) else fold(method, state, events)
    if after.asked is None:
        return after
    ids = [idea.id for idea in after.ideas]
    parts = tuple(Proposal("Found", tuple(chance.sample(ids, len(ids) // 2)), id) for id in ("g1", "g2"))
    places = {id: chance.choice(["g1", "g2"]) for id in ids}
    kinds = {
        "group": c.TakeGrouping(after.asked.round, parts, tuple(chance.sample(ids, 1))),
        "split": c.TakeGrouping(after.asked.round, parts),
        "place": c.TakePlaces(after.asked.round, places),
        "advice": c.TakeAdvice(after.asked.round),
        "pairs": c.TakePairs(after.asked.round),
    }
    answer = method.decide(after, kinds[after.asked.kind], Context(0, "system", Role.SYSTEM, PEOPLE, f"m{number}", 1))
    assert not isinstance(answer, Rejected)
    answered: State = fold(method, after, answer)
    return answered


def whole(state: State) -> None:
    """Every idea is in one place: a group, none, or under another one; no group is empty; what hangs together is there."""
    placed = [id for one in state.groups for id in one.ids]
    assert len(placed) == len(set(placed))
    loose, under = list(state.unplaced), list(state.under)
    assert sorted([*placed, *loose, *under]) == sorted(idea.id for idea in state.ideas)
    assert {item.id for item in IDEAS} <= {idea.id for idea in state.ideas}
    assert dict(state.homes) == {id: one.id for one in state.groups for id in one.ids}
    assert state.deal or all(one.ideas for one in state.groups)
    assert {under.head for under in state.under.values()} == set(state.same)
    assert {same.id for parts in state.same.values() for same in parts} == set(state.under)
    assert set(state.copies) <= {idea.id for idea in state.ideas}
    ids = {one.id for one in state.groups}
    assert all(theme.groups <= ids and len(theme.groups) > 1 for theme in state.themes)
    assert all({one.group, one.to} <= ids for one in state.relations)
    sources = {source for item in method.results(state) for source in item.sources}
    assert {state.copies.get(id, id) for id in placed} <= sources


@sometimes(st.lists(DEEDS, max_size=14), st.integers(0, 99))
@settings(max_examples=60, deadline=None)
def test_no_idea_is_lost_or_doubled(deeds: list[Any], seed: int) -> None:
    state, chance = start(), Random(seed)
    for number, deed in enumerate(deeds):
        state = done(state, deed, number, chance)
        whole(state)


@sometimes(st.lists(DEEDS, max_size=8), st.lists(st.lists(st.sampled_from(CARDS), unique=True, max_size=6), min_size=2, max_size=2))
@settings(max_examples=60, deadline=None)
def test_what_is_fixed_stays_whatever_the_machine_finds(deeds: list[Any], parts: list[list[str]]) -> None:
    state, chance = start(), Random(1)
    for number, deed in enumerate(deeds):
        state = done(state, deed, number, chance)
    fixed = {id: state.homes.get(id) for one in state.groups for id in one.ids if state.is_pinned(id)}
    aside = [id for id in state.loose if id in state.unplaced]
    found = Grouped(9, tuple(NewGroup(id, "Found", tuple(part)) for id, part in zip(("g1", "fresh"), parts, strict=True)))
    again = method.evolve(state, found)
    whole(again)
    assert {id: again.homes.get(id) for id in fixed} == fixed or set(fixed) - set(again.homes) <= set(state.copies)
    assert all(id in again.unplaced for id in aside)
    for together in state.together:
        assert len({again.homes.get(id) for id in together if not state.is_pinned(id)} - {None}) <= 1 or state.together != again.together


@sometimes(st.sampled_from(CARDS), st.sampled_from(CARDS), st.sampled_from(CARDS))
@settings(max_examples=60, deadline=None)
def test_what_was_shown_as_one_comes_apart_as_it_was(one: str, two: str, three: str) -> None:
    before = method.evolve(start(), Pinned("t1", True))
    state = before
    for first in (one, three):
        events = method.decide(state, c.Match(first, two), Context(0, "host", Role.FACILITATOR, PEOPLE, first, 1))
        state = state if isinstance(events, Rejected) else fold(method, state, events)
    for id in CARDS:
        events = method.decide(state, c.Separate(id), Context(0, "host", Role.FACILITATOR, PEOPLE, f"s{id}", 1))
        assert not isinstance(events, Rejected)
        state = fold(method, state, events)
    assert groups(state) == groups(before)
    assert state.unplaced == before.unplaced
    assert [state.is_pinned(id) for id in CARDS] == [before.is_pinned(id) for id in CARDS]


def test_a_card_that_was_moved_is_no_longer_held_by_those_it_was_merged_with() -> None:
    state = fold(method, start(), [Moved("b1", "g1"), Moved("b1", "g2")])
    assert state.is_pinned("b1")
    whole(state)
