"""The folder of a record, and the archive of it."""

import csv
import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from workshop.language import Speaker
from workshop.messages import Entry
from workshop.method import Method
from workshop.record.folder import folder_of, write_folder, zip_of
from workshop.record.maps import FORMATS

Files = dict[str, bytes]


@pytest.fixture
def files(log: list[Entry], methods: Mapping[str, Method], speakers: Callable[[str], Speaker]) -> Files:
    return folder_of(log, methods, speakers)


def test_a_folder_has_the_minutes_the_map_the_contributions_and_the_log(files: Files) -> None:
    maps = [f"mind-map.{format}" for format in sorted(FORMATS)]
    assert sorted(files) == ["contributions.csv", "decisions/1.md", "events.jsonl", *maps, "record.md", "reviews.ics"]
    assert b"![The map](mind-map.svg)" in files["record.md"]
    assert b"```mermaid\n" in files["record.md"]


def test_no_ballot_leaves_the_house(files: Files, log: list[Entry]) -> None:
    for vote in (entry for entry in log if entry.type == "Voted"):
        assert all(vote.salt.encode() not in content for content in files.values())
    assert b'"option"' not in files["events.jsonl"]


def test_contributions_say_what_they_came_from_and_what_became_of_them(files: Files) -> None:
    rows = list(csv.DictReader(io.StringIO(files["contributions.csv"].decode())))
    tree, stage, decision = rows
    assert (tree["step"], tree["kind"], tree["text"], tree["support"]) == ("ideas", "idea", "# More trees\n- and shade", "1")
    assert stage["text"] == "'=A stage | for <b>all</b>"
    assert (tree["became"], stage["became"], decision["sources"]) == (decision["id"], "", tree["id"])


def test_writing_keeps_what_others_put_there(files: Files, tmp_path: Path) -> None:
    folder = tmp_path / "records" / "square"
    folder.mkdir(parents=True)
    (folder / "answers.md").write_text("ours")
    paths = write_folder(files, folder)
    assert sorted(str(path.relative_to(folder)) for path in paths) == sorted(files)
    found = [str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()]
    assert sorted(found) == sorted([*files, "answers.md"])
    assert (folder / "record.md").read_bytes() == files["record.md"]


def test_the_archive_is_the_same_every_time_and_opens(files: Files) -> None:
    archive = zip_of(files)
    assert archive == zip_of(dict(reversed(files.items())))
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        assert opened.testzip() is None
        assert {name: opened.read(name) for name in opened.namelist()} == files
