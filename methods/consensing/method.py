"""Systemic consensing

A group looks for the option that meets the least resistance, instead of the one with the most votes. Take it when there are several
ways and none may leave a part of the room behind: a date, a place, a rule, a design. 15 to 30 minutes, for any number of people;
up to ten options can be weighed with care.

1. Rate: everybody gives each option a number from 0 (I have nothing against it) to 10 (I cannot bear it). That it stays as it is
   is always among the options. Ratings are secret, also from the facilitator; a ballot counts once every option is rated.
2. Result: the lowest sum wins; of those with the same sum the one whose strongest resistance is lower; and else it is a tie, and is
   said to be one. The wall says how far each is accepted, how far apart people are, and what is left of the resistance
   compared with leaving everything as it is.
3. Hear: whoever wants to says what stands behind their resistance, without a name. Options can then be changed, and rated again.
4. Decided: the text word for word, who is responsible, how it will be seen whether it works, and when it is looked at again.

With fewer than five ballots no figures are shown, with fewer than three not even an order. The record has totals and never who
rated what. Ratings on paper are entered by the facilitator, in the open, and kept apart.
"""

import sys
from collections.abc import Iterable, Sequence
from typing import get_args

from methods.consensing.console import console
from methods.consensing.deeds import describe
from methods.consensing.evolve import evolve
from methods.consensing.minutes import record, results
from methods.consensing.phone import phone
from methods.consensing.rehearsal import rehearse
from methods.consensing.rules import decide
from methods.consensing.screens import moves, shared
from methods.consensing.settings_form import LABELS
from methods.consensing.state import Settings, State, receive, start
from methods.consensing.vocabulary import ROLES, Event, Rated, Spoken
from workshop.blocks import Block
from workshop.language import _
from workshop.method import EVERYBODY, Method, Viewer


def view(state: State, viewer: Viewer) -> Sequence[Block]:
    """What somebody sees of the consensing."""
    match viewer.role:
        case "person":
            return phone(state, viewer)
        case "console":
            return console(state, viewer)
        case "room" | "wall":
            return shared(state, viewer)


def touches(state: State, event: Event) -> Iterable[str]:
    """One's own ratings are one's own, and words appear on what all phones share."""
    return () if isinstance(event, Rated | Spoken) else (EVERYBODY,)


method = Method(
    name="consensing",
    title=_("Systemic consensing"),
    purpose=_("Everybody says in secret how much they resist each option; the one with the least resistance wins."),
    labels=LABELS,
    minutes=20,
    module=sys.modules[__name__],
    settings=Settings,
    commands=ROLES,
    events=get_args(Event),
    secret=frozenset({Rated}),
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
    rehearse=rehearse,
    takes=frozenset({"idea", "group", "proposal"}),
    yields=frozenset({"decision", "proposal", "concern"}),
)
