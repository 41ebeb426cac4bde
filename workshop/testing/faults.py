"""What a method is told when it breaks a rule."""

from collections.abc import Iterator
from contextlib import contextmanager

from workshop.method import Method


class Fault(AssertionError):
    """A method broke a rule: `method` is its name, `check` the rule, and the text says what happened."""

    def __init__(self, method: str, check: str, said: str) -> None:
        super().__init__(f"{method} breaks the rule “{check}”: {said}")
        self.method, self.check, self.said = method, check, said


@contextmanager
def never_raises(method: Method, check: str, doing: str) -> Iterator[None]:
    """Turns an error that a method raises into a fault that names what was done."""
    try:
        yield
    except Fault:
        raise
    except Exception as error:
        raise Fault(method.name, check, f"{doing} raised {type(error).__name__}: {error}") from error


def require(fine: bool, method: Method, check: str, said: str) -> None:
    """Raises a fault unless all is fine."""
    if not fine:
        raise Fault(method.name, check, said)
