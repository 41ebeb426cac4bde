"""Who is calling, and what each message of a phone does, whatever carries it: a WebSocket, long polling or plain requests."""

import asyncio
import random
import re
from collections import OrderedDict
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Annotated, Any, Final

from pydantic import StringConstraints

from workshop.attempts import Attempts, TooMany
from workshop.crowd import Crowd
from workshop.gate import Door, Paces
from workshop.language import LANGUAGES, Message, _, closest
from workshop.live import Live
from workshop.messages import CODE_LENGTH, CODE_LETTERS, BadMessage, Command, Id, Line, TableNumber, derived_id, digest_of, new_token, read
from workshop.method import Rejected, Role
from workshop.roll import link_path, secret_of
from workshop.rooms import Rooms
from workshop.store.database import StoreError
from workshop.store.store import PersonRow
from workshop.turn import Actor, Answer, Done

Json = Any
CommandId = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{8,64}$")]
CODE: Final = re.compile(rf"[{CODE_LETTERS}{CODE_LETTERS.lower()}]{{{CODE_LENGTH}}}")
HANDS: Final = frozenset({"RaiseHand", "LowerHand"})
LONGEST_WAIT_S: Final = 5.0
COMING_IN_A_SECOND: Final = 200.0
COMING_BACK_A_SECOND: Final = 300.0
MOST_PHONES: Final = 5000
MOST_EXPECTED: Final = 2000


@dataclass(frozen=True, slots=True)
class Join:
    """Somebody comes in, or changes their name or language; a phone that speaks for a `table` says which."""

    language: str = "en"
    name: Line = ""
    accepts: bool = False
    table: TableNumber = ""


@dataclass(frozen=True, slots=True)
class Leave:
    """Somebody goes for good; `erase`: with everything that they wrote."""

    erase: bool = False


@dataclass(frozen=True, slots=True)
class Deed:
    """A command of a person, as the phone sends it; without an activity only a hand goes up or down."""

    id: CommandId
    activity: Id | None
    name: Id
    args: dict[str, Json]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a call comes from: its address, as far as that tells, and the languages that its browser prefers."""

    source: str
    accepts: str


@dataclass(slots=True)
class Caller:
    """A phone that has been greeted: the workshop, the person, their secret, and whether they are known."""

    live: Live
    crowd: Crowd
    who: PersonRow
    token: str
    known: bool


class Refused(Exception):
    """A phone is not greeted: why, in its language, and when to come again (ms), where it may."""

    def __init__(self, code: str, message: str, after: int = 0) -> None:
        super().__init__(message)
        self.answer: dict[str, Json] = {"code": code, "message": message} | ({"after": after} if after else {})


class Callers:
    """Greets phones, and does what they ask."""

    def __init__(self, rooms: Rooms, codes: Attempts, paces: Paces) -> None:
        self.limited = 0
        self._rooms = rooms
        self._codes = codes
        self._paces = paces
        self._door = Door(COMING_IN_A_SECOND)
        self._own_door = Door(COMING_BACK_A_SECOND)  # who was in before does not stand behind a crowd of strangers
        self._crowds: dict[str, Crowd] = {}
        self._expected: OrderedDict[str, Caller] = OrderedDict()
        self._going: set[str] = set()
        rooms.on_removal(self._forget)
        rooms.forgetting.on_erasure(self._hang_up)

    async def greet(self, code: Json, token: Json, caller_from: Origin) -> Caller:
        """The phone that calls with a code and maybe a token. Raises `Refused`."""
        language = closest(caller_from.accepts)
        live = await self._find(code, token, caller_from)
        if live is None:
            text = self._rooms.speaker(language)(_("No workshop has this code. Please look at the wall again, or scan the QR code."))
            raise Refused("no-such-room", text)
        who = live.roll.recognise(token) if isinstance(token, str) and token else None
        await self._admit(live, language, self._door if who is None else self._own_door)
        if who is None:
            who, token = PersonRow(f"p{derived_id(new_token())}", "", language), new_token()
            return Caller(live, self.crowd(live), who, token, False)
        return Caller(live, self.crowd(live), who, token, True)

    async def _find(self, code: Json, token: Json, caller_from: Origin) -> Live | None:
        """The workshop of a code; whoever was in it before is found without counting as somebody who guesses."""
        if not (isinstance(code, str) and CODE.fullmatch(code)):
            return None
        live = self._rooms.known(code)
        if live is not None and isinstance(token, str) and live.roll.recognise(token):
            return live
        try:
            return await self._codes.find(caller_from.source, code.upper(), self._rooms.get)
        except TooMany as error:
            say = self._rooms.speaker(closest(caller_from.accepts))
            text = say(_("Many wrong codes come from this network just now. You will be asked in within a moment; nothing to do."))
            raise Refused("wait", text, int(1000 * error.after * random.uniform(1, 1.5))) from None

    def expect(self, caller: Caller) -> None:
        """Remembers a newcomer who has no connection that could hold them, until they come in."""
        if not caller.known:
            self._expected[caller.token] = caller
            while len(self._expected) > MOST_EXPECTED:
                self._expected.popitem(last=False)

    def recall(self, code: str, token: str) -> Caller | None:
        """The caller behind a token that was given before, in a workshop that is open."""
        live = self._rooms.known(code)
        if live is None or not token:
            return None
        who = live.roll.recognise(token)
        if who is not None:
            return Caller(live, self.crowd(live), who, token, True)
        expected = self._expected.get(token)
        return expected if expected is not None and expected.live is live else None

    async def _admit(self, live: Live, language: str, door: Door) -> None:
        if len(self.crowd(live).members) >= MOST_PHONES:
            raise Refused(
                "full", live.speaker(language)(_("This workshop has as many phones as it can take. Please share one with a neighbour."))
            )
        admitted, wait = door.turn(LONGEST_WAIT_S)
        if not admitted:
            text = live.speaker(language)(_("Many people are coming in. You will be in within a moment; nothing to do."))
            raise Refused("wait", text, int(1000 * (wait - LONGEST_WAIT_S + random.uniform(0.5, 2.5))))
        if wait:
            await asyncio.sleep(wait)

    def crowd(self, live: Live) -> Crowd:
        """The phones of a workshop."""
        code = live.row.code
        if code not in self._crowds:
            self._crowds[code] = Crowd(live)
        return self._crowds[code]

    def crowds(self) -> list[Crowd]:
        """The phones of every workshop that has some, or had."""
        return list(self._crowds.values())

    def _hang_up(self, code: str, whom: Collection[str]) -> None:
        """Phones of people who were erased by somebody else's hand are strangers from now on; who asked for it is still to hear of it."""
        if crowd := self._crowds.get(code):
            crowd.hang_up(frozenset(whom) - self._going)

    def _forget(self, live: Live) -> None:
        """A workshop is removed: its phones are hung up on, and nobody is expected in it any more."""
        if crowd := self._crowds.pop(live.row.code, None):
            crowd.close()
        self._expected = OrderedDict((token, one) for token, one in self._expected.items() if one.live is not live)

    def too_fast(self, caller: Caller) -> dict[str, Json] | None:
        """The refusal of a message that comes too soon after those before it; None when it is in time."""
        wait = self._paces.take(caller.who.id)
        if not wait:
            return None
        self.limited += 1
        rejected = Rejected(_("That was very fast. It will be sent again in a moment, by itself."), "too-fast")
        return refusal(caller, rejected) | {"after": int(wait * 1000) + 50}

    async def join(self, caller: Caller, data: Json) -> dict[str, Json]:
        """Comes in; returns the acknowledgement. Raises `BadMessage`."""
        wish = read(Join, data)
        if not wish.accepts and not caller.known:
            return refusal(caller, Rejected(_("Please read the notice and choose “Come in”."), "notice"))
        language = wish.language if wish.language in LANGUAGES else caller.who.language
        who = PersonRow(caller.who.id, wish.name or caller.who.name, language)
        if not caller.known:
            await caller.live.roll.introduce(who, caller.token)
        elif who != caller.who:
            await caller.live.reintroduce(who, caller.token)
        caller.who, caller.known = who, True
        table = wish.table or caller.live.session.tables.get(who.id, "")  # who only changes the language stays where they are
        args = {"table": table} if table else {}
        return said(caller, await caller.live.submit(_person(caller), Command(f"join-{new_token()}", None, "Join", args)))

    def do(self, caller: Caller, data: Json, then: Callable[[dict[str, Json]], None]) -> None:
        """Has a command decided; `then` gets the acknowledgement. Raises `BadMessage`."""
        deed = read(Deed, data)
        if deed.activity is None and deed.name not in HANDS:
            raise BadMessage("activity: only a hand goes up or down without one")
        answer = caller.live.put(_person(caller), Command(deed.id, deed.activity, deed.name, deed.args))
        answer.add_done_callback(lambda one: None if one.cancelled() else then(said(caller, one.result())))

    async def leave(self, caller: Caller, data: Json) -> dict[str, Json]:
        """Goes away, with everything that they wrote if they wish; returns the acknowledgement. Raises `BadMessage`."""
        wish = read(Leave, data)
        answer = await caller.live.submit(_person(caller), Command(f"leave-{new_token()}", None, "Leave", {}))
        if wish.erase and isinstance(answer, Done):
            self._going.add(caller.who.id)
            try:
                await self._rooms.forgetting.erase(caller.live.row.code, [caller.who.id], caller.who.id)
            except StoreError:
                return refusal(caller, Rejected(_("It could not be erased just now. Please try again in a moment."), "try-again"))
            finally:
                self._going.discard(caller.who.id)
            caller.who, caller.known = PersonRow(f"p{derived_id(new_token())}", "", caller.who.language), False
            caller.token = new_token()
        return said(caller, answer)


def welcome(caller: Caller) -> dict[str, Json]:
    """The first thing that a phone hears."""
    session = caller.live.session
    agenda, code, table = session.agenda, caller.live.row.code, session.tables.get(caller.who.id, "")
    return {
        "person": caller.who.id,
        "token": caller.token,
        "workshop": {"title": agenda.title, "question": agenda.question, "place": agenda.place, "people": len(session.present)},
        "language": caller.who.language,
        "now": caller.live.clock(),
        "joined": caller.who.id in session.people,
        "name": caller.who.name,
        "table": table,
        "mine": "" if table else link_path(code, secret_of(code, digest_of(caller.token))),
    }


def said(caller: Caller, answer: Answer) -> dict[str, Json]:
    """An answer as an acknowledgement."""
    return {"ok": True, "seq": answer.seq} if isinstance(answer, Done) else refusal(caller, answer)


def refusal(caller: Caller, why: Rejected) -> dict[str, Json]:
    """A rejection as an acknowledgement, in the person's language."""
    message: Message = why.message
    return {"ok": False, "code": why.code, "message": caller.live.speaker(caller.who.language)(message)}


def malformed(error: BadMessage) -> dict[str, Json]:
    """The acknowledgement of a message that cannot be read."""
    return {"ok": False, "code": "bad-message", "message": str(error)}


def _person(caller: Caller) -> Actor:
    return Actor(caller.who.id, Role.PARTICIPANT)
