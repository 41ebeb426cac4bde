"""What the record has of a map, and what the next step takes over."""

from collections.abc import Sequence

from methods.mind_map.console import link
from methods.mind_map.dealing import disagreed
from methods.mind_map.outline import outline_of
from methods.mind_map.state import State
from methods.mind_map.wall import graph_of
from workshop.blocks import Block, Entry, Heading, Outline, Text
from workshop.language import _, n_
from workshop.method import Item


def record(state: State) -> Sequence[Block]:
    """The groups with their ideas, as a list and as a map; what came in here, how the room sorted, what has to do with what."""
    heading = Heading(id="topic", text=state.settings.topic or _("Our ideas"))
    if not state.groups:
        return (heading, Text(id="none", text=_("The ideas were not grouped.")))
    placed = sum(1 for card in state.homes if card not in state.copies) + len(state.under)
    ideas = n_("{count} idea", "{count} ideas", placed)
    text = n_("{ideas} in {count} group.", "{ideas} in {count} groups.", len(state.groups), ideas=ideas)
    return (heading, Text(id="count", text=text), *_arrived(state), *_sorted(state), graph_of(state), outline_of(state), *_relations(state))


def results(state: State) -> Sequence[Item]:
    """The groups, the largest first, each made of its ideas, with the support that these have together; and the ideas that came here."""
    items = []
    for group in sorted(state.groups, key=lambda one: -len(one.ideas)):
        theme = state.theme(group.id)
        cards = (one for slip in group.ideas.as_they_came() for one in (slip.idea.id, *(same.id for same in slip.same)))
        sources = tuple(dict.fromkeys(state.copies.get(card, card) for card in cards))
        support = sum(slip.support for slip in group.ideas)
        items.append(Item(group.id, "group", group.title, sources, support, {"frame": theme.title} if theme else {}))
    return [*items, *(Item(idea.id, "wording", idea.text, (), idea.support) for idea in (*state.added, *state.listed))]


def _arrived(state: State) -> Sequence[Block]:
    late = len(state.late)
    paper = len(state.added) - late
    on_paper = n_("{count} of them came on paper.", "{count} of them came on paper.", paper)
    from_sheet = n_("{count} of them came from a spreadsheet.", "{count} of them came from a spreadsheet.", len(state.listed))
    from_phones = n_("{count} of them came late, from phones.", "{count} of them came late, from phones.", late)
    return (
        *((Text(id="paper", text=on_paper),) if paper else ()),
        *((Text(id="sheet", text=from_sheet),) if state.listed else ()),
        *((Text(id="late", text=from_phones),) if late else ()),
    )


def _sorted(state: State) -> Sequence[Block]:
    if not state.settled:
        return ()
    agreed = sum(1 for one in state.settled.values() if not disagreed(one.tally))
    said = n_("{count} card was sorted by the whole room.", "{count} cards were sorted by the whole room.", len(state.settled))
    clear = n_("On {count} most agreed.", "On {count} most agreed.", agreed)
    return (Text(id="sorted", text=_("{said} {clear}", said=said, clear=clear)),)


def _relations(state: State) -> Sequence[Block]:
    if not state.relations:
        return ()
    entries = (Entry(f"{one.group}-{one.to}", link(state, one.group, one.to), detail=one.word) for one in state.relations)
    return (Outline(id="relations", items=tuple(entries), label=_("Has to do with each other")),)
