"""What everybody sees: the question on the floor, those that come next, and what became of the others."""

from collections.abc import Sequence

from methods.questions.cards import asked_card, fate, origin, others, outcome, settled_card, waiting_card
from methods.questions.state import State
from workshop.blocks import Block, Card, Cards, Heading, Text
from workshop.language import Words, _, n_
from workshop.method import Move, Moves, Viewer

ALL = 60  # so many questions are on every phone; of more, the most asked and the newest
NEXT = 6
BESIDE = 2  # so many on the wall beside the question on the floor, which is to be large
SHORT = 44


def title_of(state: State) -> Words:
    """The title that was set, or ours in the language of the reader."""
    return state.settings.question or _("What do you want to know?")


def shared(state: State, viewer: Viewer) -> Sequence[Block]:
    """The wall, and what all phones show alike."""
    heading = _heading(state)
    if state.ended:
        return (heading, *_count(state), *_settled(state, ALL), *_left(state))
    if viewer.role == "wall":
        return (heading, *_floor(state), *_next(state), *_settled(state, BESIDE))
    return (heading, *_floor(state), *_asked(state, viewer), *_settled(state, ALL))


def _heading(state: State) -> Heading:
    """The question on the floor, large; while there is none, what is asked for."""
    now = state.now
    if now is None:
        return Heading(id="question", pos=10, text=title_of(state))
    who = origin(now)
    above = _("On the floor now · {who}", who=who) if who else _("On the floor now")
    return Heading(id="question", pos=10, text=now.text, above=above)


def _floor(state: State) -> Sequence[Block]:
    """How many ask what is answered now, and the answer as soon as there is one."""
    now = state.now
    if now is None:
        return ()
    asked, answer = others(state, now), outcome(now)
    return (
        *((Text(id="asked-by", pos=15, text=asked, tone="soft"),) if asked else ()),
        *((Text(id="answer", pos=16, text=_("{fate}. {answer}", fate=fate(now), answer=answer), tone="good"),) if answer else ()),
    )


def _next(state: State) -> Sequence[Block]:
    waiting = state.waiting()
    cards = tuple(waiting_card(state, one, place) for place, one in enumerate(waiting[: BESIDE if state.now else NEXT]))
    label = _("Coming next") if state.now else _("Most asked")
    empty = _("The questions appear here.") if not state.now else _("No more questions are waiting.")
    return (Cards(id="next", pos=50, items=cards, label=label, total=len(waiting), empty=empty, layout="list"),)


def _asked(state: State, viewer: Viewer) -> Sequence[Block]:
    """On the phones the newest first, where each stays in its place; of very many also those that most people ask."""
    if viewer.role == "console":
        return ()
    waiting = state.waiting()
    chosen = waiting[: ALL // 2] if len(waiting) > ALL else waiting
    known = {one.id for one in chosen}
    newest = sorted((one for one in waiting if one.id not in known), key=lambda one: -one.number)[: ALL // 2]
    cards = tuple(asked_card(state, one, True) for one in sorted((*chosen, *newest), key=lambda one: -one.number))
    label = _("Questions of the room")
    return (Cards(id="asked", pos=50, items=cards, label=label, total=len(waiting), layout="list"),) if cards else ()


def _settled(state: State, most: int) -> Sequence[Block]:
    settled = state.settled()
    cards = tuple(settled_card(state, one) for one in settled[:most])
    label = _("What became of the others") if not state.ended else _("What became of the questions")
    return (Cards(id="settled", pos=70, items=cards, label=label, total=len(settled), layout="list"),) if cards else ()


def _left(state: State) -> Sequence[Block]:
    """Those that did not have the floor."""
    waiting = state.waiting()
    cards = tuple(Card(one.id, one.text, origin(one), count=state.weight(one)) for one in waiting[:ALL])
    label = _("Not yet answered")
    return (Cards(id="left", pos=80, items=cards, label=label, total=len(waiting), layout="list"),) if cards else ()


def _count(state: State) -> Sequence[Block]:
    return (Text(id="count", pos=15, text=summary(state), tone="soft"),)


def summary(state: State) -> Words:
    """How many were asked, and what became of them."""
    found = list(state.questions.all_shown())
    answered, promised, declined, left = (sum(one.fate == fate for one in found) for fate in ("answered", "promised", "declined", "open"))
    parts = (
        n_("{count} answered", "{count} answered", answered) if answered else "",
        n_("{count} to be answered later", "{count} to be answered later", promised) if promised else "",
        n_("{count} without an answer, for a reason", "{count} without an answer, for a reason", declined) if declined else "",
        n_("{count} left open", "{count} left open", left) if left else "",
    )
    said: Words = n_("{count} question was asked", "{count} questions were asked", len(found))
    for part in parts:
        said = _("{some} · {other}", some=said, other=part) if part else said
    return said


def moves(state: State) -> Moves:
    """The question that most people ask has the floor, then the next, then the end."""
    if state.ended:
        return Moves(back=Move(_("Go on with the questions"), "Resume"))
    waiting, now = state.waiting(), state.now
    back = Move(_("Back to asking"), "TakeFloor") if now else None
    if waiting:
        label = _("Question: “{text}”", text=short(waiting[0].text)) if now else _("Begin with “{text}”", text=short(waiting[0].text))
        return Moves(Move(label, "GiveFloor", {"question": waiting[0].id}), back)
    if now or state.settled():
        return Moves(Move(_("End the questions"), "End"), back)
    return Moves()


def short(text: str) -> str:
    """A text as it fits on a button."""
    return text if len(text) <= SHORT else f"{text[: SHORT - 1].rstrip()}…"
