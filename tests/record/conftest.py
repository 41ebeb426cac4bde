"""A small workshop with two small methods, driven without a database: its log has digests like any other."""

import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from workshop.agenda import parse
from workshop.blocks import Bar, Block, Card, Cards, Graph, Heading, Node, Outline, Tally
from workshop.blocks import Entry as Line
from workshop.chain import START, link, payload_digest
from workshop.language import Speaker, _
from workshop.messages import Command, Entry, Paragraph, derived_id, write
from workshop.method import ANYBODY, FACILITATORS, Context, Item, Method, Rejected, Role
from workshop.session.events import Created, TakenBack
from workshop.session.history import evolve, fold
from workshop.session.rules import decide
from workshop.session.state import NOTHING, Session

TEMPLATE = """
title = "A square for all"
language = "en"
question = "What should our square become?"
place = "Town hall"
timezone = "Europe/Brussels"

[[steps]]
id = "ideas"
method = "ideas"
title = "Ideas"
minutes = 12

[[steps]]
id = "choice"
method = "ballot"
title = "Choice"
from = "ideas"
minutes = 5

[[steps]]
id = "end"
method = "ideas"
title = "Last words"
"""


@dataclass(frozen=True)
class Settings:
    """Nothing to set."""


@dataclass(frozen=True)
class Say:
    text: Paragraph


@dataclass(frozen=True)
class Said:
    id: str
    text: str


@dataclass(frozen=True)
class Break:
    pass


@dataclass(frozen=True)
class Broke:
    pass


Ideas = tuple[Said, ...]


def _say(state: Ideas, command: Say | Break, context: Context) -> Sequence[Any]:
    return [Broke()] if isinstance(command, Break) else [Said(context.id, command.text)]


def _said(state: Ideas, event: Said | Broke) -> Ideas:
    if isinstance(event, Broke):
        raise RuntimeError(f"broken at {object()}")
    return (*state, event)


def _list(state: Ideas) -> Sequence[Block]:
    nodes = (Node("topic", "The square", 900, 400, 0), *(Node(one.id, one.text, 300, 200, 1, "topic") for one in state))
    lines = tuple(Line(one.id, one.text) for one in state)
    return (
        Heading(id="h", text=_("Ideas")),
        Cards(id="cards", items=tuple(Card(one.id, one.text) for one in state), empty=_("Nobody said anything.")),
        *((Graph(id="map", items=nodes), Outline(id="list", items=lines)) if state else ()),
    )


@dataclass(frozen=True)
class Vote:
    option: str


@dataclass(frozen=True)
class Voted:
    person: str
    option: str


@dataclass(frozen=True)
class Reveal:
    pass


@dataclass(frozen=True)
class Revealed:
    totals: dict[str, int]


@dataclass(frozen=True)
class Ballot:
    items: tuple[Item, ...]
    votes: Mapping[str, str] = field(default_factory=dict)
    totals: Mapping[str, int] = field(default_factory=dict)


def _vote(state: Ballot, command: Vote | Reveal, context: Context) -> Sequence[Any]:
    if isinstance(command, Vote):
        return [Voted(context.actor, command.option)]
    given = list(state.votes.values())
    return [Revealed({option: given.count(option) for option in sorted(set(given))})]


def _voted(state: Ballot, event: Voted | Revealed) -> Ballot:
    if isinstance(event, Voted):
        return replace(state, votes={**state.votes, event.person: event.option})
    return replace(state, totals=event.totals)


def _count(state: Ballot) -> Sequence[Block]:
    bars = tuple(Bar(one.id, one.text, state.totals.get(one.id, 0)) for one in state.items)
    return (Tally(id="tally", items=bars, label=_("Votes")),)


def _decide(state: Ballot) -> Sequence[Item]:
    if not state.totals:
        return ()
    best = max(state.items, key=lambda one: state.totals.get(one.id, 0))
    facts = {"outcome": "agreed", "review_date": "2027-03-21"}
    return (Item("decision-1", "decision", f"We do: {best.text}", (best.id,), state.totals[best.id], facts),)


HERE = sys.modules[__name__]
IDEAS = Method(
    name="ideas", title=_("Ideas, said"), purpose=_("To gather."), settings=Settings, commands={Say: ANYBODY, Break: FACILITATORS},
    events=(Said, Broke), start=lambda settings, items, seed: (), decide=_say, evolve=_said, view=lambda state, viewer: (),
    record=_list, module=HERE, yields=frozenset({"idea"}),
    results=lambda state: [Item(one.id, "idea", one.text, (), 1) for one in state],
)  # fmt: skip
BALLOT = Method(
    name="ballot", title=_("Ballot"), purpose=_("To choose."), settings=Settings, commands={Vote: ANYBODY, Reveal: FACILITATORS},
    events=(Voted, Revealed), start=lambda settings, items, seed: Ballot(items), decide=_vote, evolve=_voted,
    view=lambda state, viewer: (), record=_count, results=_decide, module=HERE, takes=frozenset({"idea"}),
    yields=frozenset({"decision"}), secret=frozenset({Voted}),
)  # fmt: skip
METHODS = {"ideas": IDEAS, "ballot": BALLOT}


class Workshop:
    """Sends commands to the session and keeps the log; half a minute passes with every command."""

    def __init__(self, template: str = TEMPLATE, methods: Mapping[str, Method] = METHODS) -> None:
        self.methods = methods
        self.session: Session = NOTHING
        self.entries: list[Entry] = []
        self.now = 1_795_000_000_000
        self._append([(None, Created("ABC234", parse(template, methods)))], "created", "system")

    def host(self, name: str, **args: Any) -> None:
        """The facilitator does something."""
        self._do("host:1", Role.FACILITATOR, None, name, args)

    def step(self, name: str, **args: Any) -> None:
        """The facilitator does something in the running step."""
        self._do("host:1", Role.FACILITATOR, self.session.current, name, args)

    def join(self, *people: str) -> None:
        """People come in."""
        for person in people:
            self._do(person, Role.PARTICIPANT, None, "Join", {})

    def does(self, person: str, name: str, **args: Any) -> None:
        """Somebody in the room does something in the running step."""
        self._do(person, Role.PARTICIPANT, self.session.current, name, args)

    def append(self, activity: str | None, type: str, payload: dict[str, Any]) -> None:
        """A line as it is, of whatever version of the software."""
        self._chain(Entry(len(self.entries) + 1, f"raw-{len(self.entries)}", self.now, "host:1", activity, type, payload))

    def _do(self, actor: str, role: Role, activity: str | None, name: str, args: Mapping[str, Any]) -> None:
        self.now += 30_000
        id = f"c{len(self.entries)}"
        fresh = derived_id("ABC234", id)
        context = Context(self.now, actor, role, self.session.present, fresh, int(fresh[:8], 16))
        drafts = decide(self.methods, self.session, Command(id, activity, name, args), context)
        assert not isinstance(drafts, Rejected), drafts
        self._append(drafts, id, actor)

    def _append(self, drafts: Sequence[tuple[str | None, object]], id: str, actor: str) -> None:
        for place, (activity, event) in enumerate(drafts):
            at = f"{id}/{place}" if place else id
            self._chain(Entry(len(self.entries) + 1, at, self.now, actor, activity, type(event).__name__, write(event)))

    def _chain(self, entry: Entry) -> None:
        salt = derived_id("salt", str(entry.seq))
        hashed = replace(entry, salt=salt, payload_digest=payload_digest(salt, entry.payload or {}))
        before = self.entries[-1].digest if self.entries else START
        self.entries.append(replace(hashed, digest=link(before, hashed)))
        again = entry.type == TakenBack.__name__
        self.session = fold(self.methods, self.entries) if again else evolve(self.methods, self.session, self.entries[-1])


def say_in(language: str) -> Speaker:
    """English, whatever is asked for, with names that no record may show."""
    return Speaker(language, (), lambda person: f"Name of {person}")


def held() -> Workshop:
    """A workshop from its first line to its last."""
    w = Workshop()
    w.host("OpenRoom")
    w.join("ana", "bo", "cy")
    w.host("TakeNote", text="The sound is *bad*.")
    w.host("Next")
    w.does("ana", "Say", text="# More trees\n- and shade")
    w.does("bo", "Say", text="=A stage | for <b>all</b>")
    w.step("Say", text="A slip of the tongue")
    w.host("Undo")
    w.host("TakeNote", text="Two ideas are enough.")
    w.host("Next")
    for person in ("ana", "bo", "cy"):
        w.does(person, "Vote", option=w.session.activities["choice"].state.items[0 if person != "cy" else 1].id)
    w.step("Reveal")
    w.host("Close")
    return w


@pytest.fixture
def methods() -> Mapping[str, Method]:
    """The two small methods."""
    return METHODS


@pytest.fixture
def speakers() -> Callable[[str], Speaker]:
    """What a record is said with."""
    return say_in


@pytest.fixture
def workshop() -> Workshop:
    """A workshop that nobody has come to."""
    return Workshop()


@pytest.fixture
def log() -> list[Entry]:
    """The log of a workshop that was held."""
    return held().entries
