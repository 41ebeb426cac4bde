"""The page that a phone opens: `static/join.html` filled in, with the style sheet inside, and the policy that allows it.

With the sheet in the page and the client in one script, a phone comes in with two requests and a line.
"""

import base64
import hashlib
import html
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from workshop import squeeze
from workshop.client import Client, client
from workshop.language import Speaker, _, catalog_of, direction

SHEETS: Final = re.compile(r'(?:<link rel="stylesheet" href="/static/[^>]*>\n)+')
SHEET: Final = re.compile(r'href="/static/([\w.]+)"(?: media="([^"]*)")?')
HOST: Final = re.compile(r"[A-Za-z0-9.-]+(?::\d+)?|\[[0-9A-Fa-f:.]+\](?::\d+)?")


@dataclass(frozen=True)
class JoinPage:
    """The template with its style sheet, whose digest is `sheet`, and the script that it starts."""

    template: str
    sheet: str
    client: Client

    def policy(self, host: str) -> str:
        """The Content-Security-Policy for a page that was asked for at a host; older Safaris count no WebSocket among 'self'."""
        sockets = f" ws://{host} wss://{host}" if HOST.fullmatch(host) else ""
        return (
            f"default-src 'none'; script-src 'self'; style-src 'self' 'sha256-{self.sheet}'; connect-src 'self'{sockets}; "
            "img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
        )

    def filled(self, boot: Mapping[str, Any], say: Speaker) -> str:
        """The page for one reader; `boot` is what the client starts with. What people wrote can close no tag."""
        values = {
            "client": self.client.address,
            "lang": html.escape(say.language),
            "dir": direction(say.language),
            "title": html.escape(str(boot["title"])),
            "noscript": html.escape(say(_("This page needs JavaScript. Please switch it on, or ask for a paper card."))),
            "boot": json.dumps(boot, ensure_ascii=False).replace("<", "\\u003c"),
        }
        return re.sub(r"\{\{(\w+)\}\}", lambda place: values[place[1]], self.template)


def join_page(static: Path) -> JoinPage:
    """The join page of a folder with `join.html`, the sheets that it names, and the modules under `phone/`."""
    template = (static / "join.html").read_text(encoding="utf-8")
    sheet = squeeze.sheet("".join(_sheet(static, name, media) for name, media in SHEET.findall(template)))
    digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
    return JoinPage(SHEETS.sub(lambda _links: f"<style>{sheet}</style>\n", template), digest, client(static / "phone" / "app.js"))


def _sheet(static: Path, name: str, media: str) -> str:
    rules = (static / name).read_text(encoding="utf-8")
    return f"@media {media} {{ {rules} }}" if media else rules


@lru_cache
def words(static: Path, language: str) -> dict[str, str]:
    """The sentences of the phone client in a language: {English: translated}."""
    catalog = catalog_of(static / "locale", language)
    pairs = ((message.id, message.string) for message in catalog or ())
    return {english: said for english, said in pairs if isinstance(english, str) and isinstance(said, str) and english and said}
