"""The blocks as NiceGUI draws them: a function for each kind makes the elements, and returns the function that fills them."""

from collections.abc import Callable, Mapping

from workshop.pages.widgets.board import board
from workshop.pages.widgets.cards import cards, cloud
from workshop.pages.widgets.figures import phases, progress, step, tally, timer
from workshop.pages.widgets.forms import buttons, choices, dots, form
from workshop.pages.widgets.hands import Draw, Hands
from workshop.pages.widgets.maps import graph
from workshop.pages.widgets.outlines import outline
from workshop.pages.widgets.pictures import picture
from workshop.pages.widgets.rounds import rounds
from workshop.pages.widgets.surveys import questionnaire, radar
from workshop.pages.widgets.tables import place, tables
from workshop.pages.widgets.texts import heading, text, wording

__all__ = ["WIDGETS", "Draw", "Hands"]

WIDGETS: Mapping[str, Callable[[Hands], Draw]] = {
    "heading": heading,
    "text": text,
    "wording": wording,
    "cards": cards,
    "form": form,
    "choices": choices,
    "dots": dots,
    "buttons": buttons,
    "tally": tally,
    "progress": progress,
    "phases": phases,
    "graph": graph,
    "outline": outline,
    "board": board,
    "cloud": cloud,
    "round": rounds,
    "timer": timer,
    "step": step,
    "tables": tables,
    "place": place,
    "picture": picture,
    "questionnaire": questionnaire,
    "radar": radar,
}
