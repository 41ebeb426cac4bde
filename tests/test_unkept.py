import httpx
import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from workshop.unkept import Unkept


async def answer(scope: Scope, receive: Receive, send: Send) -> None:
    headers = {"cache-control": "max-age=60"} if scope["path"].endswith("/kept") else {}
    await PlainTextResponse("news", headers=headers)(scope, receive, send)


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/live/socket.io/", ["no-store"]),
        ("/live/plain/K7MQ4X", ["no-store"]),
        ("/metrics", ["no-store"]),
        ("/live/kept", ["max-age=60"]),
        ("/static/style.css", []),
    ],
)
async def test_what_phones_poll_for_is_kept_by_nobody_on_the_way(path: str, said: list[str]) -> None:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(Unkept(answer)), base_url="http://testserver") as phone:
        assert (await phone.get(path)).headers.get_list("cache-control") == said
