"""The composition root: settings -> store -> methods -> rooms -> phones, pages, static files. Everything is passed in."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
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


def build(settings: Settings, public_url: str, registry: Registry | None = None, clock: Callable[[], int] = now_ms) -> App:
    """Puts a server together; `clock` tells the time (ms since 1970). Raises `StoreError` when the database cannot be used."""
    registry = registry or discover()
    figures, background = Figures(), Background()
    store = open_store(settings.database_url, figures)
    codes, links, own_links, published = (Attempts(Guesses(time.monotonic), figures) for _kind in range(4))
    rooms = Rooms(store, registry, clock, background)
    processes = Processes(store, rooms, clock)
    rooms.forgetting.on_erasure(lambda code, _whom: processes.forget(code))
    exports = Exports(store, registry.methods, speakers(registry.methods), settings.export_to, settings.export_every * HOUR_S)
    rooms.forgetting.on_erasure(lambda code, _whom: exports.again(code))
    sign_in = SignIn(store, clock)
    rehearsals = Rehearsals(rooms)
    callers = Callers(rooms, codes, Paces(settings.rate, settings.burst))
    phones = Phones(callers)
    limits = Limits(int(settings.picture_mb * MB), int(settings.pictures_mb * MB))
    uploads = Uploads(figures, limits)

    @asynccontextmanager
    async def life(_app: FastAPI) -> AsyncIterator[None]:
        tasks = [
            asyncio.create_task(rooms.warm()),
            asyncio.create_task(keep_house(rooms)),
            asyncio.create_task(rooms.forgetting.keep_serving()),
            asyncio.create_task(exports.keep_writing()),
            asyncio.create_task(keep_time(processes, store, settings.retention_months)),
        ]
        await asyncio.wait(tasks[:1], timeout=WARM_S)  # what takes longer goes on while those who come are served
        yield
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await phones.close()
        await rehearsals.close()
        await rooms.close()
        background.close()
        uploads.close()
        store.close()

    # two applications, so that nothing of NiceGUI answers before the sign-in, not even that a page is not there
    everybody, signed_in = FastAPI(**NO_DOCS), FastAPI(lifespan=life, **NO_DOCS)
    static = shipped("_static", "static")
    everybody.mount("/static", StaticFiles(directory=static), name="static")
    add_join_pages(everybody, rooms, codes, static, lambda code: f"{public_url}/j/{code}")
    add_plain_path(everybody, callers)
    add_links(everybody, processes, own_links)
    add_published(everybody, signed_in, processes, published)
    add_pictures(everybody, rooms, callers, uploads)
    add_health(everybody, rooms, callers, store, figures)
    add_downloads(signed_in, rooms)
    add_volume_downloads(signed_in, store, registry.methods)
    add_figures_download(signed_in, processes)
    network = wifi(settings.wifi_name, settings.wifi_password) if settings.wifi_name else ""
    add_print_page(signed_in, rooms, lambda code: f"{public_url}/j/{code}", (settings.wifi_name, settings.wifi_password, network))
    add_console_pictures(signed_in, rooms, uploads)
    templates = Templates(shipped("_templates", "examples/templates"), settings.data / "templates", registry.methods)
    drafts = Drafts(settings.data / "drafts")
    rooms.forgetting.on_words(drafts.mend)
    add_pages(Desk(rooms, processes, templates, drafts, public_url, sign_in.offer, rehearsals, settings.wifi_name, settings.wifi_password))
    if settings.gallery:
        add_gallery(signed_in, static)
    mount(signed_in)
    for app in (everybody, signed_in):
        app.add_middleware(GZipMiddleware, minimum_size=500)
    guard = Guard(everybody, signed_in, sign_in, links, rooms.speaker)
    asgi = Unkept(Bodies(around(phones, guard), figures, rooms.speaker, most_of_pictures=limits.file))
    return App(asgi, rooms, processes, store, sign_in, figures)
