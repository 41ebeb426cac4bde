from typing import Any

from methods.mind_map.commands import Show
from methods.mind_map.events import Grouped, Merged, Shown
from methods.mind_map.method import method
from methods.mind_map.proposals import NewGroup
from workshop.method import Item
from workshop.testing import given

TEXTS = ("Trees", "More trees", "Shade of trees", "Night bus", "Free bus", "Music", "Bees")
IDEAS = tuple(Item(f"i{n}", "idea", text) for n, text in enumerate(TEXTS))
GROUPS = (NewGroup("g1", "Trees", ("i0", "i1", "i2"), "i2"), NewGroup("g2", "Bus", ("i3", "i4"), "i4"), NewGroup("g3", "Music", ("i5",)))
played = given(method, {"topic": "Our square"}, IDEAS).events(Grouped(1, GROUPS))


def nodes(seen: dict[str, Any], level: int) -> list[str]:
    return [node["text"] for node in seen["map"]["items"].values() if node.get("level", 0) == level]


def test_a_facilitator_shows_one_group_large_and_then_the_whole_map_again() -> None:
    assert "whole" not in played.sees("console")
    alone = played.when(Show("g2")).then(Shown("g2"))
    seen = alone.sees("wall")
    assert seen["map"]["focus"] == "g2"
    assert nodes(seen, 1) == ["Bus"]
    assert nodes(seen, 2) == ["Night bus", "Free bus"]
    [button] = alone.sees("console")["whole"]["items"].values()
    assert (button["command"], button.get("args", {})) == ("Show", {})
    whole = alone.when(Show()).then(Shown(""))
    assert set(nodes(whole.sees("wall"), 1)) == {"Trees", "Bus", "Music", "Not yet placed"}
    played.when(Show("gone")).rejected("gone")
    played.when(Show()).then()


def test_when_the_group_that_is_shown_alone_goes_the_whole_map_is_back() -> None:
    assert "focus" not in played.events(Shown("g2"), Merged("g2", "g1")).sees("wall")["map"]


def test_the_idea_that_says_most_about_a_group_is_its_subtitle_and_not_said_twice() -> None:
    seen = played.sees("wall")["map"]["items"]
    assert seen["g1"]["detail"] == "Shade of trees"
    assert [node["text"] for node in seen.values() if node.get("parent") == "g1"] == ["Trees", "More trees"]
    assert "detail" not in seen["g2"]  # of two ideas both are seen


def test_what_is_not_yet_placed_is_a_count_with_the_newest() -> None:
    seen = played.sees("wall")["map"]["items"]
    assert (seen["unplaced"]["text"], seen["unplaced"]["count"]) == ("Not yet placed", 1)
    assert [node["text"] for node in seen.values() if node.get("parent") == "unplaced"] == ["Bees"]


def test_a_topic_that_is_too_long_for_the_middle_stands_above_the_map_but_not_above_one_group() -> None:
    long = given(method, {"topic": "What would make you come to the square every single week?"}, IDEAS).events(Grouped(1, GROUPS))
    assert long.sees("wall")["topic"]["text"].startswith("What would make you come")
    assert "topic" not in long.events(Shown("g1")).sees("wall")
    assert "topic" not in played.sees("wall")
