"""What everybody sees of a consent decision: on the wall, and on every phone."""

from collections.abc import Sequence

from methods.consent.guards import circle_of, current, is_open, last_round, open_to_all, to_resolve
from methods.consent.pieces import (
    OUTCOMES,
    SIGNALS,
    argument_card,
    arguments,
    facts,
    facts_of,
    phases,
    progress,
    proposal,
    proposer,
    silent,
    tally,
    who,
)
from methods.consent.state import Offer, State
from methods.consent.testing import left, tested
from methods.consent.variants import in_turns
from methods.consent.voices import questions, reactions, suggestions
from methods.consent.wording import changes
from workshop import circle
from workshop.blocks import Block, Cards, Choices, Heading, Progress, Text, Wording
from workshop.language import Words, _
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
            return (*proposer(state), *proposal(state), *facts(state))
        case "amend":
            lead = _("The proposer may amend the text now, or leave it as it is.")
            return (*proposal(state), *on_phone, Text(id="lead", text=lead))
        case "clarify":
            lead = _("What must be explained so that everybody understands the proposal?")
            return (*proposal(state), *on_phone, Text(id="lead", text=lead), *_turns(state, viewer), *questions(state))
        case "react":
            return (*proposal(state), *below, *_react(state, viewer))
        case "check":
            return (*proposal(state), *(below if is_open(state) else on_phone), *_check(state, viewer))
        case "test":
            return (*proposal(state), *tested(state))
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
    if in_turns(state, "react"):
        return (Text(id="lead", text=lead), *_turns(state, viewer), *(reactions(state) if len(state.reactions) else ()))
    done = len(state.reactions)
    return (
        Text(id="lead", text=lead),
        Progress(id="reacted", pos=600, done=done, of=max(done, viewer.here), label=_("have reacted or passed")),
        *reactions(state),
    )


def _turns(state: State, viewer: Viewer) -> tuple[Block, ...]:
    """The round of speakers, where people speak one after the other."""
    if not in_turns(state, state.phase):
        return ()
    return circle.blocks(circle_of(state), viewer, named=state.settings.show_names, pos=560)


def _check(state: State, viewer: Viewer) -> tuple[Block, ...]:
    last = last_round(state)
    if last is None or is_open(state):
        lead = _("Does anybody see a risk we should avoid, or a way to make it better? Everyone answers at the same moment.")
        lead_in_turns = _("One by one: is it good enough for now, and safe enough to try? Say it aloud, and choose it on your phone.")
        options = tuple(SIGNALS.values())
        legend = Choices(id="legend", items=options, command="", argument="", send="")
        if in_turns(state, "check"):
            return (Text(id="lead", text=lead_in_turns), *_turns(state, viewer))
        return (Text(id="lead", text=lead), *((legend,) if viewer.role == "wall" else ()), progress(state, viewer.here))
    return (tally(state, last), *silent(last), *arguments(state, "round", last.number))


def _resolve(state: State) -> tuple[Block, ...]:
    one = to_resolve(state)
    if one is None:
        lead = _("Every objection is integrated. Now everybody is asked again about the text as it stands.")
        return (Text(id="lead", text=lead, tone="good"), *arguments(state, "objection"))
    card = Cards(id="argument", items=(argument_card(one, who(state, one.owner)),), label=_("Objection"), layout="list")
    if one.offer is None:
        first = _("What would resolve it? First the person who objects is asked.")
        everybody = _("What could we change, so that this objection is resolved? Everybody may suggest.")
        ask = everybody if open_to_all(state, one) else first
        return (card, *left(state), Text(id="lead", text=ask), *suggestions(state, one))
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
