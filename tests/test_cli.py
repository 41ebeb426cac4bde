"""The command line, as somebody in a terminal meets it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tests.volume.logs import folder
from workshop.cli import app
from workshop.port import listen
from workshop.volume.placing import place

TINY_TEMPLATE = """
title = "A short evening"
question = "What now?"
[[steps]]
id = "arrive"
method = "check_in"
title = "Arrive"
[[steps]]
id = "ideas"
method = "brainstorm"
title = "Ideas"
"""


def palabre(*words: str, cwd: Path, seconds: float = 60) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "workshop", *words]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=seconds, check=False)


@pytest.fixture(scope="module")
def rehearsed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rehearsed")
    (folder / "evening.toml").write_text(TINY_TEMPLATE)
    (folder / "ideas.csv").write_text('comment-body,votes\n"Trees, many of them",3\n=1+1,2\n<b>Bees</b>,1\n', "utf-8")
    done = palabre(
        "rehearse", "--template", "evening.toml", "--participants", "8", "--ideas", "ideas.csv", "--record", "record", cwd=folder
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "verifies" in done.stdout
    return folder


def test_a_rehearsal_leaves_a_record_that_verifies(rehearsed: Path) -> None:
    done = palabre("verify", "record", cwd=rehearsed)
    assert (done.returncode, "the chain holds" in done.stdout) == (0, True)


def test_people_write_what_stands_in_the_csv_and_it_stays_text(rehearsed: Path) -> None:
    record = (rehearsed / "record" / "record.md").read_text("utf-8")
    assert "Trees, many of them" in record
    assert "<b>" not in record
    assert "\n=1+1" not in (rehearsed / "record" / "contributions.csv").read_text("utf-8")
    assert ",=1+1" not in (rehearsed / "record" / "contributions.csv").read_text("utf-8")


def test_verify_fails_when_a_byte_is_changed_and_says_where(rehearsed: Path, tmp_path: Path) -> None:
    for name in ("record.md", "events.jsonl"):
        folder = tmp_path / name
        folder.mkdir()
        for path in (rehearsed / "record").iterdir():
            (folder / path.name).write_bytes(path.read_bytes())
        (folder / name).write_text((folder / name).read_text("utf-8").replace("Trees", "Treez", 1), "utf-8")
        done = palabre("verify", str(folder), cwd=tmp_path)
        assert done.returncode == 1
        assert name in done.stdout
        assert any(char.isdigit() for char in done.stdout)


def test_the_methods_are_listed(tmp_path: Path) -> None:
    done = palabre("methods", cwd=tmp_path)
    assert done.returncode == 0
    assert all(name in done.stdout for name in ("check_in", "brainstorm", "mind_map", "dot_vote", "consent"))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("rehearse", "--template", "none.toml"), "cannot be read"),
        (("rehearse", "--ideas", "bad.csv"), "no column named text"),
        (("verify", "."), "no events.jsonl"),
        (("export", "K7MQ4X", "--to", "x"), "no workshop in"),
        (("export", "--to", "x"), "or a process with --process"),
        (("export", "--process", "K7MQ4X", "--to", "x"), "There is nothing in"),
        (("serve", "--public-url", "ftp://x"), "public_url"),
        (("serve", "--data", "file/inside"), "data folder"),
        (("new-method", "Not A Name"), "name"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_a_non_zero_exit(tmp_path: Path, words: tuple[str, ...], said: str) -> None:
    (tmp_path / "bad.csv").write_text("who,where\nAnna,North\n")
    (tmp_path / "file").write_text("")
    done = palabre(*words, cwd=tmp_path)
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_busy_port_is_named(tmp_path: Path) -> None:
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        done = palabre("serve", "--host", "127.0.0.1", "--port", str(port), "--no-browser", cwd=tmp_path)
    assert done.returncode == 1
    assert f"Port {port}" in done.stderr
    assert "--port" in done.stderr


def test_the_exported_events_are_one_json_object_a_line(rehearsed: Path) -> None:
    lines = (rehearsed / "record" / "events.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["seq"] for line in lines] == list(range(1, len(lines) + 1))


def test_a_process_is_exported_checked_brought_in_elsewhere_and_takes_cards(tmp_path: Path) -> None:
    def done(*words: str) -> str:
        result = CliRunner().invoke(app, [*words, *(() if words[0] == "verify" else ("--data", str(tmp_path / "data")))])
        assert result.exit_code == 0, result.output
        return result.output

    place(folder(), tmp_path / "from")
    assert "1 workshops came in" in done("import", str(tmp_path / "from"))
    (tmp_path / "cards.csv").write_text("Idea;Name;Quarter\nBenches;Ana;North\nbenches;Bo;South\n", "utf-8")
    said = done("import-contributions", "PACT22", str(tmp_path / "cards.csv"), "--keep", "Quarter")
    assert "row 3 is left out: it is the same as row 2" in said
    assert "left out: Name" in said
    assert "1 contributions came in, 1 rows did not." in said
    done("export", "--process", "pact22", "--to", str(tmp_path / "to"))
    assert "every file is what the logs say" in done("verify", str(tmp_path / "to"))
    assert "every file is what the logs say" in done("verify", str(next((tmp_path / "to" / "sessions").iterdir())))
    page = (tmp_path / "to" / "contributions.md").read_text("utf-8")
    assert "> Benches" in page
    assert "Ana" not in page
    (tmp_path / "to" / "decisions.md").write_text("Nothing was decided.")
    changed = CliRunner().invoke(app, ["verify", str(tmp_path / "to")])
    assert (changed.exit_code, "decisions.md" in changed.output) == (1, True)
