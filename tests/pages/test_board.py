"""The board: cards are moved by pointer or by keys, groups named and merged, and what is looked at stays where it is."""

from tests.pages.conftest import Canvas
from workshop.blocks import Board, Button, Card, Column
from workshop.pages.gallery.samples import BOARD


def titles(canvas: Canvas) -> list[str]:
    return [str(element.props["defaultValue"]) for element in canvas.tagged("input")]


async def press(canvas: Canvas, text: str, nth: int = 0) -> None:
    """Presses the nth button that can be seen with this text."""
    found = [one for one in canvas.tagged("button") if getattr(one, "text", "") == text and one.visible]
    await canvas.trigger(found[nth], "click")


async def test_a_card_is_dropped_into_another_group(canvas: Canvas) -> None:
    canvas.show(BOARD)
    _fixed, green, road, _new = canvas.tagged("section")
    await canvas.trigger(road, "drop", "trees")
    assert canvas.sent == [("Move", {"card": "trees", "to": "road"})]
    await canvas.trigger(green, "drop", "trees")
    assert len(canvas.sent) == 1, "it is there already"


async def test_a_card_dropped_beside_the_groups_makes_a_new_one(canvas: Canvas) -> None:
    canvas.show(BOARD)
    fixed, *_groups, new = canvas.tagged("section")
    await canvas.trigger(new, "drop", "trees")
    assert canvas.sent == [("Move", {"card": "trees", "to": ""})]
    await canvas.trigger(fixed, "drop", "trees")
    assert len(canvas.sent) == 1, "nothing is put back to where it was not yet placed"


async def test_a_card_is_moved_with_two_presses(canvas: Canvas) -> None:
    canvas.show(BOARD)
    await press(canvas, "Bees")
    assert "Choose the group for this card." in canvas.texts()
    await press(canvas, "Put it here", nth=1)
    assert canvas.sent == [("Move", {"card": "bees", "to": "road"})]
    assert "Choose the group for this card." not in canvas.texts()


async def test_a_choice_can_be_left(canvas: Canvas) -> None:
    canvas.show(BOARD)
    await press(canvas, "Bees")
    await press(canvas, "Leave it")
    assert "Put it here" not in canvas.texts()
    assert canvas.sent == []


async def test_two_groups_are_merged(canvas: Canvas) -> None:
    canvas.show(BOARD)
    await press(canvas, "Merge…", nth=1)
    await press(canvas, "Merge into this one")
    assert canvas.sent == [("Merge", {"group": "road", "into": "green"})]


async def test_a_group_is_given_another_name(canvas: Canvas) -> None:
    canvas.show(BOARD)
    await canvas.trigger(canvas.tagged("form")[1], "submit", {"title": ["Shade and water"]})
    assert canvas.sent == [("Rename", {"group": "green", "title": "Shade and water"})]


async def test_a_card_that_is_chosen_stays_so_when_others_move(canvas: Canvas) -> None:
    canvas.show(BOARD)
    await press(canvas, "Bees")
    chosen = canvas.saying("Bees")
    fixed, green, road = BOARD.items
    canvas.show(Board(id="board", items=(fixed, Column("green", "Green", 1, (*green.items, *road.items))), move="Move", rename="Rename"))
    assert "chosen" in chosen.classes
    assert "Choose the group for this card." in canvas.texts()
    assert "Green" in titles(canvas)


async def test_a_card_that_went_away_is_no_longer_chosen(canvas: Canvas) -> None:
    canvas.show(BOARD)
    await press(canvas, "Bees")
    canvas.show(Board(id="board", items=(Column("green", "Green", 1, (Card("trees", "Trees"),)),), move="Move"))
    assert "Choose the group for this card." not in canvas.texts()


async def test_a_long_group_says_how_many_it_has_and_leads_to_the_others(canvas: Canvas) -> None:
    on = Button("more", "98 others", "Turn", {"group": "green", "start": "bees"})
    columns = (Column("green", "Green things", 1, (Card("trees", "Trees"), Card("shade", "Shade")), total=100, buttons=(on,)),)
    canvas.show(Board(id="board", items=columns, move="Move"))
    assert "100" in canvas.texts()
    await press(canvas, "98 others")
    assert canvas.sent == [("Turn", {"group": "green", "start": "bees"})]
    canvas.show(Board(id="board", items=(Column("green", "Green things", 1, (Card("bees", "Bees"),), total=1),), move="Move"))
    assert "98 others" not in canvas.texts()
