"""What the pages are given by the composition root."""

from dataclasses import dataclass
from pathlib import Path

from workshop.rooms import Rooms


@dataclass(frozen=True, slots=True)
class Desk:
    """The rooms, the folder of templates, and how phones reach this server: its address, and the room's Wi-Fi."""

    rooms: Rooms
    templates: Path
    public_url: str
    wifi_name: str = ""
    wifi_password: str = ""

    def address(self, code: str) -> str:
        """The join address of a workshop."""
        return f"{self.public_url}/j/{code}"
