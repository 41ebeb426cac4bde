"""The methods of one workshop, as long as they can be trusted: one that does not come to an end is not asked any more."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from workshop.patience import Patience, TookTooLong
from workshop.session.state import Methods, Session

log = logging.getLogger("palabre.live")


class Trusted:
    """Methods that are asked with patience; `changed` is called when one of them is set aside, and `trouble` says which."""

    def __init__(self, methods: Methods, patience: Patience, changed: Callable[[], None]) -> None:
        self.methods = methods
        self.trouble = ""
        self._patience = patience
        self._changed = changed

    @contextmanager
    def asked(self, session: Session) -> Iterator[None]:
        """Around questions to the method of the running step. Raises `TookTooLong`."""
        try:
            with self._patience:
                yield
        finally:
            self._set_aside(session)

    def _set_aside(self, session: Session) -> None:
        activity = session.activity
        if not self._patience.ran_out or activity is None:
            return
        self._patience.ran_out = False
        name = activity.step.method
        log.error("the method %s of %s did not come to an end and is not asked any more", name, session.code)
        self.methods = {one: method for one, method in self.methods.items() if one != name}
        self.trouble = f"{activity.step.title}: {name}: {TookTooLong()}"
        self._changed()
