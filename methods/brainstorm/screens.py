"""What people see of a brainstorm: the question and a field, and the ideas as they come."""

from collections.abc import Sequence

from methods.brainstorm.cards import plain_card, room_card
from methods.brainstorm.console import console
from methods.brainstorm.idea import Idea
from methods.brainstorm.phone import own
from methods.brainstorm.state import ALL, State
from workshop.blocks import Block, Cards, Heading, Progress, Text
from workshop.language import Words, _, n_
from workshop.method import Move, Moves, Viewer

WINDOW = 40


def view(state: State, viewer: Viewer) -> Sequence[Block]:
    """The blocks for a viewer; ideas that are hidden, or not yet revealed, are on the console only."""
    match viewer.role:
        case "person":
            return own(state, viewer)
        case "console":
            return (*_shared(state, viewer), *console(state))
        case _:
            return (*_shared(state, viewer), *_ideas(state, viewer))


def question_of(state: State) -> Words:
    """The question that was set, or ours in the language of the reader."""
    return state.settings.question or _("What are your ideas?")


def _shared(state: State, viewer: Viewer) -> Sequence[Block]:
    people = len(state.own)
    blocks: list[Block] = [
        Heading(id="question", pos=10, text=question_of(state)),
        Progress(id="progress", pos=40, done=people, of=max(viewer.here, people), label=_("have written")),
    ]
    if state.stage == "support":
        blocks.append(Text(id="support", pos=12, text=_support(state)))
    if state.stage == "closed":
        text = n_("{count} idea was gathered.", "{count} ideas were gathered.", state.standing)
        blocks.append(Text(id="closed", pos=12, text=text))
    return blocks


def _support(state: State) -> Words:
    if not state.deck:
        return _("Tap the ideas that matter to you. You can take it back.")
    return n_(
        "There is {count} idea. Everybody gets some of them: tap those that matter to you, then look at others.",
        "There are {count} ideas. Everybody gets some of them: tap those that matter to you, then look at others.",
        state.standing,
    )


def _ideas(state: State, viewer: Viewer) -> Sequence[Block]:
    if not state.revealed:
        waiting = n_("{count} idea waits for the reveal.", "{count} ideas wait for the reveal.", state.standing)
        return (Text(id="waiting", pos=50, text=waiting, tone="soft"),) if state.standing else ()
    if viewer.role == "wall":
        return (_wall(state),)
    return () if state.stage == "support" and state.deck else (_phone(state),)


def _wall(state: State) -> Block:
    newest_first = state.stage != "support" or bool(state.deck)
    cards = tuple(plain_card(idea, newest_first) for idea in _window(state))
    return Cards(id="ideas", pos=50, items=cards, total=state.standing, empty=_("The ideas appear here."))


def _phone(state: State) -> Block:
    """The latest ideas, and in the support phase all, to be tapped; of too many, everybody is dealt a hand instead."""
    window, newest_first = _window(state), state.stage != "support"
    if state.stage == "closed":
        cards = tuple(plain_card(idea) for idea in window)
    else:
        cards = tuple(room_card(idea, state.settings.support, newest_first) for idea in window)
    return Cards(id="ideas", pos=50, items=cards, label=_("Ideas of the room"), total=state.standing, layout="list")


def _window(state: State) -> list[Idea]:
    """The latest ideas, the newest first; while they are supported, all of them as they came, unless there are too many."""
    if state.stage == "support" and not state.deck:
        return state.ideas.latest(ALL)[::-1]
    return state.ideas.latest(WINDOW)


def phases(state: State) -> tuple[str, ...]:
    """The phases that the settings ask for, in order."""
    return ("gather", "support", "closed") if state.settings.support else ("gather", "closed")


def moves(state: State) -> Moves:
    """Gather, then support (if asked for), then closed."""
    order = phases(state)
    place = order.index(state.stage) if state.stage in order else 0
    labels: dict[str, Words] = {
        "support": n_("Reveal the {count} idea", "Reveal the {count} ideas", state.standing)
        if state.settings.silent
        else _("Support ideas"),
        "closed": _("End the gathering"),
    }
    backs: dict[str, Words] = {"gather": _("Back to gathering"), "support": _("Back to support")}
    ahead = order[place + 1] if place + 1 < len(order) else ""
    behind = order[place - 1] if place else ""
    return Moves(
        next=Move(labels[ahead], "Enter", {"stage": ahead}, reveals=not state.revealed) if ahead else None,
        back=Move(backs[behind], "Enter", {"stage": behind}) if behind else None,
    )
