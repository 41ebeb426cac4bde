"""What people may do with a map, and which answers of the machine count."""

from collections.abc import Sequence
from typing import assert_never

from methods.mind_map import answers, offers, turns
from methods.mind_map.ballots import CloseSorting, OpenSorting, Sort
from methods.mind_map.commands import (
    Accept,
    Add,
    Bundle,
    Command,
    Copy,
    Decline,
    Dismiss,
    Drop,
    Edit,
    Lock,
    Match,
    Merge,
    Move,
    Pin,
    PlaceNew,
    Regroup,
    Relate,
    Rename,
    Separate,
    Show,
    Split,
    Take,
    TakeAdvice,
    TakeGrouping,
    TakePairs,
    TakePlaces,
    Turn,
    Unbundle,
    Unlock,
    Unrelate,
)
from methods.mind_map.events import (
    Added,
    Answered,
    Asked,
    Bundled,
    Copied,
    Dismissed,
    Dropped,
    Event,
    Grouped,
    Locked,
    Matched,
    Merged,
    Moved,
    Pinned,
    Related,
    Renamed,
    Separated,
    SetAside,
    Shown,
    Turned,
    Unbundled,
    Unlocked,
    Unrelated,
)
from methods.mind_map.spreadsheet import Bring, bring
from methods.mind_map.state import State
from workshop.language import _
from workshop.method import Context, Rejected, Role

UNPLACED = "unplaced"
Answer = Sequence[Event] | Rejected


def decide(state: State, command: Command | Bring, context: Context) -> Answer:
    """People arrange until the map is locked; the machine answers only what it was asked last."""
    match command:
        case TakeGrouping() | TakePlaces() | TakeAdvice() | TakePairs():
            return answers.heard(state, command, context.id)
        case Turn(group, first):
            return [] if state.starts.get(group, "") == first else [Turned(group, first)]
        case Show(group):
            if group and not state.group(group):
                return _gone()
            return [Shown("" if state.shown == group else group)] if group or state.shown else []
        case Lock():
            return [] if state.locked else [*turns.closed(state, context), Locked()]
        case Unlock():
            return [Unlocked()] if state.locked else []
        case Separate(card):  # also after the map was kept: what is not the same can be told apart at any time
            return [Separated(state.head(card))] if state.head(card) in state.same else []
        case _ if state.locked:
            return Rejected(_("The map is locked. Go back to arrange it further."), "locked")
        case Bring(cards):
            return bring(state, cards, context.id)
        case OpenSorting() | Sort() | CloseSorting():
            return turns.decide(state, command, context)
        case _:
            return _edit(state, command, context)


def _edit(state: State, command: Edit, context: Context) -> Answer:
    match command:
        case Regroup() | Accept() | Dismiss() | PlaceNew() | Take() | Decline() | Split():
            return _with_machine(state, command, context)
        case Rename() | Merge() | Relate() | Unrelate() | Bundle() | Unbundle():
            return _of_groups(state, command, context)
        case Add(text, group):
            return _add(state, text, group, context)
        case Move() | Pin() | Copy() | Drop() | Match():
            card = state.head(command.card)
            return _of_cards(state, command, card, context.id) if card in state.ideas else _gone()
        case _:
            assert_never(command)


def _with_machine(state: State, command: Regroup | Accept | Dismiss | PlaceNew | Take | Decline | Split, context: Context) -> Answer:
    if state.deal:
        return Rejected(_("The room is sorting. End that first."), "sorting")
    match command:
        case Regroup():
            return [Asked("group", state.rounds + 1, context.seed)]
        case PlaceNew():
            return [Asked("place", state.rounds + 1, context.seed)] if state.waiting and state.groups else []
        case Split(group):
            return [Asked("split", state.rounds + 1, context.seed, group)] if state.group(group) else _gone()
        case Accept():
            return [Grouped(state.preview.round, state.preview.groups, state.preview.unplaced)] if state.preview else []
        case Dismiss():
            return [Dismissed()] if state.preview else []
        case Take(key):
            return offers.taken(state, key, context.id) or _gone()
        case Decline(key):
            known = {one.key for one in offers.offered(state)} | {offers.key_of(one) for one in offers.twins(state)}
            return [Answered(key, False)] if key in known else []
        case _:
            assert_never(command)


def _of_groups(state: State, command: Rename | Merge | Relate | Unrelate | Bundle | Unbundle, context: Context) -> Answer:
    ids = {command.group, *(other for other in (getattr(command, "into", ""), getattr(command, "to", "")) if other)}
    themes = {one.id for one in state.themes} if isinstance(command, Rename) else set[str]()
    if any(not state.group(id) and id not in themes for id in ids):
        return _gone()
    match command:
        case Rename(group, title):
            return [Renamed(group, title)] if title else Rejected(_("Please write a title first."), "empty")
        case Merge() | Relate() | Bundle() if len(ids | {getattr(command, "other", "")} - {""}) < 2:
            return Rejected(_("Choose another group to merge into."), "same")
        case Merge() if state.deal:
            return Rejected(_("The room is sorting. End that first."), "sorting")
        case Merge(group, into):
            return [Merged(group, into)]
        case Relate(group, to, word):
            return [Related(group, to, word)]
        case Unrelate(group, to):
            return [Unrelated(group, to)] if any({one.group, one.to} == {group, to} for one in state.relations) else []
        case Bundle(group, other):
            return _bundle(state, group, other, context.id)
        case Unbundle(group):
            return [Unbundled(group)] if state.theme(group) else []
        case _:
            assert_never(command)


def _bundle(state: State, group: str, other: str, id: str) -> Answer:
    """Into the group of groups of the other, or of the one, or a new one that is called after the other."""
    target = state.group(other)
    if target is None:
        return _gone()
    known = state.theme(other) or state.theme(group)
    if known and {group, other} <= known.groups:
        return []
    return [Bundled(known.id, known.title, (group, other))] if known else [Bundled(id, target.title, (group, other))]


def _add(state: State, text: str, group: str, context: Context) -> Answer:
    paper = context.role is Role.FACILITATOR
    if not paper and not state.settings.late:
        return Rejected(_("The gathering has ended. Tell the facilitator if your idea is still missing."), "ended")
    if not text:
        return Rejected(_("Please write something first."), "empty")
    if not paper and sum(by == context.actor for by in state.late.values()) >= state.settings.late:
        return Rejected(_("You have added as many ideas as everybody may here."), "limit")
    if not paper:
        return [Added(context.id, text, "", context.actor)]
    return [Added(context.id, text, group)] if not group or state.group(group) else _gone()


def _of_cards(state: State, command: Move | Pin | Copy | Drop | Match, card: str, id: str) -> Answer:
    match command:
        case Move(_card, to):
            return _move(state, card, to, id)
        case Pin():
            return [Pinned(card, not state.is_pinned(card))] if card not in state.copies else []
        case Copy(_card, to):
            return _copy(state, state.copies.get(card, card), to, id)
        case Drop() if card in state.copies or any(card == idea.id for idea in (*state.added, *state.listed)):
            return [Dropped(card)]
        case Drop():
            return Rejected(_("This idea comes from the step before. Go back there to hide it."), "not-here")
        case Match(_card, into):
            return _match(state, state.copies.get(card, card), state.head(state.copies.get(into, into)))
        case _:
            assert_never(command)


def _move(state: State, card: str, to: str, id: str) -> Answer:
    idea = state.ideas.get(card)
    if to == UNPLACED and card in state.copies:
        return [Dropped(card)]
    if to == UNPLACED:
        return [SetAside(card)] if card in state.homes else []
    if idea is None or (to and not state.group(to)):
        return _gone()
    if not to:
        return [Moved(card, id, idea.text[:60])]
    return [] if state.homes.get(card) == to else [Moved(card, to)]


def _copy(state: State, card: str, to: str, id: str) -> Answer:
    if not state.group(to):
        return _gone()
    if card not in state.homes:
        return [Moved(card, to)]
    there = {state.homes.get(one) for one, of in state.copies.items() if of == card} | {state.homes[card]}
    return [] if to in there else [Copied(id, card, to)]


def _match(state: State, card: str, into: str) -> Answer:
    if into not in state.ideas:
        return _gone()
    if card == into:
        return Rejected(_("Choose another idea that says the same."), "same")
    if into not in state.homes and card in state.homes:
        card, into = into, card  # the one that has a place keeps it
    return [Matched(card, into)]


def _gone() -> Rejected:
    return Rejected(_("That is not there any more. Look at the board again."), "gone")
