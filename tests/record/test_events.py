"""The log as a file: a line for each event, canonical, and torn lines are named."""

from collections.abc import Mapping

import pytest

from workshop.messages import Entry
from workshop.method import Method
from workshop.record.events import BadLine, entries_of, entry_of, lines_of, withheld


def test_a_log_comes_back_from_its_file(log: list[Entry]) -> None:
    file = lines_of(log)
    assert entries_of(file) == log
    assert lines_of(entries_of(file)) == file


def test_secret_payloads_and_their_salts_stay_in_the_house(log: list[Entry], methods: Mapping[str, Method]) -> None:
    for before, after in zip(log, withheld(log, methods), strict=True):
        if before.type == "Voted":
            assert (after.payload, after.salt, after.payload_digest) == (None, "", before.payload_digest)
        else:
            assert after == before


def test_line_separators_of_unicode_do_not_tear_a_line(log: list[Entry]) -> None:
    entry = Entry(1, "a", 1, "x", None, "NoteTaken", {"text": "a\u2028b\u0085c"})
    assert entries_of(lines_of([entry])) == [entry]


@pytest.mark.parametrize("how", ["torn", "spaces", "crlf", "field", "type", "bool", "nan", "list", "double"])
def test_a_line_that_is_not_as_it_was_written_is_named(log: list[Entry], how: str) -> None:
    first, second, *others = lines_of(log).splitlines(keepends=True)
    changed = {
        "torn": second[:-9] + b"\n",
        "spaces": second.replace(b":", b": ", 1),
        "crlf": second.replace(b"\n", b"\r\n"),
        "field": second.replace(b'"actor"', b'"author"'),
        "type": second.replace(b'"seq":2', b'"seq":"2"'),
        "bool": second.replace(b'"seq":2', b'"seq":true'),
        "nan": second.replace(b'"seq":2', b'"seq":NaN'),
        "list": b"[]\n",
        "double": second.replace(b'"seq":2', b'"seq":1,"seq":2'),
    }[how]
    assert changed != second
    with pytest.raises(BadLine, match="line 2"):
        entries_of(b"".join([first, changed, *others]))


def test_a_last_line_without_an_end_is_torn(log: list[Entry]) -> None:
    with pytest.raises(BadLine, match=f"line {len(log)}"):
        entries_of(lines_of(log)[:-1])


def test_a_line_nested_too_deep_is_refused() -> None:
    with pytest.raises(BadLine):
        entry_of(b'{"a":' * 100_000 + b"\n")
