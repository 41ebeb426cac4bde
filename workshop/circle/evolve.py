"""How each event changes a round of speakers; one that no longer fits (after an undo) changes nothing."""

from dataclasses import replace
from typing import assert_never

from workshop.circle import vocabulary as v
from workshop.circle.circle import Circle, waiting


def evolve(circle: Circle, event: v.Event) -> Circle:
    """The round after an event."""
    match event:
        case v.RoundBegun(number, members, at, seconds, passing):
            found = {one.id: one for one in members}
            begun = Circle(number, True, Circle().members.update(found), tuple(found), seconds=seconds, passing=passing)
            return _next(begun, at)
        case v.TurnEnded(person, how, at):
            return _ended(circle, person, how, at)
        case v.TurnReturned(person, at):
            return _returned(circle, person, at)
        case v.PersonPutBack(person, at):
            return _put_back(circle, person, at) if circle.how.get(person, "spoke") != "spoke" else circle
        case v.TurnMoved(person, before):
            return _moved(circle, person, before)
        case v.SpeakerCame(member, at):
            return _came(circle, member, at)
        case v.SpeakerLeft(person, at):
            return _left(circle, person, at)
        case v.RoundClosed(at):
            return replace(_ended(circle, circle.now, "spoke", at, last=True), open=False, now="") if circle.open else circle
        case v.RoundReopened(at):
            return circle if circle.open or not circle.number else _next(replace(circle, open=True), at)
        case _:
            assert_never(event)


def _next(circle: Circle, at: int) -> Circle:
    """The first who waits has the word, if nobody has it."""
    if circle.now or not circle.open:
        return circle
    return replace(circle, now=next(iter(waiting(circle)), ""), since=at)


def _ended(circle: Circle, person: str, how: v.How, at: int, last: bool = False) -> Circle:
    if person not in circle.members or person in circle.how:
        return circle
    after = replace(circle, how=circle.how.set(person, how), ended=(*circle.ended, person))
    if person != circle.now:
        return after
    after = replace(after, now="", times=circle.times.set(person, max(0, at - circle.since)))
    return after if last else _next(after, at)


def _returned(circle: Circle, person: str, at: int) -> Circle:
    """The one who spoke meanwhile waits again: nothing that they said is counted yet."""
    if person not in circle.how or person in circle.gone or not circle.open:
        return circle
    return replace(_without_end(circle, person), now=person, since=at)


def _without_end(circle: Circle, person: str) -> Circle:
    times = circle.times.delete(person) if person in circle.times else circle.times
    ended = tuple(one for one in circle.ended if one != person)
    return replace(circle, how=circle.how.delete(person), ended=ended, times=times)


def _put_back(circle: Circle, person: str, at: int) -> Circle:
    return _next(replace(_without_end(circle, person), order=_at_the_end(circle, person)), at)


def _at_the_end(circle: Circle, person: str) -> tuple[str, ...]:
    return (*(one for one in circle.order if one != person), person)


def _moved(circle: Circle, person: str, before: str) -> Circle:
    if person not in circle.members or person == before or (before and before not in circle.members):
        return circle
    rest = [one for one in circle.order if one != person]
    rest.insert(rest.index(before) if before else len(rest), person)
    return replace(circle, order=tuple(rest))


def _came(circle: Circle, member: v.Member, at: int) -> Circle:
    """At the end, unless they have had their turn."""
    if not circle.number:
        return circle
    order = circle.order if member.id in circle.how or member.id == circle.now else _at_the_end(circle, member.id)
    members = circle.members.set(member.id, member)
    return _next(replace(circle, members=members, order=order, gone=circle.gone - {member.id}), at)


def _left(circle: Circle, person: str, at: int) -> Circle:
    """Who leaves while they speak has had their turn."""
    if person not in circle.members:
        return circle
    after = replace(circle, gone=circle.gone | {person})
    return _ended(after, person, "spoke", at) if person == circle.now else after
