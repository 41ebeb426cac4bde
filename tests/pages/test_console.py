"""The console: one big Next that says what it will do, and everything beside it that a facilitator needs."""

from typing import Any

from nicegui.testing import User

from tests.conftest import Clock
from tests.pages.conftest import press, submit, trigger
from workshop.language import _
from workshop.live import Live
from workshop.messages import Command, new_token
from workshop.method import Role
from workshop.store.store import PersonRow
from workshop.turn import FACILITATOR, Actor


async def come_in(live: Live, person: str, name: str = "") -> None:
    live.roll.names[person] = name
    await live.submit(Actor(person, Role.PARTICIPANT), Command(new_token(), None, "Join", {}))


async def say(live: Live, text: str, person: str = "p1") -> None:
    await live.submit(Actor(person, Role.PARTICIPANT), Command(new_token(), live.session.current, "Say", {"text": text}))
    await live.settled()


async def host(live: Live, name: str, **args: Any) -> None:
    await live.submit(FACILITATOR, Command(new_token(), None, name, args))
    await live.settled()


async def test_next_says_what_it_will_do_from_the_start_to_the_end(visitor: User, live: Live) -> None:
    await visitor.open(f"/console/{live.row.code}")
    labels = ["Open the room", "Next: First", "Next: Reveal", "Next: Second", "Next: Reveal", "End the workshop"]
    for label in labels:
        await press(visitor, label)
    await visitor.should_see("Workshop over · 0 here, 0 connected")
    await press(visitor, "← Go on after all")
    assert live.session.stage == "open"


async def test_back_says_where_to(visitor: User, live: Live) -> None:
    for _turn in range(4):
        await host(live, "Next")
    await visitor.open(f"/console/{live.row.code}")
    await press(visitor, "← Back to First")
    assert live.session.current == "one"


async def test_a_step_of_the_agenda_is_opened_by_a_press(visitor: User, live: Live) -> None:
    await host(live, "OpenRoom")
    await visitor.open(f"/console/{live.row.code}")
    await press(visitor, "Second")
    assert live.session.current == "two"


async def test_what_people_say_arrives_while_the_page_stays(visitor: User, live: Live) -> None:
    for _turn in range(3):
        await host(live, "Next")
    await come_in(live, "p1", "Ana")
    await visitor.open(f"/console/{live.row.code}")
    await say(live, "Trees <b>along</b> the street")
    await visitor.should_see("Trees <b>along</b> the street")
    await visitor.should_see("1 of 1")
    await visitor.should_see("Ana")


async def test_a_device_that_a_table_shares_is_listed_and_not_counted(visitor: User, live: Live) -> None:
    await host(live, "Next")
    await come_in(live, "p1", "Ana")
    await live.submit(Actor("tablet", Role.PARTICIPANT), Command(new_token(), None, "Join", {"table": "3"}))
    await live.settled()
    await visitor.open(f"/console/{live.row.code}")
    await visitor.should_see("1 person is here, 0 connected")
    await visitor.should_see("Table 3, not connected")
    await live.submit(Actor("tablet", Role.PARTICIPANT), Command(new_token(), None, "Leave", {}))
    await visitor.open(f"/console/{live.row.code}")
    await visitor.should_not_see("Tables with a device of their own")


async def test_undo_is_there_when_there_is_something_to_undo(visitor: User, live: Live) -> None:
    await host(live, "Next")
    await host(live, "Next")
    await visitor.open(f"/console/{live.row.code}")
    await visitor.should_not_see("Undo")
    await press(visitor, "Next: Reveal")
    await press(visitor, "Undo")
    await visitor.should_see("Next: Reveal")


async def test_a_refusal_is_said(visitor: User, live: Live) -> None:
    await host(live, "Next")
    await host(live, "Next")
    await visitor.open(f"/console/{live.row.code}")
    await submit(visitor, "Send", text="")
    await visitor.should_see("Please write something first.")


async def test_trouble_with_the_disk_stands_on_the_page(visitor: User, live: Live) -> None:
    await visitor.open(f"/console/{live.row.code}")
    live._trouble = "The disk is full."
    live.nudge()
    await visitor.should_see("The disk is full.", retries=30)


async def test_the_timer_is_paused_and_given_a_minute_more(visitor: User, live: Live) -> None:
    await host(live, "Next")
    await host(live, "Next")
    await visitor.open(f"/console/{live.row.code}")
    await press(visitor, "Pause")
    await press(visitor, "+1 min")
    assert live.session.clock.ends == 0
    assert live.session.clock.left == 6 * 60_000
    await press(visitor, "Go on")
    assert live.session.clock.ends > 0


async def test_a_note_goes_to_the_log(visitor: User, live: Live) -> None:
    await visitor.open(f"/console/{live.row.code}")
    await press(visitor, "Notes")
    await submit(visitor, "Keep the note", text="Two people came late.")
    await visitor.should_see("Two people came late.")
    assert [entry.payload for entry in await live.entries() if entry.type == "NoteTaken"] == [{"text": "Two people came late."}]


async def test_the_page_speaks_the_language_of_the_browser(visitor: User, live: Live) -> None:
    visitor.http_client.headers["Accept-Language"] = "fr-BE,fr;q=0.9"
    await visitor.open(f"/console/{live.row.code}")
    await visitor.should_see(f"{live.speaker('fr')(_('Open the room'))}")


async def test_a_page_that_was_closed_no_longer_listens(visitor: User, live: Live) -> None:
    client = await visitor.open(f"/console/{live.row.code}")
    assert len(live._audiences) == 1
    client.delete()
    assert live._audiences == {}


async def test_a_code_that_nobody_has(visitor: User) -> None:
    await visitor.open("/console/ZZZZZZ")
    await visitor.should_see("No workshop has this code.")


async def test_undo_says_what_it_takes_back_and_it_can_be_done_again(visitor: User, live: Live) -> None:
    await host(live, "Next")
    await host(live, "Next")
    await come_in(live, "p1")
    await say(live, "Trees")
    (idea,) = live.session.activities["one"].state.said
    await live.submit(FACILITATOR, Command(new_token(), "one", "Hide", {"id": idea}))
    await visitor.open(f"/console/{live.row.code}")
    await press(visitor, "Undo: hide “Trees”")
    await visitor.should_see("Undone: hide “Trees”.")
    assert live.session.activities["one"].state.hidden == frozenset()
    await press(visitor, "Do it again")
    await visitor.should_see("Done again: hide “Trees”.")
    assert live.session.activities["one"].state.hidden == {idea}


async def test_back_says_what_it_did_and_how_to_go_forward_again(visitor: User, live: Live) -> None:
    for _turn in range(4):
        await host(live, "Next")
    await visitor.open(f"/console/{live.row.code}")
    await press(visitor, "← Back to First")
    await visitor.should_see("Back in “First”, as it was left. To go forward again: “Next: Second”.")


async def test_a_step_that_is_not_finished_is_left_after_a_question_only(visitor: User, live: Live) -> None:
    await host(live, "Next")
    await host(live, "Next")
    await visitor.open(f"/console/{live.row.code}")
    await press(visitor, "Second")
    await visitor.should_see("“First” is not finished.")
    assert live.session.current == "one"
    await press(visitor, "Go to Second")
    assert live.session.current == "two"


async def test_hands_stand_in_their_order_and_are_lowered_one_by_one(visitor: User, live: Live) -> None:
    await host(live, "OpenRoom")
    for person, name in (("p1", "Ana"), ("p2", "Bo")):
        await come_in(live, person, name)
        await live.submit(Actor(person, Role.PARTICIPANT), Command(new_token(), None, "RaiseHand", {}))
    await visitor.open(f"/console/{live.row.code}")
    first, _second = sorted(visitor.find(content="Lower").elements, key=lambda element: element.id)
    await trigger(first.client, first, "click")
    assert list(live.session.hands) == ["p2"]


async def test_somebody_who_asks_aloud_is_found_and_erased_after_a_question(visitor: User, live: Live) -> None:
    await host(live, "Next")
    await host(live, "Next")
    for person, name in (("p1", "Ana"), ("p2", "Bo")):
        await live.roll.introduce(PersonRow(person, name, "en"), f"token of {name}")
        await come_in(live, person, name)
    await say(live, "A quiet bench", "p1")
    await say(live, "A loud fountain", "p2")
    await visitor.open(f"/console/{live.row.code}")
    await submit(visitor, "Find them", who="nobody")
    await visitor.should_see("Nobody was found.")
    await submit(visitor, "Find them", who="quiet bench")
    await visitor.should_see("Erase Ana for good: name, pictures and 1 text, wherever they were copied to?")
    await press(visitor, "Erase for good")
    await visitor.should_see("Ana is erased.")
    log = str(await live.entries())
    assert ("A quiet bench" in log, "A loud fountain" in log) == (False, True)
    assert live.session.present == {"p2"}


async def test_who_does_not_drive_sees_who_does_and_takes_the_wheel_openly(visitor: User, live: Live) -> None:
    bea = await live.add_host("Bea")
    await live.submit(FACILITATOR, Command(new_token(), None, "GiveWheel", {"host": bea}))
    client = await visitor.open(f"/console/{live.row.code}")
    await visitor.should_see("Bea drives. You see everything, take notes and lower hands.")
    assert any(element.props.get("inert") for element in client.elements.values())
    await press(visitor, "Take the wheel")
    assert live.session.wheel == FACILITATOR.id
    await visitor.should_see("You have the wheel now; Bea had it.")
    assert not any(element.props.get("inert") for element in client.elements.values())


async def test_the_wheel_is_handed_over_to_a_facilitator_of_the_list(visitor: User, live: Live) -> None:
    bea = await live.add_host("Bea")
    await visitor.open(f"/console/{live.row.code}")
    await press(visitor, "Hand over")
    assert live.session.wheel == bea
    await visitor.should_see("Bea has the wheel now.")


async def test_a_console_counts_as_long_as_its_page_is_open(visitor: User, live: Live) -> None:
    client = await visitor.open(f"/console/{live.row.code}")
    assert live.at_console[FACILITATOR.id] == 1
    client.delete()
    assert live.at_console[FACILITATOR.id] == 0


async def test_a_co_facilitator_is_invited_by_a_link(visitor: User, live: Live) -> None:
    await visitor.open(f"/console/{live.row.code}")
    await submit(visitor, "Make a link", name="Bea")
    await visitor.should_see("This link signs Bea in, once.")
    assert "Bea" in live.names.values()


async def test_the_time_is_set_in_minutes(visitor: User, live: Live, clock: Clock) -> None:
    await host(live, "Next")
    await host(live, "Next")
    await visitor.open(f"/console/{live.row.code}")
    await submit(visitor, "Set", minutes="12")
    assert live.session.clock.ends == clock.now + 12 * 60_000
    await press(visitor, "−1 min")
    assert live.session.clock.ends == clock.now + 11 * 60_000


async def test_a_minute_more_and_another_place_in_the_agenda(visitor: User, live: Live) -> None:
    client = await visitor.open(f"/console/{live.row.code}")

    async def tool(label: str) -> None:
        [button] = [one for one in client.elements.values() if one.props.get("aria-label") == label]
        await trigger(client, button, "click")

    await tool("One minute more: Second")
    assert [step.minutes for step in live.session.agenda.steps] == [5, 11]
    await tool("Earlier: Second")
    assert [step.id for step in live.session.agenda.steps] == ["two", "one"]


async def test_the_preview_shows_what_somebody_new_has_on_their_phone(visitor: User, live: Live) -> None:
    await host(live, "Next")
    await host(live, "Next")
    client = await visitor.open(f"/console/{live.row.code}")
    visitor.find(content="Preview").click()
    await visitor.should_see("As somebody sees it who has just come in.")
    assert len(live._audiences) == 2
    assert [one.props["src"] for one in client.elements.values() if one.tag == "iframe"] == [f"/wall/{live.row.code}"]
    await press(visitor, "Notes")
    assert len(live._audiences) == 1
