"""The state of a 1-2-4-All: who is with whom, what was written, what each group carries on; and what can be read off it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from immutables import Map
from pydantic import Field

from methods.one_two_four_all.groups import Groups
from methods.one_two_four_all.vocabulary import Stage
from workshop.messages import Line, Paragraph
from workshop.shelf import Catalogue

PAPER = "paper"
Minutes = Annotated[int, Field(ge=1, le=60)]


@dataclass(frozen=True)
class Settings:
    """What is asked, and how long each phase takes."""

    question: Line = ""
    context: Paragraph = ""
    alone: Minutes = 1
    pairs: Minutes = 2
    fours: Minutes = 4
    all: Minutes = 5
    ideas: Annotated[int, Field(ge=1, le=3)] = 1
    support: bool = True


@dataclass(frozen=True)
class Note:
    """What somebody wrote: alone, or for the group of a phase. `sources` are the notes whose place it took."""

    id: str
    by: str
    stage: str
    group: int
    text: str
    place: int
    sources: tuple[str, ...] = ()
    hidden: bool = False
    withdrawn: bool = False
    supporters: frozenset[str] = frozenset()


@dataclass(frozen=True)
class State:
    """`groups` are those of each phase, `picked` what a group of a phase carries on. `gone` are people who have left,
    `turned` from which number on somebody looks at the ideas, `writers` those who wrote something alone."""

    settings: Settings
    stage: Stage = "welcome"
    groups: Map[str, Groups] = Map()
    gone: frozenset[str] = frozenset()
    devices: Map[str, str] = Map()
    notes: Catalogue[Note] = Catalogue()
    picked: Map[tuple[str, int], tuple[str, ...]] = Map()
    turned: Map[str, int] = Map()
    writers: frozenset[str] = frozenset()

    def of(self, stage: str) -> Groups:
        """The groups of a phase."""
        return self.groups.get(stage, Groups())


def group_of(state: State, person: str, stage: str) -> int:
    """The group of somebody in a phase, or of a device that a group shares; 0 where there is none."""
    groups, device = state.of(stage), state.devices.get(person, "")
    if device:
        return int(device) if int(device) in groups.members else 0
    return 0 if person in state.gone else groups.of.get(person, 0)


def here(state: State, stage: str, group: int) -> tuple[str, ...]:
    """Who is in a group now: those of its members who have not left."""
    return tuple(person for person in state.of(stage).members.get(group, ()) if person not in state.gone)


def used(state: State, stage: str) -> tuple[int, ...]:
    """The groups of a phase in which there is anybody."""
    return tuple(group for group in sorted(state.of(stage).members) if here(state, stage, group))


def everybody_in(state: State, stage: str, group: int) -> Iterator[str]:
    """Those who are in a group, and its devices."""
    yield from here(state, stage, group)
    yield from (device for device, of in state.devices.items() if of == str(group))


def picked(state: State, stage: str, group: int) -> list[Note]:
    """What a group carries on, as far as it is still there."""
    found = (state.notes.get(id) for id in state.picked.get((stage, group), ()))
    return [note for note in found if note is not None and not note.withdrawn and not note.hidden]


def brought(state: State, stage: str, group: int) -> list[Note]:
    """What its members bring to a group: their own thoughts, or what their pairs carry on (all of it where nothing was marked)."""
    members = state.of(stage).members.get(group, ())
    if stage == "pairs":
        return [note for person in members for note in state.notes.under_label(("by", person))]
    pairs = state.of("pairs")
    found = [
        note
        for pair in sorted({pairs.of[person] for person in members if person in pairs.of})
        for note in picked(state, "pairs", pair) or [*brought(state, "pairs", pair), *state.notes.under_label(("pairs", pair))]
    ]
    found += [note for person in members if person not in pairs.of for note in state.notes.under_label(("by", person))]
    return list({note.id: note for note in found}.values())


def on_the_table(state: State, stage: str, group: int) -> list[Note]:
    """All that a group has before it, the latest first."""
    found = {note.id: note for note in (*brought(state, stage, group), *state.notes.under_label((stage, group)))}
    return sorted(found.values(), key=lambda note: -note.place)


def ideas_of(state: State, hidden: bool = False) -> list[tuple[Note, tuple[int, ...]]]:
    """What the groups bring to everybody, each idea once, with the groups that bring it."""
    found: dict[str, tuple[Note, tuple[int, ...]]] = {}
    for group in sorted(state.of("fours").members):
        for id in state.picked.get(("fours", group), ()):
            note = state.notes.get(id)
            if note is not None and not note.withdrawn and (hidden or not note.hidden):
                found[id] = (note, (*found.get(id, (note, ()))[1], group))
    return list(found.values())


def color_of(group: int) -> int:
    """The colour of a group, 1 to 8."""
    return (group - 1) % 8 + 1
