"""What several screens of a follow-up, and its record, share: statuses as words with a shape, cards, counts."""

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from typing import Final

from methods.follow_up.commands import Status
from methods.follow_up.events import Count
from methods.follow_up.state import STATUSES, Kind, Outcome, State, Thing, most_said, standing
from workshop.blocks import Bar, Block, Card, Tally, Text, Tone
from workshop.language import Message, Words, _, n_, said_date

MARKED: Final[Mapping[Status, Message]] = {
    "done": _("● done"),
    "under_way": _("▲ under way"),
    "stuck": _("■ stuck"),
    "dropped": _("◆ dropped"),
    "kept": _("● kept"),
    "to_change": _("▲ to change"),
    "ended": _("◆ ended"),
}
TONES: Final[Mapping[Status, Tone]] = {
    "done": "good",
    "under_way": "now",
    "stuck": "stop",
    "dropped": "soft",
    "kept": "good",
    "to_change": "now",
    "ended": "soft",
}
KINDS: Final[Mapping[Kind, Message]] = {"commitment": _("Commitment"), "decision": _("Decision")}
GROUPS: Final[Mapping[Kind, Message]] = {"commitment": _("Commitments"), "decision": _("Decisions")}


def joined(parts: Iterable[Words]) -> Words:
    """Facts in one line."""
    found: Sequence[Words] = [part for part in parts if part]
    return reduce(lambda one, other: _("{one} · {other}", one=one, other=other), found) if found else ""


def question_of(state: State) -> Words:
    """The question that was set, or ours in the language of the reader."""
    return state.settings.question or _("What became of what we agreed on?")


def whose(thing: Thing, kind: bool = True) -> Words:
    """What it is, of whom, and when it is due."""
    who: Words = thing.who or (_("person {number} of that workshop", number=thing.person) if thing.person else "")
    due = _("by {date}", date=said_date(thing.due)) if thing.kind == "commitment" else _("review: {date}", date=said_date(thing.due))
    return joined((KINDS[thing.kind] if kind else "", who, due if thing.due else ""))


def outcome_words(outcome: Outcome) -> Words:
    """An outcome with its note and its new day."""
    day = _("again on {date}", date=said_date(outcome.review_date)) if outcome.review_date else ""
    return joined((MARKED[outcome.status], outcome.note, day))


def before_words(thing: Thing) -> Words:
    """Where a thing stood when it was last looked at."""
    return _("last time: {outcome}", outcome=outcome_words(thing.before)) if thing.before else ""


def plain_card(state: State, thing: Thing) -> Card:
    """A thing with where it stands, to be read."""
    outcome = state.outcomes.get(thing.id)
    detail = outcome_words(outcome) if outcome else before_words(thing)
    return Card(thing.id, thing.text, whose(thing), detail, tone=TONES[outcome.status] if outcome else "")


def how_seen(state: State, thing: Thing, id: str, pos: float | None = None, named: bool = False) -> Sequence[Block]:
    """How the room sees a thing, once that is shown."""
    count = state.counts.get(thing.id)
    if count is None:
        return ()
    if not count.of:
        return (Text(id=id, pos=pos, text=joined((thing.text if named else "", too_few(count))), tone="soft"),)
    most = most_said(state, thing)
    bars = tuple(Bar(one, MARKED[one], count.of.get(one, 0), tone="good" if one == most else "") for one in STATUSES[thing.kind])
    people = n_("How {count} person sees it", "How {count} people see it", count.people)
    return (Tally(id=id, pos=pos, items=bars, label=joined((thing.text if named else "", people)), total=count.people),)


def seen_words(count: Count) -> Words:
    """How the room sees a thing, in one line."""
    if not count.of:
        return too_few(count)
    said = (_("{status} {count}", status=words, count=count.of[one]) for one, words in MARKED.items() if count.of.get(one))
    return _("the room: {counts}", counts=joined(said))


def too_few(count: Count) -> Message:
    """Why no figures are shown."""
    if not count.people:
        return _("Nobody said how they see it.")
    return n_("{count} answer is too few for figures that stay secret.", "{count} answers are too few for figures that stay secret.",
              count.people)  # fmt: skip


def tallies(state: State, pos: float | None = None) -> Sequence[Block]:
    """How many commitments and decisions stand where, as words and shapes."""
    return [tally for kind in STATUSES for tally in _tally(state, kind, pos)]


def _tally(state: State, kind: Kind, pos: float | None) -> Sequence[Block]:
    counts = standing(state, kind)
    if not sum(counts.values()):
        return ()
    bars = (
        *(Bar(one, MARKED[one], counts[one]) for one in STATUSES[kind] if counts[one]),
        *((Bar("none", _("○ nothing noted"), counts[None], tone="soft"),) if counts[None] else ()),
    )
    at = pos + (kind == "decision") if pos is not None else None
    return (Tally(id=f"{kind}s", pos=at, items=bars, label=GROUPS[kind], total=sum(counts.values())),)
