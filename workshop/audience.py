"""Who watches a live workshop: people who see the same get the same update, made and encoded once."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple

from workshop.blocks import merge_patch
from workshop.method import Viewer

Json = Any


class Seat(NamedTuple):
    """From where one looks, and in which language; `person` only for the role "person"."""

    role: Literal["room", "person", "wall", "console"]
    language: str
    person: str = ""

    def viewer(self, here: int) -> Viewer:
        """The viewer that a method knows."""
        return Viewer(self.role, here, self.person)


@dataclass(frozen=True, slots=True)
class Update:
    """What changed on a screen: a merge patch from version `since` to `v`, or the whole screen when `since` is None."""

    v: int
    since: int | None
    activity: str
    blocks: dict[str, Json]


Listener = Callable[[Update], None]


@dataclass(slots=True)
class Audience:
    """A screen with everybody who looks at it."""

    seat: Seat
    v: int = 0
    activity: str = ""
    blocks: dict[str, Json] = field(default_factory=dict)
    listeners: list[Listener] = field(default_factory=list)

    def show(self, v: int, activity: str, blocks: dict[str, Json]) -> None:
        """Makes `blocks` the screen, and tells the listeners what is new, if anything is."""
        whole = self.v == 0 or activity != self.activity
        patch = blocks if whole else merge_patch(self.blocks, blocks)
        if not patch and not whole:
            return
        update = Update(v, None if whole else self.v, activity, patch)
        self.v, self.activity, self.blocks = v, activity, blocks
        for listener in tuple(self.listeners):
            listener(update)

    def whole(self) -> Update:
        """The screen as it is, for somebody who comes in."""
        return Update(self.v, None, self.activity, self.blocks)
