"""What happened in a consent decision. `Signalled` alone is secret: `CallClosed` carries what the room may know of it.

`at` is when (ms since 1970), 0 where an older log does not say it.
"""

from dataclasses import dataclass
from typing import Literal

from methods.consent.state import ALL, By, Criterion, Ending, Phase, Result, Signal, Way
from workshop import circle
from workshop.messages import Id, Time


@dataclass(frozen=True, slots=True)
class DriverStated:
    happens: str
    matters: str


@dataclass(frozen=True, slots=True)
class DriverConfirmed:
    pass


@dataclass(frozen=True, slots=True)
class PhaseEntered:
    phase: Phase


@dataclass(frozen=True, slots=True)
class Proposed:
    text: str
    responsible: str
    criteria: str
    review_date: str
    at: Time = 0
    origin: Id = ALL


@dataclass(frozen=True, slots=True)
class Asked:
    id: str
    person: str
    text: str


@dataclass(frozen=True, slots=True)
class Answered:
    question: str
    text: str


@dataclass(frozen=True, slots=True)
class Reacted:
    """`text` is "" when the person passed."""

    id: str
    person: str
    text: str


@dataclass(frozen=True, slots=True)
class Hidden:
    what: str


@dataclass(frozen=True, slots=True)
class Restored:
    what: str


@dataclass(frozen=True, slots=True)
class CallOpened:
    round: int
    version: int
    at: Time = 0


@dataclass(frozen=True, slots=True)
class Signalled:
    round: int
    person: str
    signal: Signal


@dataclass(frozen=True, slots=True)
class Raised:
    """An argument that somebody has yet to write."""

    id: str
    owner: str
    kind: Literal["concern", "objection"]


@dataclass(frozen=True, slots=True)
class CallClosed:
    """`silent` people in the room had not answered."""

    round: int
    consent: int
    concern: int
    objection: int
    silent: int
    raised: tuple[Raised, ...]
    at: Time = 0


@dataclass(frozen=True, slots=True)
class HandsCounted:
    round: int
    consent: int
    concern: int


@dataclass(frozen=True, slots=True)
class PaperAdded:
    id: str
    round: int
    kind: Literal["concern", "objection"]
    text: str
    at: Time = 0


@dataclass(frozen=True, slots=True)
class Argued:
    argument: str
    text: str


@dataclass(frozen=True, slots=True)
class Refined:
    argument: str
    text: str


@dataclass(frozen=True, slots=True)
class Doubted:
    """`about` is "" for the argument itself, else the id of a doubt."""

    id: str
    argument: str
    about: str
    person: str
    text: str


@dataclass(frozen=True, slots=True)
class DoubtRefined:
    """What remains of a doubt that was doubted itself."""

    argument: str
    doubt: str
    person: str
    text: str


@dataclass(frozen=True, slots=True)
class DoubtsHeard:
    argument: str
    about: str


@dataclass(frozen=True, slots=True)
class DoubtDropped:
    argument: str
    doubt: str


@dataclass(frozen=True, slots=True)
class Judged:
    argument: str
    test: Criterion
    holds: bool
    by: By
    at: Time = 0


@dataclass(frozen=True, slots=True)
class BecameObjection:
    argument: str
    at: Time = 0


@dataclass(frozen=True, slots=True)
class OwnerLeft:
    """Somebody left whose argument is still open."""

    person: str


@dataclass(frozen=True, slots=True)
class OwnerBack:
    person: str


@dataclass(frozen=True, slots=True)
class Adopted:
    argument: str
    person: str


@dataclass(frozen=True, slots=True)
class ProposerNamed:
    """`person` is "" when nobody in the room is the proposer."""

    person: str


@dataclass(frozen=True, slots=True)
class AnotherBegun:
    pass


@dataclass(frozen=True, slots=True)
class Qualified:
    argument: str
    at: Time = 0


@dataclass(frozen=True, slots=True)
class Dropped:
    argument: str
    by: By
    at: Time = 0


@dataclass(frozen=True, slots=True)
class BecameConcern:
    argument: str
    by: By
    at: Time = 0


@dataclass(frozen=True, slots=True)
class Suggested:
    id: str
    argument: str
    person: str
    text: str


@dataclass(frozen=True, slots=True)
class Widened:
    argument: str


@dataclass(frozen=True, slots=True)
class Offered:
    argument: str
    way: Way
    text: str
    responsible: str
    criteria: str
    review_date: str
    term: str


@dataclass(frozen=True, slots=True)
class OfferDeclined:
    """`reason` is "" when the objector gave none, or, if it is not by the "owner", when the offer was taken back."""

    argument: str
    reason: str
    by: By = ""


@dataclass(frozen=True, slots=True)
class ObjectorConfirmed:
    argument: str
    by: By


@dataclass(frozen=True, slots=True)
class ProposerConfirmed:
    argument: str


@dataclass(frozen=True, slots=True)
class Integrated:
    argument: str
    at: Time = 0


@dataclass(frozen=True, slots=True)
class Agreed:
    id: str
    result: Result
    at: Time = 0


@dataclass(frozen=True, slots=True)
class Closed:
    id: str
    result: Ending
    who: str
    when: str
    reason: str
    at: Time = 0


@dataclass(frozen=True, slots=True)
class Reopened:
    pass


@dataclass(frozen=True, slots=True)
class Leafed:
    """The console shows the contributions below a place, or the newest (0)."""

    below: int


Own = (
    DriverStated | DriverConfirmed | PhaseEntered | Proposed | Asked | Answered | Reacted | Hidden | Restored
    | CallOpened | Signalled | CallClosed | HandsCounted | PaperAdded
    | Argued | Refined | Doubted | DoubtsHeard | Qualified | Dropped | BecameConcern
    | Suggested | Offered | OfferDeclined | ObjectorConfirmed | ProposerConfirmed | Integrated
    | Agreed | Closed | Reopened | Leafed
    | Widened | DoubtRefined | DoubtDropped | Judged | BecameObjection | OwnerLeft | OwnerBack | Adopted | ProposerNamed | AnotherBegun
)  # fmt: skip
Event = Own | circle.Event
