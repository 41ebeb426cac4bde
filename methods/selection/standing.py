"""How a selection stands: who is on the list, who is named by how many, what is proposed, what is still open."""

from collections import Counter
from collections.abc import Iterable

from methods.selection.state import Call, Candidate, Given, Objection, Proposal, State


def listed(state: State) -> tuple[Candidate, ...]:
    """The names in the order in which they were put on the list."""
    return tuple(state.names[id] for id in state.order if id in state.names)


def candidate_of(state: State, person: str) -> Candidate | None:
    """Who somebody is on the list of names."""
    return state.names.get(state.persons.get(person, ""))


def tallied(given: Iterable[Given]) -> list[tuple[str, int]]:
    """How many nominate each, the most first, and of as many the one who was named first."""
    return Counter(one.nominee for one in given).most_common()


def named(state: State) -> tuple[str, ...]:
    """All who were named, at first or since, the most named first."""
    found = [id for id, _count in (*tallied(state.now), *tallied(state.first))]
    return tuple(id for id in dict.fromkeys(found) if id in state.names)


def tied(state: State) -> tuple[str, ...]:
    """Those who are named by as many as the most named; nobody where one is alone in front."""
    counts = [(id, count) for id, count in tallied(state.now) if id in state.names]
    front = tuple(id for id, count in counts if count == counts[0][1])
    return front if len(front) > 1 else ()


def proposal_of(state: State) -> Proposal | None:
    """The proposal as it stands."""
    return state.proposals[-1] if state.proposals else None


def proposed(state: State) -> Candidate | None:
    """The person who is proposed."""
    now = proposal_of(state)
    return state.names.get(now.nominee) if now else None


def call_of(state: State) -> Call | None:
    """The last call, if it is about the proposal as it stands."""
    now = proposal_of(state)
    return state.calls[-1] if state.calls and now and state.calls[-1].proposal == now.number else None


def open_objections(state: State) -> tuple[Objection, ...]:
    """The objections that are still to be resolved, that of the person proposed first."""
    found = [one for one in state.objections if one.kind == "objection" and one.status == "open"]
    return tuple(sorted(found, key=lambda one: not one.nominee))
