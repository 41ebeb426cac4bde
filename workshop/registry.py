"""Finds the installed methods: built-ins and third parties alike, through the entry-point group `palabre.methods`."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from importlib.metadata import EntryPoint, entry_points
from typing import Final

from workshop.method import Method

GROUP: Final = "palabre.methods"


@dataclass(frozen=True, slots=True)
class Broken:
    """A method that could not be loaded: its name, the distribution that brings it, and its error."""

    name: str
    distribution: str
    error: str


@dataclass(frozen=True, slots=True)
class Registry:
    """The methods that work, by name, and those that do not; `origins` names the distribution of each."""

    methods: Mapping[str, Method]
    broken: tuple[Broken, ...] = ()
    origins: Mapping[str, str] = field(default_factory=dict)


def discover(points: Iterable[EntryPoint] | None = None) -> Registry:
    """Loads every method that is installed; what fails is named with its error and stops nobody."""
    methods: dict[str, Method] = {}
    origins: dict[str, str] = {}
    broken: list[Broken] = []
    for point in sorted(entry_points(group=GROUP) if points is None else points, key=_ours_first):
        origin = _distribution(point)
        try:
            method = point.load()
            if not isinstance(method, Method):
                raise TypeError(f"{point.value} is not a workshop.method.Method")
            if method.name != point.name:
                raise ValueError(f"the entry point is called {point.name!r}, the method {method.name!r}")
            if method.name in methods:
                raise ValueError(f"{origins[method.name]} already brings a method of that name")
        except Exception as error:
            broken.append(Broken(point.name, origin, f"{type(error).__name__}: {error}"))
        else:
            methods[method.name], origins[method.name] = method, origin
    return Registry(methods, tuple(broken), origins)


def _ours_first(point: EntryPoint) -> tuple[bool, str]:
    return (_distribution(point) != "palabre", point.name)


def _distribution(point: EntryPoint) -> str:
    return point.dist.name if point.dist is not None else "unknown"
