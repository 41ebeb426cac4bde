"""The pictures that people brought, in a record: those that it shows lie beside it, and the log has their digests."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from workshop.blocks import Picture
from workshop.record.proceedings import Proceedings

FOLDER: Final = "pictures"


@dataclass(frozen=True, slots=True)
class Attached:
    """The pictures of a record: the SHA-256 of each that is shown, and those that were erased, by their ids."""

    digests: Mapping[str, str]
    erased: frozenset[str]


def file_of(picture: str) -> str:
    """Where a picture lies beside the record."""
    return f"{FOLDER}/{picture}.webp"


def attached_to(proceedings: Proceedings) -> Attached:
    """The pictures of a record."""
    known = proceedings.session.pictures
    shown = {block.picture for held in proceedings.steps.values() for block in held.blocks if isinstance(block, Picture)}
    return Attached(
        {one: known[one].sha256 for one in sorted(shown) if one in known},
        frozenset(one for one, picture in known.items() if picture.erased),
    )


def is_whole(content: bytes, sha256: str) -> bool:
    """Whether these are the bytes that the log speaks of."""
    return hashlib.sha256(content).hexdigest() == sha256
