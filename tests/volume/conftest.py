"""A process with one workshop, as its folder."""

import pytest

from tests.volume.logs import folder
from workshop.volume.volume import Files


@pytest.fixture(scope="session")
def files() -> Files:
    return folder()
