"""Fist to five: how far does each of us stand behind this?

Use it before a decision, to see where the room stands, or after one, to see who carries it: two to five minutes, for any number of
people. Everybody shows from 0 (a fist: I would stop this) to 5 (I will help to carry it out). Nobody sees a hand, the facilitator
included, until all are revealed together. Then those who want say what would raise their hand. Back asks again: a second round,
after talking, often tells more than the first. Who showed what stays secret; the record holds the numbers.
"""

import sys
from collections import Counter
from collections.abc import Sequence

from palabre_fist_to_five.screens import record, view
from palabre_fist_to_five.state import Settings, State, behind, evolve, receive, start
from palabre_fist_to_five.vocabulary import AskAgain, AskedAgain, Command, Event, Reveal, Revealed, Show, Showed, Wish, Wished
from workshop.language import _, n_
from workshop.method import FACILITATORS, PARTICIPANTS, Context, Do, Item, Method, Move, Moves, Rejected, Sight


def decide(state: State, command: Command, context: Context) -> Sequence[Event] | Rejected:
    """Hands until they are revealed; wishes after that."""
    match command:
        case Show(number) if number != state.round or state.result:
            return Rejected(_("These hands were revealed already. Look at the screen: it may ask again."), "revealed")
        case Show(number, fingers):
            same = state.fingers.get(context.actor) == fingers
            return [] if same else [Showed(number, context.actor, fingers)]
        case Wish() if state.result is None:
            return Rejected(_("First all hands are revealed. Please wait for that."), "hidden")
        case Wish(""):
            return Rejected(_("Please write something first."), "empty")
        case Wish(text):
            return [Wished(context.id, state.round, context.actor, text)]
        case Reveal():
            return [] if state.result else [_revealed(state, context.id)]
        case AskAgain():
            return [AskedAgain(state.round + 1)] if state.result else []


def _revealed(state: State, id: str) -> Revealed:
    hands = Counter(state.fingers.values())
    return Revealed(id, state.round, tuple(hands[fingers] for fingers in range(6)))


def results(state: State) -> Sequence[Item]:
    """The statement as a proposal, with those who stand behind it, after the last round that was revealed."""
    if not state.revealed or not state.statement:
        return ()
    last = state.revealed[max(state.revealed)]
    sources = (state.source.id,) if state.source else ()
    return (Item(last.id, "proposal", state.statement, sources, support=behind(last.hands)),)


def moves(state: State) -> Moves:
    """The hands, then what they show; back asks again."""
    if state.result:
        return Moves(back=Move(_("Ask again"), "AskAgain"))
    return Moves(next=Move(n_("Reveal {count} hand", "Reveal {count} hands", len(state.fingers)), "Reveal"))


def rehearse(sight: Sight) -> Sequence[Do]:
    """Everybody shows a hand, mostly a high one; some say what would raise it."""
    choices = sight.screen.get("fingers")
    if choices and not choices.get("chosen"):
        fingers = sight.random.choices(range(6), (1, 2, 4, 8, 8, 4))[0]
        return (Do("Show", {**choices["args"], "fingers": fingers}),)
    if "wish" in sight.screen and "wished" not in sight.screen and sight.number % 4 == 1:
        return (Do("Wish", {"text": sight.words()[:280]}),)
    return ()


method = Method(
    name="fist_to_five",
    title=_("Fist to five"),
    purpose=_("Everybody shows from 0 to 5 how far they stand behind something; all hands are seen together."),
    settings=Settings,
    commands={Show: PARTICIPANTS, Wish: PARTICIPANTS, Reveal: FACILITATORS, AskAgain: FACILITATORS},
    events=(Showed, Revealed, Wished, AskedAgain),
    secret=frozenset({Showed}),
    start=start,
    receive=receive,
    decide=decide,
    evolve=evolve,
    view=view,
    record=record,
    results=results,
    moves=moves,
    rehearse=rehearse,
    takes=frozenset({"idea", "group", "proposal"}),
    yields=frozenset({"proposal"}),
    module=sys.modules[__name__],
)
