"""What the store says of a workshop and of a person."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WorkshopRow:
    """A workshop as the store lists it; `head` is the digest of its last event."""

    id: int
    code: str
    title: str
    created_at: int
    seq: int
    head: str
    rehearsal: bool = False


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person of a workshop, with the name that they gave (or "")."""

    id: str
    name: str
    language: str
