"""A round on the console: the order is changed by dropping somebody on somebody else, or a place at a time."""

import time

from nicegui.element import Element

from tests.pages.conftest import Canvas
from workshop.blocks import Round, Turn

WAITING = (Turn("a", "Ana", "now"), Turn("b", "Bo", "next"), Turn("c", "Cy"), Turn("d", "Dia"), Turn("e", "Elif", "done"))
ORDER = Round(id="round", items=WAITING, move="Move")
MINUTE = 60_000


def turn(canvas: Canvas, person: str) -> Element:
    """The line of somebody."""
    [found] = [one for one in canvas.tagged("li") if one.props["data-person"] == person]
    return found


async def press(canvas: Canvas, name: str) -> None:
    """Presses the button of that name."""
    [found] = [one for one in canvas.tagged("button") if one.props.get("aria-label") == name]
    await canvas.trigger(found, "click")


async def test_who_is_dropped_on_somebody_speaks_before_them(canvas: Canvas) -> None:
    canvas.show(ORDER)
    await canvas.trigger(turn(canvas, "b"), "drop", "d")
    await canvas.trigger(canvas.tagged("ol")[0], "drop", "b")
    assert canvas.sent == [("Move", {"person": "d", "before": "b"}), ("Move", {"person": "b", "before": ""})]


async def test_nobody_is_moved_before_the_one_who_speaks_nor_after_their_turn(canvas: Canvas) -> None:
    canvas.show(ORDER)
    await canvas.trigger(turn(canvas, "a"), "drop", "d")
    await canvas.trigger(turn(canvas, "b"), "drop", "e")
    await canvas.trigger(turn(canvas, "b"), "drop", "b")
    assert canvas.sent == []


async def test_a_place_at_a_time_is_enough(canvas: Canvas) -> None:
    canvas.show(ORDER)
    await press(canvas, "Cy: earlier")
    await press(canvas, "Bo: later")
    await press(canvas, "Cy: later")
    await press(canvas, "Dia: later")
    assert [args for _command, args in canvas.sent] == [
        {"person": "c", "before": "b"},
        {"person": "b", "before": "d"},
        {"person": "c", "before": ""},
    ]


async def test_a_wall_offers_nothing_to_move_and_counts_those_who_are_not_shown(canvas: Canvas) -> None:
    canvas.show(Round(id="round", items=WAITING[:3], total=9))
    assert [one for one in canvas.texts() if one in "↑↓"] == []
    assert "and 6 more" in canvas.texts()


async def test_when_the_time_is_over_that_is_said_kindly(canvas: Canvas) -> None:
    now = time.time_ns() // 1_000_000
    canvas.show(Round(id="round", items=WAITING, time=MINUTE, ends=now + 60 * MINUTE))
    assert "A last sentence, please." not in canvas.texts()
    canvas.show(Round(id="round", items=WAITING, time=MINUTE, ends=now - 1))
    assert "A last sentence, please." in canvas.texts()
    canvas.show(Round(id="round", items=WAITING))
    assert "A last sentence, please." not in canvas.texts(), "as long as it takes"
