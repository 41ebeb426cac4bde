"""A whole workshop with simulated people: real phones over real sockets, and a facilitator who presses Next.

People act through their method's `rehearse`, from nothing but what their screen shows. A phase is over when nobody has anything
left to do; then the facilitator acts, and goes on.
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from itertools import cycle
from random import Random
from typing import Any, Final

from workshop.agenda import Agenda
from workshop.app import App
from workshop.audience import Seat
from workshop.live import Live
from workshop.messages import Command, Entry, new_token
from workshop.method import Do, Method, Rejected, Sight
from workshop.rehearsal.phone import Phone
from workshop.turn import FACILITATOR, Done

TURNS: Final = 60
STEPS: Final = 400


class RehearsalError(RuntimeError):
    """The rehearsal came to a dead end; the text says where."""


@dataclass(slots=True)
class Report:
    """What happened: the log, and how many commands were accepted and refused, by name."""

    code: str
    live: Live
    entries: list[Entry] = field(default_factory=list)
    done: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)


Progress = Callable[[str, int, int], None]


async def rehearse(app: App, url: str, agenda: Agenda, people: int, seed: int, texts: Sequence[str], progress: Progress) -> Report:
    """Runs a new workshop from the lobby to its end. Raises `RehearsalError` when it cannot go on."""
    return await hold(await app.rooms.create(agenda), url, people, seed, texts, {}, progress)


async def hold(
    live: Live, url: str, people: int, seed: int, texts: Sequence[str], own: Mapping[str, Sequence[str]], progress: Progress
) -> Report:
    """Runs a workshop that is there, likewise; `own` are the texts that people write in some steps, in place of the others."""
    agenda = live.session.agenda
    await _host(live, "OpenRoom")
    phones = [Phone(number, url, live.row.code) for number in range(1, people + 1)]
    words = {step: cycle(said) for step, said in own.items()}
    lengths = {step: len(said) for step, said in own.items()}
    room = Rehearsal(live, phones, Random(seed), cycle(texts), Report(live.row.code, live), len(texts), words, lengths)
    late = people // 10
    try:
        await asyncio.gather(*(_come_in(phone) for phone in phones[: people - late]))
        for step in range(1, STEPS):
            if live.session.stage == "closed":
                room.report.entries = await live.entries()
                return room.report
            await room.go_on()
            if step == 2:  # some always come late
                await asyncio.gather(*(_come_in(phone) for phone in phones[people - late :]))
            if live.session.activity is not None:
                progress(live.session.activity.step.title, agenda.steps.index(live.session.activity.step) + 1, len(agenda.steps))
            await room.act()
        raise RehearsalError(f"The workshop did not end within {STEPS} moves; it hangs in {live.session.current!r}.")
    finally:
        await asyncio.gather(*(phone.close() for phone in phones))


@dataclass(slots=True)
class Rehearsal:
    """The people of a rehearsal and their facilitator."""

    live: Live
    phones: list[Phone]
    random: Random
    texts: "cycle[str]"
    report: Report
    written: int
    own: Mapping[str, "cycle[str]"] = field(default_factory=dict)
    lengths: Mapping[str, int] = field(default_factory=dict)

    async def act(self) -> None:
        """Lets everybody do what they have to do, until nobody has."""
        for _turn in range(TURNS):
            await self.live.settled()
            joined = [phone for phone in self.phones if phone.person]
            await asyncio.gather(*(phone.refresh() for phone in joined))
            deeds = await asyncio.gather(*(self._act_one(phone) for phone in joined))
            await self.live.settled()
            hosted = await self._act_facilitator() if not any(deeds) else 0
            if not any(deeds) and not hosted:
                return
        raise RehearsalError(f"In {self.live.session.current!r}, people still act after {TURNS} turns.")

    async def go_on(self) -> None:
        """Presses Next; waits for what is computed in the background first."""
        answer = await _host(self.live, "Next")
        if isinstance(answer, Rejected):
            raise RehearsalError(f"In {self.live.session.current!r}, Next is refused: {self.live.speaker('en')(answer.message)}")
        self.report.done["Next"] += 1
        await self.live.settled()
        await self.live.idle()

    async def _act_one(self, phone: Phone) -> int:
        method = self._method()
        if method is None:
            return 0
        accepted = 0
        share, more = divmod(self._written(), len(self.phones))
        share = max(1, share + (phone.number <= more))
        for deed in method.rehearse(Sight(phone.number, phone.screen, self.random, self._words, share, self._language, self._today)):
            answer = await phone.do(deed.command, deed.args)
            accepted += self._count(deed, bool(answer["ok"]), str(answer.get("code")))
        return accepted

    async def _act_facilitator(self) -> int:
        method, accepted = self._method(), 0
        if method is None:
            return 0
        seen = self.live.look(Seat("console", "en")).blocks
        for deed in method.rehearse(Sight(0, seen, self.random, self._words, language=self._language, today=self._today)):
            answer = await _host(self.live, deed.command, deed.args, self.live.session.current)
            accepted += self._count(deed, isinstance(answer, Done), "" if isinstance(answer, Done) else answer.code)
        await self.live.settled()
        await self.live.idle()
        return accepted

    def _count(self, deed: Do, ok: bool, code: str) -> int:
        (self.report.done if ok else self.report.refused)[deed.command if ok else f"{deed.command}: {code}"] += 1
        return int(ok)

    def _method(self) -> Method | None:
        activity = self.live.session.activity
        return self.live.methods.get(activity.step.method) if activity and self.live.session.stage == "open" else None

    def _words(self) -> str:
        return next(self.own.get(self.live.session.current, self.texts))

    def _written(self) -> int:
        """How many texts all of them have to write in a step."""
        return self.lengths.get(self.live.session.current, self.written)

    @property
    def _language(self) -> str:
        return self.live.session.agenda.language

    @property
    def _today(self) -> date:
        return datetime.fromtimestamp(self.live.clock() / 1000, UTC).date()


async def _come_in(phone: Phone) -> None:
    await phone.connect()
    answer = await phone.join()
    if not answer["ok"]:
        raise RehearsalError(f"Phone {phone.number} was not let in: {answer['message']}")


async def _host(live: Live, name: str, args: Any = None, activity: str | None = None) -> Done | Rejected:
    return await live.submit(FACILITATOR, Command(f"host-{new_token()}", activity, name, args or {}))
