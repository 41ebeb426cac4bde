"""What every sheet is printed with."""

from collections.abc import Mapping
from dataclasses import dataclass

from workshop.language import Speaker, Words
from workshop.method import PlannedTable
from workshop.printing.seats import Seats


@dataclass(frozen=True, slots=True)
class Press:
    """The workshop's words, the language of the paper, how phones come in, and the seats where there are any."""

    title: str
    question: str
    code: str
    address: str
    say: Speaker
    wifi_name: str = ""
    wifi: str = ""
    wifi_password: str = ""
    seats: Seats | None = None

    @property
    def host(self) -> str:
        """The address as people type it, without what browsers add by themselves."""
        return self.address.split("://")[-1].partition("/j/")[0]

    @property
    def tables(self) -> Mapping[int, PlannedTable]:
        """The tables, none where nobody is seated."""
        return self.seats.tables if self.seats else {}

    def of(self, words: Words) -> str:
        """Words in the language of the paper."""
        return self.say(words)
