"""A participant's private link, `/mine/CODE/SECRET`: what became of what they said, and a way to have it erased.

The secret follows from the hash of the token that their phone holds, so it is kept nowhere, gives no seat in the room, and is gone when
they are erased. A wrong one is answered like one of a workshop that does not exist, and cannot be tried one after the other.
"""

import re
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC
from math import ceil
from typing import Final
from urllib.parse import parse_qs, urlsplit

from fastapi import FastAPI, Request
from fastapi.responses import Response

from workshop.agenda import zone_of
from workshop.attempts import Attempts, TooMany, source_of
from workshop.dossier.dossier import Dossier
from workshop.dossier.said import Said, said_by
from workshop.language import LANGUAGES, Speaker, _, closest
from workshop.live import Live
from workshop.messages import CODE_LENGTH, CODE_LETTERS, digest_of
from workshop.mine_page import Mine, erase_page, mine_page, plain_page
from workshop.processes import Processes
from workshop.record.times import Calendar
from workshop.roll import link_path
from workshop.store.database import StoreError
from workshop.store.store import PersonRow, off_loop

CODE: Final = re.compile(rf"[{CODE_LETTERS}{CODE_LETTERS.lower()}]{{{CODE_LENGTH}}}")
SECRET: Final = re.compile(r"[0-9a-f]{32}")
MOST_KEPT: Final = 300


@dataclass(frozen=True, slots=True)
class Visit:
    """A link that is right: the workshop, whose it is, its address, and how we speak to them."""

    live: Live
    who: PersonRow
    path: str
    say: Speaker


class Links:
    """Answers those who come with a link."""

    def __init__(self, processes: Processes, attempts: Attempts) -> None:
        self._processes, self._attempts = processes, attempts
        self._kept: OrderedDict[str, tuple[object, tuple[Said, ...]]] = OrderedDict()

    async def read(self, visit: Visit) -> Response:
        """The page."""
        dossiers = await self._processes.around(visit.live.row.code)
        meeting = dossiers[0].meeting(visit.live.row.code)
        assert meeting is not None
        days = Calendar(zone_of(meeting.timezone) or UTC)
        days = Calendar(days.zone, days.date(meeting.start))
        process = dossiers[0].process
        title = process.about.title if process.code else ""
        said = await self._said(visit, dossiers)
        return mine_page(Mine(visit.path, meeting.title, meeting.question, meeting.place, meeting.start, title, said, days), visit.say)

    async def _said(self, visit: Visit, dossiers: Sequence[Dossier]) -> tuple[Said, ...]:
        """What they said and what became of it, read anew only when something changed."""
        key = tuple((one.process.seq, *(each.head for each in one.meetings)) for one in dossiers)
        kept = self._kept.get(visit.path)
        if kept is None or kept[0] != key:
            entries = await visit.live.entries()
            kept = key, await off_loop(said_by, entries, visit.live.methods, visit.who.id, dossiers)
        self._kept[visit.path] = kept
        self._kept.move_to_end(visit.path)
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        return kept[1]

    async def ask(self, visit: Visit) -> Response:
        """The page that asks once more."""
        return erase_page(visit.path, _token(visit), visit.say)

    async def erase(self, visit: Visit, request: Request) -> Response:
        """Erases whoever holds the link, where the request comes from our own page."""
        form = parse_qs((await request.body()).decode("utf-8", "replace"), max_num_fields=8)
        if form.get("token") != [_token(visit)] or not _from_here(request):
            why = _("Please press the button on this page, so that we know that it is you.")
            return erase_page(visit.path, _token(visit), visit.say, why, 403)
        try:
            await self._processes.rooms.forgetting.erase(visit.live.row.code, [visit.who.id], visit.who.id)
        except StoreError:
            return plain_page(visit.say, _("It is noted."), _("It will be done in a moment, by itself."), status=202)
        self._kept.pop(visit.path, None)
        gone = _("Your name and what you wrote are gone, and so is the page with this address.")
        return plain_page(visit.say, _("It is erased."), gone)

    async def visit(self, request: Request, code: str, secret: str, then: Callable[[Visit], Awaitable[Response]]) -> Response:
        """What is answered to a link: `then`, where it is right."""
        wanted = request.query_params.get("lang", "")
        rooms = self._processes.rooms
        say = rooms.speaker(wanted if wanted in LANGUAGES else closest(request.headers.get("accept-language", "")))
        code, right = code.upper(), CODE.fullmatch(code) and SECRET.fullmatch(secret)

        async def look(_key: str) -> tuple[Live, PersonRow] | None:
            live = await rooms.get(code)
            who = live.roll.behind(code, secret) if live is not None else None
            return (live, who) if live is not None and who is not None else None

        try:
            found = await self._attempts.find(source_of(request.scope), f"{code}/{secret}", look) if right else None
        except TooMany as error:
            text = _("Many wrong links come from this network just now. Please wait a moment, and open the page again.")
            return plain_page(say, _("Please wait a moment."), text, status=429, after=ceil(error.after))
        if found is None:
            gone = _("Maybe it was not copied whole, or what it led to was erased.")
            return plain_page(say, _("This address leads nowhere."), gone, status=404)
        live, who = found
        language = wanted if wanted in LANGUAGES else who.language if who.language in LANGUAGES else say.language
        return await then(Visit(live, who, link_path(code, secret), live.speaker(language)))


def add_links(app: FastAPI, processes: Processes, attempts: Attempts) -> None:
    """Registers the pages."""
    links = Links(processes, attempts)

    @app.get("/mine/{code}/{secret}")
    async def read(request: Request, code: str, secret: str) -> Response:
        return await links.visit(request, code, secret, links.read)

    @app.get("/mine/{code}/{secret}/erase")
    async def ask(request: Request, code: str, secret: str) -> Response:
        return await links.visit(request, code, secret, links.ask)

    @app.post("/mine/{code}/{secret}/erase")
    async def erase(request: Request, code: str, secret: str) -> Response:
        return await links.visit(request, code, secret, lambda visit: links.erase(visit, request))


def _token(visit: Visit) -> str:
    """What only our own page knows to send, so that nobody else's page can press the button."""
    return digest_of("erase", visit.path)[:32]


def _from_here(request: Request) -> bool:
    origin = request.headers.get("origin")  # "null" from our own page, as it sends no referrer
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    return origin in (None, "null") or urlsplit(origin).netloc == request.headers.get("host", "")
