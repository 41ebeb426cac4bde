"""What a process is made of: its description, its phases, and the words for how things stand."""

from dataclasses import dataclass
from typing import Annotated, Final, Literal

from pydantic import ConfigDict, Field, with_config

from workshop.language import Message, _
from workshop.messages import Id, Line, Paragraph

Scale = Literal["micro", "meso", "macro"]
Standing = Literal["taken_up", "not_now", "not_possible", "answered"]
Status = Literal["", "done", "under_way", "stuck", "dropped", "kept", "to_change", "ended"]
OWN: Final = "process"

Ref = Annotated[str, Field(min_length=1, max_length=80, pattern=r"^[A-Za-z0-9_.:/-]+$")]
"""A thing of the process: "CODE/item" for what a workshop yields, "process/7" for the seventh contribution of the process itself."""

Months = Annotated[int, Field(ge=0, le=600)]
Support = Annotated[int, Field(ge=0, le=10_000_000)]
Code = Annotated[str, Field(pattern=r"^([23456789ABCDEFGHJKMNPQRSTUVWXYZ]{6})?$")]

SCALES: Final[dict[Scale, Message]] = {
    "micro": _("Micro: a street or a quarter"),
    "meso": _("Meso: several quarters"),
    "macro": _("Macro: the whole town"),
}
STANDINGS: Final[dict[Standing, Message]] = {
    "taken_up": _("Taken up"),
    "not_now": _("Not now"),
    "not_possible": _("Not possible"),
    "answered": _("Answered"),
}
STATUSES: Final[dict[Status, Message]] = {
    "": _("Still open"),
    "under_way": _("Under way"),
    "done": _("Done"),
    "stuck": _("Stuck"),
    "dropped": _("Given up"),
    "kept": _("Kept as it is"),
    "to_change": _("To be changed"),
    "ended": _("Ended"),
}
OF_COMMITMENTS: Final[tuple[Status, ...]] = ("", "under_way", "done", "stuck", "dropped")
OF_DECISIONS: Final[tuple[Status, ...]] = ("", "kept", "to_change", "ended")


@with_config(ConfigDict(extra="forbid"))
@dataclass(frozen=True, slots=True)
class Phase:
    """A part of a process; sessions belong to one."""

    id: Id
    title: Line
    about: Line = ""


PACT: Final[tuple[tuple[str, Message], ...]] = (
    ("know", _("Know and understand")),
    ("create", _("Create together")),
    ("agree", _("Agree")),
    ("carry_out", _("Carry out")),
    ("evaluate", _("Evaluate")),
)
"""The five phases of a pact."""


@with_config(ConfigDict(extra="forbid"))
@dataclass(frozen=True, slots=True)
class About:
    """What a process is; its first language is that of its record.

    Names go `retention` months after the last thing that happened (0: never), and with `texts` what people wrote goes too.
    """

    title: Line
    question: Line = ""
    territory: Line = ""
    scale: Scale = "micro"
    parent: Code = ""
    about: Paragraph = ""
    phases: Annotated[tuple[Phase, ...], Field(max_length=20)] = ()
    languages: Annotated[tuple[str, ...], Field(min_length=1, max_length=20)] = ("en",)
    timezone: str = "UTC"
    retention: Months = 24
    texts: bool = False
