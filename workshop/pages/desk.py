"""What the pages are given by the composition root."""

from collections.abc import Callable
from dataclasses import dataclass, field

from workshop.drafts import Drafts
from workshop.extras import Rehearsals
from workshop.hosts import OWNER, Host
from workshop.processes import Processes
from workshop.rooms import Rooms
from workshop.templates import Templates


@dataclass(frozen=True, slots=True)
class Desk:
    """The rooms, the processes, the templates, the plans that are being made, and how phones reach this server: its address, its Wi-Fi."""

    rooms: Rooms
    processes: Processes
    templates: Templates
    drafts: Drafts
    public_url: str
    offer: Callable[[Host], str] = field(default=lambda _host: "")
    rehearsals: Rehearsals | None = None
    wifi_name: str = ""
    wifi_password: str = ""

    def address(self, code: str) -> str:
        """The join address of a workshop."""
        return f"{self.public_url}/j/{code}"

    async def invite(self, code: str, name: str) -> str:
        """A link that signs a co-facilitator in to one workshop, once."""
        live = await self.rooms.get(code)
        assert live is not None
        return self._link(Host(await live.add_host(name), live.row.code))

    def again(self, code: str, id: str) -> str:
        """A link that signs the same facilitator in on one more device, once; a co-facilitator to their workshop alone."""
        return self._link(OWNER if id == OWNER.id else Host(id, code))

    def _link(self, host: Host) -> str:
        return f"{self.public_url}/sign-in?token={self.offer(host)}"
