"""One live workshop: commands come in through one queue, events go to the log, and screens go out at a beat.

A command is answered only after its events are on the disk. What is decided in one turn of the queue is committed together.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

from workshop.album import Album
from workshop.audience import Audience, Listener, Seat, Update
from workshop.background import Background
from workshop.beat import Beat
from workshop.blocks import encode
from workshop.checkpoints import Checkpoints
from workshop.errands import Errands
from workshop.language import Speaker, _, speaker
from workshop.messages import Command, Entry, new_token
from workshop.method import EVERYBODY, Rejected
from workshop.patience import Patience, TookTooLong
from workshop.roll import Roll
from workshop.session.events import Joined, Left
from workshop.session.history import fold
from workshop.session.reading import work_of
from workshop.session.screen import screen_of
from workshop.session.state import NOTHING, Methods, Session
from workshop.store.database import StoreError
from workshop.store.store import Conflict, PersonRow, Store, WorkshopRow, off_loop
from workshop.trusted import Trusted
from workshop.turn import MACHINE, Actor, Answer, Done, Turn, Waiting

log = logging.getLogger("palabre.live")
BATCH: Final = 256
PRESENCE: Final = frozenset({Joined.__name__, Left.__name__})
OWN_LOCALE: Final = Path(__file__).parent / "locale"


Follower = Callable[[frozenset[str]], Awaitable[None]]


class Live:
    """A workshop that is going on. Make one with `open_live`."""

    def __init__(
        self, store: Store, row: WorkshopRow, methods: Methods, clock: Callable[[], int], background: Background, patience: Patience
    ) -> None:
        self.row = row
        self.clock = clock
        self.session: Session = NOTHING
        self.roll = Roll(store, row.id)
        self.album = Album(store, row.id)
        self.connected: set[str] = set()
        self.at_console: Counter[str] = Counter()
        self._trouble = ""
        self.accepted = self.refused = 0
        self._store = store
        self._errands = Errands(background, self._hand_in)
        self._trusted = Trusted(methods, patience, lambda: self.nudge(EVERYBODY))
        self._commands: dict[str, tuple[int, str]] = {}
        self._queue: asyncio.Queue[Waiting] = asyncio.Queue()
        self._turn = asyncio.Lock()
        self._audiences: dict[Seat, Audience] = {}
        self._speakers: dict[str, Speaker] = {}
        self.beat = Beat(self._show)
        self._followers: list[Follower] = []
        self._touched: set[str] = set()
        self._era = 0
        self._checkpoints = Checkpoints(store, row.id, methods)
        self._tasks: list[asyncio.Task[None]] = []

    # What the edges call

    @property
    def methods(self) -> Methods:
        """The methods that are asked, by their names."""
        return self._trusted.methods

    def put(self, actor: Actor, command: Command) -> "asyncio.Future[Answer]":
        """Has a command decided; the future has the answer when its events are on the disk, or why nothing happened."""
        future: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._queue.put_nowait((actor, command, future))
        return future

    @property
    def names(self) -> Mapping[str, str]:
        """The names that people gave, by their ids."""
        return self.roll.names

    @property
    def hosts(self) -> tuple[str, ...]:
        """The facilitators by their ids, the one who made the workshop first."""
        return self.roll.hosts

    @property
    def trouble(self) -> str:
        """What is wrong and concerns the facilitator; "" when all is well."""
        return self._trouble or self._trusted.trouble or self._errands.trouble

    @property
    def waiting(self) -> int:
        """How many commands are in the queue."""
        return self._queue.qsize()

    async def submit(self, actor: Actor, command: Command) -> Answer:
        """Has a command decided; answers when its events are on the disk, or why nothing happened."""
        return await self.put(actor, command)

    def watch(self, seat: Seat, listener: Listener) -> Callable[[], None]:
        """Calls the listener with every update of a screen, the whole of it first; call what it returns to stop."""
        audience = self._audience(seat)
        self._audiences[seat] = audience
        audience.listeners.append(listener)
        listener(audience.whole())

        def stop() -> None:
            if listener in audience.listeners:
                audience.listeners.remove(listener)
            if not audience.listeners and self._audiences.get(seat) is audience:
                del self._audiences[seat]

        return stop

    def follow(self, follower: Follower) -> None:
        """Calls the follower after every beat with the ids of the people whose own screen may have changed."""
        self._followers.append(follower)

    def look(self, seat: Seat) -> Update:
        """The screen as it was last shown at a seat (as it is now, when nobody watches there)."""
        return self._audience(seat).whole()

    def mine(self, person: str, language: str) -> dict[str, Any]:
        """What is for one person alone, as it is now."""
        return self._blocks(Seat("person", language, person))

    def nudge(self, *people: str) -> None:
        """Has screens made again at the next beat, besides the shared ones those of some people."""
        self._touched.update(people)
        self.beat.nudge()

    def arrive(self, person: str) -> None:
        """A phone of this person is on the line."""
        self.connected.add(person)
        self.beat.stir()

    def depart(self, person: str) -> None:
        """No phone of this person is on the line any more."""
        self.connected.discard(person)
        self.beat.stir()

    async def settled(self) -> None:
        """Returns when everything that was answered so far has been shown."""
        await self.beat.settled()

    async def news(self, longest: float) -> bool:
        """Waits until the phones' screens were made anew, at most so many seconds; whether they were."""
        return await self.beat.next(longest)

    async def idle(self) -> None:
        """Returns when nothing is being computed in the background."""
        while await self._errands.done():
            await self.settled()

    def speaker(self, language: str) -> Speaker:
        """Turns words into text in a language, with the names of this workshop's people."""
        if language not in self._speakers:
            folders = (OWN_LOCALE, *sorted({method.locale for method in self.methods.values()}))
            self._speakers[language] = speaker(language, folders, lambda person: self.roll.name(person, self.session))
        return self._speakers[language]

    async def reintroduce(self, who: PersonRow, token: str) -> None:
        """Keeps a new name or language of somebody who is known."""
        before = self.names.get(who.id, "")
        await self.roll.reintroduce(who, token)
        if before != who.name:
            self.nudge(EVERYBODY)

    async def add_host(self, name: str) -> str:
        """Keeps the name of a new co-facilitator; returns the id under which they act."""
        id = await self.roll.add_host(name)
        self.nudge(EVERYBODY)
        return id

    @asynccontextmanager
    async def still(self) -> AsyncIterator[None]:
        """Nothing is decided, computed or kept meanwhile; afterwards the log is read anew, as words may have been erased from it."""
        async with self._turn:
            self._era += 1
            await self._errands.stop()
            await self._checkpoints.forgotten()
            try:
                yield
            finally:
                await self._refold()
                self.album.forget()
                await self.roll.load()
        self.nudge(EVERYBODY)

    async def entries(self) -> list[Entry]:
        """The whole log."""
        found: list[Entry] = await off_loop(self._store.entries, self.row.id)
        return found

    # Life

    async def load(self) -> None:
        """Reads the log (from the last checkpoint on) and starts the queue and the beat."""
        self.session = await self._checkpoints.load()
        self._commands = await off_loop(self._store.commands, self.row.id)
        await self.roll.load()
        await self.album.tidy(self.session.pictures)
        self._tasks = [asyncio.create_task(self._serve()), asyncio.create_task(self.beat.run())]
        self.nudge(EVERYBODY)

    async def close(self) -> None:
        """Ends the tasks and keeps a checkpoint."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._errands.close()
        await self._checkpoints.close(self.session)

    # The queue

    async def _serve(self) -> None:
        while True:
            batch = [await self._queue.get()]
            while len(batch) < BATCH and not self._queue.empty():
                batch.append(self._queue.get_nowait())
            try:
                async with self._turn:
                    await self._handle(batch)
            except Exception:
                log.exception("the queue of %s failed on a batch; it goes on with the next", self.row.code)
                for _actor, _command, future in batch:
                    _answer(future, Rejected(_("That could not be done. Please try again."), "try-again"))

    async def _handle(self, batch: list[Waiting]) -> None:
        """Decides a batch on the state that it would leave, commits it, and only then answers."""
        turn = Turn(self._trusted, self.session, self._commands, self.clock())
        for waiting in batch:
            if self._is_late(waiting):
                _answer(waiting[2], _not_saved())
            elif not turn.take(waiting):
                self._queue.put_nowait(waiting)
        saved = not turn.entries or await self._commit(turn)
        for future, answer in turn.answers:
            _answer(future, answer if saved or isinstance(answer, Rejected) else _not_saved())
        accepted = sum(isinstance(answer, Done) for _future, answer in turn.answers) if saved else 0
        self.accepted, self.refused = self.accepted + accepted, self.refused + len(turn.answers) - accepted
        if not turn.entries:
            return
        self._touched |= turn.touched
        if all(entry.type in PRESENCE for entry in turn.entries):
            self.beat.stir()
        else:
            self.beat.nudge()

    async def _hand_in(self, activity: str, command: str, args: Mapping[str, Any]) -> None:
        await self.submit(MACHINE, Command(f"work-{self._era}-{new_token()}", activity, command, args))

    def _is_late(self, waiting: Waiting) -> bool:
        """Whether the machine answers with what it was told before words were erased; it is asked again."""
        actor, command, _future = waiting
        return actor is MACHINE and command.id.startswith("work-") and not command.id.startswith(f"work-{self._era}-")

    async def _commit(self, turn: Turn) -> bool:
        try:
            await self._store.append(self.row.id, self.session.seq, turn.entries)
        except Conflict:
            await self._refold()
            return False
        except StoreError as error:
            log.error("%s: %s", self.row.code, error)
            self._trouble = str(error)
            return False
        self.session, self._trouble = turn.session, ""
        if turn.refold:
            self.session = await asyncio.to_thread(fold, self.methods, await self.entries())
        self._commands |= turn.commands
        self._checkpoints.grown(self.session)
        return True

    async def _refold(self) -> None:
        self.session = await asyncio.to_thread(fold, self.methods, await self.entries())
        self._commands = await off_loop(self._store.commands, self.row.id)

    # The beat

    async def _show(self, rooms: bool) -> None:
        touched, self._touched = frozenset(self._touched), set()
        for seat, audience in tuple(self._audiences.items()):
            if rooms or seat.role in ("wall", "console"):
                audience.show(self.beat.number, self._screen_id(), self._blocks(seat))
        for follower in self._followers:
            await follower(touched)
        self._errands.start(self.session.current, work_of(self.methods, self.session))

    def _blocks(self, seat: Seat) -> dict[str, Any]:
        viewer = seat.viewer(len(self.session.present))
        try:
            with self._trusted.asked(self.session):
                return encode(screen_of(self.methods, self.session, viewer), self.speaker(seat.language))
        except TookTooLong:
            return {}

    def _audience(self, seat: Seat) -> Audience:
        audience = self._audiences.get(seat)
        if audience is None:
            audience = Audience(seat)
            audience.show(max(1, self.beat.number), self._screen_id(), self._blocks(seat))
        return audience

    def _screen_id(self) -> str:
        return self.session.current if self.session.stage == "open" else ""


async def open_live(
    store: Store, row: WorkshopRow, methods: Methods, clock: Callable[[], int], background: Background, patience: Patience
) -> Live:
    """The live workshop of a row, where it was left."""
    live = Live(store, row, methods, clock, background, patience)
    await live.load()
    return live


def _not_saved() -> Rejected:
    return Rejected(_("It could not be saved just now. It will be sent again."), "try-again")


def _answer(future: "asyncio.Future[Answer]", answer: Answer) -> None:
    if not future.done():
        future.set_result(answer)
