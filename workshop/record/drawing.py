"""An outline as a Mermaid `mindmap`.

Pure: the same block gives the same bytes. What people wrote is escaped for the format that it goes into.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from workshop.blocks import Entry, Outline
from workshop.language import Speaker
from workshop.record.svg import legal

MOST_LETTERS = 50_000  # maxTextSize of Mermaid: what is longer is not drawn at all


def mermaid_of(topic: str, outline: Outline, say: Speaker) -> str:
    """The outline as a Mermaid mindmap, without the fence around it; only its first level where Mermaid would refuse the whole."""
    whole = _mindmap(topic, outline.items, say)
    return whole if len(whole) < MOST_LETTERS else _mindmap(topic, [replace(entry, items=()) for entry in outline.items], say)


def _mindmap(topic: str, entries: Sequence[Entry], say: Speaker) -> str:
    branches = [line for number, entry in enumerate(entries) for line in _branch(entry, say, 2, f"n{number}")]
    return "\n".join(["mindmap", f'  root["{_quoted(topic)}"]', *branches]) + "\n"


def _branch(entry: Entry, say: Speaker, depth: int, id: str) -> list[str]:
    own = [f'{"  " * depth}{id}["{_quoted(say(entry.text))}"]']
    return own + [line for n, under in enumerate(entry.items) for line in _branch(under, say, depth + 1, f"{id}_{n}")]


def _quoted(text: str) -> str:
    """Inside Mermaid's quotes: what has a meaning there goes in as a character code, line breaks as spaces; never nothing."""
    plain = " ".join(legal(text).split()) or "…"
    return re.sub(r"[^\w ,.!?'’-]|_", lambda sign: f"#{ord(sign[0])};" if ord(sign[0]) < 128 else sign[0], plain)
