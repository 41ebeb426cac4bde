"""The screen language: a small vocabulary of blocks that every phone, wall, console and record can draw.

A block is immutable. Its `id` is unique on a screen; `pos` orders the screen (None: the order in which the view gave it, in
steps of 10, so that what is only for one person can be put in between). Colours are numbers 1 to 8, each with a shape, never
a colour alone. Texts are `Words`: what people wrote as `str`, what we say as `Message`.
"""

from workshop.blocks.block import Block, Button, Json, Option, Tone
from workshop.blocks.cards import Card, Cards, Cloud, Round, Turn, Word
from workshop.blocks.figures import Bar, Phase, Phases, Progress, Step, Tally, Timer
from workshop.blocks.forms import Buttons, Choices, Dot, Dots, Field, Form
from workshop.blocks.kinds import KINDS
from workshop.blocks.maps import SHAPES, Board, Column, Deed, Entry, Graph, Link, Node, Outline, Side
from workshop.blocks.pictures import Picture
from workshop.blocks.surveys import Ask, Questionnaire, Radar, Spoke
from workshop.blocks.tables import Place, Table, Tables
from workshop.blocks.texts import Heading, Part, Text, Wording
from workshop.blocks.wire import encode, merge_patch

__all__ = [
    "KINDS",
    "SHAPES",
    "Ask",
    "Bar",
    "Block",
    "Board",
    "Button",
    "Buttons",
    "Card",
    "Cards",
    "Choices",
    "Cloud",
    "Column",
    "Deed",
    "Dot",
    "Dots",
    "Entry",
    "Field",
    "Form",
    "Graph",
    "Heading",
    "Json",
    "Link",
    "Node",
    "Option",
    "Outline",
    "Part",
    "Phase",
    "Phases",
    "Picture",
    "Place",
    "Progress",
    "Questionnaire",
    "Radar",
    "Round",
    "Side",
    "Spoke",
    "Step",
    "Table",
    "Tables",
    "Tally",
    "Text",
    "Timer",
    "Tone",
    "Turn",
    "Word",
    "Wording",
    "encode",
    "merge_patch",
]
