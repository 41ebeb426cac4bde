"""Puts NiceGUI into the server's FastAPI application."""

from fastapi import FastAPI
from nicegui import ui

RECONNECT_S = 300.0


def mount(app: FastAPI) -> None:
    """All pages below `/`; a page whose connection is lost is kept for some minutes, so that a wall comes back by itself."""
    ui.run_with(app, title="Palabre", reconnect_timeout=RECONNECT_S, show_welcome_message=False, tailwind=False)
