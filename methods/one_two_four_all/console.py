"""What the facilitator of a 1-2-4-All sees: the groups, their ideas, and a way to write for a group."""

from collections.abc import Sequence

from methods.one_two_four_all.cards import console_card
from methods.one_two_four_all.shared import rooms, shared
from methods.one_two_four_all.state import State, ideas_of
from workshop.blocks import Block, Cards, Field, Form, Option
from workshop.language import _
from workshop.method import Viewer

SHOWN = 60


def console(state: State, viewer: Viewer) -> Sequence[Block]:
    """What everybody sees, and what the facilitator can do with it."""
    everybody = [block for block in shared(state, viewer) if block.id not in ("ideas", "groups")]
    match state.stage:
        case "pairs":
            return (*everybody, rooms(state, "pairs"))
        case "fours":
            return (*everybody, rooms(state, "fours"), _ideas(state), *_paper(state))
        case "all" | "done":
            return (*everybody, _ideas(state), *_paper(state))
        case _:
            return everybody


def _ideas(state: State) -> Cards:
    found = ideas_of(state, hidden=True)
    cards = tuple(console_card(note, groups) for note, groups in found[:SHOWN])
    empty = _("No group has an idea yet.")
    return Cards(id="ideas", pos=35, items=cards, label=_("What the groups bring"), total=len(found), empty=empty, layout="list")


def _paper(state: State) -> Sequence[Block]:
    """What a group says, or has on paper."""
    groups = sorted(state.of("fours").members)
    if state.stage == "done" or not groups:
        return ()
    options = tuple(Option(str(group), _("Group {group}", group=group)) for group in groups)
    fields = (
        Field("group", _("Group"), input="choice", options=options, value=str(groups[0])),
        Field("text", _("What the group brings"), hint=_("It takes the place of what this group has marked.")),
    )
    return (Form(id="paper", pos=70, fields=fields, command="Write", send=_("Add for somebody"), args={"stage": "fours"}),)
