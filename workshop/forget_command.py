"""`palabre forget`: staff erase somebody who asks for it, also while the server runs."""

import asyncio
import time
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Final, NoReturn

import typer

from workshop.erasure import Ledger, ledger_of
from workshop.forgetting import Forgetting
from workshop.record.events import held_by
from workshop.registry import discover
from workshop.session.history import fold
from workshop.session.state import HOST, Methods, Session
from workshop.settings import SettingsError
from workshop.settings import load as load_settings
from workshop.sought import LINE, Sought, matching, sought
from workshop.store.database import StoreError
from workshop.store.store import Store, open_store

SERVER_TAKES_S: Final = 5.0
SERVER_DOES_S: Final = 60.0
LOOK_S: Final = 0.1
ACTOR: Final = f"{HOST}1"


def forget_command(
    code: Annotated[str, typer.Argument(help="The code of the workshop.")],
    person: Annotated[str, typer.Argument(help="The number that their phone shows, or their id.")] = "",
    name: Annotated[str, typer.Option(help="The name that they gave, or a part of it.")] = "",
    text: Annotated[str, typer.Option(help="Words that they remember to have written.")] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    data: Annotated[Path | None, typer.Option(help="The data folder of the server.")] = None,
) -> None:
    """Erase somebody: their name, their phone, their pictures and every word that they wrote, wherever it was copied to."""
    if not (person or name or text):
        _fail("Say who is meant: by their number, with --name, or with --text.")
    try:
        settings = load_settings(data=data)
        if not settings.database and not (settings.data / "palabre.sqlite").is_file():
            _fail(f"There is no workshop in {settings.data.resolve()}. Name the server's data folder with --data.")
        store = open_store(settings.database_url)
    except (SettingsError, StoreError) as error:
        _fail(str(error))
    try:
        methods = discover().methods
        one = _one(store, methods, code.upper(), person, name, text)
        if not yes and not typer.confirm("Erase all that for good? It cannot be taken back."):
            raise typer.Exit(1)
        changed = asyncio.run(_erase(store, methods, code.upper(), one.whom))
    except StoreError as error:
        _fail(str(error))
    finally:
        store.close()
    typer.echo(f"Erased: {changed} lines of the log hold nothing of it any more. Folders that were exported before still do: export again.")


def _one(store: Store, methods: Methods, code: str, person: str, name: str, text: str) -> Sought:
    """The only one who is meant, after saying what was found."""
    row = store.find(code)
    if row is None:
        _fail(f"No workshop has the code {code}. There are: {', '.join(one.code for one in store.workshops()) or 'none'}.")
    entries = store.entries(row.id)
    ledger: Ledger = ledger_of(code, entries, methods, held_by(entries))
    session: Session = fold(methods, entries)
    names = {one.id: one.name for one in store.people(row.id)}
    found = [sought(ledger, session, names, one) for one in matching(ledger, session, names, person, name, text)]
    for one in found:
        typer.echo(_said(one))
    if not found:
        _fail("Nobody was found. A name is only known where it was given; try --text with a few words that they wrote.")
    if len(found) > 1:
        _fail("There are several. Name one by what stands in front of the colon.")
    return found[0]


def _said(one: Sought) -> str:
    who = f"{one.whom}: what a facilitator wrote for somebody" if one.whom.startswith(LINE) else f"{one.whom}: person {one.number or '?'}"
    where = f" in {', '.join(f'“{step}”' for step in one.steps)}" if one.steps else ""
    called = f", called “{one.name}”" if one.name else ""
    return f"{who}{called}; {one.texts} texts{where}, {one.pictures} pictures; {one.lines} lines of the log change, copies included"


async def _erase(store: Store, methods: Methods, code: str, whom: str) -> int:
    """The server that has the database open does it; where none is, this process."""
    row = store.find(code)
    assert row is not None
    wishes = await store.wishes.add(row.id, [whom], ACTOR, _now())
    if not await _waited(lambda: store.wishes.taken(wishes), SERVER_TAKES_S):
        await Forgetting(store, methods, _now, lambda _code: None).serve()
        await store.erasing.scrub()
    await _waited(lambda: store.wishes.lines(wishes) is not None and store.erasing.is_clean(), SERVER_DOES_S)
    changed = store.wishes.lines(wishes)
    if changed is None:
        raise StoreError("The server has noted it, and is busy; it will be done.")
    return changed


async def _waited(is_so: Callable[[], bool], seconds: float) -> bool:
    for _turn in range(round(seconds / LOOK_S)):
        if is_so():
            return True
        await asyncio.sleep(LOOK_S)
    return is_so()


def _now() -> int:
    return time.time_ns() // 1_000_000


def _fail(text: str) -> NoReturn:
    typer.echo(f"palabre: {text}", err=True)
    raise typer.Exit(1)
