"""Dot vote: everybody gives a few dots to what matters most to them.

Use it to choose among ideas or groups when a tendency is enough: five minutes, for any number of people. Everybody has the same
number of dots, and may change them until the facilitator shows the result. The ballot is secret, also from the facilitator:
before the result only the number of people who voted is seen, and the record has totals, never who voted what. Where fewer people
voted than a ballot needs to stay secret (five, unless set otherwise), no totals are shown. Not for binding public elections.
"""

import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, assert_never

from immutables import Map
from pydantic import Field

from workshop.blocks import Bar, Block, Dot, Dots, Heading, Progress, Tally, Text
from workshop.language import Message, Words, _, n_
from workshop.messages import Id, Line, derived_id
from workshop.method import (
    EVERYBODY,
    FACILITATORS,
    PARTICIPANTS,
    Context,
    Do,
    Item,
    Method,
    Move,
    Moves,
    Rejected,
    Sight,
    Viewer,
)


@dataclass(frozen=True)
class Settings:
    """How many dots, how many of them on one option, and how many options go on."""

    question: Line = ""
    dots: Annotated[int, Field(ge=1, le=50)] = 3
    most: Annotated[int, Field(ge=1, le=50)] = 1
    keep: Annotated[int, Field(ge=1, le=50)] = 3
    least_ballots: Annotated[int, Field(ge=1, le=50)] = 5


@dataclass(frozen=True)
class Place:
    """Have this many dots on an option from now on."""

    option: Id
    dots: Annotated[int, Field(ge=0, le=50)]


@dataclass(frozen=True)
class Show:
    """End the vote and show the result."""


@dataclass(frozen=True)
class Reopen:
    """Let people change their dots again."""


@dataclass(frozen=True)
class Placed:
    """Secret: how many dots somebody has on an option."""

    by: Id
    option: Id
    dots: int


@dataclass(frozen=True)
class Counted:
    """The vote ended: how many voted, and the dots of each option; no dots where too few voted."""

    voters: int
    dots: dict[str, int]


@dataclass(frozen=True)
class Reopened:
    """The vote goes on."""


Command = Place | Show | Reopen
Event = Placed | Counted | Reopened


@dataclass(frozen=True)
class State:
    """The options, the ballots (person -> option -> dots), and the result once it is there.

    `newer` are the options that came after the result: they can be chosen when the vote is reopened.
    """

    settings: Settings
    options: tuple[Item, ...]
    seed: int = 0
    newer: tuple[Item, ...] | None = None
    ballots: Map[str, Map[str, int]] = Map()
    result: Counted | None = None


def start(settings: Settings, items: tuple[Item, ...], seed: int) -> State:
    """What the step before yields is what can be chosen."""
    return State(settings, items, seed)


def receive(state: State, items: tuple[Item, ...]) -> State:
    """Options that came or went since; dots on what is gone count no more."""
    return replace(state, options=items) if state.result is None else replace(state, newer=items)


def decide(state: State, command: Command, context: Context) -> Sequence[Event] | Rejected:
    """Nobody has more dots than the others; after the result nothing moves."""
    match command:
        case Place(option, dots):
            return _place(state, option, dots, context.actor)
        case Show():
            return [] if state.result else [_count(state)]
        case Reopen():
            return [Reopened()] if state.result else []
        case _:
            assert_never(command)


def _place(state: State, option: str, dots: int, person: str) -> Sequence[Event] | Rejected:
    settings, own = state.settings, ballot_of(state, person)
    if state.result:
        return Rejected(_("The vote has ended. Look at the result on the wall."), "ended")
    if option not in {item.id for item in state.options}:
        return Rejected(_("This cannot be chosen any more."), "gone")
    if dots > settings.most:
        text = n_("At most {count} dot can stand on one choice.", "At most {count} dots can stand on one choice.", settings.most)
        return Rejected(text, "too-many")
    if sum(own.values()) - own.get(option, 0) + dots > settings.dots:
        text = n_(
            "You have {count} dot. Take it back to place it elsewhere.",
            "You have {count} dots. Take one back to place it elsewhere.",
            settings.dots,
        )
        return Rejected(text, "none-left")
    return [Placed(person, option, dots)] if own.get(option, 0) != dots else []


def ballot_of(state: State, person: str) -> dict[str, int]:
    """The dots of a person on the options that are there."""
    own = state.ballots.get(person, Map())
    return {item.id: own[item.id] for item in state.options if own.get(item.id)}


def _count(state: State) -> Counted:
    ballots = [ballot for person in state.ballots if (ballot := ballot_of(state, person))]
    enough = len(ballots) >= state.settings.least_ballots
    return Counted(len(ballots), {item.id: sum(b.get(item.id, 0) for b in ballots) for item in state.options} if enough else {})


def evolve(state: State, event: Event) -> State:
    """A new number of dots takes the place of the one before."""
    match event:
        case Placed(by, option, dots):
            return replace(state, ballots=state.ballots.set(by, state.ballots.get(by, Map()).set(option, dots)))
        case Counted():
            return replace(state, result=event)
        case Reopened():
            return replace(state, result=None, options=state.options if state.newer is None else state.newer, newer=None)
        case _:
            assert_never(event)


def view(state: State, viewer: Viewer) -> Sequence[Block]:
    """While it lasts: one's own dots, and how many have voted. Then the result, everywhere."""
    if viewer.role == "person":
        return () if state.result else (_dots(state, viewer.person),)
    heading = Heading(id="question", pos=10, text=_question(state))
    if state.result is None:
        return (heading, *_waiting(state, viewer))
    return (heading, Text(id="outcome", pos=15, text=outcome(state)), *_tally(state))


def _question(state: State) -> Words:
    return state.settings.question or _("What matters most to you?")


def _dots(state: State, person: str) -> Block:
    own, settings = ballot_of(state, person), state.settings
    items = tuple(Dot(item.id, item.text, own.get(item.id, 0)) for item in state.options)
    left = settings.dots - sum(own.values())
    label = n_("{count} dot left", "{count} dots left", left)
    return Dots(id="dots", pos=20, items=items, command="Place", left=left, most=settings.most, label=label)


def _waiting(state: State, viewer: Viewer) -> Sequence[Block]:
    voters = _voters(state)
    secret = _("The vote is secret, also from the facilitator. You can change your dots until the result is shown.")
    progress = Progress(id="progress", pos=40, done=voters, of=max(viewer.here, voters), label=_("have voted"))
    options = tuple(Bar(item.id, item.text, 0) for item in state.options)
    blocks: list[Block] = [Text(id="secret", pos=30, text=secret, tone="soft"), progress]
    if viewer.role != "room":
        blocks.append(Tally(id="options", pos=35, items=options, label=_("To choose from")))
    if viewer.role == "console" and voters < state.settings.least_ballots:
        text = n_(
            "With fewer than {count} ballot no result is shown: it would not stay secret.",
            "With fewer than {count} ballots no result is shown: it would not stay secret.",
            state.settings.least_ballots,
        )
        blocks.append(Text(id="few", pos=45, text=text, tone="now"))
    return blocks


def _voters(state: State) -> int:
    return sum(bool(ballot_of(state, person)) for person in state.ballots)


def _tally(state: State) -> Sequence[Block]:
    if not state.result or not state.result.dots:
        return ()
    kept = {item.id for item in kept_of(state)}
    bars = tuple(
        Bar(item.id, item.text, state.result.dots.get(item.id, 0), tone="good" if item.id in kept else "") for item in ranked(state)
    )
    return (Tally(id="tally", pos=20, items=bars, label=_("Dots")),)


def ranked(state: State) -> list[Item]:
    """The options, those with most dots first; as they came where no totals are known."""
    dots = state.result.dots if state.result else {}
    return sorted(state.options, key=lambda item: -dots.get(item.id, 0))


def kept_of(state: State) -> list[Item]:
    """The options that go on: the first ones, and all that have as many dots as the last of them; all where no totals are known."""
    order, dots = ranked(state), state.result.dots if state.result else {}
    if not dots or len(order) <= state.settings.keep:
        return order
    border = dots.get(order[state.settings.keep - 1].id, 0)
    return [item for item in order if dots.get(item.id, 0) >= max(border, 1)]


def outcome(state: State) -> Message:
    """The result in a sentence."""
    voters = state.result.voters if state.result else 0
    people = n_("{count} person voted.", "{count} people voted.", voters)
    if not state.result or not state.result.dots:
        return _("{people} That is too few for a secret vote: no totals are shown, and every option goes on.", people=people)
    kept = len(kept_of(state))
    if not kept:
        return _("{people} Nothing was chosen.", people=people)
    if kept > state.settings.keep:
        tie = n_("{count} option goes on, because of a tie.", "{count} options go on, because the last ones are tied.", kept)
        return _("{people} {tie}", people=people, tie=tie)
    return _("{people} {kept}", people=people, kept=n_("{count} option goes on.", "{count} options go on.", kept))


def record(state: State) -> Sequence[Block]:
    """The question, how many voted, the totals; never who voted what."""
    heading = Heading(id="question", text=_question(state))
    dots = n_("Everybody had {count} dot.", "Everybody had {count} dots.", state.settings.dots)
    if state.result is None:
        return (heading, Text(id="dots", text=dots), Text(id="open", text=_("The result was not shown.")))
    return (heading, Text(id="dots", text=dots), Text(id="outcome", text=outcome(state)), *_tally(state))


def results(state: State) -> Sequence[Item]:
    """What goes on, each made from the option it was: with its dots, or with the support it had where no totals are known."""
    if state.result is None:
        return ()
    dots = state.result.dots
    return [_result(state, item, dots.get(item.id, 0) if dots else item.support) for item in kept_of(state)]


def _result(state: State, item: Item, support: int) -> Item:
    # Two votes on the same options, in one workshop, yield different items: the id follows from the step's seed too.
    id = derived_id("dot_vote", str(state.seed), item.id)
    return Item(id, item.kind, item.text, (item.id,), support, item.facts)


def moves(state: State) -> Moves:
    """The vote, then its result."""
    if state.result is not None:
        return Moves(back=Move(_("Reopen the vote"), "Reopen"))
    return Moves(next=Move(n_("Show the result of {count} ballot", "Show the result of {count} ballots", _voters(state)), "Show"))


def touches(event: Event) -> Iterable[str]:
    """One's own dots are one's own; the result is everybody's."""
    return () if isinstance(event, Placed) else (EVERYBODY,)


def rehearse(sight: Sight) -> Sequence[Do]:
    """Everybody places their dots, more of them on what comes first."""
    block = sight.screen.get("dots")
    if not sight.number or not block or not block.get("left"):
        return ()
    items = block.get("items", {})
    free = [id for id, item in items.items() if not item.get("dots")]
    chosen = sorted(free, key=lambda id: sight.random.random() * items[id]["pos"])[: block["left"]]
    return tuple(Do("Place", {"option": id, "dots": 1}) for id in chosen)


method = Method(
    name="dot_vote",
    title=_("Dot vote"),
    purpose=_("Everybody gives a few dots, in secret, to what matters most to them."),
    settings=Settings,
    commands={Place: PARTICIPANTS, Show: FACILITATORS, Reopen: FACILITATORS},
    events=(Placed, Counted, Reopened),
    start=start,
    decide=decide,
    evolve=evolve,
    view=view,
    record=record,
    results=results,
    receive=receive,
    moves=moves,
    touches=touches,
    rehearse=rehearse,
    takes=frozenset({"idea", "group", "proposal"}),
    yields=frozenset({"idea", "group", "proposal"}),
    secret=frozenset({Placed}),
    module=sys.modules[__name__],
)
