"""A plan that was made before, with the rounds of it that were played."""

import json
from dataclasses import replace
from pathlib import Path

from workshop.guests import GuestsError
from workshop.seating import Request

Rounds = tuple[dict[str, int], ...]


def after(request: Request, path: Path, played: int, hosts: bool) -> Request:
    """The request for what is left of a plan that `palabre seating --json` wrote, when so many of its rounds were played.

    The hosts of then stay, where they are still there, and others start from where they were planned.
    """
    rounds, before = _read(path)
    if played > len(rounds):
        raise GuestsError(f"{path} has {len(rounds)} rounds, so {played} of them cannot have been played.")
    here = set(request.people)
    kept = {table: person for table, person in before.items() if person in here and table <= request.tables}
    others = iter([person for person in request.hosts.values() if person not in kept.values()])
    staying = {table: kept.get(table) or next(others, "") for table in range(1, request.tables + 1)} if hosts else {}
    return replace(
        request,
        hosts={table: person for table, person in staying.items() if person},
        played=rounds[:played],
        planned=rounds[played:],
    )


def _read(path: Path) -> tuple[Rounds, dict[int, str]]:
    try:
        plan = json.loads(path.read_text("utf-8"))
        rounds = tuple(
            {str(person): number for number, table in enumerate(tables, start=1) for person in table} for tables in plan["rounds"]
        )
        return rounds, {int(table): str(person) for table, person in plan["hosts"].items()}
    except (ValueError, KeyError, TypeError, AttributeError):
        raise GuestsError(f"{path} is not a plan. Name a file that `palabre seating --json` wrote.") from None
