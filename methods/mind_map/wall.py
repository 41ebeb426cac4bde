"""The wall of a mind map: the whole map, or one of its groups alone."""

from collections.abc import Sequence
from functools import lru_cache

from methods.mind_map.groups import Group
from methods.mind_map.layout import TOPIC_LETTERS, Tray, focused, placed
from methods.mind_map.sides import Branch, Family
from methods.mind_map.state import State
from methods.mind_map.ties import Tie
from workshop.blocks import Block, Button, Buttons, Graph, Heading
from workshop.blocks.lettering import width
from workshop.language import Words, _
from workshop.memory import remembered

DRAWN, SHOWN = 14, 300  # no group has room for more on the map; of one that is shown alone
SUBTITLED = 3  # of fewer ideas all are seen, or nearly


def wall(state: State, heading: Heading, said: Sequence[Block]) -> Sequence[Block]:
    """The map, under its topic where that is too long for the middle; what is said of it, as long as there is none."""
    if not state.groups:
        return (heading, *said)
    long = width(state.settings.topic) > TOPIC_LETTERS
    group = state.group(state.shown) if state.shown else None
    return (*((heading,) if long and not group else ()), _alone(state, group) if group else graph_of(state))


def back(state: State) -> Sequence[Block]:
    """On the console, while the wall shows one group alone: the way back."""
    if not state.group(state.shown):
        return ()
    return (Buttons(id="whole", pos=18, items=(Button("whole", _("Back to the whole map on the wall"), "Show", tone="now"),)),)


def graph_of(state: State) -> Graph:
    """The map: each group in its place, ideas with the most support first, and the newest of those that are not yet placed."""
    families = tuple(Family(theme.id, theme.title) for theme in state.themes)
    ties = tuple(Tie(f"{one.group}-{one.to}", one.group, one.to, one.word) for one in state.relations)
    themes = {group: theme.id for theme in state.themes for group in theme.groups}
    branches = tuple(_branch(group, themes.get(group.id, ""), _best(state, group)) for group in state.groups)
    return _drawn(_topic(state), state.total, branches, families, ties, _tray(state))


@lru_cache(maxsize=64)
def _drawn(
    topic: Words, total: int, branches: tuple[Branch, ...], families: tuple[Family, ...], ties: tuple[Tie, ...], tray: Tray | None
) -> Graph:
    return placed(topic, total, branches, families, ties, tray)


def _alone(state: State, group: Group) -> Graph:
    ideas = tuple((slip.idea.id, slip.idea.text) for slip in group.ideas.first(SHOWN))
    return focused(_topic(state), state.total, Branch(group.id, group.title, group.color, ideas, group.place, len(group.ideas)))


def _topic(state: State) -> Words:
    return state.settings.topic or _("Our ideas")


def _best(state: State, group: Group) -> str:
    """The idea that says most about a group, where there are some others besides."""
    best = state.ideas.get(group.best) if group.best in group.ideas and len(group.ideas) >= SUBTITLED else None
    return best.text if best else ""


@remembered
def _branch(group: Group, family: str, best: str) -> Branch:
    first = tuple((slip.idea.id, slip.idea.text) for slip in group.ideas.first(DRAWN) if not best or slip.idea.id != group.best)
    return Branch(group.id, group.title, group.color, first, group.place, len(group.ideas), family, best)


def _tray(state: State) -> Tray | None:
    if not state.waiting:
        return None
    newest = tuple((idea.id, idea.text) for idea in state.ideas.latest(2))
    return Tray(_("Not yet placed"), state.waiting, newest)
