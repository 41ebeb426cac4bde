"""When something happened last in each workshop, and whether names, or names and texts, went since then."""

import json
from typing import Final

from sqlalchemy import Connection, func, select

from workshop.redacted import WordsErased
from workshop.retention import Left, Resting
from workshop.session.events import NamesErased
from workshop.store.tables import event, process, workshop

TIDYING: Final = (NamesErased.__name__, WordsErased.__name__)


def resting(db: Connection) -> list[Resting]:
    """All workshops but rehearsals."""
    happened = select(event.c.workshop_id, func.max(event.c.at), func.max(event.c.seq)).where(event.c.type.not_in(TIDYING))
    last = {number: (at, seq) for number, at, seq in db.execute(happened.group_by(event.c.workshop_id))}
    names = select(event.c.workshop_id, event.c.seq, event.c.payload).where(
        event.c.activity.is_(None), event.c.type == NamesErased.__name__
    )
    told = {number: (seq, payload or "") for number, seq, payload in db.execute(names.order_by(event.c.seq))}
    rows = select(workshop.c.id, workshop.c.code, process.c.code, workshop.c.created_at)
    rows = rows.outerjoin(process, process.c.id == workshop.c.process_id).where(~workshop.c.rehearsal)
    return [
        Resting(code, of or "", last.get(id, (created_at, 0))[0], _left(last.get(id, (0, 0))[1], *told.get(id, (-1, ""))))
        for id, code, of, created_at in db.execute(rows)
    ]


def _left(last: int, told: int, payload: str) -> Left:
    """What is still to go after the last thing that happened, when it was told at a line that names, or names and texts, went."""
    if told < last:
        return "names"
    return "nothing" if json.loads(payload or "{}").get("texts") else "texts"
