"""What happens in a workshop beside what its methods do: the session's own events."""

from dataclasses import dataclass

from workshop.agenda import Agenda
from workshop.messages import Id, Paragraph, PictureId, TableNumber
from workshop.method import Item
from workshop.redacted import WordsErased


@dataclass(frozen=True, slots=True)
class Created:
    """The workshop exists: its code and what is planned."""

    code: str
    agenda: Agenda


@dataclass(frozen=True, slots=True)
class RoomOpened:
    """People may come in."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Somebody came in, as number so-and-so; their name, if they gave one, is not here. A device that a `table` shares has no number."""

    person: Id
    number: int
    table: TableNumber = ""


@dataclass(frozen=True, slots=True)
class Left:
    """Somebody left for good."""

    person: Id


@dataclass(frozen=True, slots=True)
class StepOpened:
    """A step began, or was entered again, with what the step before it yields."""

    step: Id
    items: tuple[Item, ...]
    seed: int


@dataclass(frozen=True, slots=True)
class Brought:
    """These things come into a step from elsewhere in the process, in place of those before; the id of each says from where."""

    step: Id
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class TimerSet:
    """The time of the step: ends at `ends` (ms since 1970), or stands still with `left` ms."""

    total: int
    ends: int
    left: int


@dataclass(frozen=True, slots=True)
class AgendaChanged:
    """From now on this is planned; steps that were opened are still among its steps."""

    agenda: Agenda


@dataclass(frozen=True, slots=True)
class HandRaised:
    """Somebody would like to speak."""

    person: Id


@dataclass(frozen=True, slots=True)
class HandLowered:
    """Somebody spoke, or does not want to any more."""

    person: Id


@dataclass(frozen=True, slots=True)
class WheelTaken:
    """From now on this facilitator drives; until then the one who made the workshop."""

    host: Id


@dataclass(frozen=True, slots=True)
class NoteTaken:
    """The facilitator noted something for the record."""

    text: Paragraph


@dataclass(frozen=True, slots=True)
class TakenBack:
    """These lines of the log count as if they had not been."""

    seqs: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PictureKept:
    """Somebody brought a picture: its bytes are kept beside the log, so that they can be erased; here is their SHA-256, as hex."""

    picture: PictureId
    sha256: str
    size: int


@dataclass(frozen=True, slots=True)
class NamesErased:
    """The time for which names are kept is over: nobody has a name or a phone here any more. With `texts`, words are gone too."""

    texts: bool = False


@dataclass(frozen=True, slots=True)
class Closed:
    """The workshop is over."""


@dataclass(frozen=True, slots=True)
class Reopened:
    """The workshop goes on after all."""


EVENTS = {
    one.__name__: one
    for one in (
        Created, RoomOpened, Joined, Left, AgendaChanged, HandRaised, HandLowered, WheelTaken, Brought, StepOpened, TimerSet, NoteTaken,
        TakenBack, PictureKept, WordsErased, NamesErased, Closed, Reopened,
    )
}  # fmt: skip
