"""What was asked, what was promised, and what each phone showed last: the other side of the log, for the checker."""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.load.phone import Phone
from workshop.messages import new_token

Json = Any


@dataclass(slots=True)
class Deed:
    """A contribution of a phone, and what came of it: `seq` once it was acknowledged, `refusal` once it was refused for good."""

    id: str
    phone: int
    person: str
    text: str
    invoked: float
    answered: float = 0.0
    seq: int | None = None
    refusal: str = ""

    @property
    def took_s(self) -> float:
        """From the tap to the acknowledgement, over all attempts."""
        return self.answered - self.invoked


@dataclass(frozen=True, slots=True)
class Shown:
    """What a phone showed when everything had settled."""

    phone: int
    person: str
    language: str
    activity: str
    shared: Mapping[str, Json]
    mine: Mapping[str, Json]


@dataclass(slots=True)
class History:
    """A recorded run; what `others` say is not recorded."""

    deeds: dict[str, Deed] = field(default_factory=dict)
    others: set[str] = field(default_factory=set)
    shown: list[Shown] = field(default_factory=list)

    @property
    def acknowledged(self) -> list[Deed]:
        """The contributions that phones show as sent."""
        return [deed for deed in self.deeds.values() if deed.seq is not None]

    async def add(self, phone: Phone, text: str) -> Deed:
        """Has a phone contribute a text, and notes what it is told."""
        deed = Deed(f"deed-{new_token()}", phone.number, phone.person, text, time.monotonic())
        self.deeds[deed.id] = deed
        answer = await phone.do("Add", {"text": text}, deed.id)
        deed.answered = time.monotonic()
        if answer["ok"]:
            deed.seq = answer["seq"]
        else:
            deed.refusal = answer["code"]
        return deed

    def look(self, phone: Phone) -> None:
        """Notes what a phone shows."""
        self.shown.append(Shown(phone.number, phone.person, phone.language, phone.activity, phone.shared, phone.mine))
