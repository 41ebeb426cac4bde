"""What several screens of a selection, and its record, share: the role, the counts before and after, the proposal, the arguments."""

from collections.abc import Mapping
from typing import Final

from methods.selection.answering import answers
from methods.selection.standing import candidate_of, listed, tallied
from methods.selection.state import Call, Candidate, Given, Objection, Phase, Proposal, Signal, State, Status
from workshop.blocks import Bar, Block, Card, Cards, Option, Phases, Progress, Tally, Text, Tone
from workshop.blocks import Phase as Place
from workshop.language import Message, Name, Words, _, n_, said_date
from workshop.memory import remembered

SHOWN: Final = 40
BARS: Final = 12

PHASES: Mapping[Phase, Message] = {
    "role": _("Role"),
    "nominate": _("Nominate"),
    "reasons": _("Reasons"),
    "questions": _("Questions"),
    "change": _("Change"),
    "propose": _("Propose"),
    "consent": _("Check"),
    "objections": _("Resolve"),
    "accept": _("Accept"),
    "done": _("Selected"),
}
QUIET: Final = frozenset({"accept"})  # it is the last step of the way to "Selected"
SIGNALS: Mapping[Signal, Option] = {
    "consent": Option("consent", _("Consent"), _("I can live with it"), "good", "circle"),
    "concern": Option("concern", _("Concern"), _("Record it, and go on"), "now", "triangle"),
    "objection": Option("objection", _("Possible objection"), _("I see a risk, or a better way"), "stop", "square"),
}
STATUSES: Mapping[Status, tuple[Message, Tone]] = {
    "open": (_("To be resolved"), "stop"),
    "dropped": (_("It was dropped by the person who raised it."), "soft"),
    "told": (_("It was dropped; the facilitator noted it for the person who raised it."), "soft"),
    "shorter_term": (_("Resolved by another term"), "good"),
    "condition": (_("Resolved by a condition"), "good"),
    "overtaken": (_("A new proposal was made"), "soft"),
}


def phases(state: State) -> Block:
    """The strip of phases; it closes the screen."""
    left_out = QUIET if state.settings.questions else QUIET | {"questions"}
    items = tuple(Place(id, text) for id, text in PHASES.items() if id not in left_out)
    return Phases(id="phases", pos=1000, items=items, now="done" if state.phase in QUIET else state.phase)


def name_of(state: State, candidate: str) -> str:
    """The name of somebody who can be nominated."""
    found = state.names.get(candidate)
    return found.name if found else ""


def nominator(state: State, one: Given) -> Words:
    """Who nominates: by the name on the list, else as people are called here; on paper by what stands there."""
    return (one.name or _("On paper")) if one.paper else called(state, one.by)


def called(state: State, person: str) -> Words:
    """How somebody in the room is called."""
    own = candidate_of(state, person)
    return own.name if own else Name(person)


def facts(state: State, pos: float | None = None) -> tuple[Block, ...]:
    """The domain of the role, its qualities, its term and review."""
    office = state.office
    lines = (
        Card("tasks", office.tasks, above=_("Domain and tasks")),
        Card("qualities", office.qualities, above=_("What the person should bring")),
        Card("term", said_date(office.term), above=_("Term, until")),
        Card("review_date", said_date(office.review_date), above=_("Review date")),
    )
    known = tuple(line for line in lines if line.text)
    return (Cards(id="facts", pos=pos, items=known, layout="list"),) if known else ()


def names(state: State, pos: float | None = None) -> Block:
    """Who can be nominated."""
    found = listed(state)
    cards = tuple(_name(one) for one in found[:SHOWN])
    total, empty = len(found) if len(found) > SHOWN else 0, "" if found else _("No name yet.")
    return Cards(id="names", pos=pos, items=cards, total=total, label=_("Who can be nominated"), empty=empty)


@remembered
def _name(one: Candidate) -> Card:
    return Card(one.id, one.name)


def options(state: State, ids: tuple[str, ...] | None = None) -> tuple[Option, ...]:
    """Names to choose from: all on the list, or these."""
    return tuple(_choice(one) for one in listed(state) if ids is None or one.id in ids)


@remembered
def _choice(one: Candidate) -> Option:
    return Option(one.id, one.name)


def tally(state: State, pos: float | None = None) -> tuple[Block, ...]:
    """How many nominate each; after changes with how many did before."""
    now, before = dict(tallied(state.now)), dict(tallied(state.first))
    order = sorted(dict.fromkeys((*before, *now)), key=lambda id: -now.get(id, 0))
    known = [id for id in order if id in state.names]
    bars = tuple(Bar(id, name_of(state, id), now.get(id, 0), _before(before.get(id, 0)) if state.moved else "") for id in known[:BARS])
    rest = len(known) - len(bars)
    more = Text(id="more-names", pos=pos, text=n_("and {count} more name", "and {count} more names", rest), tone="soft")
    return (Tally(id="tally", pos=pos, items=bars, label=_("Nominations")), *((more,) if rest else ())) if bars else ()


def _before(count: int) -> Message:
    return n_("before the change round: {count}", "before the change round: {count}", count)


def given_card(state: State, one: Given) -> Card:
    """A nomination: who, whom, and why."""
    reason: Words = _("This reason is not shown.") if one.id in state.hidden else one.reason or _("(no reason written yet)")
    return _given(one, nominator(state, one), name_of(state, one.nominee), reason)


@remembered
def _given(one: Given, by: Words, nominee: str, reason: Words) -> Card:
    return Card(one.id, reason, above=_("{by} nominates {nominee}", by=by, nominee=nominee))


def proposal_facts(one: Proposal) -> tuple[Card, ...]:
    """Why this person, until when, on which condition."""
    lines = (
        Card("reason", one.reason, above=_("The reasons")),
        Card("term", said_date(one.term), above=_("Term, until")),
        Card("condition", one.condition, above=_("On the condition")),
    )
    return tuple(line for line in lines if line.text)


def progress(call: Call, here: int) -> Block:
    """How many have answered the call, never who or what."""
    done = answers(call)
    return Progress(id="answered", pos=600, done=done, of=max(here + sum(call.hands), done), label=_("have answered"))


def counts(call: Call, id: str = "counts", pos: float | None = None) -> Block:
    """The answers of a closed call, with hands said apart."""
    hands = (*call.hands, 0)
    bars = tuple(
        Bar(one, SIGNALS[one].text, call.counts[place] + hands[place], _by_hand(hands[place]), SIGNALS[one].tone)
        for place, one in enumerate(SIGNALS)
    )
    return Tally(id=id, pos=pos, items=bars, total=sum(bar.count for bar in bars))


def _by_hand(count: int) -> Words:
    return n_("{count} of them by hand or on paper", "{count} of them by hand or on paper", count) if count else ""


@remembered
def argument(one: Objection) -> Card:
    """An objection or a concern with where it stands; only that of the person proposed says whose it is."""
    status, tone = STATUSES[one.status] if one.kind == "objection" else (_("Concern"), "now")
    above = _("From the person proposed") if one.nominee else _("An objection") if one.kind == "objection" else _("A concern")
    return Card(one.id, one.text or _("(not written yet)"), above=above, detail=status if one.kind == "objection" else "", tone=tone)
