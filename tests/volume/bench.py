"""How long it takes to write the folder of a process with many contributions: `make bench-export`.

Both ways in which contributions come: in the process itself (from files), and in a workshop where the room wrote them.
"""

import argparse
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from tests.logs import Log
from tests.volume.logs import ABOUT, CODE, METHODS, WORKSHOP, chained, say_in
from workshop.agenda import parse
from workshop.messages import Entry
from workshop.process.events import Answered, Contributed, Founded, SessionAdded
from workshop.volume.manifest import seal_of
from workshop.volume.names import MANIFEST
from workshop.volume.placing import place
from workshop.volume.verifier import check
from workshop.volume.volume import volume_of

T = TypeVar("T")
TEXT = "Number {number}: trees along the street, *shade* for children & benches for everybody who waits for the bus in summer"
AGENDA = """
title = "A large room"
[[steps]]
id = "ideas"
method = "brainstorm"
title = "Ideas"
"""


def from_files(count: int) -> tuple[tuple[Entry, ...], dict[str, list[Entry]]]:
    """A process into which so many contributions came from files, half of them answered."""
    cards = [Contributed(number, TEXT.format(number=number), "platform.csv", number + 1, number % 90) for number in range(1, count + 1)]
    refs = [f"process/{number}" for number in range(1, count + 1, 2)]
    answers = [Answered(tuple(refs[at : at + 100]), "not_now", "Not before 2029.") for at in range(0, len(refs), 100)]
    return chained([Founded("PACT22", ABOUT), SessionAdded(CODE, "agree"), *cards, *answers]), {CODE: WORKSHOP}


def from_a_room(count: int) -> tuple[tuple[Entry, ...], dict[str, list[Entry]]]:
    """A process with a workshop in which so many ideas were written."""
    log = Log(METHODS, parse(AGENDA, METHODS))
    log.play("OpenRoom")
    for person in range(100):
        log.play("Join", by=f"p{person}")
    log.play("Next")
    for number in range(count):
        refused = log.do("Add", f"p{number % 100}", text=TEXT.format(number=number))
        assert refused is None, refused
    return chained([Founded("PACT22", ABOUT), SessionAdded("K7MQ4X", "agree")]), {"K7MQ4X": log.entries}


def measure(name: str, made: tuple[tuple[Entry, ...], dict[str, list[Entry]]]) -> None:
    """Writes a folder, and says how long each part took."""
    own, workshops = made
    with tempfile.TemporaryDirectory() as folder:
        computed, files = timed(lambda: volume_of(own, workshops, METHODS, say_in).files)
        written, _paths = timed(lambda: place(files, Path(folder)))
        checked, problems = timed(lambda: check(Path(folder)))
    size = sum(map(len, files.values())) / 1e6
    print(f"{name}: computed in {computed:.2f} s of a processor, written in {written:.2f} s, checked by verify.py in {checked:.2f} s")
    print(f"  {len(files)} files, {size:.1f} MB, {len(problems)} problems, seal {seal_of(files[MANIFEST])[:16]}…")


def timed(call: Callable[[], T]) -> tuple[float, T]:
    """How long a processor worked on a call, and what it gave."""
    began = time.process_time()
    answer = call()
    return time.process_time() - began, answer


def main() -> None:
    """Measures both."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--count", type=int, default=10_000)
    count = arguments.parse_args().count
    measure(f"{count} contributions from files", from_files(count))
    measure(f"{count} contributions of a room", from_a_room(count))


if __name__ == "__main__":
    main()
