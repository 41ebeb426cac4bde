"""How long grouping takes on one core, how much memory, and how much is installed for it."""

import csv
import resource
import subprocess
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random
from time import process_time

import numpy as np

import methods.mind_map
from methods.mind_map.graph import whole
from methods.mind_map.placing import homes
from methods.mind_map.vectors import vectors_of
from methods.mind_map.work import sort_ideas
from tests.mind_map.ideas import SETS

PLACED = 200


def texts(count: int) -> list[str]:
    """So many different ideas, of all sets mixed; when these are used up, of their words."""
    return list(islice(_texts(), count))


def _texts() -> Iterator[str]:
    random = Random(1)
    known = [row["text"] for path in sorted(SETS.glob("*.csv")) for row in csv.DictReader(path.open(encoding="utf-8"))]
    random.shuffle(known)
    yield from known
    while True:
        one, other = random.choice(known).split(), random.choice(known).split()
        yield " ".join((*one[:6], *other[-5:]))


def regrouped(count: int) -> float:
    """Seconds for a grouping with titles, when the vectors of its ideas are cached."""
    ideas = [(f"i{number}", text) for number, text in enumerate(texts(count))]
    sort_ideas(1, ideas, 1)
    start = process_time()
    sort_ideas(2, ideas, 1)
    return process_time() - start


def placed(count: int) -> float:
    """Seconds in which 95 in 100 new ideas find their group among so many, once they are vectors."""
    rows = vectors_of(texts(count + PLACED))
    found = sort_ideas(1, [(f"{number}", text) for number, text in enumerate(texts(count))], 1)
    label = np.zeros(count, np.int64)
    for number, group in enumerate(found["groups"]):
        label[[int(idea) for idea in group["ideas"]]] = number
    took = []
    for row in range(count, count + PLACED):
        start = process_time()
        homes(whole(rows[row : row + 1]), whole(rows[:count]), label)
        took.append(process_time() - start)
    return float(np.quantile(took, 0.95))


def from_csv(count: int, folder: Path) -> tuple[float, float]:
    """Seconds and megabytes of `palabre cluster` for a file of so many ideas."""
    path = folder / "ideas.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["text"], *([text] for text in texts(count))])
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "workshop", "cluster", str(path), "--text-column", "text", "--json"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, after.ru_maxrss / 1024


def installed() -> float:
    """Megabytes of the mind map with its word table; it needs nothing beyond numpy and networkx."""
    folder = Path(methods.mind_map.__file__ or "").parent
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts) / 1e6
