"""What was made of immutable things, remembered by the things themselves: found by identity, forgotten when they go."""

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, Final, Generic, ParamSpec, TypeVar
from weakref import ref

MOST: Final = 2048
T = TypeVar("T")
V = TypeVar("V")
P = ParamSpec("P")


class Memory(Generic[V]):
    """A value for each thing that lives; of very many, the things that came first are forgotten first, and made again when needed.

    What is remembered must not hold the thing itself, or neither would ever go.
    """

    __slots__ = ("_known",)

    def __init__(self) -> None:
        self._known: OrderedDict[int, tuple[ref[Any], V]] = OrderedDict()

    def recall(self, thing: object) -> V | None:
        """What was kept for this very thing, if anything was."""
        found = self._known.get(id(thing))
        return None if found is None else found[1]

    def keep(self, thing: object, value: V) -> V:
        """Keeps a value for as long as the thing lives."""
        key, known = id(thing), self._known
        known[key] = ref(thing, lambda _gone: known.pop(key, None)), value
        if len(known) > MOST:
            known.popitem(last=False)
        return value

    def __len__(self) -> int:
        return len(self._known)


def remembered(make: Callable[Concatenate[T, P], V]) -> Callable[Concatenate[T, P], V]:
    """Makes something of a thing only once: asked again for the same thing, it gives the same object.

    For pure functions of an immutable thing and of few other, hashable values, given by position.
    """
    memory: Memory[dict[Any, V]] = Memory()

    @wraps(make)
    def recall(thing: T, /, *rest: P.args, **named: P.kwargs) -> V:
        made = memory.recall(thing)
        if made is None:
            made = memory.keep(thing, {})
        if rest not in made:
            made[rest] = make(thing, *rest, **named)
        return made[rest]

    return recall
