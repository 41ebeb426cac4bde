"""The dossier of a process: its workshops, what people wrote and what became of it, decisions, commitments, questions, measures."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from workshop.dossier.fates import OPEN, Fate, fates_of
from workshop.dossier.meeting import Meeting
from workshop.dossier.standing import Promise, looks_of, promises_of
from workshop.dossier.things import Thing, is_written, things_of
from workshop.process.state import Process

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that is known. `meetings` are in the order of the process; `things` go by their refs, `fates` by those of what people wrote.

    `graph` leads from each thing to what was made of it, over all workshops.
    """

    process: Process
    meetings: tuple[Meeting, ...]
    things: Mapping[str, Thing]
    graph: "nx.DiGraph[str]" = field(repr=False, compare=False)
    fates: Mapping[str, Fate] = field(default_factory=dict)
    decisions: tuple[Promise, ...] = ()
    commitments: tuple[Promise, ...] = ()

    def meeting(self, code: str) -> Meeting | None:
        """The workshop of a code."""
        return next((one for one in self.meetings if one.code == code), None)

    def kind(self, kind: str) -> tuple[Thing, ...]:
        """All things of a kind, in the order in which they came."""
        return tuple(thing for thing in self.things.values() if thing.kind == kind)

    @property
    def contributions(self) -> tuple[Thing, ...]:
        """What people wrote, in the order in which it came."""
        return tuple(self.things[ref] for ref in self.fates)

    def fate(self, ref: str) -> Fate:
        """What became of a contribution."""
        return self.fates.get(ref, OPEN)

    def words_behind(self, ref: str) -> tuple[Thing, ...]:
        """The words that people wrote from which a thing comes, those with most support first."""
        import networkx as nx

        behind = nx.ancestors(self.graph, ref) if ref in self.graph else set()
        found = (self.things[one] for one in self.fates if one in behind)
        return tuple(sorted(found, key=lambda one: -one.support))

    def due(self, today: date) -> tuple[Promise, ...]:
        """The decisions and commitments whose day is there, the longest due first."""
        return tuple(sorted((one for one in (*self.decisions, *self.commitments) if one.due(today)), key=lambda one: one.day))


def dossier_of(process: Process, meetings: Sequence[Meeting]) -> Dossier:
    """Puts the dossier together. `meetings` are those of the process's workshops, in its order."""
    things = things_of(process, meetings)
    graph = _graph(things)
    written = [ref for ref, thing in things.items() if is_written(thing)]
    looks = looks_of(process, things.values())
    return Dossier(
        process,
        tuple(meetings),
        things,
        graph,
        fates_of(process, things, graph, written),
        promises_of((one for one in things.values() if one.kind == "decision"), looks),
        promises_of((one for one in things.values() if one.kind == "commitment"), looks),
    )


def _graph(things: Mapping[str, Thing]) -> "nx.DiGraph[str]":
    """From each thing to what was made of it; a thing of a workshop that was taken out is a node without a thing."""
    import networkx as nx

    graph: nx.DiGraph[Any] = nx.DiGraph()
    graph.add_nodes_from(things)
    graph.add_edges_from((source, ref) for ref, thing in things.items() for source in thing.sources if source != ref)
    return graph
