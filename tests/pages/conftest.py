"""Pages without a browser: NiceGUI's own simulated user, and a canvas on which blocks are drawn."""

import asyncio
import gc
import shutil
from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from nicegui import Client, background_tasks, events, ui
from nicegui.element import Element
from nicegui.testing import User
from nicegui.testing.user_simulation import user_simulation

from workshop.agenda import Agenda
from workshop.audience import Update
from workshop.blocks import Block, encode, merge_patch
from workshop.drafts import Drafts
from workshop.language import Speaker
from workshop.live import Live
from workshop.pages.desk import Desk
from workshop.pages.elements import box
from workshop.pages.routes import add_pages
from workshop.pages.screen import Screen
from workshop.processes import Processes
from workshop.rooms import Rooms
from workshop.store.store import Store
from workshop.templates import Templates

TEMPLATES = Path(__file__).parent / "templates"
ENGLISH = Speaker("en")
Json = Any


@pytest.fixture(scope="module", autouse=True)
def what_stays() -> None:
    """What the tests before have left for good is not looked at again by the collections of garbage that each page makes."""
    gc.collect()
    gc.freeze()


@pytest.fixture
async def user() -> AsyncIterator[User]:
    """Somebody with a browser, on a server without pages."""
    async with user_simulation() as user:
        yield user


@pytest.fixture
def desk(rooms: Rooms, store: Store, tmp_path: Path) -> Desk:
    """What the pages are given; its templates are a copy."""
    shipped = shutil.copytree(TEMPLATES, tmp_path / "shipped")
    templates = Templates(shipped, tmp_path / "templates", rooms.registry.methods)
    processes = Processes(store, rooms, rooms.clock)
    return Desk(rooms, processes, templates, Drafts(tmp_path / "drafts"), "http://palabre.example")


@pytest.fixture
async def visitor(user: User, desk: Desk) -> User:
    """Somebody who has signed in."""
    add_pages(desk)
    return user


@pytest.fixture
async def live(rooms: Rooms, agenda: Agenda) -> Live:
    return await rooms.create(agenda)


class Canvas:
    """A page with nothing but a screen; what is sent from it is kept."""

    def __init__(self, client: Client, accepts: bool = True) -> None:
        self.client = client
        self.accepts = accepts
        self.sent: list[tuple[str, Json]] = []
        self.blocks: dict[str, Json] = {}
        with client, box() as self.into:
            pass
        self._screen = Screen(self.into, ENGLISH, self._send)
        self._v = 0

    async def _send(self, command: str, args: Mapping[str, Json]) -> bool:
        self.sent.append((command, dict(args)))
        return self.accepts

    def show(self, *blocks: Block, activity: str = "one") -> set[Element]:
        """Shows blocks, by a patch where there is something to patch; the elements that go over the wire for it."""
        self.client.outbox.updates.clear()
        new = encode(blocks, ENGLISH)
        whole = not self.blocks
        self._screen(Update(self._v + 1, None if whole else self._v, activity, new if whole else merge_patch(self.blocks, new)))
        self.blocks, self._v = new, self._v + 1
        return {self.client.elements[id] for id in self.client.outbox.updates if id in self.client.elements}

    async def trigger(self, element: Element, event: str, args: Json = None) -> None:
        """What happens when the browser reports an event; returns when it has been dealt with."""
        await trigger(self.client, element, event, args)

    def elements(self) -> list[Element]:
        return list(self.into.descendants())

    def texts(self) -> list[str]:
        """What can be read, in its order."""
        return [text for element in self.elements() if _seen(element) and isinstance(text := getattr(element, "text", ""), str) and text]

    def saying(self, text: str) -> Element:
        """The one element with this text."""
        [found] = [element for element in self.elements() if getattr(element, "text", "") == text and _seen(element)]
        return found

    def tagged(self, tag: str) -> list[Element]:
        return [element for element in self.elements() if element.tag == tag]


async def trigger(client: Client, element: Element, event: str, args: Json = None) -> None:
    """Has the handlers of an event run to their end."""
    before = set(background_tasks.running_tasks)
    for listener in [one for one in element._event_listeners.values() if one.type == event]:
        events.handle_event(listener.handler, events.GenericEventArguments(sender=element, client=client, args=args))
    await asyncio.gather(*background_tasks.running_tasks - before)


async def press(user: User, text: str) -> None:
    """Presses the button on which a text stands."""
    await _trigger_above(user, text, "button", "click", None)


async def submit(user: User, button: str, **fields: str) -> None:
    """Sends the form of a button, filled in."""
    await _trigger_above(user, button, "form", "submit", {name: [value] for name, value in fields.items()})


async def fill(user: User, button: str, **fields: str) -> None:
    """Sends the form in which a button stands, pressed by itself."""
    await _trigger_above(user, button, "form", "submit", fields)


def addresses(user: User, text: str) -> set[str]:
    """Where the links with a text lead."""
    return {str(element.props["href"]) for element in user.find(content=text).elements if element.tag == "a"}


async def _trigger_above(user: User, text: str, tag: str, event: str, args: Json) -> None:
    found = {one for element in user.find(content=text).elements for one in element.ancestors(include_self=True) if one.tag == tag}
    [element] = [one for one in found if _seen(one)]
    await trigger(element.client, element, event, args)


def _seen(element: Element) -> bool:
    return all(one.visible for one in element.ancestors(include_self=True))


@pytest.fixture
async def canvas(user: User) -> Canvas:
    ui.page("/canvas")(lambda: None)
    return Canvas(await user.open("/canvas"))
