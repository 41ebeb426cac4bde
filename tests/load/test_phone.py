"""The simulated phone against a real server: it shows what the server shows, resumes by its token, and counts when it is lazy."""

import asyncio
import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.load.line import Refused, open_line, open_polling
from tests.load.link import Dial
from tests.load.phone import Phone
from tests.load.plain import open_plain
from tests.load.room import prepared
from workshop.running import running


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[tuple[int, str]]:
    """The port of a server, and the code of a workshop in its brainstorm."""
    code = await prepared(tmp_path)
    async with running(tmp_path) as (_app, url):
        yield int(url.rsplit(":", 1)[1]), code


@pytest.mark.parametrize("dial", [open_line, open_polling, open_plain])
async def test_what_one_phone_says_the_others_show(place: tuple[int, str], dial: Dial) -> None:
    port, code = place
    ana, ben = Phone(1, port, code, name="Ana", dial=dial), Phone(2, port, code, language="fr", dial=dial)
    for phone in (ana, ben):
        await phone.connect()
        assert (await phone.join())["ok"]
    answer = await ana.do("Add", {"text": "More trees"})
    assert list(ana.acknowledged.values()) == [answer["seq"]]
    await ben.until(lambda: "More trees" in str(ben.screen))
    shown = dict(ben.screen)
    await ben.refresh()
    assert ben.screen == shown
    assert (await ben.do("Add", {"text": ""}))["code"] == "empty"
    await asyncio.gather(ana.close(), ben.close())


@pytest.mark.parametrize("dial", [open_line, open_polling, open_plain])
async def test_a_lost_phone_comes_back_as_the_same_person(place: tuple[int, str], dial: Dial) -> None:
    port, code = place
    phone = Phone(1, port, code, dial=dial)
    await phone.connect()
    await phone.join()
    person = phone.person
    phone.drop()
    assert (await phone.do("Add", {"text": "Still here"}, id="the-same-command"))["ok"]
    again = await phone.do("Add", {"text": "Still here"}, id="the-same-command")
    assert (phone.person, phone.connections) == (person, 2)
    assert again["seq"] == phone.acknowledged["the-same-command"]
    await phone.close()


async def test_a_lazy_phone_knows_when_it_saw_a_mark(place: tuple[int, str]) -> None:
    port, code = place
    lazy, other = Phone(1, port, code, lazy=True, marks=re.compile(rb"<\d+>")), Phone(2, port, code)
    for phone in (lazy, other):
        await phone.connect()
        await phone.join()
    assert lazy.activity == "ideas"
    await other.do("Add", {"text": "Benches <17>"})
    await lazy.until(lambda: bool(lazy.seen))
    assert list(lazy.seen) == [b"<17>"]
    assert not lazy.screen
    assert lazy.frames >= 3
    assert lazy.received > 200
    await asyncio.gather(lazy.close(), other.close())


async def test_a_phone_without_a_workshop_says_so(place: tuple[int, str]) -> None:
    with pytest.raises(Refused, match="No workshop has this code"):
        await Phone(1, place[0], "222222").connect()
