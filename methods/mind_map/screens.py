"""What people see of a mind map: the map on the wall, a list on phones, a board to arrange on the console."""

from collections.abc import Sequence

from methods.mind_map import console, phone
from methods.mind_map.board import board
from methods.mind_map.state import State
from methods.mind_map.wall import back, wall
from workshop.blocks import Block, Card, Cards, Heading, Text
from workshop.language import _, n_
from workshop.method import Viewer

LOOSE = 24  # cards on a wall that has no group


def view(state: State, viewer: Viewer) -> Sequence[Block]:
    """The blocks for a viewer; only what somebody sorts or has added is for one person alone."""
    heading = Heading(id="topic", pos=10, text=state.settings.topic or _("Our ideas"))
    match viewer.role:
        case "person":
            return phone.own(state, viewer.person)
        case "wall":
            return (*wall(phone.settled_only(state), heading, _state(state)), *_loose(state), *phone.progress(state))
        case "room":
            return (heading, *_state(state), *_loose(state), *phone.shared(state))
        case "console":
            return (heading, *(console.said(state) or _state(state)), *phone.progress(state), *_console(state))


def _console(state: State) -> Sequence[Block]:
    return (
        *console.preview(state),
        *console.suggestions(state),
        *console.disputed(state),
        *back(state),
        board(state),
        *console.machine(state),
        *console.relations(state),
        *console.frames(state),
        *console.paper(state),
    )


def _loose(state: State) -> Sequence[Block]:
    """The newest ideas as cards, where nothing was near enough to anything to make a group."""
    if state.groups or state.asked or not state.waiting:
        return ()
    cards = tuple(Card(idea.id, idea.text, count=idea.support) for idea in state.ideas.latest(LOOSE))
    return (Cards(id="loose", pos=16, items=cards, total=state.waiting),)


def _state(state: State) -> Sequence[Block]:
    if not len(state.ideas):
        return (Text(id="state", pos=15, text=_("There are no ideas to sort. Go back and gather some."), tone="soft"),)
    if state.asked is not None and not state.groups:
        return (Text(id="state", pos=15, text=_("The ideas are being sorted…"), tone="now"),)
    if not state.waiting or state.deal:
        return ()
    text = n_("{count} idea is not yet placed.", "{count} ideas are not yet placed.", state.waiting)
    return (Text(id="state", pos=15, text=text, tone="soft"),)
