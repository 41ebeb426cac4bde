"""A log that stays small whatever clients do, and on one line for each thing that it says.

Each kind of message is written a few times a minute, with its traceback twice, and then counted; all of them together have so many
bytes a minute. What was left out is told as soon as the log may speak again.
"""

import logging
import time
from collections import Counter
from collections.abc import Callable
from typing import Final, TextIO

from workshop.figures import Figures

MINUTE_S: Final = 60.0
EACH: Final = 10
TRACES: Final = 2
BYTES: Final = 40_000
LONGEST_LINE: Final = 500
LONGEST_TRACE: Final = 3_000
KINDS: Final = 300
TOLD: Final = 20
FORMAT: Final = "%(asctime)s %(levelname)s %(name)s: %(message)s"
ALONE: Final = ("engineio.server", "socketio.server", "engineio.client", "socketio.client")
CLIENTS_FAULT: Final = ("Invalid UTF-8 sequence received from client", "Invalid HTTP request received")
Kind = tuple[str, int, str]


class Quiet(logging.Handler):
    """Writes what may be written; `now` is a clock in s."""

    def __init__(self, write: Callable[[str], object], figures: Figures, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self.setFormatter(_Line(FORMAT))
        self._write = write
        self._figures = figures
        self._now = now
        self._began = now()
        self._left = BYTES
        self._said: Counter[Kind] = Counter()
        self._dropped: Counter[Kind] = Counter()

    def emit(self, record: logging.LogRecord) -> None:
        """Writes a record, or counts it."""
        try:
            if str(record.msg).startswith(CLIENTS_FAULT):
                record.exc_info = None
            if self._now() - self._began >= MINUTE_S:
                self._turn()
            kind = self._kind(record)
            self._said[kind] += 1
            if self._said[kind] > EACH or self._left <= 0:
                self._dropped[kind] += 1
                self._figures.log_lines_dropped_total += 1
                return
            text = self.format(record)
            if self._said[kind] > TRACES:
                text = text.partition("\n")[0]
            if self._said[kind] == EACH:
                text += " (and so on; more of these are only counted for a minute)"
            self._left -= len(text.encode(errors="replace")) + 1
            self._write(text + "\n")
        except Exception:
            self.handleError(record)

    def close(self) -> None:
        """Tells what was left out last."""
        self._turn()
        super().close()

    def _kind(self, record: logging.LogRecord) -> Kind:
        """What a record has in common with others like it: who says it, what, and where it was raised."""
        error = record.exc_info[1] if record.exc_info else None
        trace = error.__traceback__ if error else None
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        where = f"{type(error).__name__} {trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""
        kind = (record.name, record.levelno, f"{str(record.msg)[:80]} {where}".strip())
        return kind if kind in self._said or len(self._said) < KINDS else ("other loggers", 0, "messages of many kinds")

    def _turn(self) -> None:
        """A new minute begins."""
        for (name, _level, text), count in self._dropped.most_common(TOLD):
            self._write(f"… repeated {count} times: {name}: {_printable(text)[:LONGEST_LINE]}\n")
        self._began, self._left = self._now(), BYTES
        self._said.clear()
        self._dropped.clear()


class _Line(logging.Formatter):
    """Everything that a record says on one line, and the end of its traceback."""

    def formatMessage(self, record: logging.LogRecord) -> str:
        record.message = _printable(record.message.strip())[:LONGEST_LINE]
        return super().formatMessage(record)

    def formatException(self, ei: object) -> str:
        return _short(super().formatException(ei))  # type: ignore[arg-type]


def calm(stream: TextIO, figures: Figures) -> Quiet:
    """Makes it the one log of this process, in place of what libraries set up for themselves."""
    quiet = Quiet(stream.write, figures)
    root = logging.getLogger()
    root.handlers = [quiet]
    root.setLevel(logging.WARNING)
    for name in ALONE:  # these set up a handler of their own, unless they find a level
        logging.getLogger(name).handlers.clear()
        logging.getLogger(name).setLevel(logging.ERROR)
    for name in ("uvicorn", "uvicorn.error"):  # uvicorn's own set-up keeps its words to itself
        logging.getLogger(name).handlers.clear()
        logging.getLogger(name).propagate = True
    logging.captureWarnings(True)
    return quiet


def _printable(text: str) -> str:
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in text[: 2 * LONGEST_LINE])


def _short(trace: str) -> str:
    return trace if len(trace) <= LONGEST_TRACE else f"…\n{trace[-LONGEST_TRACE:]}"
