"""What everybody sees of a consent decision: on the wall, and on every phone."""

from collections.abc import Sequence

from methods.consent.guards import current, is_open, last_round, to_resolve, under_test
from methods.consent.pieces import (
    OUTCOMES,
    SHOWN,
    SIGNALS,
    argument_card,
    arguments,
    facts,
    facts_of,
    phases,
    progress,
    proposal,
    tally,
    who,
)
from methods.consent.state import Doubt, Offer, State
from methods.consent.voices import questions, reactions, suggestions
from methods.consent.wording import changes
from workshop.blocks import Block, Card, Cards, Choices, Heading, Progress, Text, Wording
from workshop.language import Words, _
from workshop.memory import remembered
from workshop.method import Viewer

BELOW = 550  # on a phone: under what one is asked, above how many have answered


def shared(state: State, viewer: Viewer) -> Sequence[Block]:
    """The screen of the wall, or what all phones show alike."""
    return (*_main(state, viewer), phases(state))


def _main(state: State, viewer: Viewer) -> tuple[Block, ...]:
    on_wall = viewer.role == "wall"
    on_phone = facts(state, changed=on_wall)
    below = facts(state, changed=on_wall, pos=None if on_wall else BELOW)
    match state.phase:
        case "driver":
            return _driver(state)
        case "present":
            return (*proposal(state), *facts(state))
        case "clarify":
            lead = _("What must be explained so that everybody understands the proposal?")
            return (*proposal(state), *on_phone, Text(id="lead", text=lead), *questions(state))
        case "react":
            return (*proposal(state), *below, *_react(state, viewer))
        case "check":
            return (*proposal(state), *(below if is_open(state) else on_phone), *_check(state, viewer))
        case "test":
            return (*proposal(state), *_test(state))
        case "resolve":
            return (*proposal(state), *_resolve(state))
        case "agreed":
            return _agreed(state)


def _driver(state: State) -> tuple[Block, ...]:
    asked = _("What is happening, and why does it matter?")
    matters = (Text(id="matters", text=state.matters),) if state.matters else ()
    return (Heading(id="driver", text=state.happens or asked, above=_("Driver")), *matters)


def _react(state: State, viewer: Viewer) -> tuple[Block, ...]:
    lead = _("What do you think of it? Each person speaks once, and nobody replies.")
    done = len(state.reactions)
    return (
        Text(id="lead", text=lead),
        Progress(id="reacted", pos=600, done=done, of=max(done, viewer.here), label=_("have reacted or passed")),
        *reactions(state),
    )


def _check(state: State, viewer: Viewer) -> tuple[Block, ...]:
    last = last_round(state)
    if last is None or is_open(state):
        lead = _("Does anybody see a risk we should avoid, or a way to make it better? Everyone answers at the same moment.")
        options = tuple(SIGNALS.values())
        legend = Choices(id="legend", items=options, command="", argument="", send="")
        return (Text(id="lead", text=lead), *((legend,) if viewer.role == "wall" else ()), progress(state, viewer.here))
    return (tally(state, last), *arguments(state, "round", last.number))


def _test(state: State) -> tuple[Block, ...]:
    one = under_test(state)
    if one is None:
        lead = _("Every argument is tested.")
        return (Text(id="lead", text=lead), *arguments(state, "objection"))
    ask = _("Does anybody disagree that this argument qualifies as an objection? "
            "It does if it shows a risk that is better avoided, or a worthwhile improvement.")  # fmt: skip
    doubts = tuple(_doubt(doubt, one.id, doubt.place < one.heard) for doubt in one.doubts.latest(SHOWN))
    total = len(one.doubts) if len(one.doubts) > SHOWN else 0
    return (
        Cards(id="argument", items=(argument_card(one, who(state, one.owner)),), label=_("Possible objection"), layout="list"),
        Text(id="lead", text=ask),
        *((Cards(id="doubts", pos=700, items=doubts[::-1], total=total, layout="list"),) if doubts else ()),
    )


@remembered
def _doubt(doubt: Doubt, argument: str, heard: bool) -> Card:
    above = _("A doubt, heard") if heard else _("A doubt")
    return Card(f"{argument}-{doubt.place}", doubt.text, above=above, pos=doubt.place)


def _resolve(state: State) -> tuple[Block, ...]:
    one = to_resolve(state)
    if one is None:
        lead = _("Every objection is integrated. Now everybody is asked again about the text as it stands.")
        return (Text(id="lead", text=lead, tone="good"), *arguments(state, "objection"))
    card = Cards(id="argument", items=(argument_card(one, who(state, one.owner)),), label=_("Objection"), layout="list")
    if one.offer is None:
        ask = _("What could we change, so that this objection is resolved? First the objector, then everybody.")
        return (card, Text(id="lead", text=ask), *suggestions(state, one))
    return (card, *offered(state, one.offer))


def offered(state: State, offer: Offer) -> tuple[Block, ...]:
    """What is offered to integrate an objection, with what it changes marked, and who has confirmed."""
    now = current(state)
    changed = changes(now.text if now else "", offer.version.text)
    objector: Words = _("The objector agrees.") if offer.objector else _("The objector is asked whether this resolves it.")
    proposer: Words = _("The proposer agrees.") if offer.proposer else _("The proposer is asked whether this is good.")
    new = tuple(card for card in facts_of(offer.version, now) if card.tone)
    return (
        Wording(id="offer", label=_("Offered change"), parts=changed),
        *((Cards(id="offer-facts", items=new, layout="list"),) if new else ()),
        Text(id="objector", text=objector, tone="good" if offer.objector else "soft"),
        Text(id="proposer", text=proposer, tone="good" if offer.proposer else "soft"),
    )


def _agreed(state: State) -> tuple[Block, ...]:
    if state.outcome is None:
        return (*proposal(state), *facts(state))
    outcome = state.outcome
    who_and_when = ", ".join(part for part in (outcome.who, outcome.when) if part)
    return (
        Heading(id="outcome", text=OUTCOMES[outcome.result]),
        *((Text(id="who", text=who_and_when),) if who_and_when else ()),
        *((Text(id="reason", text=outcome.reason),) if outcome.reason else ()),
        *proposal(state),
        *facts(state),
        *arguments(state, "concern", label=_("Concerns to keep in mind"), unwritten=False),
    )
