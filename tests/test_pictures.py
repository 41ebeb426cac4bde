"""Pictures over HTTP, from the phone to the record: a real server, and a method that takes pictures."""

import asyncio
import hashlib
import io
import json
import time
import zipfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from PIL import Image

from tests.conftest import Clock
from tests.photos import MAKER, bomb, opened, photo, saved, telltale
from tests.pinboard import METHODS, agenda
from workshop import uploads
from workshop.attempts import Attempts
from workshop.background import Background
from workshop.bodies import Bodies
from workshop.callers import Callers
from workshop.darkroom import develop
from workshop.downloads import add_downloads
from workshop.figures import Figures
from workshop.gate import Paces
from workshop.guesses import Guesses
from workshop.language import speaker
from workshop.live import Live
from workshop.messages import Command, new_token
from workshop.method import Rejected, Role
from workshop.pictures import add_console_pictures, add_pictures
from workshop.plain import add_plain_path
from workshop.port import listen, started, uvicorn_server
from workshop.record.folder import folder_of, shown_in, with_pictures, write_folder
from workshop.record.verify import verify
from workshop.registry import Registry
from workshop.rooms import Rooms
from workshop.sign_in import Guard, SignIn
from workshop.store.store import Store
from workshop.turn import FACILITATOR, Actor
from workshop.uploads import Limits, Uploads

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@dataclass
class Hall:
    """A server with one open workshop, whose step is a board for pictures."""

    sign_in: SignIn
    http: httpx.AsyncClient
    live: Live
    rooms: Rooms
    tokens: dict[str, str] = field(default_factory=dict)

    async def come_in(self, number: int = 1) -> str:
        """Somebody new; their token."""
        plain = f"/live/plain/{self.live.row.code}"
        welcome = (await self.http.post(plain, json={"event": "connect"})).json()["welcome"]
        head = {"Authorization": f"Bearer {welcome['token']}"}
        answer = await self.http.post(plain, json={"event": "join", "data": {"accepts": True}}, headers=head)
        assert answer.json()["ok"]
        self.tokens[welcome["token"]] = welcome["person"]
        return str(welcome["token"])

    async def send(self, token: str, content: bytes, id: str = "") -> httpx.Response:
        """Somebody sends a picture."""
        head = {"Authorization": f"Bearer {token}"}
        return await self.http.post(f"/live/picture/{self.live.row.code}", params={"id": id or new_token()}, content=content, headers=head)

    async def pin(self, token: str, picture: str, alt: str = "") -> Any:
        """Somebody puts a picture on the board."""
        command = Command(new_token(), "board", "Pin", {"picture": picture, "alt": alt})
        return await self.live.submit(Actor(self.tokens[token], Role.PARTICIPANT), command)

    def folder(self, entries: Any) -> dict[str, bytes]:
        return folder_of(entries, METHODS, lambda language: speaker(language, []))


def client(url: str) -> httpx.AsyncClient:
    return httpx.AsyncClient(base_url=url, timeout=60, limits=httpx.Limits(max_connections=None))


@asynccontextmanager
async def serving(store: Store, rooms: Rooms) -> AsyncIterator[tuple[str, SignIn]]:
    """The edges that pictures come by, with the limits and the sign-in in front of them; its address."""
    figures, everybody, signed_in = Figures(), FastAPI(), FastAPI()
    codes, links = (Attempts(Guesses(time.monotonic), figures) for _kind in range(2))
    callers, taking = Callers(rooms, codes, Paces(5, 20)), Uploads(figures, Limits(8 * 1024 * 1024, 50_000))
    sign_in = SignIn(store, rooms.clock)
    add_plain_path(everybody, callers)
    add_pictures(everybody, rooms, callers, taking)
    add_downloads(signed_in, rooms)
    add_console_pictures(signed_in, rooms, taking)
    guard = Guard(everybody, signed_in, sign_in, links, rooms.speaker)
    listener = listen("127.0.0.1", 0)
    server = uvicorn_server(Bodies(guard, figures, rooms.speaker), figures)
    running = await started(server, listener)
    yield f"http://127.0.0.1:{listener.getsockname()[1]}", sign_in
    server.should_exit = True
    await running
    taking.close()
    listener.close()


@pytest.fixture
async def hall(store: Store, clock: Clock) -> AsyncIterator[Hall]:
    background = Background()
    rooms = Rooms(store, Registry(METHODS), clock, background)
    async with serving(store, rooms) as (url, sign_in), client(url) as http:
        live = await rooms.create(agenda())
        for name in ("OpenRoom", "Next"):
            await live.submit(FACILITATOR, Command(new_token(), None, name, {}))
        yield Hall(sign_in, http, live, rooms)
    await rooms.close()
    background.close()


async def test_somebody_brings_a_picture_and_everybody_who_hears_of_it_sees_it(hall: Hall) -> None:
    token = await hall.come_in()
    answer = (await hall.send(token, photo(size=(3000, 1500)))).json()
    assert answer == {"ok": True, "id": answer["id"], "width": 2000, "height": 1000}
    shown = await hall.http.get(f"/live/picture/{answer['id']}")
    assert (shown.status_code, shown.headers["content-type"]) == (200, "image/webp")
    assert opened(shown.content).size == (2000, 1000)
    assert shown.headers["x-content-type-options"] == "nosniff"
    assert shown.headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert "immutable" in shown.headers["cache-control"]


async def test_the_log_has_the_digest_of_a_picture_and_not_its_bytes(hall: Hall) -> None:
    token = await hall.come_in()
    id = (await hall.send(token, photo())).json()["id"]
    content = (await hall.http.get(f"/live/picture/{id}")).content
    [kept] = [entry for entry in await hall.live.entries() if entry.type == "PictureKept"]
    assert kept.actor == hall.tokens[token]
    assert kept.payload == {"picture": id, "sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}


async def test_where_it_was_taken_never_gets_into_the_database(hall: Hall, tmp_path: Path) -> None:
    assert (await hall.send(await hall.come_in(), telltale())).json()["ok"]
    files = b"".join(path.read_bytes() for path in tmp_path.iterdir() if path.is_file())
    assert b"PictureKept" in files
    assert MAKER.encode() not in files


async def test_a_picture_that_is_sent_again_is_the_same(hall: Hall) -> None:
    token, id = await hall.come_in(), "i" * 20
    answers = [(await hall.send(token, photo(), id)).json() for _time in range(2)]
    at_once = await asyncio.gather(*(hall.send(token, photo(), "j" * 20) for _time in range(3)))
    assert answers[0] == answers[1]
    assert len({one.json()["id"] for one in at_once}) == 1
    assert len(hall.live.session.pictures) == 2


async def test_only_whoever_is_in_the_room_may_bring_one(hall: Hall) -> None:
    assert (await hall.send("nobody", photo())).status_code == 401
    connected = (await hall.http.post(f"/live/plain/{hall.live.row.code}", json={"event": "connect"})).json()["welcome"]["token"]
    assert (await hall.send(connected, photo())).status_code == 401
    token = await hall.come_in()
    await hall.live.submit(Actor(hall.tokens[token], Role.PARTICIPANT), Command(new_token(), None, "Leave", {}))
    answer = await hall.send(token, photo())
    assert (answer.status_code, answer.json()["code"]) == (403, "not-in")
    assert not hall.live.session.pictures


async def test_an_id_that_is_not_known_shows_nothing(hall: Hall) -> None:
    id = (await hall.send(await hall.come_in(), photo())).json()["id"]
    for wrong in (id[:-1], id.replace(hall.live.row.code, "222222"), "x", "..%2f..%2fetc"):
        assert (await hall.http.get(f"/live/picture/{wrong}")).status_code == 404


async def test_what_is_no_photo_is_refused_with_a_reason(hall: Hall) -> None:
    sent = {
        "svg": (SVG, 415),
        "gif": (b"GIF89a" + bytes(400), 415),
        "zip": (b"PK\x03\x04" + bytes(400), 415),
        "heic": (bytes(4) + b"ftypheic" + bytes(400), 415),
        "nothing": (b"", 415),
        "bomb": (bomb(60_000, 60_000), 422),
        "too many pixels": (bomb(8_000, 8_000), 422),
        "torn": (photo()[:3000], 422),
    }
    for content, status in sent.values():
        answer = await hall.send(await hall.come_in(), content)
        assert (answer.status_code, answer.json()["code"]) == (status, "no-picture")
        assert "after" not in answer.json()
        assert len(answer.json()["message"]) > 20
    assert not hall.live.session.pictures


async def test_a_file_that_is_too_large_is_not_read_to_its_end(hall: Hall) -> None:
    token, read = await hall.come_in(), 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal read
        yield photo()
        for _part in range(1000):
            read += 100_000
            yield bytes(100_000)

    head = {"Authorization": f"Bearer {token}"}
    try:
        answer = await hall.http.post(f"/live/picture/{hall.live.row.code}?id={'i' * 20}", content=endless(), headers=head)
        assert answer.status_code == 413
    except httpx.TransportError:
        pass  # the door was shut while it was still sending
    assert read < 90_000_000
    assert not hall.live.session.pictures


async def test_a_workshop_keeps_so_many_bytes(hall: Hall) -> None:
    noise = saved(Image.frombytes("RGB", (300, 300), Random(1).randbytes(270_000)), "PNG")
    assert (await hall.send(await hall.come_in(), noise)).json()["ok"]
    answers = [(await hall.send(await hall.come_in(), noise)).json() for _time in range(3)]
    assert (answers[-1]["ok"], answers[-1]["code"]) == (False, "full")


async def test_one_person_may_send_some_and_then_one_after_the_other(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    token = await hall.come_in()
    answers = [(await hall.send(token, SVG)).json() for _time in range(12)]
    assert answers[-1]["code"] == "too-fast"
    assert answers[-1]["after"] > 0
    monkeypatch.setattr(uploads, "MOST_OF_ONE", 1)
    other = await hall.come_in()
    assert [(await hall.send(other, photo())).json()["ok"] for _time in range(2)] == [True, False]


async def test_three_hundred_at_once_are_all_kept(hall: Hall) -> None:
    tokens = await asyncio.gather(*(hall.come_in() for _person in range(50)))
    small = photo(size=(40, 30))
    answers = await asyncio.gather(*(hall.send(token, small) for token in tokens for _picture in range(6)))
    assert all(answer.json()["ok"] for answer in answers)
    assert len(hall.live.session.pictures) == 300


async def test_when_too_much_comes_at_once_some_are_asked_to_come_again(hall: Hall, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "MOST_HELD", 20_000)
    put_off: list[str] = []

    async def bring(token: str, id: str) -> None:
        while not (answer := (await hall.send(token, photo(), id)).json())["ok"]:
            put_off.append(answer["code"])
            assert answer["after"] > 0
            await asyncio.sleep(0.1)

    tokens = await asyncio.gather(*(hall.come_in() for _person in range(12)))
    await asyncio.gather(*(bring(token, f"upload-{number:014}") for number, token in enumerate(tokens)))
    assert set(put_off) <= {"try-again", "too-fast"}
    assert len(hall.live.session.pictures) == 12


async def test_a_command_names_only_a_picture_that_its_sender_brought(hall: Hall) -> None:
    ana, bo = await hall.come_in(), await hall.come_in()
    id = (await hall.send(ana, photo())).json()["id"]
    for token, picture in ((bo, id), (ana, id.replace("640x480", "640x481")), (ana, "K7MQ4X-" + "0" * 32 + "-4x3")):
        answer = await hall.pin(token, picture)
        assert isinstance(answer, Rejected)
        assert answer.code == "unknown-picture"
    assert not isinstance(await hall.pin(ana, id), Rejected)


async def test_the_facilitator_adds_one_for_somebody(hall: Hall) -> None:
    path = f"/api/workshops/{hall.live.row.code}/picture?id={'i' * 20}"
    assert (await hall.http.post(path, content=photo())).status_code == 401
    await hall.http.get("/sign-in", params={"token": hall.sign_in.offer()})
    answer = (await hall.http.post(path, content=photo())).json()
    assert answer["ok"]
    pin = Command(new_token(), "board", "Pin", {"picture": answer["id"]})
    assert not isinstance(await hall.live.submit(FACILITATOR, pin), Rejected)
    foreign = await hall.http.post(path, content=photo(), headers={"origin": "https://elsewhere.example"})
    assert foreign.status_code == 401


@pytest.fixture
async def pinned(hall: Hall) -> tuple[Hall, str, str]:
    """Two pictures on the board."""
    await hall.http.get("/sign-in", params={"token": hall.sign_in.offer()})
    ids = []
    for alt in ("A *cloth* full of notes", "Another one"):
        token = await hall.come_in()
        ids.append((await hall.send(token, photo())).json()["id"])
        await hall.pin(token, ids[-1], alt)
    return hall, ids[0], ids[1]


async def unpacked(hall: Hall, folder: Path) -> Path:
    """The archive that staff download, as a folder."""
    answer = await hall.http.get(f"/api/workshops/{hall.live.row.code}/record.zip")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        packed.extractall(folder)
    return folder


def checked(folder: Path) -> list[str]:
    return [str(one) for one in verify(folder, METHODS, lambda language: speaker(language, []))]


async def test_the_record_shows_its_pictures_which_lie_beside_it_and_are_checked(pinned: tuple[Hall, str, str], tmp_path: Path) -> None:
    hall, first, second = pinned
    folder = await unpacked(hall, tmp_path / "record")
    assert f"![A \\*cloth\\* full of notes](pictures/{first}.webp)" in (folder / "record.md").read_text(encoding="utf-8")
    assert sorted(path.name for path in (folder / "pictures").iterdir()) == sorted([f"{first}.webp", f"{second}.webp"])
    assert checked(folder) == []
    (folder / "pictures" / f"{first}.webp").write_bytes(photo())
    (folder / "pictures" / f"{second}.webp").unlink()
    assert sorted(checked(folder)) == sorted(
        [f"pictures/{first}.webp: it is not the picture that the log speaks of", f"pictures/{second}.webp: it is missing"]
    )


async def test_who_is_erased_takes_their_pictures_along(pinned: tuple[Hall, str, str], tmp_path: Path) -> None:
    hall, first, second = pinned
    before = await unpacked(hall, tmp_path / "record")
    person = hall.live.session.pictures[first].by
    await hall.rooms.forgetting.erase(hall.live.row.code, [person], person)
    assert (await hall.http.get(f"/live/picture/{first}")).status_code == 404
    assert (await hall.http.get(f"/live/picture/{second}")).status_code == 200
    after = await unpacked(hall, tmp_path / "again")
    assert checked(after) == []
    text = (after / "record.md").read_text(encoding="utf-8")
    assert "This picture was erased." in text
    assert first not in text
    assert [path.name for path in (after / "pictures").iterdir()] == [f"{second}.webp"]
    lines = [json.loads(line) for line in (after / "events.jsonl").read_text(encoding="utf-8").splitlines()]
    [gone] = [one["payload"] for one in lines if one["type"] == "PictureKept" and one["payload"]["picture"] == first]
    assert gone["sha256"] == "…"
    entries = await hall.live.entries()
    attached = shown_in(entries, METHODS)
    pictures = await hall.live.album.contents(attached.digests)
    write_folder(with_pictures(hall.folder(entries), pictures), before, attached.erased)
    assert checked(before) == []
    assert not (before / "pictures" / f"{first}.webp").exists()


async def test_what_the_log_never_heard_of_is_gone_after_a_restart(hall: Hall) -> None:
    made = develop(photo())
    assert made is not None
    await hall.live.album.keep("K7MQ4X-0-640x480", "p1", made)
    kept = (await hall.send(await hall.come_in(), photo())).json()["id"]
    await hall.live.album.tidy(hall.live.session.pictures)
    assert await hall.live.album.content("K7MQ4X-0-640x480") is None
    assert await hall.live.album.content(kept)
