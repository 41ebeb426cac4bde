"""The pictures of a workshop as rows of the database: their bytes, and what is known of them."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field

from sqlalchemy import Connection, delete, insert, select

from workshop.store.tables import attachment


@dataclass(frozen=True, slots=True)
class Attachment:
    """A picture: who brought it, the SHA-256 of its bytes as hex, its size in pixels, and how many bytes it has."""

    id: str
    actor: str
    sha256: str
    media_type: str
    width: int
    height: int
    size: int
    bytes: bytes = field(repr=False)


def add(db: Connection, number: int, picture: Attachment) -> None:
    """Keeps a picture; one that is there already, because it was sent twice, stays as it is."""
    if content(db, number, picture.id) is None:
        db.execute(insert(attachment).values(workshop_id=number, **asdict(picture)))


def remove(db: Connection, number: int, ids: Iterable[str]) -> None:
    """Forgets pictures."""
    db.execute(delete(attachment).where(attachment.c.workshop_id == number, attachment.c.id.in_(tuple(ids))))


def ids(db: Connection, number: int) -> list[str]:
    """The ids of all pictures of a workshop."""
    return list(db.execute(select(attachment.c.id).where(attachment.c.workshop_id == number)).scalars())


def content(db: Connection, number: int, id: str) -> bytes | None:
    """The bytes of a picture."""
    query = select(attachment.c.bytes).where(attachment.c.workshop_id == number, attachment.c.id == id)
    found: bytes | None = db.execute(query).scalar()
    return found
