"""How long a method may keep everybody waiting: one that computes without end is interrupted, and the workshop goes on without it.

A thread looks twice a second; what runs longer than the limit gets an exception at its next line of Python. (What hangs inside a C
function cannot be interrupted. Work that is known to take long has a place of its own: `Method.work`.)
"""

import ctypes
import threading
import time
from types import TracebackType
from typing import Final

LIMIT_S: Final = 3.0


class TookTooLong(Exception):
    """A method did not come to an end."""

    def __init__(self) -> None:
        super().__init__("it did not come to an end")


class Patience:
    """`with patience:` around calls of a method, in the thread that made this object; `ran_out` says that one was interrupted."""

    def __init__(self, limit_s: float = LIMIT_S) -> None:
        self.ran_out = False
        self._limit_s = limit_s
        self._until = 0.0
        self._lock = threading.Lock()
        self._ended = threading.Event()
        self._thread = threading.get_ident()
        threading.Thread(target=self._look, name="palabre-patience", daemon=True).start()

    def __enter__(self) -> None:
        self._until = time.monotonic() + self._limit_s

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        with self._lock:
            self._until = 0.0

    def close(self) -> None:
        """Ends the thread."""
        self._ended.set()

    def _look(self) -> None:
        while not self._ended.wait(self._limit_s / 6):
            with self._lock:
                if self._until and time.monotonic() > self._until:
                    self.ran_out = True
                    self._until = time.monotonic() + self._limit_s  # once more, if it was caught and ignored
                    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(self._thread), ctypes.py_object(TookTooLong))
