"""A short page for each decision, that stands alone: what was decided, and all that whoever carries it out has to know."""

import json
from collections.abc import Mapping
from typing import Final

from workshop.agenda import Agenda
from workshop.language import Message, Speaker, _
from workshop.method import Item
from workshop.record.decisions import concerns_of, decisions_in, facts_of, origin_of, title_of
from workshop.record.escape import inline, paragraph, yaml
from workshop.record.front_matter import FENCE, field_of
from workshop.record.proceedings import Proceedings
from workshop.record.times import Calendar, calendar_of
from workshop.record.typesetting import bold, bullets, labelled, quoted, spaced

FOLDER: Final = "decisions"
SHORT: Final = 80
NEEDED: Final[Mapping[str, Message]] = {
    "responsible": _("Nobody was named as responsible."),
    "criteria": _("No criteria were set."),
    "review_date": _("No review date was set."),
}


def sheets_of(proceedings: Proceedings, say: Speaker) -> dict[str, str]:
    """The sheets by their names, numbered as the decisions are in the record."""
    found = decisions_in(proceedings)
    return {f"{FOLDER}/{place}.md": _sheet(one, place, proceedings, say) for place, one in enumerate(found, start=1)}


def text_of(sheet: str) -> str:
    """What a sheet is about, on one line."""
    written = field_of(sheet, "text")
    text = " ".join(str(json.loads(written)).split()) if written else ""
    return text if len(text) <= SHORT else f"{text[: SHORT - 1].rstrip()}…"


def _sheet(item: Item, place: int, proceedings: Proceedings, say: Speaker) -> str:
    agenda, where = proceedings.session.agenda, _("Where this was decided")
    calendar = calendar_of(agenda, proceedings.period.start)
    parts = (
        _head(item, proceedings, calendar),
        f"# {inline(say(title_of(item, place)))}",
        quoted(paragraph(item.text)),
        facts_of(item, say),
        _missing(item, say),
        concerns_of(item, proceedings, say),
        origin_of(item, proceedings, say),
        f"## {inline(say(where))}",
        _where(agenda, proceedings, calendar, say),
    )
    return spaced(parts) + "\n"


def _head(item: Item, proceedings: Proceedings, calendar: Calendar) -> str:
    """The front matter, for machines."""
    known = {
        "text": item.text,
        "kind": item.kind,
        **{key: item.facts.get(key, "") for key in ("outcome", "responsible", "term", "review_date")},
        "workshop": proceedings.session.agenda.title,
        "date": calendar.date(proceedings.period.start),
        "head": proceedings.head,
    }
    return "\n".join([FENCE, *(f"{key}: {yaml(value)}" for key, value in known.items() if value), FENCE])


def _missing(item: Item, say: Speaker) -> str:
    """What whoever looks at it again will look for, and not find."""
    gaps = [text for key, text in NEEDED.items() if not item.facts.get(key) and _wanted(key, item)]
    title = bold(inline(say(_("What is missing:"))))
    return spaced([title, bullets(inline(say(text)) for text in gaps)]) if gaps else ""


def _wanted(key: str, item: Item) -> bool:
    """A proposal that was not adopted needs no criteria, and the choice of a person has their domain."""
    return item.kind == "decision" and not (key == "criteria" and item.facts.get("outcome") == "selected")


def _where(agenda: Agenda, proceedings: Proceedings, calendar: Calendar, say: Speaker) -> str:
    facts = (
        (_("Workshop"), agenda.title),
        (_("What was asked"), agenda.question),
        (_("Date"), say(calendar.day(proceedings.period.start))),
        (_("Place"), agenda.place),
        (_("Fingerprint of the log"), proceedings.head),
    )
    return bullets(labelled(inline(say(label)), inline(fact)) for label, fact in facts if fact)
