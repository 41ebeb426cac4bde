"""What other programs took of the machine meanwhile: figures from a busy machine say so."""

import os
import resource
import time
from pathlib import Path


class Bystanders:
    """Watches from its making on. Of our own, it knows this process and what it started and waited for."""

    def __init__(self) -> None:
        self._at, self._busy, self._ours = time.monotonic(), busy_s(), _ours_s()

    @property
    def seconds(self) -> float:
        """Seconds of processor time that others took."""
        return max(0.0, busy_s() - self._busy - (_ours_s() - self._ours))

    @property
    def share(self) -> float:
        """The part of all cores that others took."""
        return self.seconds / (time.monotonic() - self._at) / (os.cpu_count() or 1)


def busy_s() -> float:
    """Seconds for which the cores worked since the machine started."""
    user, nice, system, _idle, _waiting, interrupts, soft, *_more = Path("/proc/stat").read_text("ascii").splitlines()[0].split()[1:]
    return sum(map(int, (user, nice, system, interrupts, soft))) / os.sysconf("SC_CLK_TCK")


def _ours_s() -> float:
    usages = (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)
