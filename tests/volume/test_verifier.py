"""verify.py: a folder as it was written is fine, and no change of it goes unseen."""

import io
import shutil
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from tests.volume.logs import CODE, METHODS, WORKSHOP, chained, folder, say_in, told
from tests.volume.mutations import MUTATIONS
from workshop.messages import Entry
from workshop.record.folder import write_folder, zip_of
from workshop.redacted import resalted, vouching
from workshop.volume.check import verify_volume
from workshop.volume.names import VERIFIER
from workshop.volume.verifier import check
from workshop.volume.volume import Files, volume_of

MUTATED = 1000


@pytest.fixture
def written(files: Files, tmp_path: Path) -> Path:
    write_folder(files, tmp_path)
    return tmp_path


def test_a_thousand_changed_folders_are_all_found(files: Files, written: Path) -> None:
    missed: Counter[str] = Counter()
    for number in range(MUTATED):
        chance, mutation = Random(number), MUTATIONS[number % len(MUTATIONS)]
        changed = dict(files)
        mutation(changed, chance)
        touched = {name for name in {*files, *changed} if files.get(name) != changed.get(name)}
        write_folder({name: changed[name] for name in touched if name in changed}, written)
        for name in touched - {*changed}:
            (written / name).unlink()
        missed[mutation.__name__] += not check(written)
        for name in touched - {*files}:
            (written / name).unlink()
        write_folder({name: files[name] for name in touched if name in files}, written)
    assert +missed == Counter()
    assert check(written) == []


def erased(entries: tuple[Entry, ...], seq: int, left: dict[str, object] | None) -> tuple[Entry, ...]:
    """The log after the words of a line were erased, as the server does it."""
    line = resalted(entries[seq - 1], left)
    return chained([vouching([line])], (*entries[: seq - 1], line, *entries[seq:]))


def test_a_folder_is_fine_after_an_erasure_and_what_is_left_is_proven_too(tmp_path: Path) -> None:
    own = told()
    payload = dict(own[2].payload or {}) | {"text": "…"}
    after = erased(erased(own, 3, payload), 6, None)
    write_folder(folder(after), tmp_path)
    assert check(tmp_path) == []
    assert all(b"everywhere" not in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    forged = folder((*after[:2], resalted(after[2], payload | {"text": "Something else"}), *after[3:]))
    write_folder(forged, tmp_path)
    assert any("line 3: its content is not the one" in problem for problem in check(tmp_path))


def test_a_secret_answer_that_was_erased_in_part_stays_out_and_the_folder_is_fine(tmp_path: Path) -> None:
    secret = next(one for one in WORKSHOP if one.payload is None)
    after = chained([vouching([resalted(secret, {"option": "…"})])], tuple(WORKSHOP), at=WORKSHOP[-1].at)
    write_folder(volume_of(told(), {CODE: after}, METHODS, say_in).files, tmp_path)
    assert check(tmp_path) == []
    assert verify_volume(tmp_path, METHODS, say_in) == []


def test_a_folder_is_fine_after_git_and_after_an_archive(files: Files, written: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    with zipfile.ZipFile(io.BytesIO(zip_of(files))) as packed:
        packed.extractall(elsewhere / "archive")
    assert check(elsewhere / "archive") == []
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    windows = ("git", "-c", "core.autocrlf=true", "-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    for words in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "folder"), ("clone", "-q", ".", str(elsewhere / "clone"))):
        subprocess.run([*windows, *words], cwd=written, check=True, capture_output=True)
    assert check(elsewhere / "clone") == []


def run(folder: Path, *words: str) -> tuple[int, str]:
    done = subprocess.run([sys.executable, "-I", VERIFIER, *words], cwd=folder, capture_output=True, text=True, timeout=60, check=False)
    return done.returncode, done.stdout


def test_it_runs_alone_says_the_seal_and_compares_it_with_one_that_was_noted(written: Path) -> None:
    code, said = run(written)
    seal = said.split()[-1]
    assert (code, len(seal)) == (0, 64)
    assert run(written, seal.upper())[0] == 0
    code, said = run(written, "0" * 64)
    assert (code, seal in said) == (1, True)


def test_it_says_what_is_wrong_in_a_sentence_and_where(written: Path) -> None:
    log = written / "log" / f"{CODE}.jsonl"
    lines = log.read_bytes().splitlines(keepends=True)
    log.write_bytes(b"".join([*lines[:4], *lines[5:]]))
    code, said = run(written)
    assert code == 1
    assert f"log/{CODE}.jsonl, line 5: event 5 should stand here, not 6" in said
    assert "Traceback" not in said


def test_it_is_short_enough_to_be_read(files: Files) -> None:
    assert files[VERIFIER].count(b"\n") < 300
    assert len(WORKSHOP) > 100
