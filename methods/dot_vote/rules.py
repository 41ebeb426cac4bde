"""Who may place a dot, and when the result is shown."""

from collections.abc import Sequence
from typing import assert_never

from methods.dot_vote.state import Page, State, ballot_of, counted
from methods.dot_vote.vocabulary import Command, CountHands, Event, HandsCounted, Place, Placed, Reopen, Reopened, Show, Turn, Turned
from workshop.language import _, n_
from workshop.method import Context, Rejected


def decide(state: State, command: Command, context: Context) -> Sequence[Event] | Rejected:
    """Nobody has more dots than the others; after the result nothing moves."""
    match command:
        case Place(option, dots):
            return _place(state, option, dots, context.actor)
        case Turn(page, start):
            if state.result:
                return _ended()
            now = state.pages.get(context.actor, Page()).number
            return [Turned(context.actor, page, start)] if page == now + 1 else []
        case Show():
            return [] if state.result else [counted(state)]
        case Reopen():
            return [Reopened()] if state.result else []
        case CountHands(option, dots, people):
            return _count_hands(state, HandsCounted(option, dots, people))
        case _:
            assert_never(command)


def _count_hands(state: State, wanted: HandsCounted) -> Sequence[Event] | Rejected:
    if state.result:
        return _ended()
    if wanted.option not in state.places:
        return Rejected(_("This cannot be chosen any more."), "gone")
    others = sum(dots for option, dots in state.hands.items() if option != wanted.option)
    if wanted.dots > wanted.people * state.settings.most or others + wanted.dots > wanted.people * state.settings.dots:
        text = n_("{count} person has fewer dots than that.", "{count} people together have fewer dots than that.", wanted.people)
        return Rejected(text, "too-many")
    same = state.hands.get(wanted.option, 0) == wanted.dots and state.people == wanted.people
    return [] if same else [wanted]


def _place(state: State, option: str, dots: int, person: str) -> Sequence[Event] | Rejected:
    settings, own = state.settings, ballot_of(state, person)
    if state.result:
        return _ended()
    if option not in state.places:
        return Rejected(_("This cannot be chosen any more."), "gone")
    if dots > settings.most:
        text = n_("At most {count} dot can stand on one choice.", "At most {count} dots can stand on one choice.", settings.most)
        return Rejected(text, "too-many")
    if sum(own.values()) - own.get(option, 0) + dots > settings.dots:
        text = n_(
            "You have {count} dot. Take it back to place it elsewhere.",
            "You have {count} dots. Take one back to place it elsewhere.",
            settings.dots,
        )
        return Rejected(text, "none-left")
    return [Placed(person, option, dots)] if own.get(option, 0) != dots else []


def _ended() -> Rejected:
    return Rejected(_("The vote has ended. Look at the result on the wall."), "ended")
