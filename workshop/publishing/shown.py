"""What is shown of a process to everybody, piece by piece. No name that somebody gave, nor who of the citizens promised something."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from workshop.dossier.dossier import Dossier
from workshop.dossier.fates import STATES, State
from workshop.dossier.few import hidden
from workshop.dossier.figures import Change, Figure, changes, figures_of
from workshop.dossier.meeting import Meeting
from workshop.dossier.standing import Promise
from workshop.dossier.things import Thing
from workshop.dossier.told import answered, days_of, standing
from workshop.language import Message, Words, _, n_, said_date
from workshop.process.state import Process

MOST_NAMED: Final = 3
SIDES: Final = {
    "citizens": _("Citizens do it."),
    "institution": _("The institution does it."),
    "both": _("Citizens and the institution do it."),
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A text with its name in the process, and what is said below it."""

    ref: str
    text: str
    said: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """A phase of the process with its sessions; without a title for sessions of no phase."""

    title: str
    about: str
    sessions: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything that is shown. `titles` are those of the workshops of which `changes` tell, by their codes."""

    process: Process
    phases: tuple[Stretch, ...]
    decisions: tuple[Piece, ...]
    commitments: tuple[Piece, ...]
    fates: tuple[tuple[State, tuple[Piece, ...]], ...]
    figures: tuple[Figure, ...]
    changes: tuple[Change, ...]
    titles: dict[str, str]

    @property
    def contributions(self) -> tuple[Piece, ...]:
        """What people wrote, by what became of it."""
        return tuple(piece for _state, pieces in self.fates for piece in pieces)

    @property
    def sessions(self) -> tuple[Piece, ...]:
        """The workshops, phase by phase."""
        return tuple(one for phase in self.phases for one in phase.sessions)


def shown_of(dossier: Dossier) -> Shown:
    """What is shown of a dossier."""
    by_state: dict[State, list[Piece]] = {state: [] for state in STATES}
    for thing in dossier.contributions:
        by_state[dossier.fate(thing.ref).state].append(_contribution(dossier, thing))
    return Shown(
        dossier.process,
        tuple(_phases(dossier)),
        tuple(Piece(one.thing.ref, one.thing.text, (*_decided(dossier, one), *standing(dossier, one))) for one in dossier.decisions),
        tuple(Piece(one.thing.ref, one.thing.text, (*_promised(one.thing), *standing(dossier, one))) for one in dossier.commitments),
        tuple((state, tuple(pieces)) for state, pieces in by_state.items() if pieces),
        tuple(one for one in figures_of(dossier) if one.value),
        changes(dossier),
        {meeting.code: meeting.title for meeting in dossier.meetings},
    )


def _phases(dossier: Dossier) -> Iterable[Stretch]:
    phases = dossier.process.about.phases
    known = {one.id for one in phases}
    places = {one.workshop: one.phase if one.phase in known else "" for one in dossier.process.sittings}
    for id, title, about in (*((one.id, one.title, one.about) for one in phases), ("", "", "")):
        sessions = tuple(_session(dossier, one) for one in dossier.meetings if places.get(one.code, "") == id)
        if id or sessions:
            yield Stretch(title, about, sessions)


def _session(dossier: Dossier, meeting: Meeting) -> Piece:
    if not meeting.held:
        return Piece(meeting.code, meeting.title, (_("Planned."),))
    day = days_of(dossier).day(meeting.start)
    when: Words = _("{day}, {place}", day=day, place=meeting.place) if meeting.place else day
    kinds = [item.kind for item in meeting.items]
    came: Sequence[Message] = (
        n_("{count} contribution", "{count} contributions", sum(one.home == meeting.code for one in dossier.contributions)),
        n_("{count} decision", "{count} decisions", kinds.count("decision")),
        n_("{count} commitment", "{count} commitments", kinds.count("commitment")),
    )
    people = hidden(meeting.people)
    said: Words = n_("{count} person came", "{count} people came", people) if isinstance(people, int) else _("Fewer than five people came")
    return Piece(meeting.code, meeting.title, (when, said, *(one for one in came if one.count)))


def _decided(dossier: Dossier, one: Promise) -> Sequence[Words]:
    meeting = dossier.meeting(one.thing.home)
    day = days_of(dossier).day(one.thing.at)
    return (_("Decided on {day}, in “{session}”.", day=day, session=meeting.title) if meeting else _("Decided on {day}.", day=day),)


def _promised(thing: Thing) -> Iterable[Words]:
    """Of citizens it is not said who; an institution answers for what it promises."""
    facts = thing.facts
    side, who, day = facts.get("side", ""), facts.get("who", ""), facts.get("by", "")
    if side == "institution" and who:
        yield _("Who does it: {who}.", who=who)
    elif side in SIDES:
        yield SIDES[side]
    if day:
        yield _("Until {day}.", day=said_date(day))


def _contribution(dossier: Dossier, thing: Thing) -> Piece:
    fate = dossier.fate(thing.ref)
    said: list[Words] = []
    led = [dossier.things[ref].text for ref in (*fate.decisions, *fate.commitments) if ref in dossier.things]
    said += [_("It led to: “{what}”", what=text) for text in led[:MOST_NAMED]]
    if len(led) > MOST_NAMED:
        said.append(n_("And to {count} more thing above.", "And to {count} more things above.", len(led) - MOST_NAMED))
    if fate.answer is not None:
        said += answered(dossier, fate.answer, fate.answered_at if fate.answered_at != thing.ref else "")
    elif thing.facts.get("state") == "answered" and thing.facts.get("answer"):
        said.append(_("The answer: “{text}”", text=thing.facts["answer"]))
    return Piece(thing.ref, thing.text, tuple(said))
