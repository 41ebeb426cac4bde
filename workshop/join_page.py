"""The page that a phone opens: `static/join.html` filled in, with the style sheet inside, and the policy that allows it.

With the sheet in the page and the third-party code in one file, a phone comes in with four requests after the page itself at most.
"""

import base64
import hashlib
import html
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workshop.language import Speaker, _

SHEET_LINK = '<link rel="stylesheet" href="/static/style.css">'


@dataclass(frozen=True)
class JoinPage:
    """The template with its style sheet, and the Content-Security-Policy under which it is sent."""

    template: str
    policy: str

    def filled(self, boot: Mapping[str, Any], say: Speaker) -> str:
        """The page for one reader; `boot` is what the client starts with. What people wrote can close no tag."""
        values = {
            "lang": html.escape(say.language),
            "title": html.escape(str(boot["title"])),
            "noscript": html.escape(say(_("This page needs JavaScript. Please switch it on, or ask for a paper card."))),
            "boot": json.dumps(boot, ensure_ascii=False).replace("<", "\\u003c"),
        }
        return re.sub(r"\{\{(\w+)\}\}", lambda place: values[place[1]], self.template)


def join_page(static: Path) -> JoinPage:
    """The join page of a folder with `join.html` and `style.css`."""
    sheet = (static / "style.css").read_text(encoding="utf-8")
    template = (static / "join.html").read_text(encoding="utf-8").replace(SHEET_LINK, f"<style>{sheet}</style>")
    digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
    return JoinPage(template, _policy(f"'self' 'sha256-{digest}'"))


def _policy(style: str) -> str:
    return (
        f"default-src 'none'; script-src 'self'; style-src {style}; connect-src 'self'; img-src 'self' data:; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
    )
