"""The record of a 1-2-4-All: how many took part in how many groups, and what each group brought, with what it was made of."""

from collections.abc import Sequence

from methods.one_two_four_all.cards import brought_by
from methods.one_two_four_all.results import made_of
from methods.one_two_four_all.shared import heading
from methods.one_two_four_all.state import PAPER, Note, State, ideas_of
from workshop.blocks import Block, Card, Cards, Heading, Text
from workshop.language import Words, _, n_


def record(state: State) -> Sequence[Block]:
    """The minutes; what was written alone and not carried on stays with those who wrote it."""
    top = Heading(id="question", text=heading(state).text)
    if not state.groups:
        return (top, Text(id="none", text=_("No groups were formed.")))
    blocks: list[Block] = [top, *_people(state)]
    found = sorted(ideas_of(state), key=lambda idea: (-len(idea[0].supporters), idea[0].place))
    hidden = len(ideas_of(state, hidden=True)) - len(found)
    if hidden:
        blocks.append(Text(id="hidden", text=n_("{count} idea was hidden.", "{count} ideas were hidden.", hidden)))
    cards = tuple(Card(note.id, note.text, brought_by(groups), _from(state, note), count=len(note.supporters)) for note, groups in found)
    label = _("What the groups bring")
    return (*blocks, Cards(id="ideas", items=cards, label=label, total=len(cards), empty=_("No group brought an idea."), layout="list"))


def _people(state: State) -> Sequence[Block]:
    stage = "fours" if "fours" in state.groups else "pairs"
    groups = state.of(stage)
    count = sum(bool(members) for members in groups.members.values())
    people = n_("{count} person", "{count} people", len(groups.of))
    if stage == "fours":
        text = n_(
            "{people} talked in {count} group of about four.", "{people} talked in {count} groups of about four.", count, people=people
        )
    else:
        text = n_("{people} talked in {count} pair.", "{people} talked in {count} pairs.", count, people=people)
    wrote = n_("{count} person wrote.", "{count} people wrote.", len(state.writers))
    return (Text(id="people", text=text), Text(id="wrote", text=wrote))


def _from(state: State, note: Note) -> Words:
    """What an idea was made of, or that the facilitator wrote it down."""
    sources = made_of(state, note)
    if sources:
        return _("Made of: {texts}", texts="; ".join(f"“{one.text}”" for one in sources))
    return _("On paper") if note.by == PAPER else ""
