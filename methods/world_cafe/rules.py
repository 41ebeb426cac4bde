"""Who may do what in a World Café, and when."""

from collections.abc import Sequence
from typing import assert_never

from methods.world_cafe import events as e
from methods.world_cafe import vocabulary as v
from methods.world_cafe.cloth import change_cloth
from methods.world_cafe.evolve import evolve
from methods.world_cafe.moves import enter, seat_room
from methods.world_cafe.notes import change_note, spot, write
from methods.world_cafe.seats import latecomers, left, simply, sit, take
from methods.world_cafe.state import State
from methods.world_cafe.tables import change_host, change_table, take_over
from workshop.language import _
from workshop.method import Context, Rejected

Answer = Sequence[e.Event] | Rejected


def decide(state: State, command: v.Command, context: Context) -> Answer:
    """What comes of a command."""
    match command:
        case v.Volunteer() | v.Belong() | v.ComeWith() | v.ListPeople() | v.NameHosts() | v.AddGuest() | v.RemoveGuest():
            return _before(state, command, context)
        case v.SeatRoom():
            return seat_room(state, context)
        case v.SeatSimply():
            return simply(state, context)
        case v.Sit():
            return sit(state, context) if state.stage in ("move", "talk") else []
        case v.TakeSeats():
            return take(state, command, context)
        case v.Enter():
            return enter(state, command, context)
        case v.Write():
            return write(state, command, context)
        case v.AttachPicture() | v.TakeDown():
            return change_cloth(state, command, context)
        case v.Withdraw() | v.Carry() | v.Hide() | v.Restore():
            return change_note(state, command, context)
        case v.Spot() | v.HearAgain():
            return spot(state, command, context)
        case v.TakeOver():
            return take_over(state, context.actor)
        case v.SetHost():
            return change_host(state, command)
        case v.AddTable() | v.CloseTable() | v.OpenTable():
            return change_table(state, command, context)
        case v.Look(table, below):
            return [] if (table, below) == (state.looked, state.below) else [e.Looked(table, below)]
        case _:
            assert_never(command)


Before = v.Volunteer | v.Belong | v.ComeWith | v.ListPeople | v.NameHosts | v.AddGuest | v.RemoveGuest


def _before(state: State, command: Before, context: Context) -> Answer:
    """What people say of themselves before they are seated; guests may come at any time."""
    actor = context.actor
    match command:
        case v.AddGuest(name):
            return _guest(state, name, context)
        case v.RemoveGuest(person):
            return [left(state, person)] if person in state.guests and person not in state.away else []
        case _ if state.stage != "welcome":
            return Rejected(_("People are at their tables already."), "ended")
        case v.Volunteer(on):
            if state.settings.hosts != "volunteers" or actor in context.tables:
                return Rejected(_("Hosts are found in another way here."), "not-now")
            return [] if (actor in state.volunteers) == on else [e.Volunteered(actor, on)]
        case v.Belong(value):
            if value not in state.settings.mix_choices:
                return Rejected(_("Please choose one of the answers."), "bad-choice")
            return [] if state.values.get(actor) == value else [e.Belonged(actor, value)]
        case v.ComeWith(word):
            return [] if state.words.get(actor, "") == word else [e.CameWith(actor, word)]
        case v.ListPeople():
            return [e.Listed(tuple(sorted(context.people)))]
        case v.NameHosts(people):
            here = tuple(sorted({person for person in people if person in context.people}))
            return [] if frozenset(here) == state.named and not state.listed else [e.HostsNamed(here)]
        case _:
            assert_never(command)


def _guest(state: State, name: str, context: Context) -> Answer:
    if not name:
        return Rejected(_("Please write something first."), "empty")
    added = e.GuestAdded(f"guest-{context.id}", name)
    if state.stage not in ("move", "talk"):
        return [added]
    return [added, *latecomers(evolve(state, added), context, state.round)]
