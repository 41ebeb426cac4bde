from importlib.metadata import EntryPoint

from workshop.registry import GROUP, discover


def point(name: str, value: str) -> EntryPoint:
    return EntryPoint(name, value, GROUP)


def test_our_own_methods_are_found_as_anybody_elses_are() -> None:
    registry = discover()
    assert {"check_in", "brainstorm", "mind_map", "dot_vote", "consent"} <= set(registry.methods)
    assert registry.origins["consent"] == "palabre"


def test_a_method_that_cannot_be_loaded_is_named_and_stops_nobody() -> None:
    points = [
        point("tiny", "tests.tiny:method"),
        point("gone", "no.such.module:method"),
        point("odd", "tests.tiny:start"),
        point("misnamed", "tests.tiny:method"),
    ]
    registry = discover(points)
    assert list(registry.methods) == ["tiny"]
    errors = {broken.name: broken.error for broken in registry.broken}
    assert "ModuleNotFoundError" in errors["gone"]
    assert "TypeError" in errors["odd"]
    assert "called 'misnamed'" in errors["misnamed"]


def test_two_methods_of_one_name_are_not_mixed_up() -> None:
    registry = discover([point("tiny", "tests.tiny:method"), point("tiny", "tests.tiny:method")])
    assert len(registry.methods) == 1
    assert "already brings" in registry.broken[0].error
