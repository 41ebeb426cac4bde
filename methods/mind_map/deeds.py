"""What a facilitator did with a mind map, in a few words for Undo."""

from methods.mind_map.state import State
from methods.mind_map.vocabulary import Added, Event, Locked, Merged, Moved, Renamed, SortingAsked, Unlocked
from workshop.language import Words, _


def describe(state: State, event: Event) -> Words:
    """The deed of an event."""
    match event:
        case Added(_id, text):
            return _("add “{text}”", text=text)
        case Moved(card):
            idea = state.ideas.get(card)
            return _("move “{text}”", text=idea.text if idea else "")
        case Renamed(_group, title):
            return _("rename to “{text}”", text=title)
        case Merged(_group, into):
            group = state.group(into)
            return _("merge into “{text}”", text=group.title if group else "")
        case SortingAsked():
            return _("group again") if event.all else _("place the new ideas")
        case Locked():
            return _("keep the map")
        case Unlocked():
            return _("go on arranging")
        case _:
            return ""
