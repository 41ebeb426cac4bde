"""A page of a sentence or two, for whoever cannot be shown what they asked for just now."""

from typing import Final

from starlette.responses import HTMLResponse

POLICY: Final = "default-src 'none'; style-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
HEADERS: Final = {"cache-control": "no-store", "referrer-policy": "no-referrer", "x-content-type-options": "nosniff"}
PAGE: Final = """<!doctype html><html lang="{lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
{head}<title>Palabre</title><link rel="stylesheet" href="/static/tokens.css">
<link rel="stylesheet" href="/static/dark.css" media="(prefers-color-scheme: dark)"><link rel="stylesheet" href="/static/style.css">
<main class="plain"><h1>Palabre</h1>{body}</main></html>"""


def notice(language: str, body: str, status: int, onward: str = "", after: int = 0) -> HTMLResponse:
    """The page; `body` holds sentences of ours only. With `onward`, it goes to that address by itself after so many seconds."""
    # a redirect would be part of the journey from elsewhere, and a strict cookie would not come along
    head = f'<meta http-equiv="refresh" content="{after};url={onward}">' if onward else ""
    page = HTMLResponse(PAGE.format(lang=language, head=head, body=body), status, HEADERS | {"content-security-policy": POLICY})
    if status == 429:
        page.headers["retry-after"] = str(after)
    return page
