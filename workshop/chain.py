"""The chain of digests that lets a log prove itself.

digest(n) = SHA-256 over digest(n-1) and the canonical line of event n. The payload enters by a salted hash, so it can be erased,
redacted or withheld and the chain still verifies; without the salt, a short payload (a ballot) cannot be guessed from its hash.
Everything here can be computed with Python's standard library alone.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from workshop.messages import Entry

START: Final = "0" * 64


_text = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode


def canonical(value: Any) -> str:
    """JSON with sorted keys and no spaces: the same text for the same value."""
    return _text(value)


def salted(salt: str, payload: str) -> str:
    """SHA-256, as hex, of the salt followed by a canonical payload."""
    return hashlib.sha256((salt + payload).encode()).hexdigest()


def payload_digest(salt: str, payload: Mapping[str, Any]) -> str:
    """SHA-256, as hex, of the salt followed by the canonical payload."""
    return salted(salt, canonical(payload))


def linked(before: str, line: Sequence[str | int | None]) -> str:
    """The digest of a line that follows on the digest `before`: its seq, id, at, actor, activity, type and payload digest."""
    return hashlib.sha256((before + _text(line)).encode()).hexdigest()


def link(before: str, entry: Entry) -> str:
    """The digest of an entry that follows on the digest `before`."""
    return linked(before, (entry.seq, entry.id, entry.at, entry.actor, entry.activity, entry.type, entry.payload_digest))
