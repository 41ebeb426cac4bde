"""A method as small as can be, for tests of everything around methods: people say things, the facilitator hides and reveals."""

import sys
from dataclasses import dataclass, replace

from immutables import Map

from workshop.blocks import Card, Cards, Form, Heading, Progress, Text
from workshop.blocks import Field as FormField
from workshop.language import Words, _
from workshop.messages import Id, Line
from workshop.method import (
    ANYBODY,
    FACILITATORS,
    MACHINE,
    Context,
    Do,
    Item,
    Method,
    Move,
    Moves,
    Rejected,
    Sight,
    Viewer,
    Work,
)


@dataclass(frozen=True)
class Settings:
    question: Line = "What?"
    count_in_background: bool = False


@dataclass(frozen=True)
class Say:
    text: Line


@dataclass(frozen=True)
class Hide:
    id: Id


@dataclass(frozen=True)
class Reveal:
    pass


@dataclass(frozen=True)
class TakeCount:
    count: int


@dataclass(frozen=True)
class Said:
    id: Id
    by: Id
    text: Line


@dataclass(frozen=True)
class Hidden:
    id: Id


@dataclass(frozen=True)
class Revealed:
    pass


@dataclass(frozen=True)
class Counted:
    count: int


Event = Said | Hidden | Revealed | Counted


@dataclass(frozen=True)
class State:
    question: str
    said: Map[str, Said]
    hidden: frozenset[str] = frozenset()
    revealed: bool = False
    counts: bool = False
    counted: int = -1


def start(settings: Settings, items: tuple[Item, ...], seed: int) -> State:
    return State(
        settings.question, Map({item.id: Said(item.id, "before", item.text) for item in items}), counts=settings.count_in_background
    )


def decide(state: State, command: object, context: Context) -> list[Event] | Rejected:
    match command:
        case Say("boom"):
            raise RuntimeError("this method broke")
        case Say(""):
            return Rejected(_("Please write something first."), "empty")
        case Say(text):
            return [Said(context.id, context.actor, text)]
        case Hide(id):
            return [Hidden(id)] if id in state.said else Rejected(_("That is not there any more."), "gone")
        case Reveal():
            return [] if state.revealed else [Revealed()]
        case TakeCount(count):
            return [Counted(count)]
    raise AssertionError(command)


def evolve(state: State, event: Event) -> State:
    match event:
        case Said(id, _by, "poison"):
            raise RuntimeError(f"{id} cannot be folded")
        case Said(id):
            return replace(state, said=state.said.set(id, event))
        case Hidden(id):
            return replace(state, hidden=state.hidden | {id})
        case Revealed():
            return replace(state, revealed=True)
        case Counted(count):
            return replace(state, counted=count)


def view(state: State, viewer: Viewer) -> list[Heading | Form | Cards | Progress | Text]:
    if viewer.role == "person":
        own = tuple(Card(one.id, one.text) for one in sorted(state.said.values(), key=lambda s: s.id) if one.by == viewer.person)
        return [Cards(id="own", pos=30, items=own)]
    speakers = len({one.by for one in state.said.values()})
    shown = tuple(Card(one.id, one.text) for one in sorted(state.said.values(), key=lambda s: s.id) if one.id not in state.hidden)
    return [
        Heading(id="question", text=state.question),
        Form(id="say", fields=(FormField("text", _("Your words")),), command="Say", send=_("Send")),
        Progress(id="progress", done=speakers, of=viewer.here, label=_("have spoken")),
        Cards(id="all", items=shown if state.revealed else (), total=len(shown)),
    ]


def record(state: State) -> list[Cards]:
    return [Cards(id="all", items=tuple(Card(one.id, one.text) for one in state.said.values() if one.id not in state.hidden))]


def results(state: State) -> list[Item]:
    return [Item(one.id, "idea", one.text) for one in state.said.values() if one.id not in state.hidden]


def moves(state: State) -> Moves:
    return Moves() if state.revealed else Moves(next=Move(_("Reveal"), "Reveal"))


def count(texts: tuple[str, ...]) -> dict[str, int]:
    """Runs in another process."""
    return {"count": len(texts)}


def work(state: State) -> Work | None:
    if not state.counts or state.counted >= 0:
        return None
    return Work("count", count, (tuple(one.text for one in state.said.values()),), "TakeCount")


def describe(state: State, event: Event) -> Words:
    return _("hide “{text}”", text=state.said[event.id].text) if isinstance(event, Hidden) and event.id in state.said else ""


def rehearse(sight: Sight) -> list[Do]:
    own = sight.screen.get("own", {}).get("items", {})
    return [Do("Say", {"text": sight.words()})] if sight.number and not own else []


method = Method(
    name="tiny",
    title=_("Tiny"),
    purpose=_("For tests."),
    settings=Settings,
    commands={Say: ANYBODY, Hide: FACILITATORS, Reveal: FACILITATORS, TakeCount: MACHINE},
    events=(Said, Hidden, Revealed, Counted),
    start=start,
    decide=decide,
    evolve=evolve,
    view=view,
    record=record,
    results=results,
    moves=moves,
    work=work,
    describe=describe,
    rehearse=rehearse,
    takes=frozenset({"idea"}),
    yields=frozenset({"idea"}),
    minutes=7,
    module=sys.modules[__name__],
)
