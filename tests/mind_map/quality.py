"""What the script beside the checkout says of a grouping, in numbers."""

import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.mind_map.ideas import SCORE, SETS

HERE = Path(__file__).parents[2]
TOTAL = re.compile(r"^(all|not English|mixed) +ARI (\S+) .* base ARI (\S+) .* ratio (\S+) .* true (\S+)$", re.MULTILINE)
MIXED = re.compile(r"^sib200_mixed .*n=200: ARI (\S+) ", re.MULTILINE)


@dataclass(frozen=True)
class Quality:
    """Adjusted Rand index of all sets and of the baseline, their ratios, and that of one set of 200 ideas in several languages."""

    ari: float
    base: float
    ratio: float
    foreign: float
    mixed: float
    groups: float


def scored(target: str) -> Quality:
    """The score of `module:function`, three seeds, one core."""
    command = [sys.executable, str(SCORE), str(SETS), "--with", target]
    told = subprocess.run(command, cwd=HERE, check=True, capture_output=True, text=True).stdout
    found = {name: (ari, base, ratio, groups) for name, ari, base, ratio, groups in TOTAL.findall(told)}
    mixed = MIXED.search(told)
    assert mixed is not None, told
    ari, base, ratio, groups = map(float, found["all"])
    return Quality(ari, base, ratio, float(found["not English"][2]), float(mixed[1]), groups)
