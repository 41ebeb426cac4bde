"""Opens the database: one connection that writes, others that read, and a schema that is brought up to date."""

import logging
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import SQLAlchemyError

from workshop.store.tables import NEWEST

if TYPE_CHECKING:
    from alembic.config import Config


class StoreError(RuntimeError):
    """The database cannot do what was asked; the text says why and what to do."""


# 16 MB of WAL between two clean-ups instead of 4: a quarter more commits a second, and fewer that wait;
# what is deleted is overwritten: words that were erased are to be in no file
PRAGMAS: Final = (
    "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=5000", "wal_autocheckpoint=4000", "secure_delete=ON",
)  # fmt: skip


def connect(url: str, begin: str) -> Engine:
    """An engine whose transactions start with `begin`; on SQLite, in WAL mode and with every commit on the disk."""
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _on_connect)
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


def _on_connect(raw: Any, _record: object) -> None:
    raw.isolation_level = None  # the driver's own implicit BEGIN would be DEFERRED and lose updates
    for pragma in PRAGMAS:
        raw.execute(f"PRAGMA {pragma}")


def still_there(engine: Engine) -> Callable[[], None]:
    """A check that the database is the file that it is now; it raises `StoreError`: SQLite writes on into one that was deleted."""
    path = engine.url.database if engine.dialect.name == "sqlite" else None
    opened = _file(path) if path else None

    def check() -> None:
        if path and opened and _file(path) != opened:
            raise StoreError(f"The database {path} was moved or deleted while Palabre runs. Put it back, or start Palabre again.")

    return check


def _file(path: str) -> tuple[int, int] | None:
    try:
        found = os.stat(path)
    except OSError:
        return None
    return found.st_dev, found.st_ino


def migrate(engine: Engine) -> bool:
    """Brings the schema to the newest version; whether it was empty. Raises `StoreError` for a database that a newer Palabre made."""
    try:
        with engine.begin() as connection:
            present = _version(connection)
            if present != NEWEST:
                _upgrade(connection, present)
            return not present
    except SQLAlchemyError as error:
        raise StoreError(f"The database {engine.url} cannot be opened: {getattr(error, 'orig', error)}.") from error


def _version(connection: Connection) -> str:
    """The version of the schema, "" for an empty database."""
    if not inspect(connection).has_table("alembic_version"):
        return ""
    return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or "")


def _upgrade(connection: Connection, present: str) -> None:
    from alembic import command  # takes a fifth of the whole start to load, and a migration is due once a release
    from alembic.script import ScriptDirectory

    config = _alembic()
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if present and present not in known:
        raise StoreError(
            f"The database was made by a newer Palabre (schema {present}; this one knows up to {NEWEST}). "
            "Install that version, or choose another data folder with --data."
        )
    config.attributes["connection"] = connection
    command.upgrade(config, NEWEST)


def _alembic() -> "Config":
    from alembic.config import Config

    logging.getLogger("alembic").setLevel(logging.WARNING)
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    return config
