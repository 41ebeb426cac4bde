"""What a round of speakers remembers: the rounds with their questions, and the notes."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated, Literal

from pydantic import Field

from methods.circle.vocabulary import Entered, Event, Hidden, Noted, Restored, Withdrew
from workshop import circle
from workshop.circle import Circle, Rules
from workshop.language import Words, _
from workshop.messages import Line
from workshop.shelf import Catalogue

MOST = 8  # rounds


@dataclass(frozen=True, slots=True)
class Settings:
    """How the circle is held. Each further question is a round of its own."""

    question: Line = ""
    questions: Annotated[tuple[Line, ...], Field(max_length=MOST - 1)] = ()
    order: Literal["drawn", "seated"] = "drawn"
    seconds: Annotated[int, Field(ge=0, le=1800)] = 60
    passing: bool = True
    notes: Literal["none", "facilitator", "speakers"] = "facilitator"
    show_names: bool = True


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Note:
    """What somebody said, as it was noted; `by` is who said it, and `place` the place among all notes."""

    id: str
    round: int
    by: str
    text: str
    place: int
    hidden: bool = False
    withdrawn: bool = False


@dataclass(frozen=True, slots=True)
class State:
    """`place` is the round that is looked at, from 1; 0 is the welcome, and one more than there are rounds the end."""

    settings: Settings
    place: int = 0
    rounds: tuple[Circle, ...] = ()
    notes: Catalogue[Note] = Catalogue()

    @property
    def now(self) -> Circle:
        """The round that is looked at."""
        return self.rounds[self.place - 1] if 0 < self.place <= len(self.rounds) else Circle()


def questions_of(settings: Settings) -> tuple[Words, ...]:
    """The question of each round; ours where none is set."""
    further = tuple(one for one in settings.questions if one)
    return (settings.question or _("What would you like to say?"), *further)


def rules_of(settings: Settings) -> Rules:
    """How each round is held."""
    return Rules(settings.order, settings.seconds, settings.passing)


def notes_of(state: State, round: int) -> Iterator[Note]:
    """The notes of a round that are to be seen, the first one first."""
    return state.notes.under_label(("seen", round))


def evolve(state: State, event: Event) -> State:
    """The state after an event."""
    match event:
        case Entered(place):
            return replace(state, place=place)
        case Noted(id, round, by, text):
            return _put(state, Note(id, round, by, text, len(state.notes)))
        case Withdrew(id) | Hidden(id) | Restored(id):
            note = state.notes.get(id)
            if note is None:
                return state
            changed = replace(note, withdrawn=True) if isinstance(event, Withdrew) else replace(note, hidden=isinstance(event, Hidden))
            return _put(state, changed)
        case _:
            return _turned(state, event)


def _turned(state: State, event: circle.Event) -> State:
    """A round that begins stands in its place; every other event is about the one that is looked at."""
    if not 0 < state.place <= MOST:
        return state
    rounds = (*state.rounds, *[Circle()] * (state.place - len(state.rounds)))
    changed = circle.evolve(rounds[state.place - 1], event)
    return replace(state, rounds=(*rounds[: state.place - 1], changed, *rounds[state.place :]))


def _put(state: State, note: Note) -> State:
    before = state.notes.get(note.id)
    note = replace(note, place=before.place if before else note.place)
    labels: tuple[tuple[object, ...], ...] = ()
    if not note.withdrawn:
        labels = (("all", note.round), ("by", note.by, note.round), *(() if note.hidden else (("seen", note.round),)))
    return replace(state, notes=state.notes.put(note.id, note, *labels))
