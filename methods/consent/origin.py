"""What a proposal comes from: one of the things that the step was given, all of them, or none; nothing is claimed that nobody said."""

from collections.abc import Sequence
from typing import Final

from methods.consent.state import ALL, NONE, State
from workshop.blocks import Field, Option
from workshop.language import _
from workshop.method import Item

OFFERED: Final = 20
LETTERS: Final = 80


def origin_field(state: State) -> tuple[Field, ...]:
    """Where it is chosen; nothing where there is nothing to choose from."""
    if not state.items:
        return ()
    ends = (Option(ALL, _("All of what was brought along")), Option(NONE, _("Nothing of what was brought along")))
    options = (*(Option(item.id, _short(item.text)) for item in _offered(state)), *ends)
    return (Field("origin", _("What does it come from?"), "choice", required=False, value=chosen_origin(state), options=options),)


def origins(state: State) -> frozenset[str]:
    """What can be chosen."""
    return frozenset((ALL, NONE, *(item.id for item in state.items)))


def chosen_origin(state: State) -> str:
    """What was chosen; until somebody does, the item with whose text the form begins, and nothing for a proposal that was planned."""
    if state.origin in origins(state):
        return state.origin
    if state.versions:
        return NONE
    return next((item.id for item in _offered(state) if item.text == state.best), NONE)


def sources_of(state: State, items: Sequence[Item]) -> tuple[str, ...]:
    """The ids of the items from which the proposal comes."""
    return tuple(item.id for item in items if state.origin in (ALL, item.id))


def _offered(state: State) -> list[Item]:
    ordered = sorted(state.items, key=lambda item: -item.support)
    chosen = [item for item in ordered[OFFERED:] if item.id == state.origin]
    return [*chosen, *ordered[:OFFERED]]


def _short(text: str) -> str:
    return text if len(text) <= LETTERS else f"{text[: LETTERS - 1]}…"
