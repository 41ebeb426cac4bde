"""What several screens of a consent decision, and its record, share: the proposal, its facts, the counts, the arguments."""

from collections.abc import Hashable, Mapping
from itertools import islice

from methods.consent.guards import answers, current, last_round, raised
from methods.consent.state import Argument, Phase, Result, Round, Signal, State, Status, Version
from methods.consent.variants import order
from methods.consent.wording import changes
from workshop.blocks import Bar, Block, Card, Cards, Option, Part, Phases, Progress, Tally, Text, Tone, Wording
from workshop.blocks import Phase as Place
from workshop.language import Message, Name, Words, _, n_, said_date
from workshop.memory import remembered

SHOWN = 40

PHASES: Mapping[Phase, Message] = {
    "driver": _("Driver"),
    "present": _("Present"),
    "clarify": _("Clarify"),
    "react": _("React"),
    "amend": _("Amend"),
    "check": _("Check"),
    "test": _("Test"),
    "resolve": _("Resolve"),
    "agreed": _("Agreed"),
}

OUTCOMES: Mapping[Result, Message] = {
    "agreed": _("Agreed"),
    "agreed_shorter": _("Agreed for a shorter term"),
    "deferred": _("Deferred"),
    "delegated": _("Delegated"),
    "referred": _("Referred"),
    "withdrawn": _("Withdrawn"),
}

STATUSES: Mapping[Status, tuple[Message, Tone]] = {
    "untested": (_("To be tested"), "now"),
    "qualified": (_("Qualifies as an objection"), "stop"),
    "integrated": (_("Integrated"), "good"),
    "dropped": (_("Dropped"), "soft"),
    "concern": (_("Concern"), "now"),
}

SIGNALS: Mapping[Signal, Option] = {
    "consent": Option("consent", _("Consent"), _("I can live with it"), "good", "circle"),
    "concern": Option("concern", _("Concern"), _("Record it, and go on"), "now", "triangle"),
    "objection": Option("objection", _("Possible objection"), _("I see a risk, or a better way"), "stop", "square"),
}


def who(state: State, person: str) -> Words:
    """The name to show, where the settings ask for names."""
    return Name(person) if state.settings.show_names and person else ""


def phases(state: State) -> Block:
    """The strip of phases; it closes the screen."""
    return Phases(id="phases", pos=1000, items=tuple(Place(id, PHASES[id]) for id in order(state)), now=state.phase)


def compared(state: State) -> Version | None:
    """The version that people last answered about, or else the one before: what changes are marked against."""
    now = current(state)
    seen = [one.version for one in state.rounds if one.closed and now and one.version < now.number]
    number = seen[-1] if seen else (now.number - 1 if now else 0)
    return next((one for one in state.versions if one.number == number), None)


def proposal(state: State) -> tuple[Block, ...]:
    """The text as it stands, with what an amendment changed marked."""
    now, before = current(state), compared(state)
    if now is None:
        return (Text(id="proposal", text=_("The proposal is being written."), tone="soft"),)
    parts = changes(before.text, now.text) if before and state.phase != "agreed" else (Part(now.text),)
    return (Wording(id="proposal", label=version_label(now), parts=parts),)


def proposer(state: State) -> tuple[Block, ...]:
    """Who proposes, where somebody in the room does: by name where names are shown."""
    if not state.proposer:
        return ()
    named = _("Proposed by {name}", name=Name(state.proposer))
    text = named if state.settings.show_names else _("Proposed by somebody in the room")
    return (Text(id="proposed-by", text=text, tone="soft"),)


def silent(call: Round) -> tuple[Block, ...]:
    """How many had not answered when the call was closed."""
    sentence = n_("One person in the room had not answered.", "{count} people in the room had not answered.", call.silent)
    return (Text(id=f"silent-{call.number}", text=sentence, tone="soft"),) if call.silent else ()


def version_label(version: Version) -> Message:
    """How a version is called."""
    return _("Proposal, version {number}", number=version.number)


def facts_of(version: Version, before: Version | None = None) -> tuple[Card, ...]:
    """Who, how we will see it, until when and when we look again, those that changed marked."""
    old = before or version
    lines: tuple[tuple[str, Message, Words, Words], ...] = (
        ("responsible", _("Responsible"), version.responsible, old.responsible),
        ("criteria", _("How we will see whether it works"), version.criteria, old.criteria),
        ("term", _("It holds until"), said_date(version.term), said_date(old.term)),
        ("review_date", _("Review date"), said_date(version.review_date), said_date(old.review_date)),
    )
    return tuple(Card(id, now, above=label, tone="now" if now != was else "") for id, label, now, was in lines if now)


def facts(state: State, changed: bool = False, pos: float | None = None) -> tuple[Block, ...]:
    """The facts of the proposal as it stands; `changed` shows only those that an amendment changed."""
    now = current(state)
    cards = facts_of(now, compared(state)) if now else ()
    kept = tuple(card for card in cards if card.tone == "now" or not changed)
    return (Cards(id="facts", pos=pos, items=kept, layout="list"),) if kept else ()


def progress(state: State, here: int) -> Block:
    """How many have answered the call, never who or what."""
    last = last_round(state)
    done = len(last.signals) if last else 0
    return Progress(id="answered", pos=600, done=done, of=max(here, done), label=_("have answered"))


def paper(state: State, call: Round, kind: str) -> int:
    """How many arguments of that kind came on paper in a call."""
    return state.arguments.count(("paper", call.number, kind))


def tally(state: State, call: Round, id: str = "counts") -> Block:
    """The counts of a closed call, with what came by hand or on paper said apart."""
    apart = {
        "consent": call.hands.consent,
        "concern": call.hands.concern + paper(state, call, "concern"),
        "objection": paper(state, call, "objection"),
    }
    phones = {"consent": call.counts.consent, "concern": call.counts.concern, "objection": call.counts.objection}
    bars = tuple(Bar(one, SIGNALS[one].text, phones[one] + apart[one], _by_hand(apart[one]), SIGNALS[one].tone) for one in SIGNALS)
    return Tally(id=id, items=bars, total=sum(bar.count for bar in bars))


def _by_hand(count: int) -> Words:
    return n_("{count} of them by hand or on paper", "{count} of them by hand or on paper", count) if count else ""


@remembered
def argument_card(one: Argument, owner: Words) -> Card:
    """An argument with where it stands, and whose it is where names are shown."""
    status, tone = STATUSES[one.status]
    return Card(one.id, one.text or _("(not written yet)"), above=owner or status, tone=tone, detail=status if owner else "")


def arguments(state: State, *which: Hashable, label: Words = "", unwritten: bool = True) -> tuple[Block, ...]:
    """The first of some arguments as cards, and how many of them are still to be written."""
    written, open_ = state.arguments.count((*which, True)), state.arguments.count((*which, False)) if unwritten else 0
    cards = tuple(argument_card(one, who(state, one.owner)) for one in islice(raised(state, (*which, True)), SHOWN))
    total = written if written > SHOWN else 0
    sentence = n_("One reason is still to be written.", "{count} reasons are still to be written.", open_)
    return (
        *((Cards(id="arguments", pos=700, items=cards, label=label, total=total, layout="list"),) if cards else ()),
        *((Text(id="unwritten", pos=710, text=sentence, tone="soft"),) if open_ else ()),
    )


def all_answered(state: State) -> Message:
    """What the button says that shows the answers."""
    return n_("Show the answer", "Show the {count} answers", answers(state))
