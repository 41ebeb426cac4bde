"""The page behind a participant's private link: plain HTML without any script, for an old phone and for paper. Texts come in escaped."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from starlette.responses import HTMLResponse

from workshop.dossier.said import Said
from workshop.language import LANGUAGES, Message, Speaker, Words, _, direction, n_
from workshop.record.times import Calendar

POLICY: Final = "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
HEADERS: Final = {
    "cache-control": "no-store",
    "content-security-policy": POLICY,
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-robots-tag": "noindex, nofollow",
}
PAGE: Final = """<!doctype html>
<html lang="{lang}" dir="{dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex, nofollow">
<title>{title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/static/tokens.css">
<link rel="stylesheet" href="/static/dark.css" media="screen and (prefers-color-scheme: dark)">
<link rel="stylesheet" href="/static/mine.css">
</head>
<body>
{body}
</body>
</html>"""


@dataclass(frozen=True, slots=True)
class Mine:
    """What the page shows: the workshop (its title, question, place and time), the title of its process, and what the person said."""

    path: str
    title: str
    question: str
    place: str
    at: int
    process: str
    said: Sequence[Said]
    days: Calendar


def mine_page(mine: Mine, say: Speaker) -> HTMLResponse:
    """What somebody said, and what became of it."""
    wrote = n_("You wrote {count} thing. It stands here with what became of it.",
               "You wrote {count} things. They stand here with what became of them.", len(mine.said))  # fmt: skip
    nothing = _("You wrote nothing here. What was said and decided stands in the record: ask your facilitator for it.")
    keep = _("This page is for you alone: whoever has its address can read it. Keep the address; the page stays true as things go on.")
    when = mine.days.day(mine.at)
    words = _("Erase my name and my words")
    erase = f'<a class="button" href="{mine.path}/erase?lang={say.language}">{_text(say, words)}</a>'
    title = _("What became of what I said")
    body = (
        f"{_languages(say, mine.path)}<main>{_p(say, mine.process, 'soft')}{_p(say, mine.title if mine.question else '', 'soft')}"
        f'<h1>{_text(say, title)}</h1><p class="asked" dir="auto">{escape(mine.question or mine.title)}</p>'
        + _p(say, _("{day}, {place}", day=when, place=mine.place) if mine.place else when, "soft")
        + _p(say, wrote if mine.said else nothing)
        + (f"<ol>{''.join(_said(say, one, mine.days) for one in mine.said)}</ol>" if mine.said else "")
        + f'{_p(say, keep, "keep")}<p class="out">{erase}</p></main>'
    )
    return _page(say, title, body)


def erase_page(path: str, token: str, say: Speaker, trouble: Message | None = None, status: int = 200) -> HTMLResponse:
    """Asks once more before everything is erased."""
    title, now, back = _("Erase my name and my words?"), _("Erase everything now"), _("No, go back")
    what = _("Your name and everything that you wrote are taken out of the workshop, its process and the records, at once and for good.")
    stays = _("What you tapped or voted stays counted, without your name. This page is gone then, and this address leads nowhere.")
    body = (
        f"{_languages(say, f'{path}/erase')}<main><h1>{_text(say, title)}</h1>"
        + (f'<p class="stop" role="alert">{_text(say, trouble)}</p>' if trouble else "")
        + f"<p>{_text(say, what)}</p><p>{_text(say, stays)}</p>"
        + f'<form method="post" action="{path}/erase?lang={say.language}"><input type="hidden" name="token" value="{token}">'
        + f'<button class="button stop">{_text(say, now)}</button></form>'
        + f'<p><a class="button" href="{path}?lang={say.language}">{_text(say, back)}</a></p></main>'
    )
    return _page(say, title, body, status)


def plain_page(say: Speaker, title: Message, *sentences: Message, status: int = 200, after: int = 0) -> HTMLResponse:
    """A sentence or two of ours."""
    body = "".join(f"<p>{_text(say, one)}</p>" for one in sentences)
    page = _page(say, title, f"<main><h1>{_text(say, title)}</h1>{body}</main>", status)
    if after:
        page.headers["retry-after"] = str(after)
    return page


def _said(say: Speaker, one: Said, days: Calendar) -> str:
    where = _("In “{step}”, {hour}", step=one.step, hour=days.hour(one.at)) if one.step else days.hour(one.at)
    fates = "".join(f'<li class="{escape(told.kind)}">{_sentences(say, told.said)}</li>' for told in one.became)
    stands = _("It stands in the record of the workshop.")
    record = f'<p class="soft">{_text(say, stands)}</p>'
    words = f'<blockquote dir="auto">{escape(one.text)}</blockquote>'
    return f'<li class="said">{words}<p class="soft">{_text(say, where)}</p>{f"<ul>{fates}</ul>" if fates else record}</li>'


def _sentences(say: Speaker, said: Iterable[Words]) -> str:
    return " ".join(f'<span dir="auto">{_text(say, one)}</span>' for one in said)


def _p(say: Speaker, words: Words, look: str = "") -> str:
    return f'<p{f" class={look}" if look else ""} dir="auto">{_text(say, words)}</p>' if words else ""


def _languages(say: Speaker, path: str) -> str:
    links = (
        f'<a href="{path}?lang={tag}" lang="{tag}" hreflang="{tag}"{" aria-current=page" if tag == say.language else ""}>{escape(name)}</a>'
        for tag, name in LANGUAGES.items()
    )
    label = _("Language")
    return f'<nav aria-label="{_text(say, label)}">{" ".join(links)}</nav>'


def _text(say: Speaker, words: Words) -> str:
    return escape(say(words))


def _page(say: Speaker, title: Words, body: str, status: int = 200) -> HTMLResponse:
    content = PAGE.format(lang=escape(say.language), dir=direction(say.language), title=_text(say, title), body=body)
    return HTMLResponse(content, status, HEADERS)
