"""Finds what was said, in one process or in all: the index is brought up to date first, so nothing that is found is stale."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from workshop.dossier.dossier import Dossier
from workshop.dossier.findable import findable, head_of
from workshop.processes import Processes
from workshop.store.search import Findable, Hit
from workshop.store.wanted import Piece, Wanted, excerpt, look_for

MOST: Final = 200


@dataclass(frozen=True, slots=True)
class Match:
    """Something that was found in the process of that code, and its words around what was looked for."""

    code: str
    found: Findable
    pieces: tuple[Piece, ...]


class Finding:
    """Searches for people; one at a time brings the index up to date."""

    def __init__(self, processes: Processes) -> None:
        self._processes, self._index = processes, processes.index

    async def find(self, query: str, code: str = "") -> tuple[Match, ...]:
        """What fits a query best, in the process of a code, without one in all; () where nothing does."""
        wanted = look_for(query)
        if not wanted.parts:
            return ()
        codes = [code] if code else [row.code for row in await self._processes.listed()]
        async with self._index.turn:
            await self._freshen(codes)
        hits = await asyncio.to_thread(self._index.find, wanted, codes, MOST)
        return await asyncio.to_thread(_matches, hits, wanted)

    async def _freshen(self, codes: Sequence[str]) -> None:
        there = await self._index.heads()
        for code in codes:
            dossier = await self._processes.dossier(code)
            head = head_of(dossier) if dossier is not None else ""
            if dossier is not None and there.get(code) != head:
                rows = await asyncio.to_thread(_listed, dossier)
                await self._index.fill(there[""], code, head, rows)


def _listed(dossier: Dossier) -> list[Findable]:
    return list(findable(dossier))


def _matches(hits: Sequence[Hit], wanted: Wanted) -> tuple[Match, ...]:
    """Each thing once, also where two processes have it."""
    once = {(hit.found.ref, hit.found.kind, hit.found.text): hit for hit in reversed(hits)}
    return tuple(Match(hit.code, hit.found, excerpt(hit.found.text, wanted)) for hit in reversed(once.values()))
