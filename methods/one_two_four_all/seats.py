"""Who is in which group: how groups form, and what happens when somebody comes late or leaves."""

from collections.abc import Iterable, Sequence

from methods.one_two_four_all import events as e
from methods.one_two_four_all.evolve import evolve
from methods.one_two_four_all.groups import MOST, fours_of, pairs_of
from methods.one_two_four_all.state import State, here, used
from methods.one_two_four_all.vocabulary import Together
from workshop.method import Context


def form(state: State, stage: Together, context: Context) -> list[e.Event]:
    """The groups of a phase: drawn or put together the first time; later those who came and left meanwhile are minded."""
    found: list[e.Event] = []
    if stage == "fours" and not state.of("fours").members:
        found = form(state, "pairs", context)
        for event in found:
            state = evolve(state, event)
    if state.of(stage).members:
        return [*found, *_minded(state, stage, context)]
    if stage == "pairs":
        return [e.Grouped("pairs", pairs_of(tuple(context.people), context.seed))]
    pairs = [here(state, "pairs", pair) for pair in used(state, "pairs")]
    fours = tuple(tuple(person for place in four for person in pairs[place]) for four in fours_of([len(pair) for pair in pairs]))
    return [*found, e.Grouped("fours", fours)]


def _minded(state: State, stage: Together, context: Context) -> list[e.Event]:
    """Those who have left leave gaps, those who came have a group."""
    groups = state.of(stage)
    found: list[e.Event] = [e.Gone(person) for person in sorted(groups.of) if person not in context.people | state.gone]
    for event in found:
        state = evolve(state, event)
    for person in sorted(context.people):
        if person not in groups.of or person in state.gone:
            state = _add(found, state, placed(state, stage, person))
    for group in used(state, stage):
        state = _add(found, state, joined(state, stage, group))
    return found


def _add(found: list[e.Event], state: State, events: Iterable[e.Event]) -> State:
    for event in events:
        found.append(event)
        state = evolve(state, event)
    return state


def placed(state: State, stage: Together, person: str) -> Sequence[e.Event]:
    """A place in the smallest group; where all are full, one of them becomes two. Who comes back has the place kept."""
    groups = state.of(stage)
    before = groups.of.get(person, 0)
    if before and (0 < len(here(state, stage, before)) < MOST[stage] or not used(state, stage)):
        return [e.Placed(person, stage, before, before)]
    others = used(state, stage)
    if not others:
        return [e.Placed(person, stage, before or 1, before)]
    smallest = min(others, key=lambda group: (len(here(state, stage, group)), group))
    members = here(state, stage, smallest)
    if len(members) < MOST[stage]:
        return [e.Placed(person, stage, smallest, before)]
    new = max(groups.members) + 1
    moving = members[-((len(members) + 1) // 2 - 1) :]
    return [e.Placed(person, stage, new, before), *(e.Placed(one, stage, new, smallest) for one in moving)]


def joined(state: State, stage: Together, group: int) -> Sequence[e.Event]:
    """A group in which only one is left goes into the smallest other one; where all are full, somebody comes over."""
    if len(here(state, stage, group)) != 1:
        return []
    others = [one for one in used(state, stage) if one != group]
    if not others:
        return []
    smallest = min(others, key=lambda one: (len(here(state, stage, one)), one))
    members = here(state, stage, smallest)
    if len(members) < MOST[stage]:
        return [e.Joined(stage, group, smallest)]
    moving = members[-((len(members) + 1) // 2 - 1) :]
    return [e.Placed(one, stage, group, smallest) for one in moving]


def comes(state: State, context: Context) -> Sequence[e.Event]:
    """Who comes late has a group at once; a device speaks for the group of its table."""
    actor = context.actor
    table = context.tables.get(actor, "")
    if table:
        return [] if state.devices.get(actor) == table else [e.DeviceSet(actor, table), *_left(state, actor)]
    found: list[e.Event] = [e.DeviceSet(actor, "")] if actor in state.devices else []
    if state.stage in ("pairs", "fours"):
        stage: Together = "pairs" if state.stage == "pairs" else "fours"
        if actor in state.gone or actor not in state.of(stage).of:
            state = _add(found, state, placed(state, stage, actor))
            _add(found, state, joined(state, stage, state.of(stage).of[actor]))
    return found


def goes(state: State, context: Context) -> Sequence[e.Event]:
    """Who leaves leaves a gap; who is left alone by it goes into another group."""
    if context.actor in state.devices:
        return [e.DeviceSet(context.actor, "")]
    return _left(state, context.actor)


def _left(state: State, person: str) -> list[e.Event]:
    if person in state.gone or all(person not in groups.of for groups in state.groups.values()):
        return []
    found: list[e.Event] = []
    state = _add(found, state, [e.Gone(person)])
    if state.stage in ("pairs", "fours"):
        stage: Together = "pairs" if state.stage == "pairs" else "fours"
        group = state.of(stage).of.get(person, 0)
        _add(found, state, joined(state, stage, group) if group else [])
    return found
