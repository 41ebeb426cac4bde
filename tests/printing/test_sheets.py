"""What stands on the sheets, and what the page says to whoever prints."""

import re

import httpx

from workshop.live import Live
from workshop.messages import Command, new_token
from workshop.method import Role
from workshop.turn import FACILITATOR, Actor


async def host(live: Live, *names: str) -> None:
    for name in names:
        await live.submit(FACILITATOR, Command(new_token(), None, name, {}))
    await live.settled()


async def come_in(live: Live, person: str, name: str = "") -> None:
    live.roll.names[person] = name
    await live.submit(Actor(person, Role.PARTICIPANT), Command(new_token(), None, "Join", {}))


async def printed(press: httpx.AsyncClient, live: Live, **query: str | int) -> str:
    answer = await press.get(f"/print/{live.row.code}", params=query)
    assert answer.status_code == 200
    return answer.text


def badges(page: str) -> dict[str, list[int]]:
    """Who each badge is for, with the tables on it."""
    cards = page.split('<div class="badge">')[1:]
    return {re.findall(r">([^<>]+)</p>", card)[0]: [int(one) for one in re.findall(r'"number"[^>]*>(\d+)<', card)] for card in cards}


async def test_badges_are_numbered_and_tell_everybody_their_way_before_anybody_has_come(press: httpx.AsyncClient, live: Live) -> None:
    page = await printed(press, live, show="badges", people=12)
    found = badges(page)
    assert list(found) == [str(number) for number in range(1, 13)]
    assert found["2"] == [2, 2, 2]
    assert "Host of table 2" in page
    assert all(len(tables) == 3 for tables in found.values())
    assert all(sum(tables[place] == 1 for tables in found.values()) == 4 for place in range(3))
    assert "12 people, 3 tables, 3 rounds." in page


async def test_the_same_number_gives_the_same_badges(press: httpx.AsyncClient, live: Live) -> None:
    assert await printed(press, live, show="badges", people=30) == await printed(press, live, show="badges", people=30)


async def test_who_is_seated_is_printed_by_name_or_number_and_guests_without_a_phone_by_name(press: httpx.AsyncClient, live: Live) -> None:
    await host(live, "OpenRoom")
    await come_in(live, "ana", "Ana <b>")
    await come_in(live, "bo")
    await host(live, "Next", "Next", "Next", "Next")
    page = await printed(press, live, show="badges", people=99)
    assert badges(page) == {"Ana &lt;b&gt;": [1, 1], "2": [2, 1], "Madame Peeters": [1, 2]}
    assert "Nobody is seated yet" not in page
    assert "Shade" in await printed(press, live, show="tables")


async def test_without_a_number_the_page_asks_for_one(press: httpx.AsyncClient, live: Live) -> None:
    page = await printed(press, live, show="plan")
    assert "For how many people?" in page
    assert "sheet" not in page.split("<main")[1].replace("sheets", "")


async def test_a_number_that_is_none_is_asked_for_again_and_a_hall_has_an_end(press: httpx.AsyncClient, live: Live) -> None:
    for wrong in ("x", "-3", "", "9" * 40):
        assert "For how many people?" in await printed(press, live, show="badges", people=wrong)
    assert len(badges(await printed(press, live, show="badges", people=99_999))) == 400


async def test_where_nobody_is_seated_there_are_a_poster_and_cards_only(press: httpx.AsyncClient, live: Live) -> None:
    assert "Badges" in await printed(press, live)
    await host(live, "OpenRoom")
    await live.submit(FACILITATOR, Command(new_token(), None, "ChangeAgenda", {"agenda": _only_first(live)}))
    page = await printed(press, live)
    assert "Badges" not in page
    assert "Blank cards" in page


def _only_first(live: Live) -> str:
    from dataclasses import replace

    from workshop.agenda import dump

    agenda = live.session.agenda
    return dump(replace(agenda, steps=agenda.steps[:1]))


async def test_the_paper_speaks_the_language_of_the_workshop_and_the_controls_that_of_the_reader(
    press: httpx.AsyncClient, live: Live
) -> None:
    page = await printed(press, live, show="tables", people=8, lang="fr")
    controls, sheets = page.split("<main")
    assert "Imprimer" in controls
    assert "For the one phone or tablet that speaks for this table." in sheets


async def test_a_code_that_no_workshop_has(press: httpx.AsyncClient) -> None:
    assert (await press.get("/print/ZZZZZZ")).status_code == 404
