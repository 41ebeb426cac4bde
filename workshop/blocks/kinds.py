"""The vocabulary: every kind of block by its name on the wire."""

from collections.abc import Mapping

from workshop.blocks.block import Block
from workshop.blocks.cards import Cards, Cloud, Round
from workshop.blocks.figures import Phases, Progress, Step, Tally, Timer
from workshop.blocks.forms import Buttons, Choices, Dots, Form
from workshop.blocks.maps import Board, Graph, Outline
from workshop.blocks.pictures import Picture
from workshop.blocks.surveys import Questionnaire, Radar
from workshop.blocks.tables import Place, Tables
from workshop.blocks.texts import Heading, Text, Wording

KINDS: Mapping[str, type[Block]] = {
    cls.kind: cls
    for cls in (
        Heading, Text, Wording, Cards, Form, Choices, Dots, Buttons, Tally, Progress, Phases, Graph, Outline, Board, Cloud,
        Round, Timer, Step, Tables, Place, Picture, Questionnaire, Radar,
    )
}  # fmt: skip
