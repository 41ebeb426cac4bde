"""What can be asked of a brainstorm (commands), and what happens in one (events)."""

from dataclasses import dataclass
from typing import Annotated, Final, Literal

from pydantic import Field

from workshop.messages import Id, Line
from workshop.method import Contribution

Stage = Literal["gather", "support", "closed"]
Number = Annotated[int, Field(ge=0, le=10_000_000)]
PAPER: Final = "paper"
SHEET: Final = "sheet"


@dataclass(frozen=True)
class Add:
    """An idea; from the facilitator, a card that somebody wrote on paper."""

    text: Line


@dataclass(frozen=True)
class Bring:
    """Ideas of a spreadsheet, with the support that they have there."""

    cards: tuple[Contribution, ...]


@dataclass(frozen=True)
class Amend:
    """Another wording of one's own idea."""

    idea: Id
    text: Line


@dataclass(frozen=True)
class Withdraw:
    """Take one's own idea back."""

    idea: Id


@dataclass(frozen=True)
class Support:
    """Stand behind an idea, or no longer."""

    idea: Id


@dataclass(frozen=True)
class Ask:
    """Ask the author to say an idea more clearly."""

    idea: Id


@dataclass(frozen=True)
class Hide:
    """Take an idea off every screen; it stays in the log."""

    idea: Id


@dataclass(frozen=True)
class Restore:
    """Show a hidden idea again."""

    idea: Id


@dataclass(frozen=True)
class Pick:
    """On the console: which idea says the same as another one, or none of them."""

    idea: Annotated[str, Field(max_length=64)] = ""


@dataclass(frozen=True)
class Merge:
    """An idea says the same as another one, under which both are shown from now on."""

    idea: Id
    into: Id


@dataclass(frozen=True)
class Separate:
    """What is shown under an idea is shown by itself again."""

    idea: Id


@dataclass(frozen=True)
class Enter:
    """Go to a phase."""

    stage: Stage


@dataclass(frozen=True)
class Turn:
    """Others to look at: one's next hand, `page`, from the idea of a number on."""

    page: Number
    start: Number


@dataclass(frozen=True)
class Leaf:
    """On the console: the ideas below a number, or the newest."""

    below: Number = 0


@dataclass(frozen=True)
class Find:
    """On the console: the ideas that have these words."""

    words: Line


@dataclass(frozen=True)
class Added:
    """An idea came in; `by` is "paper" for a paper card."""

    id: Id
    by: Id
    text: Line


@dataclass(frozen=True)
class Listed:
    """An idea of a spreadsheet, and how many people stood behind it there."""

    id: Id
    text: Line
    support: Number = 0


@dataclass(frozen=True)
class Brought:
    """Ideas of a spreadsheet came in."""

    ideas: tuple[Listed, ...]


@dataclass(frozen=True)
class Amended:
    """An idea has another wording."""

    idea: Id
    text: Line


@dataclass(frozen=True)
class Withdrawn:
    """An idea was taken back by its author."""

    idea: Id


@dataclass(frozen=True)
class Supported:
    """Somebody stands behind an idea, or no longer."""

    idea: Id
    by: Id
    on: bool


@dataclass(frozen=True)
class Asked:
    """Somebody asked the author to say an idea more clearly."""

    idea: Id
    by: str = ""
    author: str = ""


@dataclass(frozen=True)
class Hidden:
    """An idea was taken off the screens."""

    idea: Id


@dataclass(frozen=True)
class Restored:
    """An idea is shown again."""

    idea: Id


@dataclass(frozen=True)
class Picked:
    """The console looks for what says the same as an idea, or for nothing."""

    idea: Annotated[str, Field(max_length=64)]


@dataclass(frozen=True)
class Merged:
    """Two ideas say the same: the one is shown under the other."""

    idea: Id
    into: Id


@dataclass(frozen=True)
class Separated:
    """What was shown under an idea is shown by itself again."""

    idea: Id


@dataclass(frozen=True)
class Entered:
    """A phase began."""

    stage: Stage


@dataclass(frozen=True)
class Turned:
    """Somebody has another hand of ideas to look at."""

    by: Id
    page: Number
    start: Number


@dataclass(frozen=True)
class Leafed:
    """The console shows the ideas below a number, or the newest (0)."""

    below: Number


@dataclass(frozen=True)
class Found:
    """The console shows the newest of those ideas that have these words, `count` in all."""

    words: Line
    ideas: tuple[Id, ...]
    count: Number


Command = Add | Bring | Amend | Withdraw | Support | Ask | Hide | Restore | Pick | Merge | Separate | Enter | Turn | Leaf | Find
Event = (
    Added
    | Brought
    | Amended
    | Withdrawn
    | Supported
    | Asked
    | Hidden
    | Restored
    | Picked
    | Merged
    | Separated
    | Entered
    | Turned
    | Leafed
    | Found
)
