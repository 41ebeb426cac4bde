"""What everybody sees of a systemic consensing, on the wall and on the phones alike; and where it can go from here."""

from collections.abc import Sequence

from methods.consensing.state import State, Word, choice_of, result_of
from methods.consensing.wording import conflict, few, outcome, question_of, said, tally
from workshop.blocks import Block, Card, Cards, Heading, Part, Phases, Progress, Text, Wording
from workshop.blocks import Phase as Place
from workshop.language import Words, _, n_, said_date
from workshop.memory import remembered
from workshop.method import Move, Moves, Viewer

SHOWN = 40
PHASES = (
    Place("rate", _("Rate")),
    Place("shown", _("Result")),
    Place("hear", _("Hear")),
    Place("decided", _("Decided")),
)


def shared(state: State, viewer: Viewer) -> Sequence[Block]:
    """The screen of the wall, or what all phones show alike."""
    heading = Heading(id="question", pos=10, text=question_of(state), above=_round(state))
    return (heading, *_body(state, viewer), Phases(id="phases", pos=1000, items=PHASES, now=state.phase))


def _round(state: State) -> Words:
    number = len(state.results) + state.open
    return _("Round {number}", number=number) if number > 1 else ""


def _body(state: State, viewer: Viewer) -> Sequence[Block]:
    result = result_of(state)
    if result is None:
        return _rating(state, viewer)
    if state.phase == "decided" and state.decision is not None:
        return (*decided(state), Text(id="outcome", pos=40, text=outcome(result), tone="soft"), *_conflict(state))
    ask = _("What stands behind the resistance? Whoever wants to says it: it can make the option better.")
    summary = (Text(id="outcome", pos=15, text=outcome(result)), *few(result, state.settings.least_ballots))
    if state.phase == "hear" and viewer.role != "console":
        return (*summary, Text(id="lead", pos=30, text=ask), *words(state))
    return (*summary, *tally(result), *_conflict(state))


def _conflict(state: State) -> tuple[Block, ...]:
    result = result_of(state)
    text = conflict(result) if result else None
    return (Text(id="conflict", pos=25, text=text),) if text else ()


def _rating(state: State, viewer: Viewer) -> Sequence[Block]:
    secret = _("0: I have nothing against it. 10: I cannot bear it. Ratings are secret, also from the facilitator; "
               "the least resistance in all wins.")  # fmt: skip
    done = state.voters + state.people
    cards = tuple(Card(one.id, said(one)) for one in state.choices)
    options = Cards(id="options", pos=20, items=cards, layout="list")
    return (
        Text(id="secret", pos=15, text=secret, tone="soft"),
        *((options,) if viewer.role != "room" else ()),
        Progress(id="progress", pos=600, done=done, of=max(done, viewer.here + state.people), label=_("have rated everything")),
    )


def decided(state: State) -> Sequence[Block]:
    """What was decided, and what is known of it."""
    one = state.decision
    if one is None:
        return ()
    found = choice_of(state, one.option)
    lines = (
        Card("responsible", one.responsible, above=_("Responsible")),
        Card("criteria", one.criteria, above=_("How we will see whether it works")),
        Card("review_date", said_date(one.review_date), above=_("Review date")),
    )
    known = tuple(line for line in lines if line.text)
    facts = (Cards(id="facts", pos=22, items=known, layout="list"),) if known else ()
    if not one.text:
        return (Text(id="decided", pos=20, text=said(found) if found else "", tone="good"), *facts)
    return (Wording(id="decided", pos=20, label=_("Decided"), parts=(Part(one.text),)), *facts)


def words(state: State, console: bool = False) -> Sequence[Block]:
    """What people said about their resistance, the newest first, each with the option that it is about."""
    found = state.words.latest(SHOWN)
    cards = tuple(_card(one, _about(state, one)) for one in found)
    total = len(state.words.shown) if len(state.words.shown) > SHOWN else 0
    return (Cards(id="words", pos=700, items=cards, total=total, empty=_("Nothing was said yet."), layout="list"),)


def _about(state: State, one: Word) -> Words:
    found = choice_of(state, one.option)
    return said(found) if found else ""


@remembered
def _card(one: Word, about: Words) -> Card:
    return Card(one.id, one.text, above=about, pos=-one.place)


def moves(state: State) -> Moves:
    """Rating, result, words, decision; where options are tied, the facilitator closes with one of them or asks again."""
    match state.phase:
        case "rate":
            label = n_("Show the result of {count} ballot", "Show the result of {count} ballots", state.voters + state.people)
            back = None
            if len(state.choices) < 2:
                return Moves(blocked=_("Write at least one option beside the status quo."))
            if not state.voters + state.people:
                return Moves(blocked=_("Nobody has rated every option yet. Wait for the first ones."))
            return Moves(Move(label, "Show", reveals=True), back)
        case "shown":
            return Moves(Move(_("Hear what stands behind the resistance"), "Hear"), Move(_("Reopen the rating"), "Reopen"))
        case "hear":
            result = result_of(state)
            back, best = Move(_("Back to the result"), "BackToResult"), result.best() if result else ()
            if len(best) != 1:
                return Moves(back=back)
            return Moves(Move(_("Decide: “{option}”", option=said(best[0])), "Decide", {"option": best[0].id}), back)
        case "decided":
            return Moves(back=Move(_("Reopen the decision"), "Undecide"))
