"""The public page of a process: plain HTML without any script, for an old phone and for paper. Texts come in escaped."""

from collections.abc import Callable, Iterable, Sequence
from html import escape
from typing import Final

from workshop.dossier.figures import FATES, Change
from workshop.dossier.numbers import said_number
from workshop.language import Message, Speaker, Words, _, direction
from workshop.process.vocabulary import SCALES
from workshop.publishing.shown import Piece, Shown, Stretch

POLICY: Final = "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors {frames}"
PAGE: Final = """<!doctype html>
<html lang="{lang}" dir="{dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/static/tokens.css">
<link rel="stylesheet" href="/static/dark.css" media="screen and (prefers-color-scheme: dark)">
<link rel="stylesheet" href="/static/mine.css">
<link rel="stylesheet" href="/static/public.css">
</head>
<body>
{body}
</body>
</html>"""
ASIDE: Final = _(
    "Names, secret votes and what was erased are not shown. Of fewer than five people no number is told. "
    "The record with its proofs is with those who run this process."
)


def headers_of(framed: bool = False) -> dict[str, str]:
    """What goes before the page; `framed` pages may stand within another page of ours."""
    return {
        "cache-control": "no-store",
        "content-security-policy": POLICY.format(frames="'self'" if framed else "'none'"),
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
    }


def public_page(shown: Shown, day: Message | None, say: Speaker) -> str:
    """The page; `day` is when it was published, None before that."""
    about = shown.process.about
    say_it = _escaper(say)
    stands = _("As of {day}. What happened since then comes with the next publication.", day=day) if day else ""
    body = (
        f'<main class="public"><header><h1 dir="auto">{escape(about.title)}</h1>'
        + _p(say_it, about.question, "asked")
        + _p(say_it, " · ".join(part for part in (about.territory, say(SCALES[about.scale])) if part), "soft")
        + _p(say_it, stands, "soft")
        + _p(say_it, about.about, "about")
        + "</header>"
        + _section(say_it, _("The way so far"), "".join(_phase(say_it, one) for one in shown.phases))
        + _section(say_it, _("What was decided"), _pieces(say_it, shown.decisions))
        + _section(say_it, _("What was promised, and how it stands"), _pieces(say_it, shown.commitments))
        + _section(say_it, _("What people contributed, and what became of it"), _fates(say_it, shown))
        + _section(say_it, _("Figures"), _figures(say_it, shown, say.language))
        + _section(say_it, _("What was measured"), "".join(_change(say_it, one, shown, say.language) for one in shown.changes))
        + f"<footer>{_p(say_it, ASIDE, 'keep')}</footer></main>"
    )
    return PAGE.format(lang=escape(say.language), dir=direction(say.language), title=escape(about.title), body=body)


Say = Callable[[Words], str]


def _escaper(say: Speaker) -> Say:
    return lambda words: escape(say(words))


def _section(say: Say, title: Message, content: str) -> str:
    return f"<section><h2>{say(title)}</h2>{content}</section>" if content else ""


def _p(say: Say, words: Words, look: str = "") -> str:
    return f'<p class="{look}" dir="auto">{say(words)}</p>' if words else ""


def _phase(say: Say, one: Stretch) -> str:
    head = f'<h3 dir="auto">{escape(one.title)}</h3>' if one.title else ""
    return f'<div class="phase">{head}{_p(say, one.about, "soft")}{_pieces(say, one.sessions, " · ")}</div>'


def _pieces(say: Say, pieces: Sequence[Piece], between: str = " ") -> str:
    found = "".join(
        f'<li class="piece"><p class="text" dir="auto">{escape(one.text)}</p>{_said(say, one.said, between)}</li>' for one in pieces
    )
    return f"<ul>{found}</ul>" if found else ""


def _said(say: Say, said: Iterable[Words], between: str) -> str:
    found = between.join(f'<span dir="auto">{say(one)}</span>' for one in said)
    return f'<p class="soft">{found}</p>' if found else ""


def _fates(say: Say, shown: Shown) -> str:
    return "".join(f"<h3>{say(FATES[state])} ({len(pieces)})</h3>{_pieces(say, pieces)}" for state, pieces in shown.fates)


def _figures(say: Say, shown: Shown, language: str) -> str:
    rows = "".join(
        f'<div class="figure"><dt>{say(one.label)}</dt><dd><p class="value">{escape(said_number(one.value, one.unit, language))}</p>'
        f'<p class="soft">{say(one.how)}</p></dd></div>'
        for one in shown.figures
    )
    return f"<dl>{rows}</dl>" if rows else ""


def _change(say: Say, one: Change, shown: Shown, language: str) -> str:
    cells = ((escape(shown.titles[code]), escape(said_number(mean, "", language)), answers) for code, mean, answers in one.means)
    rows = "".join(f'<tr><th scope="row" dir="auto">{title}</th><td>{mean}</td><td>{answers}</td></tr>' for title, mean, answers in cells)
    head = "".join(f'<th scope="col">{say(words)}</th>' for words in (_("Session"), _("Mean"), _("Answers")))
    return f'<table><caption dir="auto">{escape(one.text)}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'
