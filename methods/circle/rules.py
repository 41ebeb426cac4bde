"""Who may do what in a round of speakers, and when."""

from collections.abc import Sequence
from typing import assert_never

from methods.circle.state import Note, State, questions_of, rules_of
from methods.circle.vocabulary import (
    Command,
    Enter,
    Entered,
    Event,
    Hidden,
    Hide,
    Noted,
    Restore,
    Restored,
    Withdraw,
    Withdrew,
    WriteNote,
)
from workshop import circle
from workshop.language import _, n_
from workshop.method import Context, Rejected, Role

EACH = 3  # notes of a speaker in a round


def decide(state: State, command: Command, context: Context) -> Sequence[Event] | Rejected:
    """The events of a command, or why it may not be done now."""
    match command:
        case Enter(place):
            return _enter(state, place, context)
        case WriteNote(text, person):
            return _note(state, text, person, context)
        case Withdraw(id) | Hide(id) | Restore(id):
            note = state.notes.get(id)
            if note is None or note.withdrawn:
                return Rejected(_("This note is not there any more."), "gone")
            return _change(note, command, context)
        case circle.BeginRound() if not 0 < state.place <= len(questions_of(state.settings)):
            return Rejected(_("Go to a round first."))
        case _:
            return circle.decide(state.now, command, context, rules_of(state.settings))


def _enter(state: State, place: int, context: Context) -> Sequence[Event] | Rejected:
    """Goes to a round; one that was held goes on with those who are here now."""
    rounds = len(questions_of(state.settings))
    if place > rounds + 1 or place > len(state.rounds) + 1:
        return Rejected(_("There is no such round yet."), "no-round")
    if place == state.place:
        return []
    if not 0 < place <= rounds:
        return [Entered(place)]
    held = state.rounds[place - 1] if place <= len(state.rounds) else circle.Circle()
    if held.number:
        return [Entered(place), *circle.minded(held, context, rules_of(state.settings))]
    return [Entered(place), circle.begun(held, context, rules_of(state.settings))]


def _note(state: State, text: str, person: str, context: Context) -> Sequence[Event] | Rejected:
    now, hosts = state.now, context.role is Role.FACILITATOR
    by = person if hosts and person else now.now if hosts else context.actor
    if state.settings.notes == "none" or (state.settings.notes == "facilitator" and not hosts):
        return Rejected(_("What is said in this circle is not noted."), "no-notes")
    if not hosts and person not in ("", context.actor):
        return Rejected(_("You can only note what you said yourself."), "not-yours")
    if not text:
        return Rejected(_("Please write something first."), "empty")
    if by not in now.members or not (by == now.now or by in now.how):
        return Rejected(_("Notes are for those who have had the word in this round."), "not-yet")
    if not hosts and state.notes.count(("by", by, state.place)) >= EACH:
        return Rejected(n_("{count} note in a round is enough.", "{count} notes in a round are enough.", EACH), "enough")
    return [Noted(context.id, state.place, by, text)]


def _change(note: Note, command: Withdraw | Hide | Restore, context: Context) -> Sequence[Event] | Rejected:
    match command:
        case Withdraw():
            mine = context.role is Role.FACILITATOR or note.by == context.actor
            return [Withdrew(note.id)] if mine else Rejected(_("You can only take back your own notes."), "not-yours")
        case Hide():
            return [] if note.hidden else [Hidden(note.id)]
        case Restore():
            return [Restored(note.id)] if note.hidden else []
        case _:
            assert_never(command)
