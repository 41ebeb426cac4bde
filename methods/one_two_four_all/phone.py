"""What is only for one person in a 1-2-4-All: their own thoughts, their group, and what it has before it."""

from collections.abc import Sequence

from methods.one_two_four_all.cards import group_card, own_card, support_card
from methods.one_two_four_all.state import State, color_of, group_of, here, ideas_of, on_the_table
from methods.one_two_four_all.vocabulary import Together
from workshop.blocks import Block, Button, Buttons, Cards, Field, Form, Place, Text
from workshop.language import Name, Words, _
from workshop.method import Viewer

WINDOW = 30
PAGE = 40


def own(state: State, viewer: Viewer) -> Sequence[Block]:
    """The blocks that only this person, or this device, sees."""
    match state.stage:
        case "alone" if not viewer.table:
            return _alone(state, viewer.person)
        case "pairs":
            return _group(state, viewer, "pairs")
        case "fours":
            return _group(state, viewer, "fours")
        case "all":
            group = _number(state, viewer, "fours")
            missing = _group(state, viewer, "fours") if group and not state.picked.get(("fours", group)) else ()
            return missing or (_support(state, viewer.person) if state.settings.support and not viewer.table else ())
        case _:
            return ()


def _alone(state: State, person: str) -> Sequence[Block]:
    mine = ("by", person)
    cards = tuple(own_card(note) for note in state.notes.latest(mine, WINDOW))
    field = Field("text", _("What do you think?"), input="text", hint=_("Only you see it now. Then you show it to one other person."))
    return (
        Form(id="write", pos=20, fields=(field,), command="Write", send=_("Send"), args={"stage": "alone"}),
        Cards(id="notes", pos=30, items=cards, label=_("You wrote"), total=state.notes.count(mine), layout="list"),
    )


def _number(state: State, viewer: Viewer, stage: Together) -> int:
    if viewer.table:
        return int(viewer.table) if int(viewer.table) in state.of(stage).members else 0
    return group_of(state, viewer.person, stage)


def _group(state: State, viewer: Viewer, stage: Together) -> Sequence[Block]:
    group = _number(state, viewer, stage)
    if not group:
        said = (
            _("There is no group of the number of this device.") if viewer.table else _("You have no group: sit down with a pair near you.")
        )
        return (Text(id="no-group", pos=20, text=said, tone="note"),)
    marked = state.picked.get((stage, group), ())
    notes = on_the_table(state, stage, group)
    cards = tuple(group_card(note, note.by == viewer.person, note.id in marked, stage, group) for note in notes[:WINDOW])
    several = state.settings.ideas > 1
    said = _("Mark what you carry on, or say it anew together.")
    if stage == "fours":
        said = _("Mark your {count} strongest ideas.", count=state.settings.ideas) if several else _("Agree on one idea, and mark it.")
    label = _("Say it anew, together")
    hint = _("It takes the place of what is marked.") if marked else ""
    field = Field("text", label, hint=hint)
    return (
        _place(state, viewer, stage, group),
        Text(id="marking", pos=14, text=said),
        Cards(
            id="notes", pos=30, items=cards, label=_("Before you"), total=len(notes), empty=_("Nobody wrote anything yet."), layout="list"
        ),
        Form(id="write", pos=20, fields=(field,), command="Write", send=_("Send"), args={"stage": stage, "group": group}),
    )


def _place(state: State, viewer: Viewer, stage: Together, group: int) -> Place:
    text: Words = _("Your pair") if stage == "pairs" else _("Your group")
    if viewer.table:
        text = _("This device is for")
    others = [person for person in here(state, stage, group) if person != viewer.person]
    return Place(id="place", pos=12, number=group, color=color_of(group), text=text, detail=_with(others))


def _with(people: Sequence[str]) -> Words:
    match [Name(person) for person in people]:
        case []:
            return ""
        case [one]:
            return _("With {one}", one=one)
        case [one, two]:
            return _("With {one} and {two}", one=one, two=two)
        case [one, two, three]:
            return _("With {one}, {two} and {three}", one=one, two=two, three=three)
        case [one, two, three, *more]:
            return _("With {one}, {two}, {three} and {count} more", one=one, two=two, three=three, count=len(more))
        case _:
            return ""


def _support(state: State, person: str) -> Sequence[Block]:
    """The ideas of all groups to support, some at a time where there are many."""
    ideas = ideas_of(state)
    start = state.turned.get(person, 0)
    start = start if start < len(ideas) else 0
    page = ideas[start : start + PAGE]
    cards = tuple(support_card(note, groups, person in note.supporters) for note, groups in page)
    blocks: list[Block] = [
        Cards(id="ideas", pos=20, items=cards, label=_("Tap what matters to you."), total=len(ideas), empty=_("No group has an idea yet."),
              layout="list"),
    ]  # fmt: skip
    if len(ideas) > PAGE:
        further = Button("turn", _("Show more ideas"), "Turn", {"start": start + PAGE if start + PAGE < len(ideas) else 0})
        blocks.append(Buttons(id="turn", pos=30, items=(further,)))
    return blocks
