"""How groups hang together: their titles, groups of groups, and what has to do with what."""

from collections.abc import Iterable
from dataclasses import replace

from methods.mind_map.groups import Relation, Theme
from methods.mind_map.state import State


def renamed(state: State, id: str, title: str) -> State:
    """A group, or a group of groups, under the title that somebody gave it."""
    groups = tuple(replace(one, title=title, named=True) if one.id == id else one for one in state.groups)
    return replace(state, groups=groups, themes=tuple(replace(one, title=title) if one.id == id else one for one in state.themes))


def bundled(state: State, theme: str, title: str, groups: Iterable[str]) -> State:
    """Groups in one group of groups, which is new where there is none of that id."""
    inside = frozenset(id for id in groups if state.group(id))
    known = any(one.id == theme for one in state.themes)
    if not inside or (len(inside) < 2 and not known):
        return state
    themes = [replace(one, groups=one.groups | inside if one.id == theme else one.groups - inside) for one in state.themes]
    return replace(state, themes=tuple(themes if known else [*themes, Theme(theme, title, inside)]))


def unbundled(state: State, group: str) -> State:
    """A group in no group of groups."""
    return replace(state, themes=tuple(replace(one, groups=one.groups - {group}) for one in state.themes))


def related(state: State, group: str, to: str, word: str) -> State:
    """Two groups that have to do with each other; of the same two the last word counts."""
    if group == to or not (state.group(group) and state.group(to)):
        return state
    return replace(state, relations=(*unrelated(state, group, to).relations, Relation(group, to, word)))


def unrelated(state: State, group: str, to: str) -> State:
    """Two groups that have nothing to do with each other."""
    return replace(state, relations=tuple(one for one in state.relations if {one.group, one.to} != {group, to}))


def joined(state: State, id: str, into: str) -> State:
    """What had to do with a group has to do with the one that it goes into."""
    if id == into or not (state.group(id) and state.group(into)):
        return state
    for one in [one for one in state.relations if id in (one.group, one.to)]:
        group, to = (into if end == id else end for end in (one.group, one.to))
        state = related(unrelated(state, one.group, one.to), group, to, one.word)
    return state


def tidy(state: State) -> State:
    """Without what hangs on groups that are not there any more; one group alone is no group of groups."""
    if not state.themes and not state.relations and not state.shown:
        return state
    ids = {group.id for group in state.groups}
    themes = (replace(one, groups=one.groups & ids) for one in state.themes)
    relations = tuple(one for one in state.relations if one.group in ids and one.to in ids)
    shown = state.shown if state.shown in ids else ""
    return replace(state, themes=tuple(one for one in themes if len(one.groups) > 1), relations=relations, shown=shown)
