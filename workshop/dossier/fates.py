"""What became of a contribution: taken up in a decision, promised, merged into a group, answered with a reason, or open."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from workshop.dossier.things import Thing
from workshop.process.state import Answer, Process

if TYPE_CHECKING:
    import networkx as nx

State = Literal["taken_up", "not_now", "not_possible", "answered", "grouped", "open"]
STATES: Final[tuple[State, ...]] = ("taken_up", "not_now", "not_possible", "answered", "grouped", "open")


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of a contribution; refs of the decisions and commitments that it led to, and of its groups; the answer to it."""

    state: State = "open"
    decisions: tuple[str, ...] = ()
    commitments: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    answer: Answer | None = None
    answered_at: str = ""


OPEN: Final = Fate()


def fates_of(process: Process, things: Mapping[str, Thing], graph: "nx.DiGraph[str]", written: Iterable[str]) -> dict[str, Fate]:
    """The fate of each thing that people wrote. An answer to a group is one to everything in it; one's own comes first."""
    led: dict[str, dict[str, list[str]]] = {kind: {} for kind in ("decision", "commitment", "group")}
    for ref, thing in things.items():
        for source in _behind(graph, ref) if thing.kind in led else ():
            led[thing.kind].setdefault(source, []).append(ref)
    answers: dict[str, str] = {}
    for ref in sorted(process.answers, key=lambda one: (process.answers[one].at, one)):
        for source in _behind(graph, ref):
            answers[source] = ref
    answers |= {ref: ref for ref in process.answers}
    return {ref: _fate(process, ref, led, answers.get(ref, "")) for ref in written}


def _behind(graph: "nx.DiGraph[str]", ref: str) -> set[str]:
    """Everything that a thing comes from, itself left out."""
    import networkx as nx

    found: set[str] = nx.ancestors(graph, ref) if ref in graph else set()
    return found


def _fate(process: Process, ref: str, led: Mapping[str, Mapping[str, list[str]]], answered_at: str) -> Fate:
    decisions, commitments, groups = (tuple(led[kind].get(ref, ())) for kind in ("decision", "commitment", "group"))
    answer = process.answers.get(answered_at)
    if answer is not None and answer.decision:
        decisions = tuple(dict.fromkeys((*decisions, answer.decision)))
    return Fate(_state(bool(decisions or commitments), answer, bool(groups)), decisions, commitments, groups, answer, answered_at)


def _state(taken_up: bool, answer: Answer | None, grouped: bool) -> State:
    if answer is not None:
        return answer.standing
    if taken_up:
        return "taken_up"
    return "grouped" if grouped else "open"
