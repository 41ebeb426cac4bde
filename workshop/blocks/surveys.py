"""What is asked in a survey, and what the answers on scales come to."""

from dataclasses import dataclass
from typing import Literal

from workshop.blocks.block import Block, Option
from workshop.language import Words


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Ask:
    """One question with the answer that this person gave: the ids of options, or words of their own.

    On a scale the options are its steps, the lowest first, with what its ends mean as their details.
    """

    id: str
    text: Words
    input: Literal["scale", "one", "several", "words"] = "scale"
    options: tuple[Option, ...] = ()
    given: tuple[str, ...] = ()
    detail: Words = ""
    limit: int = 280


@dataclass(frozen=True, kw_only=True)
class Questionnaire(Block):
    """Questions, each answered by itself: an answer sends the command with {question: id, answer: [ids or words]}."""

    kind = "questionnaire"
    items: tuple[Ask, ...]
    command: str
    label: Words = ""


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Spoke:
    """What the answers on one scale come to: `mean` and `earlier` in hundredths (0: not known), `spread` how many gave each number.

    `name` is the question in a word or two, `detail` what is to be known besides.
    """

    id: str
    text: Words
    name: Words = ""
    mean: int = 0
    earlier: int = 0
    spread: tuple[int, ...] = ()
    detail: Words = ""


@dataclass(frozen=True, kw_only=True)
class Radar(Block):
    """Means on scales from 1 to `most`: as bars, and where there is room and there are three or more also as a radar.

    `now` and `before` say what its two outlines are, the present one and an earlier one.
    """

    kind = "radar"
    items: tuple[Spoke, ...]
    most: int = 5
    label: Words = ""
    now: Words = ""
    before: Words = ""
