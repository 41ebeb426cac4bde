"""A process with two workshops whose steps decide and promise, and staff who look at its pages."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from typing import Any

import pytest
from nicegui import ui
from nicegui.element import Element
from nicegui.testing import User

from tests.conftest import Clock
from tests.pages.conftest import trigger
from tests.tiny import method as tiny
from workshop.agenda import Agenda
from workshop.background import Background
from workshop.dossier.dossier import Dossier
from workshop.live import Live
from workshop.messages import Command, new_token
from workshop.method import Item, Rejected
from workshop.pages.desk import Desk
from workshop.process.state import Process
from workshop.process.vocabulary import About, Phase
from workshop.processes import command
from workshop.registry import Registry
from workshop.rooms import Rooms
from workshop.store.store import Store
from workshop.turn import FACILITATOR, Done

ABOUT = About("A square for all", "What should it become?", "Saint-Roch", phases=(Phase("know", "Know"), Phase("agree", "Agree")))
YIELDED = (
    Item("i1", "idea", "Trees for shade"),
    Item("i2", "idea", "<b>Benches</b>"),
    Item("i3", "idea", "A café"),
    Item("g1", "group", "Sitting", ("i2",)),
    Item("d1", "decision", "Plant ten trees", ("i1",), facts={"review_date": "2026-01-10", "responsible": "Ana"}),
    Item("c1", "commitment", "Water the trees", ("d1",), facts={"by": "2026-02-01", "who": "Bo", "side": "citizens", "confirmed": "yes"}),
    Item("q1", "question", "When does it begin?", ("i3",), facts={"asks": "The council", "state": "promised", "by": "2026-01-30"}),
)


@pytest.fixture
async def rooms(store: Store, clock: Clock) -> AsyncIterator[Rooms]:
    clock.now = 1_770_000_000_000  # 2 February 2026
    background = Background(limit_s=20)
    methods = {"tiny": replace(tiny, results=lambda _state: YIELDED), "plain": replace(tiny, name="plain")}
    rooms = Rooms(store, Registry(methods), clock, background)
    yield rooms
    await rooms.close()
    background.close()


@dataclass
class Pact:
    """The process, its two workshops, and whoever looks at its pages."""

    desk: Desk
    user: User
    code: str
    first: Live
    second: Live

    async def open(self, part: str = "", query: str = "") -> User:
        await self.user.open(f"/process/{self.code}{'/' if part else ''}{part}{query}")
        return self.user

    async def do(self, name: str, **args: Any) -> None:
        answer = await self.desk.processes.submit(self.code, command(name, **args))
        assert isinstance(answer, Done), answer

    @property
    async def process(self) -> Process:
        found = await self.desk.processes.get(self.code)
        assert found is not None
        return found

    @property
    async def dossier(self) -> Dossier:
        found = await self.desk.processes.dossier(self.code)
        assert found is not None
        return found


@pytest.fixture
async def pact(desk: Desk, visitor: User, agenda: Agenda) -> Pact:
    """The first workshop was held and is over; the second is planned, with steps that hand on what people write."""
    made = await desk.processes.found(ABOUT)
    assert not isinstance(made, Rejected)
    first = await desk.processes.begin(made.code, agenda, "know")
    steps = tuple(replace(step, method="plain") for step in agenda.steps)
    second = await desk.processes.begin(made.code, replace(agenda, title="The second evening", steps=steps), "agree")
    assert isinstance(first, Live)
    assert isinstance(second, Live)
    for name in ("OpenRoom", "Next", "Close"):
        await first.submit(FACILITATOR, Command(new_token(), None, name, {}))
    return Pact(desk, visitor, made.code, first, second)


def named(user: User, name: str, value: str = "") -> Element:
    """The one field that is sent under a name, with a value where several are."""
    found = user.find(kind=ui.element).elements
    [one] = [one for one in found if one.props.get("name") == name and (not value or one.props.get("value") == value)]
    return one


async def choose(user: User, name: str, args: Any, value: str = "", event: str = "change") -> None:
    """Chooses something in a field, ticks it, or writes in it."""
    field = named(user, name, value)
    await trigger(field.client, field, event, args)


def texts(user: User, inside: str) -> list[str]:
    """What can be read in all elements of a class, one line each."""
    found = [one for one in user.find(kind=ui.element).elements if inside in one.classes]
    return [_read(one) for one in sorted(found, key=lambda one: one.id)]


def _read(element: Element) -> str:
    words = [one for one in element.descendants(include_self=True) if all(up.visible for up in one.ancestors(include_self=True))]
    return " ".join(text for one in words if isinstance(text := getattr(one, "text", ""), str) and text)
