"""What the pages are given by the composition root."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from workshop.hosts import Host
from workshop.rooms import Rooms


@dataclass(frozen=True, slots=True)
class Desk:
    """The rooms, the folder of templates, and how phones reach this server: its address, and the room's Wi-Fi."""

    rooms: Rooms
    templates: Path
    public_url: str
    offer: Callable[[Host], str] = field(default=lambda _host: "")
    wifi_name: str = ""
    wifi_password: str = ""

    def address(self, code: str) -> str:
        """The join address of a workshop."""
        return f"{self.public_url}/j/{code}"

    async def invite(self, code: str, name: str) -> str:
        """A link that signs a co-facilitator in to one workshop, once."""
        live = await self.rooms.get(code)
        assert live is not None
        host = Host(await live.add_host(name), live.row.code)
        return f"{self.public_url}/sign-in?token={self.offer(host)}"
