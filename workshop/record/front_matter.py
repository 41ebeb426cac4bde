"""The head of the record for machines: YAML between two lines of dashes."""

from collections.abc import Iterable, Mapping
from importlib.metadata import PackageNotFoundError, version
from typing import Final

from workshop.record.decisions import decisions_in
from workshop.record.escape import yaml
from workshop.record.proceedings import Proceedings
from workshop.record.times import Calendar
from workshop.session.reading import came_in

FENCE: Final = "---"


def generator() -> str:
    """What made the record: this software and its version."""
    try:
        return f"palabre {version('palabre')}"
    except PackageNotFoundError:
        return "palabre"


def front_matter_of(proceedings: Proceedings, calendar: Calendar) -> str:
    """The front matter of a record, its two fences included."""
    agenda, period = proceedings.session.agenda, proceedings.period
    decided = decisions_in(proceedings)
    reviews = sorted({one.facts["review_date"] for one in decided if one.facts.get("review_date")})
    held = (step.method for step in agenda.steps if step.id in proceedings.steps)
    lines = [
        f"title: {yaml(agenda.title)}",
        f"date: {yaml(calendar.date(period.start))}",
        f"start: {yaml(calendar.iso(period.start))}",
        f"end: {yaml(calendar.iso(period.end))}",
        f"timezone: {yaml(agenda.timezone)}",
        f"place: {yaml(agenda.place)}",
        f"language: {yaml(agenda.language)}",
        f"question: {yaml(agenda.question)}",
        f"people: {len(came_in(proceedings.session))}",
        f"took_part: {proceedings.took_part}",
        f"methods: {_list(dict.fromkeys(held))}",
        *_decisions(dict(one.facts) | {"kind": one.kind, "text": one.text} for one in decided),
        f"review_dates: {_list(reviews)}",
        f"taken_back: {proceedings.taken_back}",
        f"withheld: {proceedings.withheld}",
        f"erased: [{', '.join(map(str, proceedings.erased))}]",
        f"skipped: {proceedings.skipped}",
        f"events: {proceedings.events}",
        f"head: {yaml(proceedings.head)}",
        f"generator: {yaml(generator())}",
    ]
    return "\n".join([FENCE, *lines, FENCE])


def field_of(record: str, name: str) -> str | None:
    """A field of one line of the front matter of a record, as it is written there; None where it is missing."""
    lines = record.split("\n")
    end = lines.index(FENCE, 1) if lines[0] == FENCE and FENCE in lines[1:] else 0
    return next((line.removeprefix(f"{name}: ") for line in lines[1:end] if line.startswith(f"{name}: ")), None)


def _decisions(decisions: Iterable[Mapping[str, str]]) -> list[str]:
    keys = ("text", "kind", "outcome", "responsible", "review_date")
    lines = []
    for one in decisions:
        first, *others = (f"{key}: {yaml(one[key])}" for key in keys if one.get(key))
        lines += [f"  - {first}", *(f"    {other}" for other in others)]
    return ["decisions:", *lines] if lines else ["decisions: []"]


def _list(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(yaml, texts))}]"
