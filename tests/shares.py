"""How the tests are dealt out to processes, so that what is made once for many of them is made once."""

from pathlib import PurePosixPath
from typing import Any, Final

import pytest
from xdist.scheduler import LoadScopeScheduling

HOUSE: Final = "house"
METHODS: Final = "methods"
MOMENTS: Final = "moments"
OF_THE_METHODS: Final = frozenset({"methods", "testing", "test_templates"})
OF_THE_MOMENTS: Final = frozenset({"test_access", "test_keyboard", "test_walls"})
LONG: Final = (
    *(MOMENTS, HOUSE, METHODS, "test_walkthrough", "test_bad_network", "test_workshop", "test_outbox", "test_world_cafe"),
    *("test_console_files", "test_console", "test_screen", "test_circle", "test_status", "test_gallery", "test_wall_line"),
)


class Shares(LoadScopeScheduling):  # type: ignore[misc]
    """One share for each file that drives a browser, and two for those that need none, in the order of the collection."""

    def _split_scope(self, nodeid: str) -> str:
        return share_of(nodeid)


def share_of(nodeid: str) -> str:
    """The share that a test is in."""
    path = PurePosixPath(nodeid.split("::")[0])
    if "browser" not in path.parts:
        return METHODS if OF_THE_METHODS & {*path.parts, path.stem} else HOUSE
    return MOMENTS if path.stem in OF_THE_MOMENTS else path.stem


def dealt(items: list[pytest.Item]) -> list[pytest.Item]:
    """The tests in the order in which their shares are begun: the longest first."""
    places = {share: place for place, share in enumerate(LONG)}
    return sorted(items, key=lambda item: places.get(share_of(item.nodeid), len(places)))


def shares(config: pytest.Config, log: Any) -> Shares:
    """The scheduler for `pytest -n`."""
    config.option.loadscopereorder = False
    return Shares(config, log)
