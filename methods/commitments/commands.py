"""What can be asked in a pact."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from workshop.messages import Day, Id, Line
from workshop.method import ANYBODY, FACILITATORS, PARTICIPANTS, Role

Side = Literal["citizens", "institution", "both"]
NONE = "none"


@dataclass(frozen=True, slots=True)
class Commit:
    """I commit to this: whoever writes it confirms it by writing. `who` is empty, or a name or a body as the pact is to show it."""

    text: Line
    who: Line = ""
    side: Side = "citizens"
    due: Day = ""
    seen: Line = ""
    origin: Id = NONE


@dataclass(frozen=True, slots=True)
class Note:
    """What somebody else commits to, as the facilitator heard it: it stays to be confirmed."""

    text: Line
    who: Line
    side: Side = "citizens"
    due: Day = ""
    seen: Line = ""
    origin: Id = NONE


@dataclass(frozen=True, slots=True)
class Correct:
    """A commitment in other words, from whoever makes it, or from the facilitator."""

    commitment: Id
    text: Line
    who: Line = ""
    side: Side = "citizens"
    due: Day = ""
    seen: Line = ""
    origin: Id = NONE


@dataclass(frozen=True, slots=True)
class Withdraw:
    """It is no commitment any more."""

    commitment: Id


@dataclass(frozen=True, slots=True)
class Confirm:
    """I commit to this, as it is written."""

    commitment: Id


@dataclass(frozen=True, slots=True)
class ConfirmAloud:
    """Somebody confirmed it aloud; `who` says who, as the facilitator heard it."""

    commitment: Id
    who: Line


@dataclass(frozen=True, slots=True)
class Unconfirm:
    """It was not for me to confirm; from the facilitator: it was not confirmed aloud."""

    commitment: Id


@dataclass(frozen=True, slots=True)
class Help:
    """I help with it, or not any more."""

    commitment: Id
    yes: bool = True


@dataclass(frozen=True, slots=True)
class Pick:
    """Take up a commitment to correct it; "none" puts it back."""

    commitment: Id = NONE


@dataclass(frozen=True, slots=True)
class Leaf:
    """Look at the commitments below a number; 0: at the newest."""

    below: int = 0


@dataclass(frozen=True, slots=True)
class Close:
    """The pact stands as it is."""


@dataclass(frozen=True, slots=True)
class Reopen:
    """The pact can be worked on again."""


Command = Commit | Note | Correct | Withdraw | Confirm | ConfirmAloud | Unconfirm | Help | Pick | Leaf | Close | Reopen
ROLES: Mapping[type, frozenset[Role]] = {
    **dict.fromkeys((Commit, Confirm, Help), PARTICIPANTS),
    **dict.fromkeys((Correct, Withdraw, Unconfirm, Pick), ANYBODY),
    **dict.fromkeys((Note, ConfirmAloud, Leaf, Close, Reopen), FACILITATORS),
}
