"""Opens the database: one connection that writes, others that read, and a schema that is brought up to date."""

import logging
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import SQLAlchemyError


class StoreError(RuntimeError):
    """The database cannot do what was asked; the text says why and what to do."""


def connect(url: str, begin: str) -> Engine:
    """An engine whose transactions start with `begin`; on SQLite, in WAL mode and with every commit on the disk."""
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _on_connect)
        event.listen(engine, "begin", lambda connection: connection.exec_driver_sql(begin))
    return engine


def _on_connect(raw: Any, _record: object) -> None:
    raw.isolation_level = None  # the driver's own implicit BEGIN would be DEFERRED and lose updates
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "busy_timeout=5000"):
        raw.execute(f"PRAGMA {pragma}")


def migrate(engine: Engine) -> None:
    """Brings the schema to the newest version. Raises `StoreError` for a database that a newer Palabre made."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    logging.getLogger("alembic").setLevel(logging.WARNING)
    try:
        with engine.begin() as connection:
            _refuse_newer(connection, ScriptDirectory.from_config(config))
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    except SQLAlchemyError as error:
        raise StoreError(f"The database {engine.url} cannot be opened: {getattr(error, 'orig', error)}.") from error


def _refuse_newer(connection: Connection, scripts: ScriptDirectory) -> None:
    known = {script.revision for script in scripts.walk_revisions()}
    present = MigrationContext.configure(connection).get_current_heads()
    if not set(present) <= known:
        newest = scripts.get_current_head()
        raise StoreError(
            f"The database was made by a newer Palabre (schema {', '.join(present)}; this one knows up to {newest}). "
            "Install that version, or choose another data folder with --data."
        )
