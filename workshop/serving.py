"""`palabre serve`: opens the port, says where everything is, and runs until it is stopped."""

import asyncio
import gc
import sys
import webbrowser
from pathlib import Path

from rich.console import Console

from workshop.address import reachable
from workshop.app import build
from workshop.port import listen, started, uvicorn_server
from workshop.quiet import calm
from workshop.settings import Settings
from workshop.store.database import StoreError


class ServeError(RuntimeError):
    """The server cannot start; the text says why and what to do."""


def serve(settings: Settings, console: Console) -> None:
    """Serves until Ctrl-C. Raises `ServeError` or `StoreError` when it cannot start."""
    _check_folder(settings)
    try:
        listener = listen(settings.host, settings.port)
    except OSError as error:
        raise ServeError(
            f"Port {settings.port} of {settings.host} cannot be used ({error.strerror or error}). "
            "Stop what runs there, or choose another port with --port."
        ) from None
    addresses = reachable() if settings.host in ("0.0.0.0", "::") else [settings.host]
    public = settings.public_url.rstrip("/") or f"http://{(addresses or ['127.0.0.1'])[0]}:{settings.port}"
    app = build(settings, public)
    calm(sys.stderr, app.figures)
    local = f"http://{'localhost' if settings.host in ('0.0.0.0', '::', '127.0.0.1') else settings.host}:{settings.port}"
    link = f"{local}/sign-in?token={app.sign_in.offer()}"
    server = uvicorn_server(app.asgi, app.figures, app.rooms.stop)
    gc.freeze()  # what is there now stays to the end: it need not be looked through again and again

    async def run() -> None:
        serving = await started(server, listener)
        _greet(console, link, public, addresses[1:], settings)
        if settings.browser:
            await asyncio.to_thread(_open, link)
        await serving

    with asyncio.Runner(loop_factory=server.config.get_loop_factory()) as runner:  # uvloop, where there is one
        try:
            runner.run(run())
        except KeyboardInterrupt:
            console.print("Stopped. Everything is saved.")


def _check_folder(settings: Settings) -> None:
    if settings.database:
        return
    probe = settings.data / ".palabre-write-test"
    try:
        settings.data.mkdir(parents=True, exist_ok=True)
        probe.touch()
        probe.unlink()
    except OSError as error:
        raise StoreError(
            f"The data folder {settings.data.resolve()} cannot be written ({error.strerror}). Choose another with --data."
        ) from None


def _greet(console: Console, link: str, public: str, others: list[str], settings: Settings) -> None:
    import qrcode  # the phones that come back after a restart need not wait for it

    code = qrcode.QRCode(border=2)
    code.add_data(public)
    console.print(f"\n[bold]Palabre[/bold] keeps everything in {Path(settings.data).resolve()}\n", highlight=False)
    console.print("Console (this link signs one browser in, once):", highlight=False)
    console.print(f"  {link}\n", highlight=False, soft_wrap=True)
    console.print(f"Phones: {public}", highlight=False, soft_wrap=True)
    if others and not settings.public_url:
        console.print(f"  This machine is also {', '.join(others)}; --public-url sets another address.", highlight=False)
    code.print_ascii(out=console.file, invert=True)
    console.print("Ctrl-C stops it.", highlight=False)


def _open(link: str) -> None:
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return
    if not isinstance(browser, webbrowser.GenericBrowser):  # a browser in the terminal would hide what was just printed
        browser.open(link)
