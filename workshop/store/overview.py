"""How workshops stand, read from the log without opening them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from sqlalchemy import Connection, func, select

from workshop.store.tables import event, person, workshop

Stage = Literal["planned", "open", "closed"]
STAGES: Final[dict[str | None, Stage]] = {"RoomOpened": "open", "Reopened": "open", "Closed": "closed"}


@dataclass(frozen=True, slots=True)
class Standing:
    """A workshop as lists show it: how many people came in, when something happened last (ms since 1970), whether it was put away."""

    code: str
    title: str
    stage: Stage
    people: int
    changed_at: int
    archived: bool = False


def standings(db: Connection) -> list[Standing]:
    """All workshops, the one that changed last first."""
    people = select(func.count()).where(person.c.workshop_id == workshop.c.id).scalar_subquery()
    last = select(event.c.at).where(event.c.workshop_id == workshop.c.id, event.c.seq == workshop.c.seq).scalar_subquery()
    turns = select(event.c.type).where(
        event.c.workshop_id == workshop.c.id, event.c.activity.is_(None), event.c.type.in_([one for one in STAGES if one])
    )
    turn = turns.order_by(event.c.seq.desc()).limit(1).scalar_subquery()
    rows = db.execute(
        select(workshop.c.code, workshop.c.title, workshop.c.created_at, workshop.c.archived, people, last, turn).where(
            ~workshop.c.rehearsal
        )
    ).all()
    return sorted((_standing(row) for row in rows), key=lambda one: -one.changed_at)


def _standing(row: Sequence[Any]) -> Standing:
    code, title, created_at, archived, people, last, turn = row
    return Standing(code, title, STAGES.get(turn, "planned"), people, last or created_at, bool(archived))
