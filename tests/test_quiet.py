import logging
from collections.abc import Iterator
from io import StringIO

import pytest

from workshop.figures import Figures
from workshop.quiet import BYTES, EACH, MINUTE_S, TRACES, Quiet, calm


class Clock:
    """A clock that a test moves."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


class Book:
    """A logger that writes into a text through a quiet handler."""

    def __init__(self) -> None:
        self.text, self.clock, self.figures = StringIO(), Clock(), Figures()
        self.quiet = Quiet(self.text.write, self.figures, self.clock)
        self.log = logging.Logger("palabre.test")
        self.log.addHandler(self.quiet)

    def written(self) -> str:
        return self.text.getvalue()


@pytest.fixture
def book() -> Book:
    return Book()


def fail(log: logging.Logger) -> None:
    try:
        raise LookupError("not there")
    except LookupError:
        log.exception("it failed")


def test_what_is_said_once_is_written_whole(book: Book) -> None:
    book.log.warning("the method %s failed", "consent")
    assert book.written().endswith("WARNING palabre.test: the method consent failed\n")


def test_what_is_said_again_and_again_is_counted(book: Book) -> None:
    for number in range(1000):
        book.log.warning("packet %d of %s is bad", number, "somebody")
    assert len(book.written().splitlines()) == EACH
    assert "and so on" in book.written().splitlines()[-1]
    book.clock.now += MINUTE_S
    book.log.warning("something else")
    assert f"repeated {1000 - EACH} times: palabre.test: packet %d of %s is bad" in book.written()
    assert book.written().endswith("something else\n")
    assert book.figures.log_lines_dropped_total == 1000 - EACH


def test_one_kind_does_not_silence_another(book: Book) -> None:
    for _ in range(1000):
        book.log.warning("noise")
    book.log.warning("the disk is full")
    assert "the disk is full" in book.written()


def test_a_traceback_is_written_twice_a_minute(book: Book) -> None:
    for _ in range(20):
        fail(book.log)
    assert book.written().count("Traceback") == TRACES
    assert book.written().count("it failed") == EACH


def test_what_a_client_sent_wrongly_is_no_error_of_ours_and_has_no_traceback(book: Book) -> None:
    try:
        b"\xff".decode()
    except UnicodeDecodeError:
        book.log.exception("Invalid UTF-8 sequence received from client.")
    assert "Invalid UTF-8" in book.written()
    assert "Traceback" not in book.written()


def test_a_minute_of_all_kinds_stays_small_whatever_happens(book: Book) -> None:
    for second in range(120):
        for number in range(500):
            book.log.error(f"address {second} {number} {'x' * 5000} is not there")
            fail(book.log)
        book.clock.now += 1
    assert len(book.written().encode()) < 2 * 1.1 * BYTES < 100_000


def test_nobody_can_write_lines_of_their_own_into_the_log(book: Book) -> None:
    book.log.warning("%s not found", "/x\n2026-01-01 WARNING palabre: all is well\x1b[2J")
    assert len(book.written().splitlines()) == 1
    assert "\x1b" not in book.written()


def test_a_message_that_does_not_fit_its_places_stops_nobody(book: Book, capsys: pytest.CaptureFixture[str]) -> None:
    book.log.warning("%d", "no number")
    book.log.warning("after it")
    assert book.written().endswith("after it\n")
    assert "no number" in capsys.readouterr().err


def test_what_was_left_out_last_is_told_at_the_end(book: Book) -> None:
    for _ in range(EACH + 5):
        book.log.warning("noise")
    book.quiet.close()
    assert book.written().endswith("… repeated 5 times: palabre.test: noise\n")


@pytest.fixture
def kept_logging() -> Iterator[None]:
    root, engine = logging.getLogger(), logging.getLogger("engineio.server")
    before = root.handlers, root.level, engine.handlers[:], engine.level
    yield
    logging.captureWarnings(False)
    root.handlers, engine.handlers = before[0], before[2]
    root.setLevel(before[1])
    engine.setLevel(before[3])


@pytest.mark.usefixtures("kept_logging")
def test_it_is_the_one_log_of_the_process() -> None:
    text = StringIO()
    logging.getLogger("engineio.server").addHandler(logging.StreamHandler(text))
    quiet = calm(text, Figures())
    logging.getLogger("engineio.server").error("a bad session")
    logging.getLogger("uvicorn.error").warning("a bad request")
    logging.getLogger("palabre.live").info("all is well")
    quiet.close()
    assert [line.partition(": ")[2] for line in text.getvalue().splitlines()] == ["a bad session", "a bad request"]
