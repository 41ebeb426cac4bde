"""Statements that run thousands of times a second: compiled once, and given to the driver as they are.

SQLAlchemy's way takes some 60 us for each call and 5 us for each row, on the thread that shares the interpreter with everything live.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ClauseElement, Connection, Dialect


class Prepared:
    """A statement; its values are given in the order of `names`."""

    def __init__(self, statement: ClauseElement, names: Sequence[str]) -> None:
        self._statement = statement
        self._names = tuple(names)
        self._texts: dict[str, tuple[str, Sequence[str] | None]] = {}

    def run(self, db: Connection, *values: Any) -> Sequence[Any]:
        """Runs it; the rows that it gives."""
        text, order = self._text(db.dialect)
        found = db.exec_driver_sql(text, self._given(values, order))
        return found.all() if found.returns_rows else ()

    def read(self, db: Connection, *values: Any) -> Sequence[tuple[Any, ...]]:
        """Runs a query that may give a hundred thousand rows; they are the driver's own."""
        text, order = self._text(db.dialect)
        cursor = db.connection.cursor()
        try:
            cursor.execute(text, self._given(values, order))
            return cursor.fetchall()
        finally:
            cursor.close()

    def many(self, db: Connection, rows: Iterable[tuple[Any, ...]]) -> None:
        """Runs it for each row of values."""
        text, order = self._text(db.dialect)
        db.exec_driver_sql(text, [self._given(row, order) for row in rows])

    def _given(self, values: tuple[Any, ...], order: Sequence[str] | None) -> Any:
        if order is None:
            return dict(zip(self._names, values, strict=True))
        if order == self._names:
            return values
        named = dict(zip(self._names, values, strict=True))
        return tuple(named[name] for name in order)

    def _text(self, dialect: Dialect) -> tuple[str, Sequence[str] | None]:
        """The text for a kind of database, and the order of its places where they have no names."""
        if dialect.name not in self._texts:
            compiled: Any = self._statement.compile(dialect=dialect)
            order = None if compiled.positiontup is None else tuple(compiled.positiontup)
            self._texts[dialect.name] = (str(compiled), order)
        return self._texts[dialect.name]
