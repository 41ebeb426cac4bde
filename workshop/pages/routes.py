"""Where the pages are. Whoever asks has signed in: the guard stands in front."""

from fastapi import Request
from nicegui import ui

from workshop.pages.console import console
from workshop.pages.desk import Desk
from workshop.pages.editor.page import agenda, template
from workshop.pages.home import home
from workshop.pages.new import new
from workshop.pages.process.new import new_process
from workshop.pages.process.page import process
from workshop.pages.record import decision, record
from workshop.pages.wall import wall


def add_pages(desk: Desk) -> None:
    """Registers the pages."""

    async def start_page(request: Request) -> None:
        await home(desk, request)

    async def new_page(request: Request, name: str) -> None:
        await new(desk, request, name)

    async def agenda_page(request: Request, code: str) -> None:
        await agenda(desk, request, code)

    async def template_page(request: Request, name: str) -> None:
        await template(desk, request, name)

    async def console_page(request: Request, code: str) -> None:
        await console(desk, request, code)

    async def wall_page(request: Request, code: str) -> None:
        await wall(desk, request, code)

    async def record_page(request: Request, code: str) -> None:
        await record(desk, request, code)

    async def decision_page(request: Request, code: str, number: int) -> None:
        await decision(desk, request, code, number)

    async def process_page(request: Request, code: str, part: str = "") -> None:
        await process(desk, request, code, part)

    async def new_process_page(request: Request) -> None:
        await new_process(desk, request)

    ui.page("/", response_timeout=30)(start_page)
    ui.page("/new/{name}", response_timeout=30)(new_page)
    ui.page("/agenda/{code}", response_timeout=30)(agenda_page)
    ui.page("/template/{name}", response_timeout=30)(template_page)
    ui.page("/console/{code}", response_timeout=30)(console_page)
    ui.page("/wall/{code}", response_timeout=30)(wall_page)
    ui.page("/record/{code}", response_timeout=30)(record_page)
    ui.page("/record/{code}/decision/{number}", response_timeout=30)(decision_page)
    ui.page("/new-process", response_timeout=30)(new_process_page)
    ui.page("/process/{code}", response_timeout=30)(process_page)
    ui.page("/process/{code}/{part}", response_timeout=30)(process_page)
