"""How the server is, for programs and for everybody: whether it runs, whether it can work, and its figures."""

from fastapi import FastAPI
from fastapi.responses import PlainTextResponse, Response

from workshop.callers import Callers
from workshop.figures import Figures, exposition
from workshop.rooms import Rooms
from workshop.store.store import Store, off_loop


def add_health(app: FastAPI, rooms: Rooms, callers: Callers, store: Store, figures: Figures) -> None:
    """Registers the routes."""

    async def healthy() -> Response:
        return PlainTextResponse("ok")

    async def ready() -> Response:
        try:
            await off_loop(store.ready)
        except Exception as error:
            return PlainTextResponse(f"the database does not answer: {type(error).__name__}", 503)
        return PlainTextResponse("ok")

    async def metrics() -> Response:
        lives = rooms.opened()
        figures.workshops_open = len(lives)
        figures.people_connected = sum(len(live.connected) for live in lives)
        figures.commands_waiting = sum(live.waiting for live in lives)
        figures.commands_accepted_total = sum(live.accepted for live in lives)
        figures.commands_refused_total = sum(live.refused for live in lives)
        figures.commands_limited_total = callers.limited
        figures.beats_total = sum(live.beat.number for live in lives)
        figures.beat_seconds_total = sum(live.beat.seconds for live in lives)
        figures.phones_connected = sum(len(crowd.members) for crowd in callers.crowds())
        figures.phones_stale = sum(crowd.stale for crowd in callers.crowds())
        return PlainTextResponse(exposition(figures), media_type="text/plain; version=0.0.4")

    for path, answer in (("/healthz", healthy), ("/readyz", ready), ("/metrics", metrics)):
        app.add_api_route(path, answer, methods=["GET", "HEAD"])
