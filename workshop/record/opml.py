"""An outline as OPML 2.0, for outliners and mind map programs (OmniOutliner, Logseq, Freeplane, XMind).

Source: http://opml.org/spec2.opml
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from workshop.blocks import Entry, Outline
from workshop.language import Speaker
from workshop.record.escape import xml

REFERENCE: Final = re.compile(r"&#?\w+;?")
TAG: Final = re.compile(r"<(?=[A-Za-z/!?])")


def opml_of(topic: str, outline: Outline, say: Speaker) -> str:
    """The outline as a document under its topic."""
    lines = [line for entry in outline.items for line in _lines(entry, say, 3)]
    top = [f'    <outline text="{_text(topic)}">', *lines, "    </outline>"] if lines else [f'    <outline text="{_text(topic)}"/>']
    head = ["  <head>", f"    <title>{xml(topic)}</title>", "  </head>"]
    document = ['<opml version="2.0">', *head, "  <body>", *top, "  </body>", "</opml>"]
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', *document]) + "\n"


def _lines(entry: Entry, say: Speaker, depth: int) -> Iterator[str]:
    count = f' {"ideas" if entry.items else "support"}="{entry.count}"' if entry.count else ""
    detail = say(entry.detail)
    note = f' _note="{_text(detail)}"' if detail else ""
    start = f'{"  " * depth}<outline text="{_text(say(entry.text))}"{note}{count}'
    if not entry.items:
        yield f"{start}/>"
        return
    yield f"{start}>"
    for under in entry.items:
        yield from _lines(under, say, depth + 1)
    yield f"{'  ' * depth}</outline>"


def _text(text: str) -> str:
    """A text in an attribute. Outliners may read HTML there: what would be a tag or a reference is written so that it is none."""
    plain = REFERENCE.sub(lambda found: found[0] if unescape(found[0]) == found[0] else f"&amp;{found[0][1:]}", text)
    return xml(TAG.sub("&lt;", plain))
