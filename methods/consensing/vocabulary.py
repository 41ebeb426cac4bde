"""What can be asked in a systemic consensing (commands), and what happens in one (events)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from workshop.messages import Id, Line, Paragraph
from workshop.method import FACILITATORS, PARTICIPANTS, Role

Rating = Annotated[int, Field(ge=0, le=10)]
Number = Annotated[int, Field(ge=0, le=100_000)]


@dataclass(frozen=True)
class Rate:
    """How much one resists an option, from 0 (none) to 10 (not to be borne), from now on."""

    option: Id
    dots: Rating


@dataclass(frozen=True)
class CountPaper:
    """From people without a phone: the resistance to an option in all, and the strongest, from `people` in all."""

    option: Id
    points: Number
    strongest: Rating
    people: Number


@dataclass(frozen=True)
class Show:
    """End the rating and show the result."""


@dataclass(frozen=True)
class Reopen:
    """Let people change their ratings again."""


@dataclass(frozen=True)
class Hear:
    """Ask what stands behind the resistance."""


@dataclass(frozen=True)
class BackToResult:
    """Show the result without the words again."""


@dataclass(frozen=True)
class Speak:
    """What stands behind one's resistance to an option: voluntary, and without a name."""

    option: Id
    text: Line


@dataclass(frozen=True)
class HideWord:
    word: Id


@dataclass(frozen=True)
class RestoreWord:
    word: Id


@dataclass(frozen=True)
class AddOption:
    text: Paragraph


@dataclass(frozen=True)
class ChangeOption:
    option: Id
    text: Paragraph


@dataclass(frozen=True)
class DropOption:
    option: Id


@dataclass(frozen=True)
class AskAgain:
    """Another round, on the options as they are now."""


@dataclass(frozen=True)
class Decide:
    """Close with an option: the best, or one of those that are tied."""

    option: Id


@dataclass(frozen=True)
class WriteDown:
    """The decision word for word, and who, how and until when."""

    text: Paragraph
    responsible: Line = ""
    criteria: Paragraph = ""
    review_date: Line = ""


@dataclass(frozen=True)
class Undecide:
    pass


@dataclass(frozen=True)
class Rated:
    """Secret: how much somebody resists an option."""

    by: Id
    option: Id
    resistance: int


@dataclass(frozen=True)
class PaperCounted:
    option: Id
    points: int
    strongest: int
    people: int


@dataclass(frozen=True)
class Total:
    """The resistance to an option: all of it, the strongest, and how far apart people are (standard deviation, in tenths)."""

    points: int
    strongest: int
    spread: int


@dataclass(frozen=True)
class Counted:
    """The rating ended: how many rated (of them `people` without a phone), the options with the least resistance first, and the
    totals, which are left out where too few rated; `tied`: so many of the first are equal in everything.
    """

    voters: int
    people: int
    order: tuple[str, ...]
    tied: int
    totals: dict[str, Total]


@dataclass(frozen=True)
class Reopened:
    pass


@dataclass(frozen=True)
class Heard:
    """The room was asked for the words behind the resistance."""


@dataclass(frozen=True)
class Unheard:
    pass


@dataclass(frozen=True)
class Spoken:
    id: Id
    by: Id
    option: Id
    text: Line


@dataclass(frozen=True)
class WordHidden:
    word: Id


@dataclass(frozen=True)
class WordRestored:
    word: Id


@dataclass(frozen=True)
class OptionAdded:
    id: Id
    text: Paragraph


@dataclass(frozen=True)
class OptionChanged:
    """An option has another text, and with it another id: a rating of the old text is none of the new one."""

    option: Id
    id: Id
    text: Paragraph


@dataclass(frozen=True)
class OptionDropped:
    option: Id


@dataclass(frozen=True)
class AskedAgain:
    pass


@dataclass(frozen=True)
class Decided:
    id: Id
    option: Id


@dataclass(frozen=True)
class WrittenDown:
    text: Paragraph
    responsible: Line
    criteria: Paragraph
    review_date: Line


@dataclass(frozen=True)
class Undecided:
    pass


Command = (
    Rate | CountPaper | Show | Reopen | Hear | BackToResult | Speak | HideWord | RestoreWord | AddOption | ChangeOption | DropOption
    | AskAgain | Decide | WriteDown | Undecide
)  # fmt: skip
Event = (
    Rated | PaperCounted | Counted | Reopened | Heard | Unheard | Spoken | WordHidden | WordRestored | OptionAdded | OptionChanged
    | OptionDropped | AskedAgain | Decided | WrittenDown | Undecided
)  # fmt: skip

ROLES: Mapping[type, frozenset[Role]] = {
    **dict.fromkeys((Rate, Speak), PARTICIPANTS),
    **dict.fromkeys((CountPaper, Show, Reopen, Hear, BackToResult, HideWord, RestoreWord, AddOption, ChangeOption), FACILITATORS),
    **dict.fromkeys((DropOption, AskAgain, Decide, WriteDown, Undecide), FACILITATORS),
}
