"""Folders of processes that are written by themselves, and kept in git."""

import asyncio
import logging
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from tests.volume.logs import CODE, METHODS, folder, say_in
from workshop import exports as exports_module
from workshop.exports import Exports, swap
from workshop.messages import Entry, write
from workshop.redacted import GONE, resalted, vouching
from workshop.store.log import PROCESSES
from workshop.store.store import Store, open_store
from workshop.volume.importing import import_volume
from workshop.volume.placing import place
from workshop.volume.verifier import check
from workshop.volume.volume import Files
from workshop.volume_downloads import add_volume_downloads

GIT = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
WORDS = b"everywhere"


@pytest.fixture
async def store(files: Files, tmp_path: Path) -> Store:
    place(files, tmp_path / "from")
    store = open_store(f"sqlite:///{tmp_path / 'palabre.sqlite'}")
    await import_volume(store, tmp_path / "from", METHODS, say_in)
    return store


@pytest.fixture(scope="session")
def files() -> Files:
    return folder()


@pytest.fixture
def exports(store: Store, tmp_path: Path) -> Iterator[Exports]:
    yield Exports(store, METHODS, say_in, tmp_path / "to", 3600)
    store.close()


def git(to: Path, *words: str, by: str = "Ana") -> str:
    who = ("-c", f"user.name={by}", "-c", f"user.email={by.lower()}@example.org", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", *who, *words], cwd=to, check=True, capture_output=True, text=True).stdout.strip()


def repository(to: Path) -> Path:
    to.mkdir()
    git(to, "init", "-q")
    return to


def everything(to: Path) -> bytes:
    """All bytes below a folder, and all that git has of them, packed or not."""
    plain = b"".join(path.read_bytes() for path in to.rglob("*") if path.is_file())
    objects = subprocess.run(["git", "cat-file", "--batch", "--batch-all-objects"], cwd=to, check=True, capture_output=True).stdout
    return plain + objects


async def erase(store: Store) -> None:
    """The words of the first contribution on paper are taken out of the log, as an erasure does it."""
    row = store.processes.find("PACT22")
    assert row is not None
    entry = store.processes.entries(row.id)[2]
    left = resalted(entry, {**(entry.payload or {}), "text": GONE})
    line = Entry(row.seq + 1, "erased", 1_800_000_000_000, "system", None, "WordsErased", write(vouching([left])))
    await store.erasing.take_out(PROCESSES, row.id, (), [left], [line])


async def test_a_folder_is_written_once_and_again_when_something_changed(exports: Exports, store: Store, files: Files) -> None:
    assert exports.to is not None
    assert await exports.write_all()
    there = exports.to / "PACT22"
    assert check(there) == []
    assert (there / "README.md").read_bytes() == files["README.md"]
    (there / "README.md").write_text("mine")
    await exports.write_all()
    assert (there / "README.md").read_text() == "mine"
    await erase(store)
    await exports.write_all()
    assert check(there) == []
    assert WORDS not in b"".join(path.read_bytes() for path in there.rglob("*") if path.is_file())


def test_a_folder_takes_the_place_of_the_one_before_and_leaves_what_git_keeps(tmp_path: Path) -> None:
    here = tmp_path / "PACT22"
    (here / ".git").mkdir(parents=True)
    (here / "old.md").write_text("old")
    swap({"new.md": b"new"}, here)
    assert sorted(path.name for path in here.iterdir()) == [".git", "new.md"]
    assert [path.name for path in tmp_path.iterdir()] == ["PACT22"]


@GIT
async def test_what_changed_is_committed_and_nothing_else(exports: Exports, tmp_path: Path) -> None:
    to = repository(tmp_path / "to")
    hook = to / ".git" / "hooks" / "pre-commit"
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    (to / "mine.txt").write_text("not yours")
    await exports.write_all()
    exports.again("PACT22")
    await exports.write_all()
    assert git(to, "log", "--format=%an %s") == "Palabre Our square (PACT22)"
    assert git(to, "status", "--porcelain") == "?? mine.txt"


@GIT
async def test_an_erased_word_is_in_no_byte_of_a_repository_of_its_own(exports: Exports, store: Store, tmp_path: Path) -> None:
    to = repository(tmp_path / "to")
    await exports.write_all()
    assert WORDS in everything(to)
    await erase(store)
    exports.again(CODE)
    await exports.write_all()
    assert git(to, "log", "--format=%s") == "Begun anew after an erasure"
    assert WORDS not in everything(to)
    assert git(to, "fsck") == ""
    assert check(to / "PACT22") == []


@GIT
async def test_where_others_commit_too_their_history_stays_and_that_is_said(
    exports: Exports, store: Store, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    to = repository(tmp_path / "to")
    (to / "mine.txt").write_text("mine")
    git(to, "add", "mine.txt")
    git(to, "commit", "-qm", "Mine")
    await exports.write_all()
    await erase(store)
    await exports.write_all()
    assert git(to, "log", "--format=%an").split("\n") == ["Palabre", "Palabre", "Palabre", "Ana"]
    assert "earlier commits still have them" in (to / "ERASED.md").read_text()
    assert any("earlier commits" in one.getMessage() for one in caplog.records)
    assert all(WORDS not in path.read_bytes() for path in (to / "PACT22").rglob("*") if path.is_file())


async def test_without_git_the_folders_are_written_and_it_is_said_once(
    exports: Exports, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "to" / ".git").mkdir(parents=True)
    monkeypatch.setenv("PATH", str(tmp_path))
    for _time in range(2):
        exports.again("PACT22")
        assert await exports.write_all()
    assert check(tmp_path / "to" / "PACT22") == []
    assert [one.getMessage() for one in caplog.records if one.levelno >= logging.WARNING] == [
        "the folders are written, but not committed: git is not installed"
    ]


async def test_after_an_erasure_it_does_not_wait_for_its_hour(exports: Exports, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exports_module, "AFTER_ERASURE_S", 0.0)
    written: asyncio.Queue[int] = asyncio.Queue()

    async def count() -> bool:
        written.put_nowait(1)
        return True

    monkeypatch.setattr(exports, "write_all", count)
    task = asyncio.create_task(exports.keep_writing())
    await asyncio.wait_for(written.get(), 30)
    exports.again(CODE)
    await asyncio.wait_for(written.get(), 30)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def test_it_is_off_unless_it_is_set(store: Store) -> None:
    await asyncio.wait_for(Exports(store, METHODS, say_in, None, 3600).keep_writing(), 30)
    store.close()


async def test_the_folder_can_be_had_as_an_archive(store: Store, files: Files, tmp_path: Path) -> None:
    app = FastAPI()
    add_volume_downloads(app, store, METHODS)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://palabre.example/api/processes/") as http:
        answer = await http.get("pact22/folder.zip")
        missing = await http.get("AAAAAA/folder.zip")
    assert (answer.headers["content-disposition"], missing.status_code) == ('attachment; filename="process-PACT22.zip"', 404)
    (tmp_path / "got.zip").write_bytes(answer.content)
    shutil.unpack_archive(tmp_path / "got.zip", tmp_path / "got")
    assert check(tmp_path / "got" / "PACT22") == []
    store.close()
