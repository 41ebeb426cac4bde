"""Dot vote: everybody gives a few dots to what matters most to them.

Use it to choose among ideas or groups when a tendency is enough: five minutes, for any number of people. Everybody has the same
number of dots, and may change them until the facilitator shows the result. The ballot is secret, also from the facilitator:
before the result only the number of people who voted is seen, and the record has totals, never who voted what. Where fewer people
voted than a ballot needs to stay secret (five, unless set otherwise), no totals are shown. Of more than 60 options everybody looks
at one page after the other, and begins elsewhere. Hands, or dots on paper, of people without a phone are counted by the facilitator,
in the open. Not for binding public elections.
"""

import sys
from collections.abc import Iterable, Sequence

from methods.dot_vote.deeds import describe
from methods.dot_vote.outcome import record, results
from methods.dot_vote.rules import decide
from methods.dot_vote.screens import moves, view
from methods.dot_vote.settings_form import LABELS
from methods.dot_vote.state import Settings, State, evolve, receive, start
from methods.dot_vote.vocabulary import Counted, CountHands, Event, HandsCounted, Place, Placed, Reopen, Reopened, Show, Turn, Turned
from workshop.language import _
from workshop.method import EVERYBODY, FACILITATORS, PARTICIPANTS, Do, Method, Sight


def touches(state: State, event: Event) -> Iterable[str]:
    """One's own dots and one's own page are one's own; the result is everybody's."""
    return () if isinstance(event, Placed | Turned) else (EVERYBODY,)


def rehearse(sight: Sight) -> Sequence[Do]:
    """Everybody places their dots, more of them on what comes first; where there are many options, some look at others before."""
    block = sight.screen.get("dots")
    if not sight.number or not block or not block.get("left"):
        return ()
    turn = sight.screen.get("turn", {}).get("items", {}).get("turn")
    if turn is not None and turn["args"]["page"] <= sight.number % 3:
        return (Do(turn["command"], turn["args"]),)
    items = block.get("items", {})
    free = [id for id, item in items.items() if not item.get("dots")]
    chosen = sorted(free, key=lambda id: sight.random.random() * items[id]["pos"])[: block["left"]]
    return tuple(Do("Place", {"option": id, "dots": 1}) for id in chosen)


method = Method(
    name="dot_vote",
    title=_("Dot vote"),
    purpose=_("Everybody gives a few dots, in secret, to what matters most to them."),
    settings=Settings,
    commands={Place: PARTICIPANTS, Turn: PARTICIPANTS, Show: FACILITATORS, Reopen: FACILITATORS, CountHands: FACILITATORS},
    events=(Placed, Turned, Counted, Reopened, HandsCounted),
    looking=frozenset({Turned}),
    start=start,
    decide=decide,
    evolve=evolve,
    view=view,
    record=record,
    results=results,
    receive=receive,
    moves=moves,
    touches=touches,
    describe=describe,
    rehearse=rehearse,
    takes=frozenset({"idea", "group", "proposal"}),
    yields=frozenset({"idea", "group", "proposal"}),
    secret=frozenset({Placed}),
    labels=LABELS,
    minutes=8,
    module=sys.modules[__name__],
)
