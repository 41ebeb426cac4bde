"""Who may do what in a round of speakers, and when; who is in it, and in which order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Literal, assert_never

from workshop.circle import vocabulary as v
from workshop.circle.circle import Circle, last_heard, waiting
from workshop.language import _
from workshop.method import Context, Rejected, Role

Order = Literal["drawn", "seated"]


@dataclass(frozen=True, slots=True)
class Rules:
    """How a round is begun: in drawn order, or seated (by `seats`, the number of each person's table, then by their coming).

    `without` are people who do not speak in it (a proposer), `first` and `last` those who begin and end it. `passing`: one may pass.
    """

    order: Order = "drawn"
    seconds: int = 0
    passing: bool = True
    without: frozenset[str] = frozenset()
    first: tuple[str, ...] = ()
    last: tuple[str, ...] = ()
    seats: Mapping[str, int] = field(default_factory=dict)


def decide(circle: Circle, command: v.Command, context: Context, rules: Rules = Rules()) -> Sequence[v.Event] | Rejected:
    """The events of a command, or why it may not be done."""
    if isinstance(command, v.BeginRound):
        going = _("A round is going on. Let it come to its end first.")
        return Rejected(going) if circle.open and circle.now else [begun(circle, context, rules)]
    if isinstance(command, v.ReopenRound):
        closed = circle.number > 0 and not circle.open
        return [*minded(circle, context, rules), v.RoundReopened(context.now)] if closed else []
    if not circle.open:
        return Rejected(_("There is no round of speakers now."), "closed")
    match command:
        case v.EndTurn(person) | v.PassTurn(person) | v.SkipTurn(person):
            return _end(circle, command, person, context)
        case v.ReturnTurn(person):
            return _return(circle, person, context)
        case v.PutBack(person):
            return _put_back(circle, person, context)
        case v.MoveTurn(person, before):
            return _move(circle, person, before)
        case v.AddSpeaker(name):
            count = sum(one.guest for one in circle.members.values())
            return [v.SpeakerCame(v.Member(f"guest-{context.id}", count + 1, name, guest=True), context.now)]
        case v.CloseRound():
            return [v.RoundClosed(context.now)]
        case _:
            assert_never(command)


def begun(circle: Circle, context: Context, rules: Rules = Rules()) -> v.RoundBegun:
    """The beginning of the next round, with everybody who is here in the order of the rules."""
    here = sorted(context.people - rules.without, key=lambda one: (context.numbers.get(one, 0), one))
    if rules.order == "drawn":
        Random(context.seed).shuffle(here)
    elif rules.seats:
        here.sort(key=lambda one: rules.seats.get(one, len(rules.seats) + 1_000))
    rank = {one: place - len(rules.first) for place, one in enumerate(rules.first)} | dict.fromkeys(rules.last, 1)
    here.sort(key=lambda one: rank.get(one, 0))
    members = tuple(_member(one, context) for one in here)
    return v.RoundBegun(circle.number + 1, members, context.now, rules.seconds, rules.passing)


def _member(person: str, context: Context) -> v.Member:
    return v.Member(person, context.numbers.get(person, 0))


def comes(circle: Circle, context: Context, rules: Rules = Rules()) -> Sequence[v.Event]:
    """Who comes while a round goes on speaks at the end, unless they have spoken."""
    here = context.actor in context.people and context.actor not in rules.without
    known = context.actor in circle.members and context.actor not in circle.gone
    return [v.SpeakerCame(_member(context.actor, context), context.now)] if circle.open and here and not known else []


def goes(circle: Circle, context: Context) -> Sequence[v.Event]:
    """Who leaves is passed over."""
    there = context.actor in circle.members and context.actor not in circle.gone
    return [v.SpeakerLeft(context.actor, context.now)] if circle.number and there else []


def minded(circle: Circle, context: Context, rules: Rules = Rules()) -> Iterable[v.Event]:
    """Those who came or left while nobody minded the round, as when it was closed: for a round that is gone back to."""
    there = {one for one, member in circle.members.items() if one not in circle.gone and not member.guest}
    yield from (v.SpeakerLeft(one, context.now) for one in sorted(there - context.people))
    yield from (v.SpeakerCame(_member(one, context), context.now) for one in sorted(context.people - there - rules.without))


def _end(circle: Circle, command: v.Command, person: str, context: Context) -> Sequence[v.Event] | Rejected:
    if context.role is Role.PARTICIPANT and person != context.actor:
        return Rejected(_("You can only end your own turn."), "not-yours")
    if person not in circle.members or person in circle.gone:
        return Rejected(_("This person is not in the round."), "gone")
    if person in circle.how:
        return []
    match command:
        case v.PassTurn():
            refused = Rejected(_("In this round everybody is asked to speak. A word is enough."), "no-pass")
            return refused if not circle.passing and context.role is Role.PARTICIPANT else [v.TurnEnded(person, "passed", context.now)]
        case v.SkipTurn():
            return [v.TurnEnded(person, "skipped", context.now)]
        case _:
            refused = Rejected(_("It is not your turn yet."), "not-yet")
            return refused if person != circle.now else [v.TurnEnded(person, "spoke", context.now)]


def _return(circle: Circle, person: str, context: Context) -> Sequence[v.Event] | Rejected:
    if not person or last_heard(circle) != person:
        return Rejected(_("Only the last one who had the word can have it again."), "not-last")
    return [v.TurnReturned(person, context.now)]


def _put_back(circle: Circle, person: str, context: Context) -> Sequence[v.Event] | Rejected:
    if context.role is Role.PARTICIPANT and person != context.actor:
        return Rejected(_("You can only come back yourself."), "not-yours")
    match circle.how.get(person):
        case None:
            return []
        case "spoke":
            return Rejected(_("Nobody speaks twice in a round."), "spoke")
        case _:
            return [v.PersonPutBack(person, context.now)]


def _move(circle: Circle, person: str, before: str) -> Sequence[v.Event] | Rejected:
    order = waiting(circle)
    if person not in order or (before and before not in order):
        return Rejected(_("Only those who wait for their turn can change places."), "not-waiting")
    place = order.index(person)
    same = before == person or before == (order[place + 1] if place + 1 < len(order) else "")
    return [] if same else [v.TurnMoved(person, before)]
