"""Attempts to find something by a code, at the edges: too many wrong ones from one address are answered late.

An attempt that must come back is held for a moment first, which slows a script down; it goes through at once when its code turns out to be
right in the meantime, as it is for the rest of a hall when one phone has come in.
"""

import asyncio
import ipaddress
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final, TypeVar

from workshop.figures import Figures
from workshop.guesses import Guesses

T = TypeVar("T")
HOLD_S: Final = 1.0
HELD_BY_SOURCE: Final = 16
HELD: Final = 256


class TooMany(Exception):
    """The code was not looked up: come back with it in `after` seconds."""

    def __init__(self, after: float) -> None:
        super().__init__(after)
        self.after = after


class Attempts:
    """The attempts of all sources at one kind of code."""

    def __init__(self, guesses: Guesses, figures: Figures, hold_s: float = HOLD_S) -> None:
        self._guesses = guesses
        self._figures = figures
        self._hold_s = hold_s
        self._held: dict[str, list[tuple[str, asyncio.Event]]] = {}
        self._holding = 0

    async def find(self, source: str, code: str, look: Callable[[str], Awaitable[T | None]]) -> T | None:
        """What `look` finds for the code, or None. Raises `TooMany` when it may not be looked up now."""
        if self._guesses.known(source, code) is False:
            return None
        after = self._guesses.judge(source, code)
        if after and not await self._turns_out(source, code):
            self._figures.guesses_put_off_total += 1
            raise TooMany(after)
        found = await look(code)
        if found is None:
            self._guesses.failed(source, code)
            self._figures.guesses_wrong_total += 1
        else:
            self._guesses.worked(source, code)
            for other, right in self._held.get(source, ()):
                if other == code:
                    right.set()
        return found

    async def _turns_out(self, source: str, code: str) -> bool:
        """Holds an attempt for a moment; whether its code worked from its source in the meantime."""
        held = self._held.get(source, [])
        if len(held) >= HELD_BY_SOURCE or self._holding >= HELD:
            return False
        one = (code, asyncio.Event())
        self._held.setdefault(source, held).append(one)
        self._holding += 1
        try:
            await asyncio.wait_for(one[1].wait(), self._hold_s)
        except TimeoutError:
            return False
        finally:
            held.remove(one)
            self._holding -= 1
            if not held:
                del self._held[source]
        return True


def source_of(scope: Mapping[str, Any]) -> str:
    """Who sends a request, as far as their address tells: one phone has a whole /64 network of IPv6."""
    host, _port = scope.get("client") or ("", 0)
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return str(host)
    if not isinstance(address, ipaddress.IPv6Address):
        return str(address)
    if address.ipv4_mapped is not None:
        return str(address.ipv4_mapped)
    return str(ipaddress.ip_network((int(address) >> 64 << 64, 64)))
