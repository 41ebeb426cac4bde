"""Plays a method through whatever a room may do to it, and checks what every method must keep."""

from collections.abc import Iterable, Mapping, Sequence
from random import Random
from typing import Any, Literal, get_args, get_origin, get_type_hints

from workshop.blocks import Json
from workshop.messages import BadMessage, read
from workshop.method import PARTICIPANTS, Item, Method
from workshop.testing import rules, secrecy
from workshop.testing.bounds import bounded
from workshop.testing.faults import Fault, never_raises
from workshop.testing.forgetting import forgotten
from workshop.testing.play import begin, rehearse, riot
from workshop.testing.room import Room

NAMES = ("ana", "ben", "cleo", "dia", "elif", "fynn", "gus", "hana", "ines", "jan", "kaat", "luc", "mia", "noor", "otto")
AGAIN = 25


def conform(
    method: Method,
    seeds: Iterable[int] = range(6),
    settings: Mapping[str, Json] | None = None,
    items: Sequence[Item] | None = None,
    people: int = 12,
    turns: int = 120,
    many: int = 300,
) -> None:
    """Raises `Fault` at the first rule that the method breaks; the same seed plays the same.

    For each seed one rehearsal of `people`, and one of five that ends in a riot of `turns` turns. Without `items` it is
    played with some of each kind that it takes, and, every other time, with none; without `settings` with its own, and
    with other switches. Once a crowd makes `many` contributions in each phase, and is given as many items.
    """
    rules.declared(method)
    for seed in seeds:
        chosen = settings if settings is not None else any_switches(method, Random(seed)) if seed % 4 > 1 else {}
        given = items if items is not None else sample_items(method) if seed % 2 == 0 else ()
        for name, size in (("rehearsal", people), ("riot", 5)):
            chance, room = Random(seed), _room(method, chosen, given, size)
            try:
                if name == "rehearsal":
                    rehearse(room, chance, _busy(method, given))
                else:
                    begin(room, chance, chance.randrange(8))
                    riot(room, chance, turns)
                    rules.brought(room)
                _check(room, given, chance, chosen)
            except Fault as fault:
                fault.add_note(
                    f"in the {name} with seed {seed} and settings {dict(chosen)}, after {len(room.deeds)} commands; the last were:"
                )
                for deed in room.deeds[-5:]:
                    fault.add_note(f"  {deed}")
                raise

    if many:
        crowd = [f"c{number}" for number in range(many)]
        begun = _start(method, settings or {}, [*(items or ()), *_many_items(method, many)])
        bounded(Room(method, begun, crowd), Random(0), many)


def _busy(method: Method, items: Sequence[Item]) -> bool:
    """Whether participants have something to do: not where the items are missing that the method is about."""
    acting = any(not PARTICIPANTS.isdisjoint(roles) for roles in method.commands.values())
    return acting and (bool(items) or not method.takes)


def sample_items(method: Method) -> tuple[Item, ...]:
    """Some items of each kind that a method takes."""
    kinds = sorted(method.takes)
    return tuple(Item(f"{kind}{n}", kind, f"The {kind} number {n}", support=n) for kind in kinds for n in range(1, 6))


def _many_items(method: Method, many: int) -> Iterable[Item]:
    kinds = sorted(method.takes)
    return (
        Item(f"many{n}", kinds[n % len(kinds)], f"One of very many things to think of, number {n}") for n in range(many if kinds else 0)
    )


def any_switches(method: Method, chance: Random) -> Mapping[str, Json]:
    """Settings in which all that is yes or no, or one of a few words, is turned somewhere; {} where the method refuses that."""
    hints = get_type_hints(method.settings)
    turned: dict[str, Json] = {name: chance.random() < 0.5 for name, hint in hints.items() if hint is bool}
    turned |= {name: chance.choice(get_args(hint)) for name, hint in hints.items() if get_origin(hint) is Literal}
    try:
        read(method.settings, turned)
    except BadMessage:
        return {}
    return turned


def _room(method: Method, settings: Mapping[str, Json], items: Sequence[Item], size: int) -> Room:
    people = [*NAMES, *(f"p{number}" for number in range(len(NAMES) + 1, size + 1))][:size]
    return Room(method, _start(method, settings, items), people, (rules.touched, secrecy.what_was_chosen))


def _start(method: Method, settings: Mapping[str, Json], items: Sequence[Item]) -> Any:
    with never_raises(method, "settings", f"starting with {dict(settings)}"):
        return method.start(read(method.settings, settings), tuple(items), 1)


def _check(room: Room, items: Sequence[Item], chance: Random, settings: Mapping[str, Json]) -> None:
    rules.unchanged(room, _start(room.method, settings, items))
    rules.folded(room, chance)
    rules.shown(room, room.state)
    rules.own_screens(room)
    rules.total(room, chance)
    rules.traceable(room, items)
    forgotten(room, chance)
    later = Room(room.method, rules.entered_again(room, items), room.people[:5], room.watching, sent=room.sent)
    riot(later, chance, AGAIN)
    rules.folded(later, chance)
    rules.shown(later, later.state)
    secrecy.without_the_secret(room, chance)
    secrecy.who_chose(room, chance)
