"""What a 1-2-4-All hands on: the ideas of the groups, and the notes that they were made of."""

from collections.abc import Iterator, Sequence

from methods.one_two_four_all.state import Note, State, ideas_of
from workshop.method import Item


def results(state: State) -> Sequence[Item]:
    """Each idea with its support and its groups; what it came from goes along, and what that came from."""
    ideas = ideas_of(state)
    known = {note.id for note, _groups in ideas}
    found = [
        Item(note.id, "idea", note.text, _sources(state, note), len(note.supporters), {"group": ", ".join(map(str, groups))})
        for note, groups in ideas
    ]
    for note, _groups in ideas:
        for source in _before(state, note):
            if source.id not in known:
                known.add(source.id)
                found.append(Item(source.id, "note", source.text, _sources(state, source)))
    return found


def _sources(state: State, note: Note) -> tuple[str, ...]:
    return tuple(one.id for one in made_of(state, note))


def made_of(state: State, note: Note) -> list[Note]:
    """The notes that were marked when this one was written, as far as they are still there."""
    found = (state.notes.get(id) for id in note.sources)
    return [one for one in found if one is not None and not one.withdrawn and not one.hidden]


def _before(state: State, note: Note) -> Iterator[Note]:
    for source in made_of(state, note):
        yield source
        yield from _before(state, source)
