"""Puts NiceGUI into the server's FastAPI application."""

from fastapi import FastAPI
from nicegui import core, ui

RECONNECT_S = 300.0


def mount(app: FastAPI) -> None:
    """All pages below `/`; a page whose connection is lost is kept for some minutes, so that a wall comes back by itself."""
    core.app.middleware_stack = None  # NiceGUI is one for a process: a server before this one (a rehearsal) may have started it
    core.app.user_middleware.clear()
    ui.run_with(app, title="Palabre", reconnect_timeout=RECONNECT_S, show_welcome_message=False, tailwind=False)
