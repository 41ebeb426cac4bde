"""The private link of a participant: what became of what they said, for nobody else, and gone when they are erased."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from tests.conftest import Clock
from workshop.agenda import Agenda
from workshop.attempts import Attempts
from workshop.dossier.carrying import carried
from workshop.figures import Figures
from workshop.guesses import Guesses
from workshop.live import Live
from workshop.messages import Command, derived_id, digest_of, new_token
from workshop.method import Role
from workshop.mine import add_links
from workshop.process.vocabulary import About
from workshop.processes import Processes, command
from workshop.roll import link_path, secret_of
from workshop.rooms import Rooms
from workshop.store.store import PersonRow, Store
from workshop.turn import FACILITATOR, Actor, Done

NASTY = '<script>alert(1)</script> "&" <b>'


@pytest.fixture
def processes(store: Store, rooms: Rooms, clock: Clock) -> Processes:
    return Processes(store, rooms, clock)


@pytest.fixture
async def phone(processes: Processes) -> AsyncIterator[httpx.AsyncClient]:
    app = FastAPI()
    add_links(app, processes, Attempts(Guesses(lambda: 1000.0), Figures(), hold_s=0.01))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://testserver") as client:
        yield client


async def send(live: Live, actor: Actor, name: str, activity: str | None = None, id: str = "", **args: Any) -> None:
    answer = await live.submit(actor, Command(id or new_token(), activity, name, args))
    assert isinstance(answer, Done), answer


async def held(rooms: Rooms, agenda: Agenda, **said: str) -> Live:
    """A workshop in which these people said these things."""
    live = await rooms.create(agenda)
    await send(live, FACILITATOR, "OpenRoom")
    for person in said:
        await live.roll.introduce(PersonRow(person, person.title(), "en"), f"token of {person}")
        await send(live, Actor(person, Role.PARTICIPANT), "Join")
    await send(live, FACILITATOR, "Next")
    for person, text in said.items():
        await send(live, Actor(person, Role.PARTICIPANT), "Say", "one", f"say-{person}", text=text)
    return live


def link(live: Live, person: str) -> str:
    code = live.row.code
    return link_path(code, secret_of(code, digest_of(f"token of {person}")))


async def test_somebody_reads_their_own_words_and_nobody_elses(phone: httpx.AsyncClient, rooms: Rooms, agenda: Agenda) -> None:
    live = await held(rooms, agenda, ana="Five trees", bo="A fountain")
    page = await phone.get(link(live, "ana"))
    assert page.status_code == 200
    assert "Five trees" in page.text
    assert "It is still open." in page.text
    assert "A fountain" not in page.text


async def test_the_page_tells_no_address_on_and_nothing_keeps_it(phone: httpx.AsyncClient, rooms: Rooms, agenda: Agenda) -> None:
    live = await held(rooms, agenda, ana=NASTY)
    page = await phone.get(link(live, "ana"))
    assert page.headers["referrer-policy"] == "no-referrer"
    assert page.headers["cache-control"] == "no-store"
    assert "noindex" in page.headers["x-robots-tag"]
    assert "unsafe" not in page.headers["content-security-policy"]
    assert "<script" not in page.text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &quot;&amp;&quot; &lt;b&gt;" in page.text


async def test_it_speaks_the_language_of_the_person_and_any_other_when_asked(
    phone: httpx.AsyncClient, rooms: Rooms, agenda: Agenda
) -> None:
    live = await held(rooms, agenda, ana="Five trees")
    await live.reintroduce(PersonRow("ana", "Ana", "fr"), "token of ana")
    assert 'lang="fr"' in (await phone.get(link(live, "ana"), headers={"accept-language": "nl"})).text
    assert '<html lang="es"' in (await phone.get(link(live, "ana") + "?lang=es")).text


async def test_a_wrong_secret_is_answered_like_a_workshop_that_is_not_there(phone: httpx.AsyncClient, rooms: Rooms, agenda: Agenda) -> None:
    live = await held(rooms, agenda, ana="Five trees")
    wrong = await phone.get(link_path(live.row.code, "0" * 32))
    nowhere = await phone.get(link_path("ZZZZZZ", "0" * 32))
    assert wrong.status_code == nowhere.status_code == 404
    assert wrong.text == nowhere.text
    other = await rooms.create(agenda)
    assert (await phone.get(link(live, "ana").replace(live.row.code, other.row.code))).status_code == 404
    token = digest_of("token of ana")
    assert (await phone.get(link_path(live.row.code, token[:32]))).status_code == 404


async def test_secrets_cannot_be_tried_one_after_the_other(phone: httpx.AsyncClient, rooms: Rooms, agenda: Agenda) -> None:
    live = await held(rooms, agenda, ana="Five trees")
    answers = [(await phone.get(link_path(live.row.code, f"{number:032x}"))).status_code for number in range(31)]
    assert answers == [404] * 30 + [429]


async def test_what_staff_answer_stands_on_the_page_at_once(
    phone: httpx.AsyncClient, rooms: Rooms, agenda: Agenda, processes: Processes
) -> None:
    live = await held(rooms, agenda, ana="Five trees")
    process = await processes.found(About("The pact"))
    await processes.submit(process.code, command("AddSession", workshop=live.row.code, phase=""))
    assert "The pact" in (await phone.get(link(live, "ana"))).text
    ref = f"{live.row.code}/{derived_id(live.row.code, 'say-ana')}"
    answer = command("Reply", refs=[ref], standing="not_now", text="The pipes come first.")
    assert isinstance(await processes.submit(process.code, answer), Done)
    page = await phone.get(link(live, "ana"))
    assert "not now." in page.text
    assert "The pipes come first." in page.text


async def test_what_is_said_in_a_larger_process_stands_there_too(
    phone: httpx.AsyncClient, rooms: Rooms, agenda: Agenda, processes: Processes
) -> None:
    live = await held(rooms, agenda, ana="Five trees")
    town = await processes.found(About("The town"))
    street = await processes.found(About("The street", parent=getattr(town, "code", "")))
    town_code, street_code = getattr(town, "code", ""), getattr(street, "code", "")
    await processes.submit(street_code, command("AddSession", workshop=live.row.code, phase=""))
    small = await processes.dossier(street_code)
    assert small is not None
    large = await processes.begin(town_code, agenda)
    assert isinstance(large, Live)
    await processes.bring(large.row.code, "one", carried(small, small.contributions, inside=False))
    ref = f"{live.row.code}/{derived_id(live.row.code, 'say-ana')}"
    assert isinstance(await processes.submit(town_code, command("TakeNote", text="The town plants them.", about=ref)), Done)
    assert "The town plants them." in (await phone.get(link(live, "ana"))).text


async def test_who_asks_for_it_is_erased_and_their_address_leads_nowhere(phone: httpx.AsyncClient, rooms: Rooms, agenda: Agenda) -> None:
    live = await held(rooms, agenda, ana="Five trees", bo="A fountain")
    asked = await phone.get(link(live, "ana") + "/erase")
    token = asked.text.partition('name="token" value="')[2].partition('"')[0]
    done = await phone.post(link(live, "ana") + "/erase", data={"token": token}, headers={"origin": "null"})
    assert (done.status_code, "It is erased." in done.text) == (200, True)
    assert (await phone.get(link(live, "ana"))).status_code == 404
    assert not any("Five trees" in str(entry.payload) for entry in await live.entries())
    assert "A fountain" in (await phone.get(link(live, "bo"))).text


@pytest.mark.parametrize(
    ("token", "headers"),
    [
        ("", {}),
        ("0" * 32, {}),
        (None, {"origin": "https://elsewhere.example"}),
        (None, {"origin": "null", "sec-fetch-site": "cross-site"}),
    ],
)
async def test_a_page_of_somebody_else_cannot_press_the_button(
    phone: httpx.AsyncClient, rooms: Rooms, agenda: Agenda, token: str | None, headers: dict[str, str]
) -> None:
    live = await held(rooms, agenda, ana="Five trees")
    asked = await phone.get(link(live, "ana") + "/erase")
    right = asked.text.partition('name="token" value="')[2].partition('"')[0]
    refused = await phone.post(link(live, "ana") + "/erase", data={"token": right if token is None else token}, headers=headers)
    assert refused.status_code == 403
    assert "Five trees" in (await phone.get(link(live, "ana"))).text
