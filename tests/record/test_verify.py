"""A record proves itself: whatever is changed in it, or in its log, is found and named."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from workshop.chain import START, canonical, link, payload_digest
from workshop.erasure import forget, ledger_of
from workshop.language import Speaker
from workshop.messages import Entry, write
from workshop.method import Method
from workshop.record.events import held_by
from workshop.record.folder import folder_of, write_folder
from workshop.record.maps import FORMATS
from workshop.record.verify import Problem, verify
from workshop.redacted import vouching

Check = Callable[[], list[Problem]]


@pytest.fixture
def folder(tmp_path: Path, log: list[Entry], methods: Mapping[str, Method], speakers: Callable[[str], Speaker]) -> Path:
    write_folder(folder_of(log, methods, speakers), tmp_path)
    return tmp_path


@pytest.fixture
def check(folder: Path, methods: Mapping[str, Method], speakers: Callable[[str], Speaker]) -> Check:
    return lambda: verify(folder, methods, speakers)


def test_an_honest_record_verifies(check: Check) -> None:
    assert check() == []


@pytest.mark.parametrize("name", ["events.jsonl", "record.md", "contributions.csv", "mind-map.svg", "decisions/1.md", "reviews.ics"])
def test_every_change_of_a_byte_is_found(folder: Path, check: Check, name: str) -> None:
    path, random = folder / name, Random(7)
    whole = path.read_bytes()
    for _attempt in range(150):
        place = random.randrange(len(whole))
        other = bytes([random.choice([one for one in b' \n\r"0aZ{,\xc3' if one != whole[place]])])
        change = random.choice([other, b"", whole[place : place + 1] + other])
        path.write_bytes(whole[:place] + change + whole[place + 1 :])
        problems = check() if path.read_bytes() != whole else [None]
        assert problems, f"byte {place} became {change!r} unnoticed"


@pytest.mark.parametrize("name", ["events.jsonl", "record.md", "contributions.csv", "mind-map.svg", "decisions/1.md", "reviews.ics"])
def test_other_line_ends_and_a_cut_end_are_found(folder: Path, check: Check, name: str) -> None:
    path = folder / name
    whole = path.read_bytes()
    cuts = [whole[: -1 - n] for n in range(0, len(whole) - 1, 97)]
    for changed in (whole.replace(b"\n", b"\r\n"), whole + b"\n", whole + b" ", b"\xef\xbb\xbf" + whole, b"", *cuts):
        path.write_bytes(changed)
        assert check()


def test_a_line_left_out_added_or_swapped_is_found_and_named(folder: Path, check: Check) -> None:
    path = folder / "events.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    for n in range(1, len(lines) - 1):
        for changed in (
            lines[:n] + lines[n + 1 :],
            [*lines[:n], lines[n], *lines[n:]],
            [*lines[:n], lines[n + 1], lines[n], *lines[n + 2 :]],
        ):
            path.write_bytes(b"".join(changed))
            problem = check()[0]
            assert problem.file == "events.jsonl"
            assert problem.line in (n + 1, n + 2)


def test_a_log_that_was_cut_off_is_found_by_the_head_in_the_record(folder: Path, check: Check) -> None:
    path = folder / "events.jsonl"
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:-2]))
    (problem,) = check()
    assert problem.seq == len(lines) - 2
    assert "cut off" in problem.what


def test_a_changed_word_is_found_at_its_event(folder: Path, check: Check) -> None:
    path = folder / "events.jsonl"
    path.write_bytes(path.read_bytes().replace(b'"text":"# More trees', b'"text":"# Fewer trees', 1))
    (problem,) = check()
    assert (problem.line, problem.seq) == (8, 8)
    assert str(problem) == "events.jsonl, line 8 (event 8): its payload is not the one that was logged"


def test_a_changed_line_of_the_record_is_named(folder: Path, check: Check) -> None:
    path = folder / "record.md"
    lines = path.read_text("utf-8").split("\n")
    number = next(n for n, line in enumerate(lines, start=1) if line.startswith("- **Review date:**"))
    path.write_text("\n".join([*lines[: number - 1], "- **Review date:** 2099-01-01", *lines[number:]]), "utf-8")
    assert check() == [Problem("record.md", number, "it is not what the log gives")]


@pytest.mark.parametrize("name", ["events.jsonl", "record.md", "contributions.csv", *(f"mind-map.{format}" for format in FORMATS)])
def test_a_missing_file_is_named(folder: Path, check: Check, name: str) -> None:
    (folder / name).unlink()
    assert Problem(name, 0, "it is missing") in check()


@pytest.mark.parametrize("format", FORMATS)
def test_a_changed_map_is_found(folder: Path, check: Check, format: str) -> None:
    path = folder / f"mind-map.{format}"
    path.write_bytes(path.read_bytes().replace(b"square", b"circle"))
    assert [one.file for one in check()] == [path.name]


def _rewrite(folder: Path, seq: int, **fields: Any) -> None:
    path = folder / "events.jsonl"
    plain = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    plain[seq - 1] |= fields
    path.write_text("".join(f"{canonical(one)}\n" for one in plain), "utf-8")


def test_a_ballot_that_is_put_back_is_found(folder: Path, check: Check, log: list[Entry]) -> None:
    vote = next(entry for entry in log if entry.type == "Voted")
    wrong = {"person": "ana", "option": "another"}
    for payload, salt, what in (
        (wrong, vote.salt, "not the one that was logged"),
        (vote.payload, "", "not the one that was logged"),
        (vote.payload, vote.salt, "secret and should not be here"),
        (None, vote.salt, "a salt but no payload"),
    ):
        _rewrite(folder, vote.seq, payload=payload, salt=salt)
        (problem,) = check()
        assert problem.seq == vote.seq
        assert what in problem.what


def test_a_payload_that_is_not_secret_cannot_be_withheld(folder: Path, check: Check) -> None:
    _rewrite(folder, 12, payload=None, salt="")
    (problem,) = check()
    assert problem.seq == 12
    assert "missing" in problem.what


def test_a_forged_log_with_a_chain_of_its_own_does_not_fit_the_record(folder: Path, check: Check) -> None:
    path = folder / "events.jsonl"
    plain = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    plain[7]["payload"]["text"] = "Something else"
    before = START
    for one in plain:
        if one["payload"] is not None:
            one["payload_digest"] = payload_digest(one["salt"], one["payload"])
        before = one["digest"] = link(before, Entry(**one))
    path.write_text("".join(f"{canonical(one)}\n" for one in plain), "utf-8")
    (problem,) = check()
    assert "the record says" in problem.what


def _erased(log: list[Entry], methods: Mapping[str, Method]) -> list[Entry]:
    """The log after somebody of it was erased, as the store writes it."""
    home = ledger_of("K7MQ4X", log, methods, held_by(log))
    (changed,) = forget(home, (), ["ana"], ["Ana"])
    left = {line.seq: line for line in changed.lines}
    told, salt = write(vouching(changed.lines)), "00" * 16
    line = Entry(len(log) + 1, "erased-1", log[-1].at, "ana", None, "WordsErased", told, salt, payload_digest(salt, told))
    return [*(left.get(one.seq, one) for one in log), replace(line, digest=link(log[-1].digest, line))]


@pytest.fixture
def without_ana(tmp_path: Path, log: list[Entry], methods: Mapping[str, Method], speakers: Callable[[str], Speaker]) -> Path:
    write_folder(folder_of(_erased(log, methods), methods, speakers), tmp_path / "without")
    return tmp_path / "without"


def test_what_was_erased_verifies_and_is_said(
    without_ana: Path, log: list[Entry], methods: Mapping[str, Method], speakers: Callable[[str], Speaker]
) -> None:
    assert verify(without_ana, methods, speakers) == []
    record = (without_ana / "record.md").read_text("utf-8")
    changed = [one.seq for one in _erased(log, methods)[:-1] if one.payload_digest != payload_digest(one.salt, one.payload or {})]
    assert changed
    assert f"erased: {changed}" in record
    assert re.search(r"The content of \d events? was erased|The content of \d events were erased", record)


def test_what_is_left_of_an_erased_line_cannot_be_changed(
    without_ana: Path, methods: Mapping[str, Method], speakers: Callable[[str], Speaker]
) -> None:
    path = without_ana / "events.jsonl"
    whole = path.read_bytes()
    lines = [json.loads(line) for line in whole.splitlines()]
    for line in lines[-1]["payload"]["lines"]:
        for other in ({"text": "Ana never said this"}, None):
            _rewrite(without_ana, line["seq"], payload=other)
            assert {one.seq for one in verify(without_ana, methods, speakers)} == {line["seq"]}
            path.write_bytes(whole)


def test_a_line_cannot_be_called_erased_that_was_not(folder: Path, check: Check) -> None:
    for payload, salt in ((None, ""), ({"text": "Something else"}, "00" * 16)):
        _rewrite(folder, 8, payload=payload, salt=salt)
        record = folder / "record.md"
        record.write_text(record.read_text("utf-8").replace("erased: []", "erased: [8]"), "utf-8")
        assert 8 in {one.seq for one in check()}


def test_a_folder_without_a_log_is_no_record(tmp_path: Path, methods: Mapping[str, Method], speakers: Callable[[str], Speaker]) -> None:
    assert verify(tmp_path / "nothing", methods, speakers) == [Problem("events.jsonl", 0, "it is missing")]


def test_a_method_that_is_not_installed_is_asked_for(
    folder: Path, methods: Mapping[str, Method], speakers: Callable[[str], Speaker]
) -> None:
    (problem,) = verify(folder, {"ideas": methods["ideas"]}, speakers)
    assert problem.what == "the method 'ballot' of the step 'choice' is not installed here; install it, then verify again"
