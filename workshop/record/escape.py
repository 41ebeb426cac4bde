"""What people wrote, made safe for Markdown, CSV, YAML and XML: it is shown as written, and never works as markup.

Backslashes are used only before the marks that every reader of Markdown takes them for (CommonMark, GitHub, python-markdown,
Obsidian); everything else that could mean something becomes a character reference.
"""

import json
import re
from typing import Final

from workshop.messages import clean

INLINE: Final = re.compile(
    r"""(?P<mark>[\\`*_{}\[\]#])    # marks of every Markdown, and Obsidian's [[links]] and #tags
    |(?P<sign>[&<>~$|^@])           # HTML, tables, formulas, footnotes, strike-through, mail addresses
    |(?P<twin>==+|%%+)              # Obsidian's ==highlights== and %%comments%%
    |(?P<colon>:(?=//|[\w+-]+:))    # https:// and :emoji:
    |(?P<dot>(?<=www)\.)            # www.""",
    re.VERBOSE | re.IGNORECASE,
)
START: Final = re.compile(
    r"""(?P<bullet>-(?=[\s:-]|$)|\+(?=[\s+]|$)|!(?=!!))
    |(?P<number>\d+)(?P<end>[.)])(?=\s|$)
    |(?P<other>=|:(?=[\s:-]|$))""",
    re.VERBOSE,
)
FORMULA: Final = tuple("=+-@\t\r＝＋－＠")
NOT_IN_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
IN_XML: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"})
UNSAFE_IN_YAML: Final = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def inline(text: str) -> str:
    """A text on one line of Markdown; its line breaks become spaces."""
    return line(" ".join(clean(text).split()))


def line(text: str) -> str:
    """A run of text within a line of Markdown, its spaces kept."""
    safe = INLINE.sub(_inline, text.replace("\n", " "))
    return START.sub(_start, safe, count=1) if START.match(safe) else safe


def paragraph(text: str) -> str:
    """A text of several lines in Markdown: its line breaks and paragraphs are kept."""
    blocks = re.split(r"\n(?:[^\S\n]*\n)+", "\n".join(clean(text).splitlines()))
    written = ("  \n".join(filter(None, (inline(one) for one in block.split("\n")))) for block in blocks)
    return "\n\n".join(filter(None, written))


def cell(text: str) -> str:
    """A cell of a CSV file that no spreadsheet takes for a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA) else text


def yaml(text: str) -> str:
    """A quoted YAML scalar; every YAML reader gives the same text back."""
    return UNSAFE_IN_YAML.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(text, ensure_ascii=False))


def xml(text: str) -> str:
    """A text in an element or an attribute of XML; every reader gives the same text back, but for what XML cannot hold."""
    return NOT_IN_XML.sub("\ufffd", text).translate(IN_XML)


def _inline(found: re.Match[str]) -> str:
    if found["mark"]:
        return "\\" + found["mark"]
    return "".join({"&": "&amp;", "<": "&lt;", ">": "&gt;"}.get(sign, f"&#{ord(sign)};") for sign in found[0])


def _start(found: re.Match[str]) -> str:
    if found["number"]:
        return f"{found['number']}\\{found['end']}"
    return "\\" + found[0] if found["bullet"] else f"&#{ord(found[0])};"
