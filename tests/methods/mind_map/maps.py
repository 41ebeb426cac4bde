"""A small map to try things on: three groups of ideas, made as the machine makes them."""

from methods.mind_map.events import Grouped
from methods.mind_map.method import method
from methods.mind_map.proposals import NewGroup
from methods.mind_map.state import State
from workshop.method import Item
from workshop.testing import given

IDEAS = tuple(Item(id, "idea", text, support=support) for id, text, support in [
    ("t1", "Trees", 1), ("t2", "More trees", 4), ("t3", "Shade of trees", 0),
    ("b1", "Night bus", 2), ("b2", "Free bus", 0), ("m1", "Music", 3), ("x1", "Swimming", 1),
])  # fmt: skip
THREE = Grouped(1, (NewGroup("g1", "Trees", ("t1", "t2", "t3")), NewGroup("g2", "Bus", ("b1", "b2")), NewGroup("g3", "Music", ("m1",))))
a_map = given(method, {"topic": "Our square"}, IDEAS).events(THREE)
to_sort = given(method, {"topic": "Our square", "who": "room"}, IDEAS).events(THREE)


def groups(state: State) -> dict[str, set[str]]:
    """Which cards are in which group."""
    return {group.id: set(group.ids) for group in state.groups}
