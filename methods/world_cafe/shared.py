"""What everybody sees of a World Café, on the wall and on each phone."""

from collections.abc import Sequence

from methods.world_cafe.cards import pattern_card, plain_card
from methods.world_cafe.cloth import in_the_harvest
from methods.world_cafe.figures import reached
from methods.world_cafe.room import room_of
from methods.world_cafe.state import State, carried_at, question_of
from workshop.blocks import Block, Cards, Heading, Progress, Text
from workshop.language import Words, _, n_
from workshop.method import Viewer
from workshop.seating import tables_for

TELLING = 12
PATTERNS = 24


def shared(state: State, viewer: Viewer) -> Sequence[Block]:
    """The phase: its question, and where one goes, writes, or listens."""
    match state.stage:
        case "welcome":
            return _welcome(state, viewer)
        case "move" | "talk":
            return _round(state, viewer)
        case "harvest":
            return (heading(state), *_telling(state), *in_the_harvest(state, state.table), *_patterns(state))
        case "done":
            carried = sum(state.notes.count(("carried", table)) for table in range(1, state.count + 1))
            text = n_("{count} note is carried on.", "{count} notes are carried on.", carried)
            return (heading(state), Text(id="carried", pos=12, text=text), *_patterns(state))


def heading(state: State) -> Heading:
    """The question, and where in the café we are."""
    question = question_of(state.settings, state.round)
    match state.stage:
        case "welcome":
            return Heading(id="question", pos=10, text=question or _("World Café"), above=_("World Café") if question else "")
        case "move" | "talk":
            last = max(state.settings.rounds, len(state.rounds))
            above = _("Round {round} of {last}", round=state.round, last=last)
            return Heading(id="question", pos=10, text=question or _("What matters to us?"), above=above)
        case "harvest" if state.table:
            return Heading(id="question", pos=10, text=_("What does table {table} carry on?", table=state.table), above=_("Harvest"))
        case "harvest":
            return Heading(id="question", pos=10, text=_("What do we hear across the tables?"), above=_("Harvest"))
        case "done":
            return Heading(id="question", pos=10, text=question or _("World Café"), above=_("Harvest"))


def _welcome(state: State, viewer: Viewer) -> Sequence[Block]:
    rounds, minutes = state.settings.rounds, state.settings.minutes
    ours = n_(
        "We talk at small tables, in {count} round of {minutes} minutes. Write down what matters: it stays at the table.",
        "We talk at small tables, in {count} rounds of {minutes} minutes. After each round everybody goes to another table, where what "
        "was written is waiting.",
        rounds,
        minutes=minutes,
    )
    blocks: list[Block] = [heading(state), Text(id="context", pos=12, text=state.settings.context or ours)]
    if state.hosted and viewer.role != "room":
        blocks.append(Text(id="hosting", pos=14, text=_("A host stays at each table, welcomes those who come, and sums up."), tone="soft"))
    if state.settings.hosts == "volunteers" and viewer.role != "room":
        wanted = max(tables_for(viewer.here, state.settings.size), len(state.volunteers))
        blocks.append(Progress(id="volunteers", pos=40, done=len(state.volunteers), of=wanted, label=_("would like to host")))
    return blocks


def _round(state: State, viewer: Viewer) -> Sequence[Block]:
    if viewer.role == "room":
        return (heading(state),)
    walking = state.stage == "move"
    said: Words = _("Please go to your table: your phone says which one.") if walking else ""
    way = (Text(id="way", pos=12, text=said, tone="now"), Text(id="reached", pos=60, text=reached(state), tone="soft")) if walking else ()
    return (heading(state), *way, room_of(state, names=walking))


def _telling(state: State) -> Sequence[Block]:
    """What the table carries on; where nothing is marked, what was written there last."""
    if not state.table:
        return ()
    carried = carried_at(state, state.table)
    notes = carried[:TELLING] or state.notes.latest(("table", state.table), TELLING)[::-1]
    label: Words = "" if carried else _("Nothing is marked yet. This was written:")
    total = len(carried) or state.notes.count(("table", state.table))
    cards = tuple(plain_card(note) for note in notes)
    return (Cards(id="telling", pos=20, items=cards, label=label, total=total, layout="list"),)


def _patterns(state: State) -> Sequence[Block]:
    patterns = state.patterns.latest(PATTERNS)
    if not patterns:
        return ()
    cards = tuple(pattern_card(pattern) for pattern in reversed(patterns))
    return (Cards(id="patterns", pos=50, items=cards, label=_("Heard across the tables"), total=len(state.patterns.shown), layout="list"),)
