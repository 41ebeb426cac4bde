"""Consent decision

A group decides by consent: a proposal is adopted when nobody sees an argument against it that holds. Take it for decisions
that people will carry out themselves, from a rule for the square to a mandate for a working group. 20 to 60 minutes, up to
some forty people who speak; larger rooms answer on their phones and hear the arguments.

1. Driver: what happens, and why it matters. The room confirms that it is theirs to answer.
2. Present: the text, who is responsible, how we will see whether it works, and when we look at it again.
3. Clarify: questions for understanding, answered one at a time.
4. React: each person once, in a sentence; nobody replies; passing is fine.
5. Check: everybody answers at the same moment: consent, concern, or possible objection. Nobody, the facilitator included,
   sees an answer before all have answered or the facilitator shows them. Reasons come after.
6. Test: one argument at a time. It qualifies if it shows a risk that is better avoided, or a worthwhile improvement. A doubt
   that it qualifies is heard first; then its owner says it better, drops it, or it stands.
7. Resolve: an objection is a gift: what would integrate it? An amendment, a shorter term, or measuring what is feared; objector
   and proposer confirm, and everybody is asked again about the new text. Or the proposal is deferred, delegated, referred,
   or withdrawn.
8. Agreed: celebrate, and hear the concerns; they are kept beside the criteria.

Three styles are settings. Sociocracy 3.0 is the one above. In Sociocracy For All people react quickly, the proposer amends, and each
answers in a consent round, one by one. In Holacracy the proposer listens to the reactions and alone amends the text, and an objection
passes four tests: it harms, it limits the objector's role, the proposal creates it, and it is certain or leaves no time to adapt. Rounds
one by one suit some fifteen people; in a larger room let everybody write. Several proposals can follow one another in one step.

A disagreement about an argument is tested itself, step by step, until its owner says what remains. Somebody who leaves leaves
an objection behind that the room is asked about: it is never dropped in silence. A concern never blocks. A decision cannot be
closed while a qualified objection is open, and a text that was amended is always checked again. People without a phone raise
hands and write on paper: enter both, the record keeps them apart. The record holds every version, every objection with its
test and how it was integrated, the concerns, and the review date.
"""

import sys
from collections.abc import Iterable, Sequence
from typing import get_args

from methods.consent import events as e
from methods.consent.commands import ROLES
from methods.consent.console import console
from methods.consent.deeds import describe
from methods.consent.evolve import evolve
from methods.consent.guards import circle_of
from methods.consent.minutes import record
from methods.consent.moves import moves
from methods.consent.phone import phone
from methods.consent.rehearsal import rehearse
from methods.consent.results import results
from methods.consent.rules import decide
from methods.consent.settings_form import LABELS
from methods.consent.shared import shared
from methods.consent.speaking import comes, goes
from methods.consent.state import Settings, State, receive, start
from workshop import circle
from workshop.blocks import Block
from workshop.language import _
from workshop.method import EVERYBODY, Method, Viewer

# What somebody in the room does, and everybody's own screen with it: an argument moves on, or somebody else is asked.
MOVING = (
    e.CallClosed | e.Doubted | e.DoubtRefined | e.DoubtDropped | e.Judged | e.Dropped | e.BecameConcern | e.BecameObjection
    | e.Refined | e.Adopted | e.OwnerLeft | e.OwnerBack | e.ProposerNamed | e.Offered | e.OfferDeclined
    | e.ObjectorConfirmed | e.ProposerConfirmed | e.Integrated
)  # fmt: skip


def view(state: State, viewer: Viewer) -> Sequence[Block]:
    """What somebody sees of the decision."""
    match viewer.role:
        case "person":
            return phone(state, viewer)
        case "console":
            return console(state, viewer)
        case "room" | "wall":
            return shared(state, viewer)


def touches(state: State, event: e.Event) -> Iterable[str]:
    """Whose own screen changes by what somebody in the room did: everybody's, when the decision moves on."""
    if isinstance(event, circle.Event):
        asked = state.phase == "check"  # who was passed over may answer once the round is over
        return (EVERYBODY,) if asked else circle.touches(circle_of(state), event)
    if isinstance(event, e.Suggested):  # once the objector has made a suggestion, everybody may
        one = state.arguments.get(event.argument)
        return (EVERYBODY,) if one is not None and one.owner == event.person else ()
    return (EVERYBODY,) if isinstance(event, MOVING) else ()


method = Method(
    name="consent",
    title=_("Consent decision"),
    purpose=_("Adopt a proposal when nobody sees an objection that holds, and let every objection make it better."),
    labels=LABELS,
    minutes=25,
    module=sys.modules[__name__],
    settings=Settings,
    commands=ROLES,
    events=(*get_args(e.Own), *circle.EVENTS),
    secret=frozenset({e.Signalled}),
    looking=frozenset({e.Leafed}),
    start=start,
    receive=receive,
    decide=decide,
    evolve=evolve,
    view=view,
    record=record,
    results=results,
    moves=moves,
    touches=touches,
    describe=describe,
    comes=comes,
    goes=goes,
    rehearse=rehearse,
    takes=frozenset({"idea", "group", "proposal"}),
    yields=frozenset({"decision", "proposal", "concern"}),
)
