"""A mind map as the machine is given it: its groups as they are, and what people fixed, which the machine does not touch."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Rules:
    """What people fixed. `pins` has the group of each idea that stays in it: one that was dragged there, both sides of a split.

    `together` are pairs of ideas that stay in one group (a merge of groups: pairs of a chain through both), `apart` pairs that
    never share one. Ideas and groups that are not there (any more) are passed over; where rules clash a pin wins, then `apart`.
    """

    pins: dict[str, str] = field(default_factory=dict)
    together: tuple[tuple[str, str], ...] = ()
    apart: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Present:
    """A group as it is: `named` when somebody gave it its title, `titled` the ideas it had when the machine did (empty: the present).

    An idea that was copied to a second group stands in the one that is its home alone.
    """

    id: str
    title: str = ""
    ideas: tuple[str, ...] = ()
    named: bool = False
    titled: tuple[str, ...] = ()
