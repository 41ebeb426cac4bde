"""The maps of a workshop in its record: a picture beside it, and a list within it."""

from collections.abc import Mapping, Sequence
from typing import Final

from workshop.blocks import Block, Graph, Outline
from workshop.language import Speaker, _
from workshop.record.drawing import mermaid_of, svg_of
from workshop.record.escape import inline
from workshop.record.proceedings import Proceedings
from workshop.record.prose import prose_of
from workshop.record.typesetting import spaced

NAME: Final = "mind-map"


def names_of(proceedings: Proceedings) -> Mapping[str, str]:
    """The file name of the picture of each step that has a map: mind-map.svg, then mind-map-2.svg, and so on."""
    steps = [
        step.id for step in proceedings.session.agenda.steps if step.id in proceedings.steps and _map_in(proceedings.steps[step.id].blocks)
    ]
    return {step: f"{NAME}.svg" if place == 1 else f"{NAME}-{place}.svg" for place, step in enumerate(steps, start=1)}


def pictures_of(proceedings: Proceedings, say: Speaker) -> dict[str, str]:
    """The pictures (SVG), by file name."""
    maps = ((name, _map_in(proceedings.steps[step].blocks)) for step, name in names_of(proceedings).items())
    return {name: svg_of(found, say) for name, found in maps if found is not None}


def drawn_of(blocks: Sequence[Block], picture: str, say: Speaker) -> str:
    """The blocks of a step; where it has a picture, its first map is that picture, and its outline also a Mermaid diagram."""
    listed = any(isinstance(block, Outline) for block in blocks)
    pictured = _map_in(blocks) if picture else None
    parts: list[str] = []
    for block in blocks:
        if block is pictured:
            name = inline(say(_("The map")))
            parts.append(f"![{name}]({picture})")
        if block is not pictured or not listed:
            parts.append(prose_of([block], say))
        if pictured is not None and isinstance(block, Outline):
            topic = next((say(node.text) for node in pictured.items if node.level == 0), "")
            parts.append(f"```mermaid\n{mermaid_of(topic, block, say).strip()}\n```")
    return spaced(parts)


def _map_in(blocks: Sequence[Block]) -> Graph | None:
    return next((block for block in blocks if isinstance(block, Graph)), None)
