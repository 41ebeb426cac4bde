"""The contributions of a spreadsheet in groups: what a step of a workshop would do with them, without the workshop.

The method that groups is found like every method, and played as in a room: it gets the contributions as ideas, and what it asks to be
computed is computed, until it has groups.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, Final

from workshop.blocks import Block
from workshop.messages import BadMessage, derived_id, read
from workshop.method import Context, Item, Method, Rejected, Role, fold
from workshop.sheet import Row

IDEA: Final = "idea"
GROUP: Final = "group"
SYSTEM: Final = "system"
ROUNDS: Final = 20


class ClusteringError(RuntimeError):
    """Contributions cannot be grouped; the text says why."""


@dataclass(frozen=True, slots=True)
class Group:
    """A group: its title and the rows in it, those that say best what it is about first."""

    id: str
    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Clustering:
    """The groups, the largest first; the rows that are in none; and how the record of a workshop would show it all."""

    groups: tuple[Group, ...]
    alone: tuple[Row, ...]
    blocks: tuple[Block, ...]


def able(methods: Mapping[str, Method]) -> dict[str, Method]:
    """The methods that can make groups of ideas by themselves."""
    asking = {name: method for name, method in methods.items() if method.work is not Method.work}
    return {name: method for name, method in asking.items() if IDEA in method.takes and GROUP in method.yields}


def clustered(rows: Sequence[Row], method: Method, topic: str, seed: int, language: str = "") -> Clustering:
    """The rows in groups, with titles in the language, or in that of most rows. Raises `ClusteringError`."""
    texts = {f"row-{row.number}": row for row in rows}
    items = tuple(Item(id, IDEA, row.text, (), row.support, _facts(row)) for id, row in texts.items())
    state = _played(method, method.start(_settings(method, topic), items, seed), seed, language)
    found = sorted((item for item in method.results(state) if item.kind == GROUP), key=lambda item: -len(item.sources))
    groups = tuple(Group(item.id, item.text, tuple(texts[id] for id in item.sources if id in texts)) for item in found)
    placed = {row.number for group in groups for row in group.rows}
    return Clustering(groups, tuple(row for row in rows if row.number not in placed), tuple(method.record(state)))


def _facts(row: Row) -> Mapping[str, str]:
    return {"language": row.language} if row.language else {}


def _settings(method: Method, topic: str) -> Any:
    named = {one.name for one in fields(method.settings)}
    try:
        return read(method.settings, {"topic": topic} if topic and "topic" in named else {})
    except BadMessage as error:
        raise ClusteringError(f"The topic cannot be used: {error}") from None


def _played(method: Method, state: Any, seed: int, language: str) -> Any:
    """The state once the machine has answered so often that there are groups."""
    for turn in range(ROUNDS):
        work = method.work(state)
        if work is None or any(item.kind == GROUP for item in method.results(state)):
            return state
        work = work.told(language)
        cls = method.command(work.command)
        if cls is None:
            break
        context = Context(0, SYSTEM, Role.SYSTEM, frozenset(), derived_id(work.key, str(turn)), seed)
        events = method.decide(state, read(cls, work.call(*work.args)), context)
        if isinstance(events, Rejected) or not events:
            break
        state = fold(method, state, events)
    raise ClusteringError(f"The method {method.name} asked for something, and made nothing of the answer.")
