"""What everybody sees, in every language; and whether it can be drawn."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cached_property
from typing import Any, Final

from workshop.blocks import KINDS, Block, Json, encode
from workshop.language import LANGUAGES, Speaker, speaker
from workshop.method import Method, Viewer
from workshop.testing.faults import Fault, never_raises, require

SCREENS: Final = "screens"
Screen = Mapping[str, Mapping[str, Json]]


@dataclass(frozen=True)
class Screens:
    """The screens of a method."""

    method: Method
    names: Mapping[str, str] = field(default_factory=dict)

    def of(self, state: Any, viewer: Viewer) -> Screen:
        """What somebody sees, in English. Raises `Fault` when it cannot be drawn."""
        return self.draw(self.method.view, state, viewer, doing=f"the view of {_named(viewer)}")

    def record(self, state: Any) -> Screen:
        """The blocks of the record, in English."""
        return self.draw(self.method.record, state, doing="the record")

    def phone(self, state: Any, person: str, here: int) -> Screen:
        """Everything that a phone shows: what is for all, and what is for this person."""
        return {**self.of(state, Viewer("room", here)), **self.of(state, Viewer("person", here, person))}

    def draw(self, show: Any, *args: Any, doing: str) -> Screen:
        """The blocks as the wire has them; what would be lost on the way is a fault."""
        with never_raises(self.method, SCREENS, doing):
            blocks = tuple(show(*args))
        for block in blocks:
            known = isinstance(block, Block) and type(block) in KINDS.values()
            require(known, self.method, SCREENS, f"{doing} has {block!r}, which is no block of workshop.blocks")
        self._unique(blocks, doing)
        with never_raises(self.method, SCREENS, f"{doing}, sent as JSON,"):
            screen = encode(blocks, self._english)
            json.dumps(screen, allow_nan=False)
        return screen

    def in_all_languages(self, state: Any, people: Iterable[str], here: int) -> None:
        """Draws everything for everybody in every language that we speak."""
        viewers = [Viewer("room", here), Viewer("wall", here), Viewer("console", here)]
        for viewer in [*viewers, *(Viewer("person", here, person) for person in people)]:
            self.of(state, viewer)
            for say in self._speakers:
                with never_raises(self.method, SCREENS, f"the view of {_named(viewer)} in {LANGUAGES[say.language]}"):
                    encode(self.method.view(state, viewer), say)
        self.record(state)
        for say in self._speakers:
            with never_raises(self.method, SCREENS, f"the record in {LANGUAGES[say.language]}"):
                encode(self.method.record(state), say)

    def says(self, words: Any, doing: str) -> None:
        """Says words of ours in every language that we speak."""
        for say in self._speakers:
            with never_raises(self.method, SCREENS, f"{doing} in {LANGUAGES[say.language]}"):
                say(words)

    @cached_property
    def _english(self) -> Speaker:
        return Speaker("en", names=lambda person: person)

    @cached_property
    def _speakers(self) -> Sequence[Speaker]:
        return [speaker(language, (self.method.locale,), lambda person: person) for language in LANGUAGES]

    def _unique(self, things: Iterable[Any], doing: str) -> None:
        """On the wire things are found by their ids: two of one id, side by side, would be one."""
        seen: set[str] = set()
        for one in things:
            if one.id in seen:
                raise Fault(self.method.name, SCREENS, f"{doing} has two things with the id {one.id!r} side by side")
            seen.add(one.id)
            for part in (getattr(one, each.name) for each in fields(one)) if is_dataclass(one) else ():
                if isinstance(part, tuple) and part and hasattr(part[0], "id"):
                    self._unique(part, doing)


def _named(viewer: Viewer) -> str:
    return viewer.person if viewer.role == "person" else f"the {viewer.role}"
