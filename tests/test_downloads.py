"""The files of a record over HTTP, one by one."""

import httpx
import pytest
from fastapi import FastAPI

from workshop.agenda import Agenda
from workshop.downloads import add_downloads
from workshop.record.folder import folder_of
from workshop.rooms import Rooms


@pytest.fixture
def http(rooms: Rooms) -> httpx.AsyncClient:
    app = FastAPI()
    add_downloads(app, rooms)
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://palabre.example/api/workshops/")


async def test_each_file_of_a_record_can_be_had_by_itself(http: httpx.AsyncClient, rooms: Rooms, agenda: Agenda) -> None:
    live = await rooms.create(agenda)
    for name, content in folder_of(await live.entries(), live.methods, live.speaker).items():
        answer = await http.get(f"{live.row.code}/files/{name}")
        assert answer.content == content
        stem, _dot, suffix = name.rpartition(".")
        assert answer.headers["content-disposition"] == f'attachment; filename="{stem}-{live.row.code}.{suffix}"'
        assert answer.headers["content-type"].split(";")[0] in {"text/markdown", "text/csv", "application/x-ndjson"}


@pytest.mark.parametrize("name", ["mind-map.svg", "other.md", "..%2F..%2Frecord.md", "/etc/passwd"])
async def test_there_is_no_other_file(http: httpx.AsyncClient, rooms: Rooms, agenda: Agenda, name: str) -> None:
    live = await rooms.create(agenda)
    assert (await http.get(f"{live.row.code}/files/{name}")).status_code == 404
