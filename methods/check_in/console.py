"""What the facilitator of a check-in sees besides the question: every answer, to hide it or to show it again."""

from collections.abc import Sequence

from methods.check_in.state import Said, State, Term
from workshop.blocks import Block, Button, Buttons, Card, Cards
from workshop.language import Words, _, n_
from workshop.memory import remembered

SHOWN = 60


def console(state: State) -> Sequence[Block]:
    """The newest answers, or older ones."""
    found: Sequence[Said | Term] = _words(state) if state.by_word else _sentences(state)
    cards, total = tuple(_card(one) for one in found), len(state.words.shown) if state.by_word else len(state.answers)
    newest, lowest = (Button("newest", _("Back to the newest"), "Leaf"),), found[-1].place if found else 0
    older = (Button("older", _("Older answers"), "Leaf", {"below": lowest}),)
    buttons = (*(newest if state.below else ()), *(older if lowest and _is_more(state, lowest) else ()))
    if state.by_word:
        block = Cards(id="words", pos=50, items=cards, label=_("The words, the newest first"), total=total, layout="list")
        return ((block,) if cards else ()) + _row(buttons)
    return (Cards(id="answers", pos=50, items=cards, total=total, empty=_("The sentences appear here.")), *_row(buttons))


def _words(state: State) -> list[Term]:
    return state.words.latest(SHOWN, state.below or None)


def _sentences(state: State) -> list[Said]:
    end = min(state.below or len(state.answers), len(state.answers))
    return [state.answers.things[place] for place in range(end - 1, max(-1, end - 1 - SHOWN), -1)]


def _is_more(state: State, lowest: int) -> bool:
    return bool(state.words.latest(1, lowest)) if state.by_word else True


def _row(buttons: tuple[Button, ...]) -> tuple[Block, ...]:
    return (Buttons(id="leaves", pos=49, items=buttons),) if buttons else ()


@remembered
def _card(one: Said | Term) -> Card:
    count, args = one.count if isinstance(one, Term) else 1, {"answer": one.id}
    times: Words = n_("said by {count} person", "said by {count} people", count) if count > 1 else ""
    if one.hidden:
        restore = Button("restore", _("Show again"), "RestoreAnswer", args)
        return Card(one.id, one.text, _("Hidden"), detail=times, tone="soft", buttons=(restore,), pos=-one.place)
    return Card(one.id, one.text, detail=times, buttons=(Button("hide", _("Hide"), "HideAnswer", args),), pos=-one.place)
