"""What can be asked of a round of questions (commands), and what happens in one (events)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Final, Literal

from pydantic import Field

from workshop.messages import Day, Id, Line, Paragraph
from workshop.method import ANYBODY, FACILITATORS, PARTICIPANTS, Contribution, Role

Fate = Literal["open", "answered", "promised", "declined"]
Number = Annotated[int, Field(ge=0, le=10_000_000)]
Short = Annotated[str, Field(max_length=64)]
PAPER: Final = "paper"
SHEET: Final = "sheet"
BEFORE: Final = "before"
UNSIGNED: Final = frozenset({PAPER, SHEET, BEFORE})


@dataclass(frozen=True)
class Ask:
    """A question to one of those who answer, under one's own name or without it; from the facilitator, one of somebody without a phone."""

    text: Line
    to: Line = ""
    name: Literal["without", "with"] = "without"


@dataclass(frozen=True)
class Bring:
    """Questions of a spreadsheet, with the support that they have there."""

    cards: tuple[Contribution, ...]


@dataclass(frozen=True)
class Support:
    """One asks this too, or no longer."""

    question: Id


@dataclass(frozen=True)
class Withdraw:
    """Take one's own question back."""

    question: Id


@dataclass(frozen=True)
class Hide:
    """Take a question off every screen; it stays in the log."""

    question: Id


@dataclass(frozen=True)
class Restore:
    """Show a hidden question again."""

    question: Id


@dataclass(frozen=True)
class Pick:
    """On the console: which question asks the same as another one, or none of them."""

    question: Short = ""


@dataclass(frozen=True)
class Merge:
    """A question asks the same as another one, under which both are shown from now on."""

    question: Id
    into: Id


@dataclass(frozen=True)
class Separate:
    """What is shown under a question is shown by itself again."""

    question: Id


@dataclass(frozen=True)
class GiveFloor:
    """This question is to be answered now."""

    question: Id


@dataclass(frozen=True)
class TakeFloor:
    """No question is on the floor: back to asking."""


@dataclass(frozen=True)
class Settle:
    """What became of a question: the answer summed up, or who promised one until when, or the reason why there is none."""

    question: Id
    fate: Fate
    answer: Paragraph = ""
    who: Line = ""
    due: Day = ""


@dataclass(frozen=True)
class End:
    """No more questions."""


@dataclass(frozen=True)
class Resume:
    """Go on with the questions."""


@dataclass(frozen=True)
class Leaf:
    """On the console: the questions below a number, or the newest."""

    below: Number = 0


@dataclass(frozen=True)
class Asked:
    """A question came in; `by` is "paper" where somebody had no phone."""

    id: Id
    by: Id
    text: Line
    to: Line = ""
    signed: bool = False


@dataclass(frozen=True)
class Listed:
    """A question of a spreadsheet, and how many people stood behind it there."""

    id: Id
    text: Line
    support: Number = 0


@dataclass(frozen=True)
class Brought:
    """Questions of a spreadsheet came in."""

    questions: tuple[Listed, ...]


@dataclass(frozen=True)
class Supported:
    """Somebody asks this too, or no longer."""

    question: Id
    by: Id
    on: bool


@dataclass(frozen=True)
class Withdrawn:
    """A question was taken back by whoever asked it."""

    question: Id


@dataclass(frozen=True)
class Hidden:
    """A question was taken off the screens."""

    question: Id


@dataclass(frozen=True)
class Restored:
    """A question is shown again."""

    question: Id


@dataclass(frozen=True)
class Picked:
    """The console looks for what asks the same as a question, or for nothing."""

    question: Short


@dataclass(frozen=True)
class Merged:
    """Two questions ask the same: the one is shown under the other."""

    question: Id
    into: Id


@dataclass(frozen=True)
class Separated:
    """What was shown under a question is shown by itself again."""

    question: Id


@dataclass(frozen=True)
class FloorGiven:
    """A question is to be answered now."""

    question: Id


@dataclass(frozen=True)
class FloorTaken:
    """No question is on the floor."""


@dataclass(frozen=True)
class Settled:
    """What became of a question."""

    question: Id
    fate: Fate
    answer: Paragraph = ""
    who: Line = ""
    due: Day = ""


@dataclass(frozen=True)
class Ended:
    """The questions ended."""


@dataclass(frozen=True)
class Resumed:
    """The questions go on."""


@dataclass(frozen=True)
class Leafed:
    """The console shows the questions below a number, or the newest (0)."""

    below: Number


Command = (
    Ask | Bring | Support | Withdraw | Hide | Restore | Pick | Merge | Separate | GiveFloor | TakeFloor | Settle | End | Resume | Leaf
)  # fmt: skip
Event = (
    Asked | Brought | Supported | Withdrawn | Hidden | Restored | Picked | Merged | Separated | FloorGiven | FloorTaken | Settled | Ended
    | Resumed | Leafed
)  # fmt: skip

ROLES: Mapping[type, frozenset[Role]] = {
    Ask: ANYBODY,
    **dict.fromkeys((Support, Withdraw), PARTICIPANTS),
    **dict.fromkeys((Bring, Hide, Restore, Pick, Merge, Separate, GiveFloor, TakeFloor, Settle, End, Resume, Leaf), FACILITATORS),
}
