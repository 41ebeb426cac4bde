"""The composition root: settings -> store -> methods -> rooms -> phones, pages, static files. Everything is passed in."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.middleware.gzip import GZipMiddleware

from workshop.attempts import Attempts
from workshop.background import Background
from workshop.bodies import Bodies
from workshop.callers import Callers
from workshop.downloads import add_downloads
from workshop.drafts import Drafts
from workshop.exports import Exports
from workshop.extras import Rehearsals
from workshop.figures import Figures
from workshop.figures_download import add_figures_download
from workshop.gate import Paces
from workshop.guesses import Guesses
from workshop.health import add_health
from workshop.housekeeping import keep_house
from workshop.join import add_join_pages
from workshop.mine import add_links
from workshop.pages.desk import Desk
from workshop.pages.gallery import add_gallery
from workshop.pages.mounting import mount
from workshop.pages.routes import add_pages
from workshop.phones import Phones, around
from workshop.pictures import add_console_pictures, add_pictures
from workshop.plain import add_plain_path
from workshop.printing.routes import add_print_page
from workshop.processes import Processes
from workshop.published import add_published
from workshop.qr import wifi
from workshop.registry import Registry, discover
from workshop.retiring import keep_time
from workshop.rooms import Rooms
from workshop.settings import Settings
from workshop.sign_in import Guard, SignIn
from workshop.speakers import speakers
from workshop.store.store import Store, open_store
from workshop.templates import Templates
from workshop.unkept import Unkept
from workshop.uploads import Limits, Uploads
from workshop.volume_downloads import add_volume_downloads

HERE = Path(__file__).parent
WARM_S: Final = 1.5
MB: Final = 1024 * 1024
HOUR_S: Final = 3600
NO_DOCS: Final[dict[str, Any]] = {"docs_url": None, "redoc_url": None, "openapi_url": None}


def now_ms() -> int:
    """The time in ms since 1970."""
    return time.time_ns() // 1_000_000


def shipped(inside: str, beside: str) -> Path:
    """A folder that comes with Palabre: inside the installed package, or beside it in a checkout."""
    return HERE / inside if (HERE / inside).is_dir() else HERE.parent / beside


@dataclass(frozen=True, slots=True)
class App:
    """A server that is ready to run."""

    asgi: Any
    rooms: Rooms
    processes: Processes
    store: Store
    sign_in: SignIn
    figures: Figures


@dataclass(frozen=True, slots=True)
class House:
    """What the edges are given: everything that lives as long as the server, and who guessed how often at which door."""

    settings: Settings
    public_url: str
    registry: Registry
    figures: Figures
    background: Background
    store: Store
    rooms: Rooms
    processes: Processes
    exports: Exports
    sign_in: SignIn
    rehearsals: Rehearsals
    callers: Callers
    phones: Phones
    uploads: Uploads
    limits: Limits
    codes: Attempts
    links: Attempts
    own_links: Attempts
    published: Attempts

    def join_address(self, code: str) -> str:
        """The join address of a workshop."""
        return f"{self.public_url}/j/{code}"


def build(settings: Settings, public_url: str, registry: Registry | None = None, clock: Callable[[], int] = now_ms) -> App:
    """Puts a server together; `clock` tells the time (ms since 1970). Raises `StoreError` when the database cannot be used."""
    house = _house(settings, public_url, registry or discover(), clock)
    # two applications, so that nothing of NiceGUI answers before the sign-in, not even that a page is not there
    everybody, signed_in = FastAPI(**NO_DOCS), FastAPI(lifespan=_life(house), **NO_DOCS)
    static = shipped("_static", "static")
    _open_to_everybody(house, everybody, static)
    add_published(everybody, signed_in, house.processes, house.published)
    _for_staff(house, signed_in, static)
    mount(signed_in)
    for app in (everybody, signed_in):
        app.add_middleware(GZipMiddleware, minimum_size=500)
    guard = Guard(everybody, signed_in, house.sign_in, house.links, house.rooms.speaker)
    bodies = Bodies(around(house.phones, guard), house.figures, house.rooms.speaker, most_of_pictures=house.limits.file)
    return App(Unkept(bodies), house.rooms, house.processes, house.store, house.sign_in, house.figures)


def _house(settings: Settings, public_url: str, registry: Registry, clock: Callable[[], int]) -> House:
    figures, background = Figures(), Background()
    store = open_store(settings.database_url, figures)
    codes, links, own_links, published = (Attempts(Guesses(time.monotonic), figures) for _kind in range(4))
    rooms = Rooms(store, registry, clock, background)
    processes = Processes(store, rooms, clock)
    exports = Exports(store, registry.methods, speakers(registry.methods), settings.export_to, settings.export_every * HOUR_S)
    rooms.forgetting.on_erasure(lambda code, _whom: processes.forget(code))
    rooms.forgetting.on_erasure(lambda code, _whom: exports.again(code))
    callers = Callers(rooms, codes, Paces(settings.rate, settings.burst))
    limits = Limits(int(settings.picture_mb * MB), int(settings.pictures_mb * MB))
    return House(
        settings, public_url, registry, figures, background, store, rooms, processes, exports, SignIn(store, clock), Rehearsals(rooms),
        callers, Phones(callers), Uploads(figures, limits), limits, codes, links, own_links, published,
    )  # fmt: skip


def _life(house: House) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    """What runs beside the answers from the start to the end of a server, and what is closed then."""

    @asynccontextmanager
    async def life(_app: FastAPI) -> AsyncIterator[None]:
        rooms = house.rooms
        works = (
            rooms.warm(),
            keep_house(rooms),
            rooms.forgetting.keep_serving(),
            house.exports.keep_writing(),
            keep_time(house.processes, house.store, house.settings.retention_months),
        )
        tasks = [asyncio.create_task(work) for work in works]
        await asyncio.wait(tasks[:1], timeout=WARM_S)  # what takes longer goes on while those who come are served
        yield
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await house.phones.close()
        await house.rehearsals.close()
        await rooms.close()
        house.background.close()
        house.uploads.close()
        house.store.close()

    return life


def _open_to_everybody(house: House, app: FastAPI, static: Path) -> None:
    app.mount("/static", StaticFiles(directory=static), name="static")
    add_join_pages(app, house.rooms, house.codes, static, house.join_address)
    add_plain_path(app, house.callers)
    add_links(app, house.processes, house.own_links)
    add_pictures(app, house.rooms, house.callers, house.uploads)
    add_health(app, house.rooms, house.callers, house.store, house.figures)


def _for_staff(house: House, app: FastAPI, static: Path) -> None:
    settings, rooms = house.settings, house.rooms
    add_downloads(app, rooms)
    add_volume_downloads(app, house.store, house.registry.methods)
    add_figures_download(app, house.processes)
    network = wifi(settings.wifi_name, settings.wifi_password) if settings.wifi_name else ""
    add_print_page(app, rooms, house.join_address, (settings.wifi_name, settings.wifi_password, network))
    add_console_pictures(app, rooms, house.uploads)
    templates = Templates(shipped("_templates", "examples/templates"), settings.data / "templates", house.registry.methods)
    drafts = Drafts(settings.data / "drafts")
    rooms.forgetting.on_words(drafts.mend)
    offer, rehearsals = house.sign_in.offer, house.rehearsals
    add_pages(
        Desk(rooms, house.processes, templates, drafts, house.public_url, offer, rehearsals, settings.wifi_name, settings.wifi_password)
    )
    if settings.gallery:
        add_gallery(app, static)
