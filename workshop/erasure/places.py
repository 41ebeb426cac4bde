"""Where words may stand in an event: found by the types of its fields.

A field that takes any text has room for words; an id, a choice of a few, a day, the number of a table has none. The event of a method
that is not here may hold words anywhere.
"""

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from types import UnionType
from typing import Annotated, Any, Final, Union, get_args, get_origin, get_type_hints

from pydantic import TypeAdapter, ValidationError

from workshop.agenda import Agenda, Step
from workshop.method import Item
from workshop.redacted import GONE
from workshop.session.events import Created

Json = Any
Mend = Callable[[str], str]
FIXED: Final[Mapping[type, frozenset[str]]] = {
    Item: frozenset({"id", "kind", "sources"}),
    Step: frozenset({"id", "method", "source"}),
    Agenda: frozenset({"language", "timezone"}),
    Created: frozenset({"code"}),
}
"""Texts of the house that are no words, whatever their type says."""


@dataclass(frozen=True)
class Record:
    """An object with known fields; `cls` is its type."""

    cls: type
    fields: Mapping[str, "Place"]


@dataclass(frozen=True)
class Several:
    """A list, or the values of an object whose keys are anything."""

    each: "Place"


Place = Record | Several | str  # or one of the three below
WORDS: Final = "words"
NONE: Final = "none"
ANYTHING: Final = "anything"


@cache
def places_of(event: type | None) -> Place:
    """Where words may stand in an event of this type; None: of a type that nobody here knows."""
    return ANYTHING if event is None else _place(event)


OfRecord = Callable[[type, Mapping[str, Json]], Mend | None]


@dataclass(frozen=True)
class Mending:
    """What becomes of words: of a text, of a text that is the name of a value, and, where that is not the same, in one record."""

    text: Mend
    key: Mend = str
    of_record: OfRecord | None = None


def mended(place: Place, value: Json, how: Mending) -> Json:
    """The value with other words."""
    if isinstance(value, str):
        return how.text(value) if place in (WORDS, ANYTHING) and value else value
    if isinstance(value, Mapping):
        own = how.of_record(place.cls, value) if how.of_record and isinstance(place, Record) else None
        how = replace(how, text=own) if own else how
        inner = _fields(place, value)
        return {name if isinstance(place, Record) else how.key(name): mended(inner[name], part, how) for name, part in value.items()}
    if isinstance(value, list | tuple):
        each = place.each if isinstance(place, Several) else place
        return [mended(each, part, how) for part in value]
    return value


def words_in(place: Place, value: Json) -> list[str]:
    """The words in a value."""
    found: list[str] = []

    def note(text: str) -> str:
        found.append(text)
        return text

    mended(place, value, Mending(note))
    return found


def strings_in(value: Json) -> list[str]:
    """Every text in a value, words or not."""
    return words_in(ANYTHING, value)


def _fields(place: Place, value: Mapping[str, Json]) -> Mapping[str, Place]:
    if isinstance(place, Record):
        return {name: place.fields.get(name, ANYTHING) for name in value}
    return dict.fromkeys(value, place.each if isinstance(place, Several) else place)


def _place(hint: Any) -> Place:
    origin, inner = get_origin(hint), get_args(hint)
    if hint is Any:
        return ANYTHING
    if hint is str:
        return WORDS
    if origin is Annotated:
        return _place(inner[0]) if _takes_anything(hint) else NONE
    if is_dataclass(hint) and isinstance(hint, type):
        hints, fixed = get_type_hints(hint, include_extras=True), FIXED.get(hint, frozenset())
        return Record(hint, {one.name: NONE if one.name in fixed else _place(hints[one.name]) for one in fields(hint)})
    if origin in (Union, UnionType):
        found = [place for one in inner if (place := _place(one)) != NONE]
        return NONE if not found else found[0] if len(found) == 1 else ANYTHING
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return Several(_place(inner[1]))
    if isinstance(origin, type) and issubclass(origin, Sequence | Set):
        return Several(_place(inner[0])) if inner else ANYTHING
    return NONE


def _takes_anything(hint: Any) -> bool:
    """Whether a text of any kind fits; what is no text at all goes by its own type."""
    if get_args(hint)[0] is not str:
        return True
    return any(_fits(hint, text) for text in (GONE, "Some words, and more!"))


def _fits(hint: Any, text: str) -> bool:
    try:
        TypeAdapter(hint).validate_python(text)
    except ValidationError:
        return False
    return True
