"""Which cores run what: the servers on one, the simulated phones on another, for all servers alike."""

import os
import resource
from collections.abc import Iterator
from contextlib import contextmanager


def cores() -> tuple[int, int]:
    """The core of the servers and that of the phones; the same where there is only one."""
    return 0, (os.cpu_count() or 1) - 1


def on_servers_core() -> tuple[str, ...]:
    """The command that runs another on the core of the servers."""
    return ("taskset", "--cpu-list", str(cores()[0]))


@contextmanager
def on_core(*these: int) -> Iterator[None]:
    """What is started inside runs on these cores, and stays there."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, these)
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


@contextmanager
def phones_core() -> Iterator[None]:
    """This process on the core of the phones, with as many sockets as it may have."""
    _servers, phones = cores()
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    try:
        with on_core(phones):
            yield
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
