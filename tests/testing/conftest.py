"""A method with a part that is wrong."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from workshop.method import Method
from workshop.testing import Fault, conform


@pytest.fixture
def broken() -> Callable[..., str]:
    """The rule that a method breaks when some of its parts are replaced."""

    def rule(method: Method, **parts: Any) -> str:
        with pytest.raises(Fault) as caught:
            conform(replace(method, **parts))
        assert caught.value.method == method.name
        return caught.value.check

    return rule
