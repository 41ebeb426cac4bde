"""A picture that somebody brought."""

import re
from dataclasses import dataclass, field
from typing import Final

from workshop.blocks.block import Block
from workshop.language import Words

SIZE: Final = re.compile(r"-(\d{1,4})x(\d{1,4})$")


@dataclass(frozen=True, kw_only=True)
class Picture(Block):
    """A picture by its id, what is to be seen on it for those who cannot see it, and a line below; its size in pixels is in the id."""

    kind = "picture"
    picture: str
    alt: Words = ""
    caption: Words = ""
    width: int = field(init=False, default=0)
    height: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        """The size is known before the picture is loaded, so that nothing jumps."""
        width, height = picture_size(self.picture)
        object.__setattr__(self, "width", width)
        object.__setattr__(self, "height", height)


def picture_size(picture: str) -> tuple[int, int]:
    """The width and height in pixels of the picture of an id; 0 where that is none."""
    found = SIZE.search(picture)
    return (int(found[1]), int(found[2])) if found else (0, 0)
