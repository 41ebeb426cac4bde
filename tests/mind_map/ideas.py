"""The labelled sets of ideas beside the checkout, and the script that scores a grouping of them, as it stands there."""

import csv
import importlib.util
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

SHARED = Path(__file__).parents[3] / "shared"
SETS = SHARED / "data" / "ideas"
SCORE = SHARED / "tools" / "score_grouping.py"


def missing() -> str:
    """What is not there of it, or ""."""
    return ", ".join(str(path) for path in (SETS, SCORE) if not path.exists())


def score() -> ModuleType:
    """The script that scores."""
    spec = importlib.util.spec_from_file_location("score_grouping", SCORE)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def workshops(n: int, groups: int, seeds: int) -> Iterator[tuple[str, list[str], list[str]]]:
    """Workshops of n ideas as the script draws them, where a set has enough: the name of the set, the texts, the subject of each."""
    draw = score().workshop
    for path in sorted(SETS.glob("*.csv")):
        rows = [row for row in csv.DictReader(path.open(encoding="utf-8")) if row["label"]]
        for seed in range(seeds if rows else 0):
            if sample := draw(rows, n, groups, seed):
                yield path.stem, [row["text"] for row in sample], [row["label"] for row in sample]
