"""What can be asked in a restorative circle (commands), and what happens in one (events), beside what every round has."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from workshop import circle
from workshop.messages import Day, Id, Line, Paragraph
from workshop.method import ANYBODY, FACILITATORS, PARTICIPANTS, Role

Stage = Literal["invitation", "before", "understanding", "responsibility", "action", "done"]
Kind = Literal["action", "keep", "after"]


@dataclass(frozen=True, slots=True)
class Agree:
    """Yes, I take part."""


@dataclass(frozen=True, slots=True)
class Stop:
    """I stop: at any moment, without a reason. From the facilitator, a `person` without a phone stops."""

    person: Id | Literal[""] = ""


@dataclass(frozen=True, slots=True)
class Prepare:
    """What I want known: a note that only its writer sees."""

    text: Paragraph


@dataclass(frozen=True, slots=True)
class BeReady:
    """I am ready for the circle, or not yet."""

    yes: bool = True


@dataclass(frozen=True, slots=True)
class Enter:
    """Go to a part of the circle."""

    stage: Stage


@dataclass(frozen=True, slots=True)
class Choose:
    """Who is to hear it, and say what they heard."""

    listener: Id


@dataclass(frozen=True, slots=True)
class Reflect:
    """It is said: now the listener says what they heard."""


@dataclass(frozen=True, slots=True)
class Heard:
    """Yes, that is what I wanted known; from the facilitator, in the speaker's place."""


@dataclass(frozen=True, slots=True)
class SayMore:
    """Not yet: there is more to say."""


@dataclass(frozen=True, slots=True)
class Propose:
    """Something that all may agree on: an action with who and by when, words to keep, or the day of the after-circle."""

    kind: Kind
    text: Line = ""
    who: Line = ""
    due: Day = ""


@dataclass(frozen=True, slots=True)
class Accept:
    """Yes to a matter, or not any more; from the facilitator, that of a `person` without a phone."""

    matter: Id
    yes: bool = True
    person: Id | Literal[""] = ""


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Take back a matter on which not all agree."""

    matter: Id


@dataclass(frozen=True, slots=True)
class Open:
    """The wall may show the circle, or not any more; from the facilitator, the word of a `person` without a phone."""

    yes: bool = True
    person: Id | Literal[""] = ""


@dataclass(frozen=True, slots=True)
class Agreed:
    """Somebody takes part; `name` is that of somebody without a phone."""

    person: Id
    name: Line = ""
    guest: bool = False


@dataclass(frozen=True, slots=True)
class Stopped:
    """Somebody does not take part any more."""

    person: Id


@dataclass(frozen=True, slots=True)
class Prepared:
    """Secret: what somebody wrote for themselves."""

    person: Id
    text: Paragraph


@dataclass(frozen=True, slots=True)
class BecameReady:
    """Somebody is ready, or not any more."""

    person: Id
    yes: bool


@dataclass(frozen=True, slots=True)
class Entered:
    """A part of the circle began, or was gone back to."""

    stage: Stage


@dataclass(frozen=True, slots=True)
class ListenerChosen:
    """Who is to say what they heard."""

    listener: Id


@dataclass(frozen=True, slots=True)
class Reflected:
    """It was said; now the listener says what they heard."""


@dataclass(frozen=True, slots=True)
class MoreSaid:
    """There is more to say."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """Secret until all agree: the words of a matter."""

    id: Id
    by: Id
    kind: Kind
    text: Line
    who: Line = ""
    due: Line = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """All are asked about a matter."""

    matter: Id


@dataclass(frozen=True, slots=True)
class Accepted:
    """Somebody agrees with a matter, or does not any more."""

    matter: Id
    person: Id
    yes: bool = True


@dataclass(frozen=True, slots=True)
class Settled:
    """All agreed: now it may be in the record."""

    matter: Id
    kind: Kind
    text: Line
    who: Line = ""
    due: Line = ""


@dataclass(frozen=True, slots=True)
class Unsettled:
    """Somebody does not agree any more: it is not in the record."""

    matter: Id


@dataclass(frozen=True, slots=True)
class Withdrew:
    """A matter was taken back."""

    matter: Id


@dataclass(frozen=True, slots=True)
class Opened:
    """Somebody agrees that the wall shows the circle, or does not any more."""

    person: Id
    yes: bool = True


Own = (
    Agreed | Stopped | Prepared | BecameReady | Entered | ListenerChosen | Reflected | MoreSaid | Proposed | Asked | Accepted
    | Settled | Unsettled | Withdrew | Opened
)  # fmt: skip
Event = Own | circle.Event
Command = (
    Agree | Stop | Prepare | BeReady | Enter | Choose | Reflect | Heard | SayMore | Propose | Accept | Withdraw | Open | circle.Command
)  # fmt: skip
EVENTS: tuple[type, ...] = (*get_args(Own), *circle.EVENTS)
ROLES: Mapping[type, frozenset[Role]] = {
    **dict.fromkeys((Agree, Prepare, BeReady), PARTICIPANTS),
    **dict.fromkeys((Stop, Choose, Reflect, Heard, SayMore, Propose, Accept, Withdraw, Open), ANYBODY),
    Enter: FACILITATORS,
    **circle.COMMANDS,
}
