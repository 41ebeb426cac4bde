"""Groups that could be, as the machine proposes them, and what it suggests to do."""

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from workshop.messages import Id, Line

Kind = Literal["split", "merge", "new"]
Round = Annotated[int, Field(ge=0)]
Maybe = Annotated[str, Field(max_length=64)]


@dataclass(frozen=True)
class Proposal:
    """A group as the machine proposes it: one that is there already, by its id, or a new one."""

    title: Line
    ideas: tuple[Id, ...]
    id: Maybe = ""
    best: Maybe = ""


@dataclass(frozen=True)
class Part:
    """A group that could be: its title, the idea that says most about it, and its ideas."""

    title: Line
    ideas: tuple[Id, ...]
    best: Maybe = ""


@dataclass(frozen=True)
class Advice:
    """Something that could be better, as the machine sees it."""

    key: Line
    kind: Kind
    groups: tuple[Id, ...]
    parts: tuple[Part, ...]
    moved: Round = 0


@dataclass(frozen=True)
class Retitle:
    """Another title for a group that the machine named."""

    group: Id
    title: Line
    best: Maybe = ""


@dataclass(frozen=True)
class Twins:
    """Two ideas that seem to say the same; `alike` up to 1."""

    idea: Id
    same: Id
    alike: float = 1.0


@dataclass(frozen=True)
class Offer:
    """Something that could be better: to split a group, to merge the first of two into the second, to make a new one."""

    key: Line
    kind: Kind
    groups: tuple[Id, ...]
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class NewGroup:
    """A group that a grouping made, or one that was there before and has these ideas now."""

    id: Id
    title: Line
    ideas: tuple[Id, ...]
    best: Maybe = ""
