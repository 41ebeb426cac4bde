"""What a process has cost, as the kernel counts it; and the numbers that sum many measurements up."""

import math
import time
from collections.abc import Sequence
from pathlib import Path


def cpu_s(pid: int) -> float:
    """Seconds of processor time of all threads of a process so far, user and system: its clock, as by `clock_getcpuclockid(3)`."""
    return time.clock_gettime((~pid << 3) | 2)


def memory_kb(pid: int) -> int:
    """The memory of a process in KB, with its share of what it has in common with others (PSS)."""
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii")
    return next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))


def quantile(values: Sequence[float], share: float) -> float:
    """The smallest of the values that `share` of them do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


class Meter:
    """Processor time of a process over a stretch of time."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._cpu, self._at = cpu_s(pid), time.perf_counter()

    @property
    def spent_s(self) -> float:
        """Seconds of processor time since the start."""
        return cpu_s(self._pid) - self._cpu

    @property
    def share(self) -> float:
        """How much of one core it took since the start."""
        return self.spent_s / (time.perf_counter() - self._at)
