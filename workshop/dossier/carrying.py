"""What a process gives to a workshop: things of other workshops as items, each with where it comes from."""

from collections.abc import Iterable
from datetime import date

from workshop.dossier.dossier import Dossier
from workshop.dossier.fates import State
from workshop.dossier.refs import known_to
from workshop.dossier.standing import SETTLED, Promise
from workshop.dossier.things import Thing
from workshop.method import Item

ORIGIN = "origin"


def carried(dossier: Dossier, things: Iterable[Thing], inside: bool = True) -> tuple[Item, ...]:
    """Things as items for a workshop, of this process (`inside`) or of another one, which must tell the things of both apart."""
    return tuple(_item(dossier, thing, inside) for thing in things)


def due_items(dossier: Dossier, today: date) -> tuple[Item, ...]:
    """What a follow-up looks at: commitments that are not settled, decisions due for review; how each stood, and what was measured."""
    looked_at = [one for one in dossier.commitments if one.status not in SETTLED]
    looked_at += [one for one in dossier.decisions if one.status not in SETTLED and (one.due(today) or one.status == "to_change")]
    measures = (_item(dossier, thing, True) for thing in dossier.kind("measure"))
    return (*(_standing(dossier, one) for one in looked_at), *measures)


def open_contributions(dossier: Dossier, states: Iterable[State] = ("open",)) -> tuple[Thing, ...]:
    """What people wrote and nobody took up, answered or grouped yet."""
    wanted = frozenset(states)
    return tuple(thing for thing in dossier.contributions if dossier.fate(thing.ref).state in wanted)


def _standing(dossier: Dossier, promise: Promise) -> Item:
    item = _item(dossier, promise.thing, True)
    last = promise.looks[-1] if promise.looks else None
    stood = {"status": promise.status, "note": last.note if last else "", "day": promise.day}
    return Item(item.id, item.kind, item.text, (), item.support, {**item.facts, **{key: fact for key, fact in stood.items() if fact}})


def _item(dossier: Dossier, thing: Thing, inside: bool) -> Item:
    meeting = dossier.meeting(thing.home)
    said = meeting.title if meeting else thing.origin
    facts = (
        {**thing.facts, ORIGIN: said}
        if inside
        else {**thing.facts, ORIGIN: f"{dossier.process.about.title}: {said}" if said else dossier.process.about.title}
    )
    ref = thing.ref if inside else known_to(dossier.process.code, thing.ref)
    return Item(ref, thing.kind, thing.text, (), thing.support, {key: fact for key, fact in facts.items() if fact})
