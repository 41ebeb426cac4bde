"""Mind map: ideas come together in groups; the machine proposes, people decide.

Use it after a brainstorm, to see what a room has said: ten to fifteen minutes, for ten to several hundred ideas. The machine
groups ideas whose words are alike, and proposes a title for each group. Then the facilitator, with the room, moves cards,
renames and merges groups; what was moved or named by hand stays so when the machine groups again. Ideas that come later wait as
"not yet placed"; nothing that people look at is reshuffled behind their backs. The wall shows a map, phones a list that unfolds.
"""

import sys
from collections.abc import Sequence
from typing import assert_never

from methods.mind_map.deeds import describe
from methods.mind_map.screens import outline_of, view
from methods.mind_map.settings_form import LABELS
from methods.mind_map.state import Settings, State, evolve, free_ideas, received, start
from methods.mind_map.vocabulary import (
    Add,
    Added,
    Command,
    Event,
    Grouped,
    Lock,
    Locked,
    Merge,
    Merged,
    Move,
    Moved,
    NewGroup,
    Placed,
    PlaceNew,
    Regroup,
    Rename,
    Renamed,
    Show,
    Shown,
    SortingAsked,
    TakeGrouping,
    TakePlaces,
    Turn,
    Turned,
    Unlock,
    Unlocked,
)
from methods.mind_map.wall import graph_of
from methods.mind_map.work import place_ideas, sort_ideas
from workshop.blocks import Block, Heading, Text
from workshop.language import _, n_
from workshop.memory import Memory
from workshop.messages import derived_id
from workshop.method import FACILITATORS, MACHINE, Context, Do, Item, Method, Moves, Rejected, Sight, Work
from workshop.method import Move as Step


def decide(state: State, command: Command, context: Context) -> Sequence[Event] | Rejected:
    """People arrange until the map is locked; the machine answers only what it was asked last."""
    match command:
        case TakeGrouping(round, groups):
            if state.asked is None or state.asked.round != round or not state.asked.all:
                return []
            return [Grouped(round, tuple(NewGroup(derived_id(context.id, str(n)), g.title, g.ideas) for n, g in enumerate(groups)))]
        case TakePlaces(round, places):
            return [Placed(round, places)] if state.asked is not None and state.asked.round == round and not state.asked.all else []
        case Lock():
            return [] if state.locked else [Locked()]
        case Unlock():
            return [Unlocked()] if state.locked else []
        case Turn(group, first):
            return [] if state.starts.get(group, "") == first else [Turned(group, first)]
        case Show(group):
            return _show(state, group)
        case _ if state.locked:
            return Rejected(_("The map is locked. Go back to arrange it further."), "locked")
        case Regroup():
            return [SortingAsked(state.rounds + 1, True, context.seed)]
        case PlaceNew():
            return [SortingAsked(state.rounds + 1, False, context.seed)] if state.waiting else []
        case Rename(group, title):
            if not title:
                return Rejected(_("Please write a title first."), "empty")
            return [Renamed(group, title)] if state.group(group) else _gone()
        case Merge(group, into):
            if group == into:
                return Rejected(_("Choose another group to merge into."), "same")
            return [Merged(group, into)] if state.group(group) and state.group(into) else _gone()
        case Add(text, group):
            if not text:
                return Rejected(_("Please write something first."), "empty")
            return [Added(context.id, text, group)] if not group or state.group(group) else _gone()
        case Move(card, to):
            return _move(state, card, to, context)
        case _:
            assert_never(command)


def _move(state: State, card: str, to: str, context: Context) -> Sequence[Event] | Rejected:
    idea = state.ideas.get(card)
    if idea is None or (to and not state.group(to)):
        return _gone()
    if not to:
        return [Moved(card, context.id, idea.text[:60])]
    return [] if state.homes.get(card) == to else [Moved(card, to)]


def _show(state: State, group: str) -> Sequence[Event] | Rejected:
    if group and not state.group(group):
        return _gone()
    return [] if state.shown == group else [Shown(group)]


def _gone() -> Rejected:
    return Rejected(_("That is not there any more. Look at the board again."), "gone")


def work(state: State) -> Work | None:
    """What the machine was asked and has not answered: it is asked nothing when there are no ideas."""
    if state.asked is None or not len(state.ideas):
        return None
    return WORK.recall(state.asked) or WORK.keep(state.asked, _work(state, state.asked))


def _work(state: State, asked: SortingAsked) -> Work:
    """Put together once, of the ideas as they were when the machine was asked; what changes meanwhile is heeded when it answers."""
    if asked.all:
        free = set(free_ideas(state))
        ideas = tuple((idea.id, idea.text) for idea in state.ideas if idea.id in free)
        return Work(f"group-{asked.round}", sort_ideas, (asked.round, ideas, asked.seed, state.settings.topic), "TakeGrouping")
    new = tuple((idea.id, idea.text) for idea in state.ideas.all_shown())
    groups = tuple((group.id, tuple(slip.idea.text for slip in group.ideas)) for group in state.groups)
    return Work(f"place-{asked.round}", place_ideas, (asked.round, new, groups), "TakePlaces")


def record(state: State) -> Sequence[Block]:
    """The groups with their ideas, as a list and as a map."""
    heading = Heading(id="topic", text=state.settings.topic or _("Our ideas"))
    if not state.groups:
        return (heading, Text(id="none", text=_("The ideas were not grouped.")))
    ideas = n_("{count} idea", "{count} ideas", len(state.ideas) - state.waiting)
    text = n_("{ideas} in {count} group.", "{ideas} in {count} groups.", len(state.groups), ideas=ideas)
    on_paper = n_("{count} of them came on paper.", "{count} of them came on paper.", len(state.added))
    paper = (Text(id="paper", text=on_paper),) if state.added else ()
    return (heading, Text(id="count", text=text), *paper, graph_of(state), outline_of(state))


def results(state: State) -> Sequence[Item]:
    """The groups, the largest first, each made of its ideas, with the support that these have together."""
    support = {one.id: sum(slip.idea.support for slip in one.ideas) for one in state.groups}
    paper = {idea.id for idea in state.added}  # these came with no step before
    ordered = sorted(state.groups, key=lambda one: -len(one.ideas))
    return [Item(one.id, "group", one.title, tuple(id for id in one.ids if id not in paper), support[one.id]) for one in ordered]


def moves(state: State) -> Moves:
    """Arrange, then keep."""
    return Moves(back=Step(_("Go on arranging"), "Unlock")) if state.locked else Moves(next=Step(_("Keep this map"), "Lock"))


def rehearse(sight: Sight) -> Sequence[Do]:
    """The facilitator merges the two smallest groups where there are more than eight, and names those whose title was cut."""
    board = sight.screen.get("board")
    if sight.number or not board or not board.get("merge"):
        return ()
    groups = {id: column for id, column in board.get("items", {}).items() if not column.get("fixed")}
    if len(groups) > 8:
        first, second, *_others = sorted(groups, key=lambda id: groups[id].get("total", 0))
        return (Do("Merge", {"group": first, "into": second}),)
    cut = ((id, column["text"].rstrip("…").split()) for id, column in groups.items() if column["text"].endswith("…"))
    return [Do("Rename", {"group": id, "title": " ".join(words[:3])}) for id, words in cut if words][:1]


WORK: Memory[Work] = Memory()

method = Method(
    name="mind_map",
    title=_("Mind map"),
    purpose=_("Ideas come together in groups: the machine proposes, people decide."),
    settings=Settings,
    commands={
        TakeGrouping: MACHINE,
        TakePlaces: MACHINE,
        Regroup: FACILITATORS,
        PlaceNew: FACILITATORS,
        Rename: FACILITATORS,
        Merge: FACILITATORS,
        Move: FACILITATORS,
        Add: FACILITATORS,
        Lock: FACILITATORS,
        Unlock: FACILITATORS,
        Turn: FACILITATORS,
        Show: FACILITATORS,
    },
    events=(SortingAsked, Grouped, Placed, Renamed, Merged, Moved, Added, Locked, Unlocked, Turned, Shown),
    looking=frozenset({Turned, Shown}),
    start=start,
    decide=decide,
    evolve=evolve,
    view=view,
    record=record,
    results=results,
    receive=received,
    moves=moves,
    work=work,
    describe=describe,
    rehearse=rehearse,
    takes=frozenset({"idea"}),
    yields=frozenset({"group"}),
    labels=LABELS,
    minutes=15,
    module=sys.modules[__name__],
)
