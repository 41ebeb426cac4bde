"""A record as HTML for the staff's page: made from Markdown, then cleaned, so that nothing in it can act or call out.

Markdown takes long for some texts: call this off the event loop. A text that would take too long is shown as it is.
"""

import html
import re
from base64 import b64encode
from collections.abc import Mapping
from typing import Final

import markdown  # type: ignore[import-untyped]
import nh3

LONGEST: Final = 1_000_000
MOST_MARKS: Final = 1_500
SLOW_MARKS: Final = re.compile(r"(?<!\\)\[|<(?!/?(?:ins|del)>)")
FRONT_MATTER: Final = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
DIAGRAM: Final = re.compile(r"^```mermaid\n.*?^```$", re.DOTALL | re.MULTILINE)
IMAGE: Final = re.compile(r'<img((?:\s+[a-z]+="[^"]*")*)\s*/?>')
EXTENSIONS: Final = ["fenced_code", "sane_lists", "tables"]
TAGS: Final = {
    "h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "blockquote", "pre", "code", "ol", "ul", "li", "a", "img",
    "strong", "em", "ins", "del", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
ATTRIBUTES: Final = {"a": {"href"}, "img": {"alt", "src"}, "code": {"class"}, "ol": {"start"}}
SCHEMES: Final = {"http", "https", "mailto"}


def html_of(markdown_text: str, pictures: Mapping[str, str] | None = None, addresses: Mapping[str, str] | None = None) -> str:
    """The HTML of a record without its front matter. `pictures` are the SVG files that it shows, by name, and `addresses` where else
    on this server some are found; no other image stays. Where a map is given it is not shown as a diagram's code too.
    """
    pictures = pictures or {}
    sources = {name: _within(svg) for name, svg in pictures.items()} | dict(addresses or {})
    text = FRONT_MATTER.sub("", markdown_text, count=1)
    if pictures:
        text = DIAGRAM.sub("", text)
    if len(text) > LONGEST or sum(1 for _mark in SLOW_MARKS.finditer(text)) > MOST_MARKS:
        return f"<pre>{html.escape(text)}</pre>"
    page = markdown.markdown(text, extensions=EXTENSIONS)
    safe = nh3.clean(
        page,
        tags=TAGS,
        clean_content_tags={"script", "style"},
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        attribute_filter=lambda tag, name, value: _kept(tag, name, value, sources),
    )
    return IMAGE.sub(lambda found: _image(found[1], sources), safe.replace("<th></th>", "<td></td>"))


def _kept(tag: str, name: str, value: str, sources: Mapping[str, str]) -> str | None:
    """Only our own pictures stay, and of the classes only the language of a piece of code."""
    if (tag, name) == ("img", "src"):
        return value if value in sources else None
    if (tag, name) == ("code", "class"):
        return value if re.fullmatch(r"language-\w+", value) else None
    return value


def _image(attributes: str, sources: Mapping[str, str]) -> str:
    """The picture, from where it is found."""
    name = re.search(r' src="([^"]*)"', attributes)
    if name is None or name[1] not in sources:
        return ""
    alt = re.search(r' alt="([^"]*)"', attributes)
    return f'<img alt="{alt[1] if alt else ""}" src="{html.escape(sources[name[1]])}" loading="lazy">'


def _within(svg: str) -> str:
    """A picture within the page: an SVG in an image runs no script and fetches nothing."""
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"
