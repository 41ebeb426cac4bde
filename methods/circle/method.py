"""Round of speakers

One person after the other speaks to the same question, the others listen, and nobody replies. Use it when every voice has to be heard:
to open or to close, to hear where people stand before a decision, to come back to the essential when a few talk much. Four to thirty
people; ten people with a minute each take a quarter of an hour.

The order is drawn by lot, or it is the one in which people came in. The wall shows who speaks and who is next, and each phone says
when it is its owner's turn. One may pass, and speak at the end after all. Who comes late speaks at the end; who leaves is passed over.
Nobody speaks twice in a round. The time of each person is shown calmly, and nobody is cut off. Add people without a phone on the
console, and go on for them; there you can also change the order of those who wait.

Several rounds can follow one another, each with a question of its own. What is said is noted by the facilitator, by the speakers
themselves, or not at all. The notes go on as ideas. The record says who spoke only where names are shown.
"""

import sys
from collections.abc import Iterable, Sequence

from methods.circle.deeds import describe
from methods.circle.minutes import record, results
from methods.circle.rules import decide
from methods.circle.screens import view
from methods.circle.settings_form import LABELS
from methods.circle.state import Settings, State, evolve, questions_of, rules_of
from methods.circle.vocabulary import EVENTS, ROLES, Event, Noted, Withdrew
from workshop import circle
from workshop.language import _
from workshop.method import Context, Do, Item, Method, Move, Moves, Sight


def start(settings: Settings, items: tuple[Item, ...], seed: int) -> State:
    """Nobody has spoken yet."""
    return State(settings)


def moves(state: State) -> Moves:
    """From one speaker to the next, from one round to the next, and the same way back."""
    rounds, place = len(questions_of(state.settings)), state.place
    forth = Move(_("End the circle"), "Enter", {"place": place + 1})
    if place < rounds:
        label = _("Begin the round") if not place else _("On to round {number}", number=place + 1)
        forth = Move(label, "Enter", {"place": place + 1})
    back = Move(_("Back to round {number}", number=place - 1), "Enter", {"place": place - 1})
    if place == 1:
        back = Move(_("Back to the welcome"), "Enter", {"place": 0})
    return Moves(
        (circle.forward(state.now) or forth) if place <= rounds else None,
        (circle.back(state.now) or back) if place else None,
    )


def touches(state: State, event: Event) -> Iterable[str]:
    """Those who are waiting for their turn; notes change only the screen of the one who wrote them."""
    return () if isinstance(event, Noted | Withdrew) or not isinstance(event, circle.Event) else circle.touches(state.now, event)


def comes(state: State, context: Context) -> Sequence[Event]:
    """Who comes late speaks at the end."""
    return circle.comes(state.now, context, rules_of(state.settings))


def goes(state: State, context: Context) -> Sequence[Event]:
    """Who leaves is passed over."""
    return circle.goes(state.now, context)


def rehearse(sight: Sight) -> Sequence[Do]:
    """People speak when it is their turn; half of them note it first, where they are asked to."""
    if sight.number and sight.number % 2 and "note" in sight.screen and "my-notes" not in sight.screen:
        return (Do("WriteNote", {"text": sight.words()[:280]}),)
    return circle.rehearse(sight)


method = Method(
    name="circle",
    title=_("Round of speakers"),
    purpose=_("One person after the other speaks, and everybody listens."),
    settings=Settings,
    minutes=15,
    commands=ROLES,
    events=EVENTS,
    start=start,
    decide=decide,
    evolve=evolve,
    view=view,
    record=record,
    results=results,
    moves=moves,
    touches=touches,
    comes=comes,
    goes=goes,
    describe=describe,
    rehearse=rehearse,
    yields=frozenset({"idea"}),
    labels=LABELS,
    module=sys.modules[__name__],
)
