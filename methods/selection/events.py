"""What happens in a selection. `Nominated`, `Abstained` and `Responded` are secret: the event that closes the call tells them.

`at` is when (ms since 1970), 0 where an older log does not say it.
"""

from dataclasses import dataclass
from typing import Literal

from methods.selection.state import Given, Phase, Signal
from workshop import circle
from workshop.messages import Id, Line, Paragraph, Time


@dataclass(frozen=True)
class RoleDescribed:
    title: Line
    tasks: Paragraph
    qualities: Paragraph
    term: Line
    review_date: Line


@dataclass(frozen=True)
class NamePut:
    """A name is on the list; `person` is who it is, where that person put it there from their own phone."""

    id: Id
    name: Line
    person: Line = ""


@dataclass(frozen=True)
class NameDropped:
    id: Id


@dataclass(frozen=True)
class PhaseEntered:
    to: Phase


@dataclass(frozen=True)
class Nominated:
    """Secret until the call is closed."""

    id: Id
    by: Id
    nominee: Id
    reason: Line


@dataclass(frozen=True)
class Abstained:
    """Secret until the call is closed."""

    by: Id


@dataclass(frozen=True)
class PaperAdded:
    id: Id
    nominee: Id
    reason: Line
    name: Line


@dataclass(frozen=True)
class NominationsClosed:
    """All nominations at once; so many abstained, so many in the room had not answered."""

    given: tuple[Given, ...]
    abstained: int
    silent: int
    at: Time = 0


@dataclass(frozen=True)
class NominationsReopened:
    pass


@dataclass(frozen=True)
class Explained:
    nomination: Id
    reason: Line


@dataclass(frozen=True)
class Asked:
    id: Id
    by: Id
    nominee: Id
    text: Line


@dataclass(frozen=True)
class Answered:
    question: Id
    text: Paragraph


@dataclass(frozen=True)
class Hidden:
    what: Id


@dataclass(frozen=True)
class Restored:
    what: Id


@dataclass(frozen=True)
class Changed:
    """Somebody nominates another person than before; `id` is new where they had not nominated anybody."""

    id: Id
    by: Id
    nominee: Id
    reason: Line


@dataclass(frozen=True)
class Drawn:
    nominee: Id


@dataclass(frozen=True)
class Proposed:
    nominee: Id
    reason: Paragraph
    term: Line
    condition: Line


@dataclass(frozen=True)
class CallOpened:
    number: int
    at: Time = 0


@dataclass(frozen=True)
class Responded:
    """Secret until the call is closed."""

    call: int
    by: Id
    signal: Signal


@dataclass(frozen=True)
class NomineeAnswered:
    """The person proposed, asked alone, says it openly; `id` is that of the objection or the concern, if it is one."""

    call: int
    id: Id
    signal: Signal


@dataclass(frozen=True)
class HandsCounted:
    call: int
    consent: int
    concern: int


@dataclass(frozen=True)
class Raised:
    """An objection or a concern that was signalled, whose reason is still to be heard."""

    id: Id
    owner: Id
    kind: Literal["concern", "objection"]


@dataclass(frozen=True)
class CallClosed:
    """All answers at once; `nominee` is what the person proposed answered with all, "" where they were asked apart or said nothing."""

    number: int
    consent: int
    concern: int
    objection: int
    silent: int
    raised: tuple[Raised, ...]
    nominee: Signal | Literal[""]
    at: Time = 0


@dataclass(frozen=True)
class Argued:
    objection: Id
    text: Line


@dataclass(frozen=True)
class Dropped:
    """`told`: the facilitator noted it for the one who raised it."""

    objection: Id
    told: bool


@dataclass(frozen=True)
class Shortened:
    objection: Id
    term: Line


@dataclass(frozen=True)
class Required:
    objection: Id
    condition: Line


@dataclass(frozen=True)
class Selected:
    """The person proposed accepts."""

    id: Id
    at: Time = 0


@dataclass(frozen=True)
class Refused:
    reason: Line
    at: Time = 0


@dataclass(frozen=True)
class Postponed:
    id: Id
    reason: Line
    when: Line
    at: Time = 0


@dataclass(frozen=True)
class Reopened:
    pass


Own = (
    RoleDescribed | NamePut | NameDropped | PhaseEntered | Nominated | Abstained | PaperAdded | NominationsClosed | NominationsReopened
    | Explained | Asked | Answered | Hidden | Restored | Changed | Drawn | Proposed | CallOpened | Responded | NomineeAnswered
    | HandsCounted | CallClosed | Argued | Dropped | Shortened | Required | Selected | Refused | Postponed | Reopened
)  # fmt: skip
Event = Own | circle.Event
