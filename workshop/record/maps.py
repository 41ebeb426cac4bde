"""The maps of a workshop in its record: files beside it for other programs, and a picture and a list within it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from workshop.blocks import Block, Graph, Outline
from workshop.language import Speaker, _
from workshop.record.drawing import mermaid_of
from workshop.record.escape import inline
from workshop.record.graphml import graphml_of
from workshop.record.opml import opml_of
from workshop.record.proceedings import Proceedings
from workshop.record.prose import prose_of
from workshop.record.svg import svg_of
from workshop.record.typesetting import spaced

NAME: Final = "mind-map"
FORMATS: Final = ("svg", "md", "mmd", "graphml", "opml")


@dataclass(frozen=True, slots=True)
class Map:
    """What a step shows as a map: its picture, and all of it as a nested list where the step has one."""

    graph: Graph
    outline: Outline | None


def map_in(blocks: Sequence[Block]) -> Map | None:
    """The first map among the blocks of a step, with the first outline."""
    graph = next((block for block in blocks if isinstance(block, Graph)), None)
    return Map(graph, next((block for block in blocks if isinstance(block, Outline)), None)) if graph else None


def written_as(format: str, found: Map, say: Speaker) -> str:
    """A map in one of the `FORMATS`; "" where it has no outline to be written."""
    if format == "svg":
        return svg_of(found.graph, say)
    if found.outline is None:
        return ""
    topic = _topic(found.graph, say)
    match format:
        case "md":
            return spaced([f"# {inline(topic)}", prose_of([found.outline], say)]) + "\n"
        case "mmd":
            return mermaid_of(topic, found.outline, say)
        case "graphml":
            links = [(one.source, one.target, say(one.text)) for one in found.graph.links]
            return graphml_of(topic, found.outline, say, links)
        case "opml":
            return opml_of(topic, found.outline, say)
        case _:
            raise ValueError(f"a map cannot be written as {format}")


def names_of(proceedings: Proceedings) -> Mapping[str, str]:
    """The file name of the picture of each step that has a map: mind-map.svg, then mind-map-2.svg, and so on."""
    return {step: f"{stem}.svg" for step, stem in _stems(proceedings).items()}


def maps_of(proceedings: Proceedings, say: Speaker) -> dict[str, str]:
    """The maps in each format, by file name."""
    found = ((stem, map_in(proceedings.steps[step].blocks)) for step, stem in _stems(proceedings).items())
    files = {f"{stem}.{format}": written_as(format, one, say) for stem, one in found if one is not None for format in FORMATS}
    return {name: text for name, text in files.items() if text}


def drawn_of(blocks: Sequence[Block], picture: str, say: Speaker) -> str:
    """The blocks of a step; where it has a picture, its first map is that picture, and its outline also a Mermaid diagram."""
    listed = any(isinstance(block, Outline) for block in blocks)
    found = map_in(blocks) if picture else None
    pictured = found.graph if found else None
    parts: list[str] = []
    for block in blocks:
        if block is pictured:
            name = inline(say(_("The map")))
            parts.append(f"![{name}]({picture})")
        if block is not pictured or not listed:
            parts.append(prose_of([block], say))
        if pictured is not None and isinstance(block, Outline):
            parts.append(f"```mermaid\n{mermaid_of(_topic(pictured, say), block, say).strip()}\n```")
    return spaced(parts)


def _stems(proceedings: Proceedings) -> Mapping[str, str]:
    held = ((step.id, proceedings.steps.get(step.id)) for step in proceedings.session.agenda.steps)
    steps = [id for id, one in held if one is not None and map_in(one.blocks)]
    return {step: NAME if place == 1 else f"{NAME}-{place}" for place, step in enumerate(steps, start=1)}


def _topic(graph: Graph, say: Speaker) -> str:
    return next((say(node.text) for node in graph.items if node.level == 0), "")
