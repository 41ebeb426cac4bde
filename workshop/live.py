"""One live workshop: commands come in through one queue, events go to the log, and screens go out at a beat.

A command is answered only after its events are on the disk. What is decided in one turn of the queue is committed together.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from workshop.album import Album
from workshop.audience import Audience, Listener, Seat, Update
from workshop.background import Background
from workshop.beat import Beat
from workshop.blocks import encode
from workshop.checkpoints import Checkpoints
from workshop.erasure import erased, event_of
from workshop.errands import Errands
from workshop.language import Speaker, _, speaker
from workshop.messages import Command, Entry, derived_id, new_token, write
from workshop.method import EVERYBODY, Context, Rejected, Role
from workshop.patience import Patience, TookTooLong
from workshop.record.events import held_by
from workshop.roll import Roll
from workshop.session.events import Joined, Left, TakenBack
from workshop.session.history import evolve, fold
from workshop.session.presence import Draft
from workshop.session.reading import work_of
from workshop.session.rules import decide
from workshop.session.screen import screen_of
from workshop.session.state import HOST, NOTHING, SYSTEM, Methods, Session
from workshop.store.database import StoreError
from workshop.store.store import Conflict, PersonRow, Store, WorkshopRow, off_loop

log = logging.getLogger("palabre.live")
BATCH: Final = 256
PRESENCE: Final = frozenset({Joined.__name__, Left.__name__})
OWN_LOCALE: Final = Path(__file__).parent / "locale"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who sends a command."""

    id: str
    role: Role


FACILITATOR: Final = Actor(f"{HOST}1", Role.FACILITATOR)
MACHINE: Final = Actor(SYSTEM, Role.SYSTEM)


@dataclass(frozen=True, slots=True)
class Done:
    """The command is in the log, at `seq`."""

    seq: int


Answer = Done | Rejected
Waiting = tuple[Actor, Command, "asyncio.Future[Answer]"]
Follower = Callable[[frozenset[str]], Awaitable[None]]


class Live:
    """A workshop that is going on. Make one with `open_live`."""

    def __init__(
        self, store: Store, row: WorkshopRow, methods: Methods, clock: Callable[[], int], background: Background, patience: Patience
    ) -> None:
        self.row = row
        self.methods = methods
        self.clock = clock
        self.session: Session = NOTHING
        self.roll = Roll(store, row.id)
        self.album = Album(store, row.id)
        self.connected: set[str] = set()
        self.at_console: Counter[str] = Counter()
        self._trouble = self._stuck = ""
        self.accepted = self.refused = 0
        self._store = store
        self._errands = Errands(background, self._hand_in)
        self._patience = patience
        self._commands: dict[str, tuple[int, str]] = {}
        self._queue: asyncio.Queue[Waiting] = asyncio.Queue()
        self._turn = asyncio.Lock()
        self._audiences: dict[Seat, Audience] = {}
        self._speakers: dict[str, Speaker] = {}
        self.beat = Beat(self._show)
        self._followers: list[Follower] = []
        self._touched: set[str] = set()
        self._checkpoints = Checkpoints(store, row.id, methods)
        self._tasks: list[asyncio.Task[None]] = []

    # What the edges call

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
        return self._trouble or self._stuck or self._errands.trouble

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

    async def erase(self, person: str) -> None:
        """Takes everything that somebody wrote, and their name, out of the log, and forgets their phone. What they tapped stays."""
        async with self._turn:
            log = await self.entries()
            held = held_by(log)
            changed = [(one, erased(one, event_of(self.methods, held, one))) for one in log if one.actor == person]
            await self._store.erase(self.row.id, person, [after for before, after in changed if after != before])
            self.session = await asyncio.to_thread(fold, self.methods, await self.entries())
            self._checkpoints.forgotten()
        self.album.forget()
        self.roll.forget(person)
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
        session, entries, touched = self.session, list[Entry](), set[str]()
        fresh: dict[str, tuple[int, str]] = {}
        answers: list[tuple[asyncio.Future[Answer], Answer]] = []
        refold = False
        for actor, command, future in batch:
            known = fresh.get(command.id) or self._commands.get(command.id)
            if known is not None:
                answers.append((future, _same(known, actor)))
                continue
            if refold:  # decided on the state after the undo, in a turn of its own
                self._queue.put_nowait((actor, command, future))
                continue
            decided = self._decided(session, actor, command)
            if isinstance(decided, Rejected):
                answers.append((future, decided))
                continue
            session, drafts, made = decided
            entries += made
            refold = any(entry.type == TakenBack.__name__ for entry in made)
            touched |= self._touched_by(session, actor, drafts)
            fresh[command.id] = (session.seq, actor.id)
            answers.append((future, Done(session.seq)))
        if entries and not await self._commit(session, entries, fresh, refold):
            answers = [(future, _not_saved() if isinstance(answer, Done) else answer) for future, answer in answers]
        for future, answer in answers:
            _answer(future, answer)
        accepted = sum(isinstance(answer, Done) for _future, answer in answers)
        self.accepted, self.refused = self.accepted + accepted, self.refused + len(answers) - accepted
        if entries:
            self._touched |= touched
            if all(entry.type in PRESENCE for entry in entries):
                self.beat.stir()
            else:
                self.beat.nudge()

    def _decided(self, session: Session, actor: Actor, command: Command) -> tuple[Session, Sequence[Draft], list[Entry]] | Rejected:
        """What comes of a command, and the state after it; a method that does not come to an end is interrupted."""
        now = self.clock()
        try:
            with self._patience:
                drafts = decide(self.methods, session, command, self._context(session, actor, command, now))
                if isinstance(drafts, Rejected):
                    return drafts
                made = list(_entries(drafts, session.seq, command.id, now, actor))
                for entry in made:
                    session = evolve(self.methods, session, entry)
        except TookTooLong:
            return Rejected(_("That could not be done. Please try again."), "method-failed")
        finally:
            self._set_aside()
        return session, drafts, made

    def _set_aside(self) -> None:
        """Goes on without the method of the running step, if it was interrupted."""
        activity = self.session.activity
        if not self._patience.ran_out or activity is None:
            return
        self._patience.ran_out = False
        name = activity.step.method
        log.error("the method %s of %s did not come to an end and is not asked any more", name, self.row.code)
        self.methods = {one: method for one, method in self.methods.items() if one != name}
        self._stuck = f"{activity.step.title}: {name}: {TookTooLong()}"
        self.nudge(EVERYBODY)

    async def _hand_in(self, activity: str, command: str, args: Mapping[str, Any]) -> None:
        await self.submit(MACHINE, Command(f"work-{new_token()}", activity, command, args))

    async def _commit(self, session: Session, entries: list[Entry], fresh: dict[str, tuple[int, str]], refold: bool) -> bool:
        try:
            await self._store.append(self.row.id, self.session.seq, entries)
        except Conflict:
            self.session = fold(self.methods, await self.entries())
            self._commands = await off_loop(self._store.commands, self.row.id)
            return False
        except StoreError as error:
            log.error("%s: %s", self.row.code, error)
            self._trouble = str(error)
            return False
        if refold:
            log_so_far = await self.entries()
            session = await asyncio.to_thread(fold, self.methods, log_so_far)
        self.session, self._trouble = session, ""
        self._commands |= fresh
        self._checkpoints.grown(session)
        return True

    def _context(self, session: Session, actor: Actor, command: Command, now: int) -> Context:
        fresh = derived_id(session.code, command.id)
        return Context(now, actor.id, actor.role, session.present, fresh, int(fresh[:8], 16), session.tables)

    def _touched_by(self, session: Session, actor: Actor, drafts: Iterable[Draft]) -> set[str]:
        touched = {actor.id}
        for activity, event in drafts:
            running = session.activities[activity] if activity else None
            method = self.methods.get(running.step.method) if running else None
            if actor.role is not Role.PARTICIPANT and (method is None or type(event) not in method.looking):
                return {EVERYBODY}
            if running is not None and method is not None:
                touched.update(method.touches(running.state, event))
        return touched

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
            with self._patience:
                return encode(screen_of(self.methods, self.session, viewer), self.speaker(seat.language))
        except TookTooLong:
            return {}
        finally:
            self._set_aside()

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


def _entries(drafts: Iterable[Draft], seq: int, command: str, now: int, actor: Actor) -> Iterable[Entry]:
    for place, (activity, event) in enumerate(drafts):
        id = f"{command}/{place}" if place else command
        yield Entry(seq + place + 1, id, now, actor.id, activity, type(event).__name__, write(event))


def _same(known: tuple[int, str], actor: Actor) -> Answer:
    seq, who = known
    return Done(seq) if who == actor.id else Rejected(_("That was sent twice by two phones. Please send it again."), "id-taken")


def _not_saved() -> Rejected:
    return Rejected(_("It could not be saved just now. It will be sent again."), "try-again")


def _answer(future: "asyncio.Future[Answer]", answer: Answer) -> None:
    if not future.done():
        future.set_result(answer)
