"""The way through a 1-2-4-All: alone, in pairs, in foursomes, all."""

from methods.one_two_four_all.state import State
from methods.one_two_four_all.vocabulary import Stage
from workshop.language import Message, _
from workshop.method import Move, Moves, Span

FORTH: dict[Stage, tuple[Stage, Message]] = {
    "welcome": ("alone", _("Begin: everybody alone")),
    "alone": ("pairs", _("On to pairs")),
    "pairs": ("fours", _("On to groups of four")),
    "fours": ("all", _("All hear what the groups bring")),
    "all": ("done", _("End 1-2-4-All")),
}
BACK: dict[Stage, tuple[Stage, Message]] = {
    "alone": ("welcome", _("Back to the welcome")),
    "pairs": ("alone", _("Back to thinking alone")),
    "fours": ("pairs", _("Back to the pairs")),
    "all": ("fours", _("Back to the groups of four")),
    "done": ("all", _("Back to the ideas")),
}


def moves(state: State) -> Moves:
    """The next phase, and the one before."""
    return Moves(_to(FORTH.get(state.stage)), _to(BACK.get(state.stage)))


def _to(way: tuple[Stage, Message] | None) -> Move | None:
    return Move(way[1], "Enter", {"stage": way[0]}) if way else None


def span(state: State) -> Span | None:
    """How long the phase takes."""
    settings = state.settings
    minutes = {"alone": settings.alone, "pairs": settings.pairs, "fours": settings.fours, "all": settings.all}.get(state.stage)
    return Span(state.stage, minutes) if minutes else None
