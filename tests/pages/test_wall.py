"""The wall: how to come in, what is going on, and no more."""

from nicegui.testing import User

from tests.pages.test_console import come_in, host, say
from workshop.live import Live


async def test_the_lobby_shows_the_code_the_address_and_how_many_are_here(visitor: User, live: Live) -> None:
    await host(live, "OpenRoom")
    await visitor.open(f"/wall/{live.row.code}")
    await visitor.should_see("What should it become?")
    await visitor.should_see("palabre.example")
    await visitor.should_see(f"/ {live.row.code[:3]} {live.row.code[3:]}")
    await visitor.should_see("0 people are here")
    await come_in(live, "p1")
    await live.settled()
    await visitor.should_see("1 person is here")


async def test_a_running_step_shows_where_the_workshop_is_and_how_to_come_in_late(visitor: User, live: Live) -> None:
    await host(live, "Next")
    await host(live, "Next")
    await visitor.open(f"/wall/{live.row.code}")
    await visitor.should_see("Step 1 of 2 · First")
    await visitor.should_see("What?")
    await visitor.should_see(f"/ {live.row.code}")


async def test_the_wall_goes_with_the_workshop_and_shows_nothing_before_it_is_revealed(visitor: User, live: Live) -> None:
    await host(live, "Next")
    await visitor.open(f"/wall/{live.row.code}")
    await host(live, "Next")
    await come_in(live, "p1", "Ana")
    await say(live, "Trees")
    await visitor.should_see("1 of 1")
    await visitor.should_not_see("Trees")
    await visitor.should_not_see("Ana")
    await host(live, "Next")
    await visitor.should_see("Trees")


async def test_the_end_thanks_and_asks_nobody_in_any_more(visitor: User, live: Live) -> None:
    await host(live, "Next")
    await visitor.open(f"/wall/{live.row.code}")
    await host(live, "Close")
    await visitor.should_see("Thank you.")
    await visitor.should_not_see(f"/ {live.row.code}")


async def test_a_wall_has_nothing_to_press(visitor: User, live: Live) -> None:
    await host(live, "Next")
    client = await visitor.open(f"/wall/{live.row.code}")
    assert [one.tag for one in client.elements.values() if one.tag in ("button", "a")] == []
