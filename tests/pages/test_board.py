"""The board: cards are moved by pointer or by keys, groups named and merged, and what is looked at stays where it is."""

from tests.pages.conftest import Canvas
from workshop.blocks import Board, Button, Card, Column, Deed
from workshop.pages.gallery.samples import BOARD


def titles(canvas: Canvas) -> list[str]:
    return [str(element.props["defaultValue"]) for element in canvas.tagged("input") if "defaultValue" in element.props]


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
    await press(canvas, "✕")
    assert "Put it here" not in canvas.texts()
    assert canvas.sent == []


async def test_two_groups_are_merged(canvas: Canvas) -> None:
    canvas.show(BOARD)
    await press(canvas, "⋯", nth=1)
    await press(canvas, "Merge…")
    assert "Choose the group that it goes into." in canvas.texts()
    await press(canvas, "This group")
    assert canvas.sent == [("Merge", {"group": "road", "into": "green"})]


async def test_a_group_is_given_another_name(canvas: Canvas) -> None:
    canvas.show(BOARD)
    await canvas.trigger(canvas.tagged("form")[2], "submit", {"title": ["Shade and water"]})
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


DEEDS = (
    Deed("pin", "Keep it here", "Pin"),
    Deed("match", "Same as …", "Match", choose="card", argument="into", hint="Choose the card that says the same."),
    Deed("copy", "Also in …", "Copy", choose="column", argument="to", hint="Choose the second group."),
    Deed("relate", "Has to do with …", "Relate", choose="column", argument="to", hint="Choose the other group.", asks="In a word"),
)
RICH = Board(
    id="board",
    items=(
        Column("new", "Not yet placed", items=(Card("bees", "Bees", menu=("match",)),), fixed=True),
        Column("green", "Green things", 1, (Card("trees", "Trees", "placed by hand", menu=("pin", "match", "copy")),), menu=("relate",)),
        Column("road", "The road", 2, (Card("bikes", "Bikes"),), menu=("relate",), above="Getting about"),
    ),
    move="Move",
    merge="Merge",
    aside="new",
    deeds=DEEDS,
)


def offered(canvas: Canvas) -> list[str]:
    """What the row of tools offers now."""
    labels = [str(deed.label) for deed in DEEDS]
    return [text for one in canvas.tagged("button") if one.visible and (text := getattr(one, "text", "")) in labels]


async def test_what_can_be_done_with_a_card_stands_in_one_row_once_it_is_chosen(canvas: Canvas) -> None:
    canvas.show(RICH)
    assert offered(canvas) == []
    await press(canvas, "Trees")
    assert offered(canvas) == ["Keep it here", "Same as …", "Also in …"]
    await press(canvas, "Keep it here")
    assert canvas.sent == [("Pin", {"card": "trees"})]
    assert offered(canvas) == []


async def test_what_takes_another_card_waits_for_it(canvas: Canvas) -> None:
    canvas.show(RICH)
    await press(canvas, "Trees")
    await press(canvas, "Same as …")
    assert "Choose the card that says the same." in canvas.texts()
    await press(canvas, "Bees")
    assert canvas.sent == [("Match", {"card": "trees", "into": "bees"})]


async def test_what_takes_another_group_waits_for_it(canvas: Canvas) -> None:
    canvas.show(RICH)
    await press(canvas, "Trees")
    await press(canvas, "Also in …")
    await press(canvas, "This group")
    assert canvas.sent == [("Copy", {"card": "trees", "to": "road"})]


async def test_two_groups_are_related_in_a_word(canvas: Canvas) -> None:
    canvas.show(RICH)
    await press(canvas, "⋯")
    await press(canvas, "Has to do with …")
    word = next(one for one in canvas.tagged("input") if one.props.get("placeholder") == "In a word")
    await canvas.trigger(word, "input", "needs")
    await press(canvas, "This group")
    assert canvas.sent == [("Relate", {"group": "green", "to": "road", "word": "needs"})]


async def test_a_card_can_be_put_back_to_those_not_yet_placed(canvas: Canvas) -> None:
    canvas.show(RICH)
    fixed, *_others = canvas.tagged("section")
    await canvas.trigger(fixed, "drop", "trees")
    assert canvas.sent == [("Move", {"card": "trees", "to": "new"})]


async def test_what_was_fixed_by_hand_and_a_frame_are_said(canvas: Canvas) -> None:
    canvas.show(RICH)
    assert {"placed by hand", "Getting about"} <= set(canvas.texts())
