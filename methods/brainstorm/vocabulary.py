"""What can be asked of a brainstorm (commands), and what happens in one (events)."""

from dataclasses import dataclass
from typing import Final, Literal

from workshop.messages import Id, Line

Stage = Literal["gather", "support", "closed"]
PAPER: Final = "paper"


@dataclass(frozen=True)
class Add:
    """An idea; from the facilitator, a card that somebody wrote on paper."""

    text: Line


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
class Enter:
    """Go to a phase."""

    stage: Stage


@dataclass(frozen=True)
class Added:
    """An idea came in; `by` is "paper" for a paper card."""

    id: Id
    by: Id
    text: Line


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


@dataclass(frozen=True)
class Hidden:
    """An idea was taken off the screens."""

    idea: Id


@dataclass(frozen=True)
class Restored:
    """An idea is shown again."""

    idea: Id


@dataclass(frozen=True)
class Entered:
    """A phase began."""

    stage: Stage


Command = Add | Amend | Withdraw | Support | Ask | Hide | Restore | Enter
Event = Added | Amended | Withdrawn | Supported | Asked | Hidden | Restored | Entered
