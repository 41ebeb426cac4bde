"""The log as a file: one event a line, each line the canonical JSON of one entry. Secret payloads are withheld."""

import json
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Final, NoReturn

from pydantic import TypeAdapter, ValidationError

from workshop.agenda import Agenda
from workshop.chain import START, canonical
from workshop.messages import BadMessage, Entry, read
from workshop.method import Method
from workshop.session.events import AgendaChanged, Created

Methods = Mapping[str, Method]
FIELDS: Final = sorted(Entry.__dataclass_fields__)
PLANS: Final[Mapping[str, type[Created] | type[AgendaChanged]]] = {one.__name__: one for one in (Created, AgendaChanged)}
SHAPE: Final = TypeAdapter(Entry)


class BadLine(ValueError):
    """A line that is no event; the text says what is wrong with it."""


def lines_of(entries: Iterable[Entry]) -> bytes:
    """The file of a log: a line of canonical JSON for each entry."""
    return "".join(f"{canonical({name: getattr(entry, name) for name in FIELDS})}\n" for entry in entries).encode()


def entry_of(line: bytes) -> Entry:
    """The entry of one line, its line end included. Raises `BadLine`."""
    try:
        plain = json.loads(line.decode(), parse_constant=_no_constant)
        if not isinstance(plain, dict) or sorted(plain) != FIELDS:
            raise BadLine(f"it does not have the fields {', '.join(FIELDS)}")
        SHAPE.validate_json(line, strict=True)
        same = f"{canonical(plain)}\n".encode() == line
    except ValidationError as error:
        raise BadLine(f"the field {'.'.join(map(str, error.errors()[0]['loc']))} is not as it should be") from None
    except BadLine:
        raise
    except (ValueError, RecursionError):
        raise BadLine("it is not JSON: it is torn, or was changed") from None
    if not same:
        raise BadLine("it is not written the way Palabre writes it")
    return Entry(**plain)


def entries_of(file: bytes) -> list[Entry]:
    """The log of a file. Raises `BadLine`, which names the line."""
    entries = []
    for number, line in enumerate(split(file), start=1):
        try:
            entries.append(entry_of(line))
        except BadLine as error:
            raise BadLine(f"line {number}: {error}") from None
    return entries


def split(file: bytes) -> list[bytes]:
    """The lines of a file with their ends; only a torn last line has none."""
    *lines, rest = file.split(b"\n")
    return [line + b"\n" for line in lines] + ([rest] if rest else [])


def planned(entries: Sequence[Entry]) -> Agenda | None:
    """The agenda that the log begins with, or None where it begins with something else."""
    first = entries[0] if entries else None
    if first is None or first.type != Created.__name__ or first.activity is not None or first.payload is None:
        return None
    try:
        return read(Created, first.payload).agenda
    except BadMessage:
        return None


def withheld(entries: Sequence[Entry], methods: Methods) -> list[Entry]:
    """The log without the payloads that are secret: what may leave the house."""
    secrets = secrets_of(entries, methods)
    return [replace(one, payload=None, salt="") if is_secret(one, secrets) else one for one in entries]


def held_by(entries: Iterable[Entry]) -> dict[str, str]:
    """The method of each step that was planned at any time."""
    held: dict[str, str] = {}
    for entry in entries:
        cls = PLANS.get(entry.type) if entry.activity is None else None
        if cls is not None and entry.payload is not None:
            with suppress(BadMessage):
                held |= {step.id: step.method for step in read(cls, entry.payload).agenda.steps}
    return held


Secrets = Mapping[str, frozenset[str] | None]


def secrets_of(entries: Sequence[Entry], methods: Methods) -> Secrets:
    """The types of the secret events of each step; None for a step whose method is not here to say."""
    found = ((step, methods.get(method)) for step, method in held_by(entries).items())
    return {step: None if method is None else frozenset(one.__name__ for one in method.secret) for step, method in found}


def is_secret(entry: Entry, secrets: Secrets) -> bool:
    """Whether the payload of an entry stays in the house: ballots do, and whatever no method here can judge."""
    if entry.activity is None:
        return False
    types = secrets.get(entry.activity)
    return types is None or entry.type in types


def head_of(entries: Sequence[Entry]) -> str:
    """The digest of the last entry."""
    return entries[-1].digest if entries else START


def _no_constant(name: str) -> NoReturn:
    raise BadLine(f"{name} is no JSON")
