"""Pictures come in: `POST /live/picture/{code}?id=…` from a phone, `POST /api/workshops/{code}/picture?id=…` from the console.

The body is the file, the header `Authorization: Bearer …` holds the phone's token, `id` is a secret that the sender makes, the same when it
tries again: then the answer is the same too. It is {ok, id, width, height}, or why not, with `after` (ms) where it may come again.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import orjson
from fastapi import Request, Response
from starlette.requests import ClientDisconnect

from workshop.background import Background
from workshop.blocks.pictures import picture_size
from workshop.darkroom import Developed, develop, kind_of
from workshop.figures import Figures
from workshop.gate import Paces
from workshop.language import Message, _
from workshop.live import Live
from workshop.messages import Command, picture_id, picture_start
from workshop.method import Rejected, Role
from workshop.turn import Actor

Json = Any
ID: Final = re.compile(r"[A-Za-z0-9_-]{16,64}")
MOST_HELD: Final = 96 * 1024 * 1024
MOST_OF_ONE: Final = 40
DEVELOP_S: Final = 20.0
COME_AGAIN_MS: Final = 2000
SIGN_BYTES: Final = 16
PACE: Final = (0.5, 8)


class Refused(Exception):
    """A picture is not taken: the status, a code for the sender's software, why, and when to come again (ms), where it may."""

    def __init__(self, status: int, code: str, why: Message, after: int = 0) -> None:
        super().__init__(code)
        self.status, self.code, self.why, self.after = status, code, why, after


@dataclass(frozen=True, slots=True)
class Limits:
    """How many bytes one file may have that comes in, and all pictures of one workshop as they are kept."""

    file: int
    workshop: int


class Uploads:
    """Takes pictures in. Strangers' files are read in a process of their own, one after the other."""

    def __init__(self, figures: Figures, limits: Limits) -> None:
        self._figures = figures
        self._limits = limits
        self._darkroom = Background(DEVELOP_S)
        self._paces = Paces(*PACE)
        self._held = 0

    def close(self) -> None:
        """Ends the process."""
        self._darkroom.close()

    async def take(self, live: Live, actor: Actor, request: Request, say: Callable[[Message], str]) -> Response:
        """Takes the picture in a request, and answers."""
        try:
            picture = await self._take(live, actor, request)
        except Refused as refused:
            self._figures.pictures_refused_total += 1
            more = {"after": refused.after} if refused.after else {}
            return _json({"ok": False, "code": refused.code, "message": say(refused.why)} | more, refused.status)
        width, height = picture_size(picture)
        return _json({"ok": True, "id": picture, "width": width, "height": height})

    async def _take(self, live: Live, actor: Actor, request: Request) -> str:
        wanted = request.query_params.get("id", "")
        if not ID.fullmatch(wanted):
            raise Refused(400, "bad-message", _("That could not be read: {reason}", reason="id"))
        secret = f"{actor.id} {wanted}"
        start = picture_start(live.row.code, secret)
        known = next((one for one in live.session.pictures if one.startswith(start)), None)
        if known is not None:
            return known
        self._check(live, actor)
        made = await self._read(request)
        id = picture_id(live.row.code, secret, made.width, made.height)
        await _keep(live, actor, id, made)
        self._figures.pictures_kept_total += 1
        return id

    def _check(self, live: Live, actor: Actor) -> None:
        """Whether one more may come from this person, in this workshop. Raises `Refused`."""
        wait = self._paces.take(f"{live.row.code} {actor.id}")
        if wait:
            raise Refused(429, "too-fast", _("That was very fast. It will be sent again in a moment, by itself."), int(wait * 1000) + 50)
        if actor.role is Role.PARTICIPANT and not live.session.inside(actor.id):
            raise Refused(403, "not-in", _("Please come in first: open the page again and choose “Come in”."))
        kept = live.session.pictures.values()
        if sum(one.size for one in kept if not one.erased) >= self._limits.workshop:
            raise Refused(413, "full", _("This workshop has as many pictures as it can keep. Please ask your facilitator."))
        if actor.role is Role.PARTICIPANT and sum(one.by == actor.id for one in kept) >= MOST_OF_ONE:
            raise Refused(413, "full", _("You have sent as many pictures as one person can."))

    async def _read(self, request: Request) -> Developed:
        """The picture in the body, made safe. Raises `Refused`."""
        content = bytearray()
        try:
            async for part in request.stream():
                self._held += len(part)
                content += part
                self._judge(content)
            if kind_of(bytes(content[:SIGN_BYTES])) not in ("JPEG", "PNG", "WEBP"):
                raise Refused(415, "no-picture", _("This file is no picture. Please choose a photo: JPEG, PNG or WebP."))
            return await self._developed(bytes(content))
        except ClientDisconnect:
            raise Refused(400, "cut-off", _("The picture did not arrive whole. It will be sent again."), COME_AGAIN_MS) from None
        finally:
            self._held -= len(content)

    def _judge(self, content: bytearray) -> None:
        """Stops a body that is not worth waiting for. Raises `Refused`."""
        kind = kind_of(bytes(content[:SIGN_BYTES]))
        if kind == "HEIC":
            why = _("This photo is in the format HEIC, which cannot be read here. Please send it as JPEG.")
            raise Refused(415, "no-picture", why)
        if len(content) >= SIGN_BYTES and not kind:
            raise Refused(415, "no-picture", _("This file is no picture. Please choose a photo: JPEG, PNG or WebP."))
        if len(content) > self._limits.file:
            raise Refused(413, "too-large", _("This picture is too large to be sent here."))
        if self._held > MOST_HELD:
            raise Refused(503, "try-again", _("Many pictures come in just now. Yours is sent again in a moment, by itself."), COME_AGAIN_MS)

    async def _developed(self, content: bytes) -> Developed:
        try:
            made: Developed | None = await self._darkroom.run(develop, content)
        except Exception:  # it took too long, or broke the process that read it
            made = None
        if made is None:
            raise Refused(422, "no-picture", _("This picture cannot be read: it is damaged, or far too large. Please take another one."))
        return made


async def _keep(live: Live, actor: Actor, id: str, made: Developed) -> None:
    """Keeps the bytes, then says so in the log. Raises `Refused`."""
    sha256 = await live.album.keep(id, actor.id, made)
    args = {"picture": id, "sha256": sha256, "size": len(made.content)}
    answer = await live.submit(actor, Command(f"picture-{id}", None, "KeepPicture", args))
    if isinstance(answer, Rejected):
        if id not in live.session.pictures:  # the same picture may have come by a second request
            await live.album.drop(id)
        again = answer.code == "try-again"
        raise Refused(503 if again else 403, answer.code, answer.message, COME_AGAIN_MS if again else 0)


def _json(answer: dict[str, Json], status: int = 200) -> Response:
    return Response(orjson.dumps(answer), status, media_type="application/json", headers={"cache-control": "no-store"})
