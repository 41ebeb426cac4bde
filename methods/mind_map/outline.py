"""The groups with their ideas as a list that unfolds, for phones and for the record."""

from collections.abc import Iterable, Sequence
from itertools import islice

from methods.mind_map.ballots import Settled
from methods.mind_map.board import wordings
from methods.mind_map.groups import Group, Slip
from methods.mind_map.state import State
from workshop.blocks import Entry, Outline
from workshop.language import Words, _, n_
from workshop.memory import remembered


def outline_of(state: State, listed: int = 0) -> Outline:
    """The groups with their ideas (the first `listed` of each, 0 for all), and those that are in no group."""
    entries = [one for theme, groups in _framed(state) for one in _theme(theme, [_entry(group, listed) for group in groups])]
    if not listed:
        entries = [_with_voices(entry, state) for entry in entries]
    if state.waiting and state.groups:
        lines = tuple(_line(Slip(idea, False, state.same.get(idea.id, ()))) for idea in islice(state.ideas.all_shown(), listed or None))
        items = (*lines, *_more("unplaced", state.waiting - len(lines)))
        entries.append(Entry("unplaced", _("Not yet placed"), state.waiting, items=items))
    return Outline(id="groups", pos=20, items=tuple(entries))


def _framed(state: State) -> Iterable[tuple[tuple[str, str], list[Group]]]:
    """The groups in their order, those of a group of groups together."""
    seen = set[str]()
    for group in state.groups:
        theme = state.theme(group.id)
        if theme is None:
            yield ("", ""), [group]
        elif theme.id not in seen:
            seen.add(theme.id)
            yield (theme.id, theme.title), [one for one in state.groups if one.id in theme.groups]


def _theme(theme: tuple[str, str], entries: list[Entry]) -> Sequence[Entry]:
    id, title = theme
    return [Entry(id, title, sum(one.count for one in entries), items=tuple(entries))] if id else entries


@remembered
def _entry(group: Group, listed: int) -> Entry:
    slips: Iterable[Slip] = group.ideas.first(listed) if listed else group.ideas
    lines = tuple(_line(slip) for slip in slips)
    items = (*lines, *_more(group.id, len(group.ideas) - len(lines)))
    return Entry(group.id, group.title, len(group.ideas), group.color, items=items)


def _more(group: str, count: int) -> tuple[Entry, ...]:
    return (Entry(f"{group}.more", n_("and {count} more idea", "and {count} more ideas", count)),) if count else ()


@remembered
def _line(slip: Slip) -> Entry:
    return Entry(slip.idea.id, slip.idea.text, slip.support, detail=wordings(slip))


def _with_voices(entry: Entry, state: State) -> Entry:
    """In the record: of what the room sorted, how many agreed."""
    known = state.settled.get(entry.id)
    items = tuple(_with_voices(one, state) for one in entry.items) if state.settled else entry.items
    detail = _voices(known) if known and not entry.detail else entry.detail
    return Entry(entry.id, entry.text, entry.count, entry.color, detail, items)


def _voices(known: Settled) -> Words:
    if not known.to:
        return ""
    of = sum(known.tally.values())
    return n_("{agreed} of {count} who sorted it", "{agreed} of {count} who sorted it", of, agreed=known.tally.get(known.to, 0))
