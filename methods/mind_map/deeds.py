"""What a facilitator did with a mind map, in a few words for Undo."""

from typing import assert_never

from methods.mind_map.ballots import SortingClosed, SortingOpened
from methods.mind_map.events import (
    Added,
    Answered,
    Asked,
    Brought,
    Bundled,
    Copied,
    Dismissed,
    Divided,
    Dropped,
    Event,
    Gathered,
    Grouped,
    Locked,
    Matched,
    Merged,
    Moved,
    OfCards,
    Pinned,
    Related,
    Renamed,
    Separated,
    SetAside,
    Unbundled,
    Unlocked,
    Unrelated,
)
from methods.mind_map.state import State
from workshop.language import Words, _, n_


def describe(state: State, event: Event) -> Words:
    """The deed of an event."""
    match event:
        case Added() | Moved() | SetAside() | Pinned() | Copied() | Dropped() | Matched() | Separated():
            return _of_card(state, event)
        case Renamed(_group, title):
            return _("rename to “{text}”", text=title)
        case Merged(_group, into):
            return _("merge into “{text}”", text=_title(state, into))
        case Divided(group):
            return _("divide “{text}”", text=_title(state, group))
        case Gathered(group):
            return _("the new group “{text}”", text=group.title)
        case Related(group) | Unrelated(group):
            return _("what “{text}” has to do with", text=_title(state, group))
        case Bundled(_theme, title):
            return _("put together as “{text}”", text=title)
        case Unbundled(group):
            return _("take “{text}” out of its frame", text=_title(state, group))
        case Brought(ideas):
            return n_("bring in {count} idea of a spreadsheet", "bring in {count} ideas of a spreadsheet", len(ideas))
        case Locked():
            return _("keep the map")
        case Unlocked():
            return _("go on arranging")
        case SortingOpened():
            return _("let the whole room sort")
        case SortingClosed():
            return _("end the sorting")
        case Asked(kind):
            return _("place the new ideas") if kind == "place" else _("divide a group") if kind == "split" else _("group again")
        case Grouped():
            return _("take the new groups")
        case Dismissed() | Answered():
            return _("leave what was suggested")
        case _:
            return ""


def _of_card(state: State, event: OfCards) -> Words:
    text = event.text if isinstance(event, Added) else _text(state, event.card)
    match event:
        case Added():
            return _("add “{text}”", text=text)
        case Moved() | SetAside():
            return _("move “{text}”", text=text)
        case Pinned(_card, on):
            return _("keep “{text}” where it is", text=text) if on else _("let “{text}” move", text=text)
        case Copied():
            return _("show “{text}” in a second group", text=text)
        case Dropped():
            return _("take a card away")
        case Matched():
            return _("show “{text}” as one with another", text=text)
        case Separated():
            return _("show what says the same as “{text}” apart", text=text)
        case _:
            assert_never(event)


def _title(state: State, group: str) -> str:
    known = state.group(group)
    return known.title if known else ""


def _text(state: State, card: str) -> str:
    idea = state.ideas.get(card)
    return idea.text if idea else ""
