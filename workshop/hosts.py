"""The facilitators of a workshop: the one who made it, and those invited to one workshop as co-facilitators."""

from dataclasses import dataclass
from typing import Final

from workshop.session.state import HOST

FACILITATOR: Final = "facilitator"


@dataclass(frozen=True, slots=True)
class Host:
    """Who signed in: the id under which they act, and the only workshop that they may open, "" for all."""

    id: str = f"{HOST}1"
    code: str = ""

    @property
    def role(self) -> str:
        """How the sign-in keeps it."""
        return f"{self.id}@{self.code}" if self.code else FACILITATOR

    def may_open(self, path: str) -> bool:
        """Whether a path is theirs: that of their workshop, and what every page loads."""
        if not self.code or path.startswith("/_nicegui"):
            return True
        parts = path.strip("/").split("/")
        return self.code in (parts[1:2] + parts[2:3]) and parts[0] in ("console", "wall", "record", "agenda", "print", "api")


OWNER: Final = Host()


def host_of(role: str) -> Host:
    """Who a kept sign-in is for."""
    id, _at, code = role.partition("@")
    return Host(id, code) if code else OWNER
