"""The tables. Names and tokens of people stand in `person` alone, and pictures in `attachment`, so that they can be erased."""

from typing import Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
)

NEWEST: Final = "0006"
"""The migration that makes the tables what they are here."""

metadata = MetaData()

process = Table(
    "process",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("title", String(280), nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("code", String(6), nullable=False, unique=True),
    Column("seq", Integer, nullable=False, default=0),
    Column("head", String(64), nullable=False),
)

workshop = Table(
    "workshop",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("code", String(6), nullable=False, unique=True),
    Column("process_id", ForeignKey("process.id")),
    Column("title", String(280), nullable=False),
    Column("created_at", BigInteger, nullable=False),
    Column("seq", Integer, nullable=False, default=0),
    Column("head", String(64), nullable=False),
    Column("rehearsal", Boolean, nullable=False, default=False, server_default=false()),
    Column("archived", Boolean, nullable=False, default=False, server_default=false()),
)

person = Table(
    "person",
    metadata,
    Column("workshop_id", ForeignKey("workshop.id"), primary_key=True),
    Column("id", String(64), primary_key=True),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("name", String(280), nullable=False, default=""),
    Column("language", String(8), nullable=False, default="en"),
)

event = Table(
    "event",
    metadata,
    Column("workshop_id", ForeignKey("workshop.id"), primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("id", String(80), nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("actor", String(64), nullable=False),
    Column("activity", String(64)),
    Column("type", String(80), nullable=False),
    Column("payload", Text),
    Column("salt", String(32), nullable=False),
    Column("payload_digest", String(64), nullable=False),
    Column("digest", String(64), nullable=False),
    UniqueConstraint("workshop_id", "id", name="event_id_once"),
)

Index(
    "event_of_room", event.c.workshop_id, event.c.seq, sqlite_where=event.c.activity.is_(None), postgresql_where=event.c.activity.is_(None)
)

process_event = Table(
    "process_event",
    metadata,
    Column("process_id", ForeignKey("process.id"), primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("id", String(80), nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("actor", String(64), nullable=False),
    Column("activity", String(64)),
    Column("type", String(80), nullable=False),
    Column("payload", Text),
    Column("salt", String(32), nullable=False),
    Column("payload_digest", String(64), nullable=False),
    Column("digest", String(64), nullable=False),
    UniqueConstraint("process_id", "id", name="process_event_id_once"),
)

checkpoint = Table(
    "checkpoint",
    metadata,
    Column("workshop_id", ForeignKey("workshop.id"), primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("version", String(120), nullable=False),
    Column("state", LargeBinary, nullable=False),
)

erasure = Table(
    "erasure",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("workshop_id", ForeignKey("workshop.id"), nullable=False),
    Column("whom", String(64), nullable=False),
    Column("actor", String(64), nullable=False),
    Column("asked_at", BigInteger, nullable=False),
    Column("taken_at", BigInteger),
    Column("lines", Integer),
)

attachment = Table(
    "attachment",
    metadata,
    Column("workshop_id", ForeignKey("workshop.id"), primary_key=True),
    Column("id", String(64), primary_key=True),
    Column("actor", String(64), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("media_type", String(40), nullable=False),
    Column("width", Integer, nullable=False),
    Column("height", Integer, nullable=False),
    Column("size", Integer, nullable=False),
    Column("bytes", LargeBinary, nullable=False),
)

account = Table(
    "account",
    metadata,
    Column("token_hash", String(64), primary_key=True),
    Column("role", String(16), nullable=False),
    Column("expires_at", BigInteger, nullable=False),
    Index("account_expires", "expires_at"),
)
