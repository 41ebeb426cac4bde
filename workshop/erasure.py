"""What goes when somebody asks to be erased: every word that they wrote themselves, wherever it stands in the log.

A tap, a dot or a consent holds no words and stays, so that what was counted still adds up; names stand elsewhere. An erased event keeps its
place and its digest; it has no salt any more, so that nobody can prove or try out what stood there.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Annotated, Any, Final, get_args, get_origin, get_type_hints

from workshop.messages import Entry, Id, PictureId
from workshop.session.events import EVENTS
from workshop.session.state import Methods

Json = Any
GONE: Final = "…"


def erased(entry: Entry, event: type | None) -> Entry:
    """The entry without words; `event` is its type, None where nobody knows it: then nothing of it stays."""
    payload = None if event is None or entry.payload is None else _without_words(event, entry.payload)
    return entry if payload == entry.payload else replace(entry, payload=payload, salt="")


def is_erased(entry: Entry, event: type | None) -> bool:
    """Whether nothing but the mark of erased words stands where words could be."""
    return entry.payload is not None and event is not None and _without_words(event, entry.payload) == entry.payload


def event_of(methods: Methods, held: Mapping[str, str], entry: Entry) -> type | None:
    """The type of an entry's event; `held` has the name of the method of each step."""
    if entry.activity is None:
        return EVENTS.get(entry.type)
    method = methods.get(held.get(entry.activity, ""))
    return method.event(entry.type) if method else None


def _without_words(hint: Any, value: Json) -> Json:
    origin = get_origin(hint)
    if origin is Annotated:
        return value if hint in (Id, PictureId) else _without_words(get_args(hint)[0], value)
    if hint is str:
        return GONE if value else value
    if is_dataclass(hint) and isinstance(value, Mapping):
        hints = get_type_hints(hint, include_extras=True)
        known = {one.name: hints[one.name] for one in fields(hint)}
        return {name: _without_words(known[name], part) for name, part in value.items() if name in known}
    if isinstance(value, Mapping):
        return {name: _without_words(str, part) if isinstance(part, str) else part for name, part in value.items()}
    if isinstance(value, list | tuple):
        inner = next((one for one in get_args(hint) if one is not Ellipsis), None)
        return [_without_words(inner, part) for part in value]
    if isinstance(value, str) and origin is not None and str in get_args(hint):
        return GONE if value else value
    return value
