"""The chain of digests that lets a log prove itself.

digest(n) = SHA-256 over digest(n-1) and the canonical line of event n. The payload enters by a salted hash, so it can be erased,
redacted or withheld and the chain still verifies; without the salt, a short payload (a ballot) cannot be guessed from its hash.
Everything here can be computed with Python's standard library alone.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any, Final

from workshop.messages import Entry

START: Final = "0" * 64


def canonical(value: Any) -> str:
    """JSON with sorted keys and no spaces: the same text for the same value."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def payload_digest(salt: str, payload: Mapping[str, Any]) -> str:
    """SHA-256, as hex, of the salt followed by the canonical payload."""
    return hashlib.sha256((salt + canonical(payload)).encode()).hexdigest()


def link(before: str, entry: Entry) -> str:
    """The digest of an entry that follows on the digest `before`."""
    line = canonical([entry.seq, entry.id, entry.at, entry.actor, entry.activity, entry.type, entry.payload_digest])
    return hashlib.sha256((before + line).encode()).hexdigest()
