"""Faults of the network, drawn by lot: which connections they meet, and for how long."""

import asyncio
import random
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from tests.load.proxy import Proxy, Wire

Fault = Callable[[Wire, random.Random], float]


def _cut(wire: Wire, lot: random.Random) -> float:
    wire.cut()
    return 0


def _freeze(wire: Wire, lot: random.Random) -> float:
    wire.freeze()
    return lot.uniform(0.2, 4)


def _delay(wire: Wire, lot: random.Random) -> float:
    wire.slow(delay=lot.uniform(0.05, 0.8))
    return lot.uniform(0.5, 4)


def _throttle(wire: Wire, lot: random.Random) -> float:
    wire.slow(rate=lot.uniform(1_000, 20_000))
    return lot.uniform(0.5, 4)


def _swallow(wire: Wire, lot: random.Random) -> float:
    wire.swallow()
    return 0


def _half_open_phone(wire: Wire, lot: random.Random) -> float:
    wire.half_open("phone")
    return 0


def _half_open_server(wire: Wire, lot: random.Random) -> float:
    wire.half_open("server")
    return 0


FAULTS: Final[dict[str, Fault]] = {
    "cut": _cut,
    "freeze": _freeze,
    "delay": _delay,
    "throttle": _throttle,
    "swallow": _swallow,
    "half-open, the phone believes": _half_open_phone,
    "half-open, the server believes": _half_open_server,
}


class Weather:
    """A network that misbehaves on a seeded schedule: each fault meets one connection, a few, or all of them."""

    def __init__(self, proxy: Proxy, seed: int) -> None:
        self.struck: Counter[str] = Counter()
        self._proxy = proxy
        self._lot = random.Random(seed)
        self._order: list[str] = []

    def strike(self) -> str:
        """One fault, now; every kind has its turn before one comes again. Returns its name."""
        if not self._order:
            self._order = self._lot.sample(list(FAULTS), len(FAULTS))
        name = self._order.pop()
        for wire in self._some(sorted(self._proxy.wires, key=id)):
            seconds = FAULTS[name](wire, self._lot)
            if seconds:
                asyncio.get_running_loop().call_later(seconds, wire.thaw)
        self.struck[name] += 1
        return name

    async def blow(self, faults: int, every_s: float) -> None:
        """A number of faults, one after the other."""
        for _ in range(faults):
            await asyncio.sleep(self._lot.uniform(0.5, 1.5) * every_s)
            self.strike()

    def clear(self) -> None:
        """Everything passes again; who believed in a connection that is half gone learns that it is gone."""
        for wire in tuple(self._proxy.wires):
            wire.thaw()
            if wire.phone.transport is None or wire.server.transport is None:
                wire.cut()

    def _some(self, wires: Sequence[Wire]) -> Sequence[Wire]:
        share = self._lot.choice((1, 1, 1, len(wires) // 10, len(wires) // 3, len(wires)))
        return self._lot.sample(wires, min(len(wires), max(1, share)))
