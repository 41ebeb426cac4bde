"""`palabre verify` of a process: each file is computed again from the logs."""

import json
from pathlib import Path

import pytest

from tests.volume.logs import METHODS, say_in
from tests.volume.mutations import listed
from workshop.record.folder import write_folder
from workshop.volume.check import is_volume, verify_volume
from workshop.volume.names import MANIFEST
from workshop.volume.placing import place
from workshop.volume.verifier import check
from workshop.volume.volume import Files


def test_a_folder_as_it_was_written_is_what_its_logs_say(files: Files, tmp_path: Path) -> None:
    place(files, tmp_path)
    assert is_volume(tmp_path)
    assert verify_volume(tmp_path, METHODS, say_in) == []


@pytest.mark.parametrize("name", ["decisions.md", "contributions.md", "verify.py", "calendar.ics", "data/README.md"])
def test_a_page_that_was_rewritten_with_its_manifest_is_found_by_computing_it_again(name: str, files: Files, tmp_path: Path) -> None:
    changed = {**files, name: files[name].replace(b"a", b"A")}
    listed(changed, name)
    write_folder(changed, tmp_path)
    assert check(tmp_path) == []
    assert [one.split()[0] for one in verify_volume(tmp_path, METHODS, say_in)] == [name]


def test_an_older_folder_says_who_made_it(files: Files, tmp_path: Path) -> None:
    readme = files["README.md"].replace(b'generator: "palabre', b'generator: "palabre 0.0.1, not')
    changed = {**files, "README.md": readme}
    listed(changed, "README.md")
    write_folder(changed, tmp_path)
    assert "palabre 0.0.1" in verify_volume(tmp_path, METHODS, say_in)[0]


def test_a_method_that_is_not_installed_is_named(files: Files, tmp_path: Path) -> None:
    write_folder(files, tmp_path)
    without = {name: method for name, method in METHODS.items() if name != "consent"}
    assert any("'consent'" in one for one in verify_volume(tmp_path, without, say_in))


def test_writing_again_removes_what_is_no_more_and_leaves_what_others_put_there(files: Files, tmp_path: Path) -> None:
    place(files, tmp_path)
    (tmp_path / "sessions" / "ours.txt").write_text("ours")
    place({name: content for name, content in files.items() if not name.startswith("sessions/")}, tmp_path)
    assert [path.name for path in (tmp_path / "sessions").rglob("*")] == ["ours.txt"]


def test_a_manifest_that_names_files_elsewhere_removes_none(files: Files, tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("ours")
    inside = tmp_path / "folder"
    (inside / "data").mkdir(parents=True)
    (inside / MANIFEST).write_text(json.dumps({"files": {"../precious": "", str(tmp_path / "precious"): ""}}))
    place(files, inside)
    assert (tmp_path / "precious").read_text() == "ours"
