"""The bench: what its table says, what its references do, and that a row of it runs from end to end."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.load.bench.__main__ import main
from tests.load.bench.bystanders import Bystanders
from tests.load.bench.cores import on_core, phones_core
from tests.load.bench.figure import Figure, summed_up
from tests.load.bench.gauge import Meter, memory_kb, quantile
from tests.load.bench.hall import MARK, Participant, all_saw, come_in, go_out, reference
from tests.load.bench.listener import Listener
from tests.load.bench.table import END, START, replace_table, table
from tests.load.phone import Phone
from tests.load.references.commit import reached
from tests.load.references.limit import unmasked

README = Path(__file__).parents[2] / "README.md"


@dataclass(frozen=True)
class Run:
    took_ms: float
    lost: int


def test_measures_come_to_their_median_and_counts_to_their_worst() -> None:
    assert summed_up([Run(5.0, 0), Run(90.0, 2), Run(7.0, 0)]) == Run(7.0, 2)


def test_a_quantile_is_one_of_the_values() -> None:
    values = [float(value) for value in range(1, 101)]
    assert (quantile(values, 0.5), quantile(values, 0.99), quantile(values, 1), quantile([3.0], 0.99)) == (50, 99, 100, 3)


def test_the_table_says_what_was_reached_and_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    figures = [Figure("CPU | core", "15 %", "11 %", True), Figure("seen", "400 ms", "950 ms", False), Figure("besides", "", "3")]
    text = table(figures, ["By hand."])
    assert text.splitlines()[2:] == [
        "| CPU / core | 15 % | 11 % | yes |",
        "| seen | 400 ms | 950 ms | **no** |",
        "| besides |  | 3 |  |",
        "",
        "By hand.",
    ]
    page = tmp_path / "page.md"
    page.write_text(f"Before\n{START}\n\nold\n\n{END}\nAfter\n", "utf-8")
    replace_table(page, text)
    replace_table(page, text)
    assert page.read_text("utf-8") == f"Before\n{START}\n\n{text}\n\n{END}\nAfter\n"


def test_a_document_without_a_place_for_the_table_is_left_alone(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("Nothing here", "utf-8")
    with pytest.raises(ValueError, match="no place for the table"):
        replace_table(page, "table")
    assert page.read_text("utf-8") == "Nothing here"


def test_the_readme_has_the_place_for_the_table() -> None:
    text = README.read_text("utf-8")
    assert text.count(START) == text.count(END) == 1


def test_the_meter_counts_the_work_of_a_process() -> None:
    meter = Meter(os.getpid())
    until = time.thread_time() + 0.05
    while time.thread_time() < until:
        pass
    assert 0.05 <= meter.spent_s < 5
    assert 5_000 < memory_kb(os.getpid()) < 5_000_000


def test_what_others_take_of_the_machine_is_said_and_what_we_take_is_not() -> None:
    others = Bystanders()
    work = "import time\nwhile time.thread_time() < 0.5: pass"
    with subprocess.Popen([sys.executable, "-c", work]) as other:
        os.waitid(os.P_PID, other.pid, os.WEXITED | os.WNOWAIT)  # it is done, and not yet known to be ours
        at_first = others.seconds
        other.wait()
    assert at_first > 0.4
    assert others.seconds < at_first - 0.3
    assert 0 <= others.share < 1


@pytest.mark.parametrize("name", ["limit", "broadcast", "bare"])
async def test_a_reference_server_tells_everybody_what_one_says(name: str) -> None:
    async with reference(name) as (_pid, port):
        phones: list[Participant] = [
            Phone(number, port, "", lazy=True, marks=MARK) if name == "bare" else Listener(port, MARK) for number in range(3)
        ]
        await come_in(phones)
        for number, padding in enumerate(("", "x" * 300)):
            await phones[number].do("Add", {"text": f"<{number}.0> Trees", "rest": padding})
        assert await all_saw(phones, [b"<0.0>", b"<1.0>"], 10)
        assert not await all_saw(phones, [b"<2.0>"], 0.05)
        await go_out(phones)


def test_the_limit_reads_frames_of_either_length() -> None:
    mask = b"\x01\x02\x03\x04"
    for text in (b"short", b"a longer text " * 20):
        masked = bytes(one ^ mask[place % 4] for place, one in enumerate(text))
        head = bytes((0x81, 0x80 | len(text))) if len(text) < 126 else bytes((0x81, 0xFE)) + len(text).to_bytes(2, "big")
        assert unmasked(head + mask + masked) == text


async def test_the_bare_loop_commits() -> None:
    assert await reached(0.2, 10) > 10


def test_a_row_runs_from_end_to_end(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "figures.md"
    main(["--only", "presence", "--quick", "--runs", "1", "--to", str(page)])
    assert "| frames to one phone while 30 others join | at most 10 |" in page.read_text("utf-8")
    assert '`make bench ARGS="--quick --only presence"`' in page.read_text("utf-8")
    assert page.read_text("utf-8") in capsys.readouterr().out


def test_an_unknown_row_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--only", "presence,nothing"])
    assert "there is no row nothing; there are arrival" in capsys.readouterr().err


def test_the_cores_are_given_back() -> None:
    before = os.sched_getaffinity(0)
    with phones_core(), on_core(min(before)):
        assert os.sched_getaffinity(0) == {min(before)}
    assert os.sched_getaffinity(0) == before
