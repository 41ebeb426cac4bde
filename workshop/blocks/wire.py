"""Blocks as the wire has them, and what changed from one screen to the next.

What a block is made of (a card, a bar, a column) is encoded once in a language and remembered by it: an item that a method gives
again is the same object on the wire again, so that a patch is found by comparing identities.
"""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from functools import cache
from typing import Any

from workshop.blocks.block import Block, Json
from workshop.blocks.texts import Part
from workshop.language import Message, Moment, Name, Speaker

PLAIN = frozenset({str, int, float, bool})


def encode(blocks: Iterable[Block], say: Speaker) -> dict[str, dict[str, Json]]:
    """The blocks as the wire has them: {block id: block}, list-like fields as {item id: item}, texts in one language.

    A field that is empty (False, 0, "", (), {}) is left out: it is the default of every reader. Each item has a `pos`: its own,
    or its place among the others.
    """
    screen = {}
    for place, block in enumerate(blocks, start=1):
        pos = block.pos if block.pos is not None else place * 10
        screen[block.id] = _fields(block, {"kind": block.kind, "pos": pos}, say)
    return screen


def _fields(thing: Any, found: dict[str, Json], say: Speaker) -> dict[str, Json]:
    cls: Any = type(thing)
    for name in _names(cls):
        value = getattr(thing, name)
        if value:
            found[name] = value if type(value) in PLAIN else _value(value, say)
    return found


@cache
def _names(cls: type) -> tuple[str, ...]:
    return tuple(one.name for one in fields(cls) if one.name not in ("id", "pos"))


def _value(value: Any, say: Speaker) -> Json:
    match value:
        case Message() | Name() | Moment():
            return say(value)
        case tuple() if hasattr(value[0], "id"):
            return {one.id: _item(one, place, say) for place, one in enumerate(value, start=1)}
        case tuple() if isinstance(value[0], Part):
            return [{"text": part.text, "change": part.change} for part in value]
        case tuple():
            return [say(one) if isinstance(one, Message | Name | Moment) else one for one in value]
        case Mapping():
            return dict(value)
        case _:
            return value


def _item(one: Any, place: int, say: Speaker) -> dict[str, Json]:
    """What was encoded of this very item before, at this place; what names somebody is encoded anew, for names change."""
    own = getattr(one, "pos", None)
    pos = place if own is None else own
    known = say.memory.recall(one)
    if known is not None and known["pos"] == pos:
        return known
    if known is not None:
        return say.memory.keep(one, known | {"pos": pos})
    named = say.named
    made = _fields(one, {"pos": pos}, say)
    return made if say.named != named else say.memory.keep(one, made)


def merge_patch(old: Mapping[str, Json], new: Mapping[str, Json]) -> dict[str, Json]:
    """The RFC 7386 merge patch that turns `old` into `new`; empty when they are equal. Neither may hold None."""
    patch: dict[str, Json] = {key: None for key in old if key not in new}
    for key, value in new.items():
        before = old.get(key)
        if before is value:
            continue
        if isinstance(before, dict) and isinstance(value, dict):
            inner = merge_patch(before, value)
            if inner:
                patch[key] = inner
        elif before != value:
            patch[key] = value
    return patch
