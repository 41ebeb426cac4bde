"""What the facilitator sees and can do: give the floor, sum up answers, show questions that ask the same as one, hide one."""

from collections.abc import Sequence

from methods.questions.cards import console_card
from methods.questions.phone import fields
from methods.questions.screens import shared
from methods.questions.state import Question, State
from workshop.blocks import Block, Button, Buttons, Cards, Field, Form, Option
from workshop.language import _
from workshop.method import Viewer

SHOWN = 60


def console(state: State, viewer: Viewer) -> Sequence[Block]:
    """The facilitator's screen."""
    now = state.now
    blocks = (block for block in shared(state, viewer) if block.id not in ("settled", "left"))
    return (*blocks, *((_settle(state, now),) if now else ()), *_list(state), _paper(state), *_end(state))


def _settle(state: State, now: Question) -> Block:
    """What became of the question on the floor."""
    fates = (
        Option("answered", _("It was answered")),
        Option("promised", _("An answer is promised")),
        Option("declined", _("There is no answer, for a reason")),
        Option("open", _("It stays open")),
    )
    value = now.fate if now.fate != "open" else "answered"
    fields = (
        Field("fate", _("What became of it"), "choice", value=value, options=fates),
        Field("answer", _("The answer summed up, or the reason"), "text", 4000, required=False, value=now.answer),
        Field("who", _("Who answered or promised"), required=False, value=now.who or now.to),
        Field("due", _("Promised by (day)"), "date", required=False, value=now.due),
    )
    return Form(id=f"settle-{now.id}", pos=20, fields=fields, command="Settle", send=_("Write it down"), args={"question": now.id})


def _list(state: State) -> Sequence[Block]:
    """The newest questions, or older ones."""
    known = [one for one in state.questions if not one.withdrawn and not one.into]
    found = [one for one in reversed(known) if not state.below or one.number < state.below][:SHOWN]
    picked = state.questions.get(state.picked)
    chosen = picked.id if picked is not None and picked.stands else ""
    cards = tuple(console_card(state, one, chosen) for one in found)
    lowest = found[-1].number if found else 0
    newest = (Button("newest", _("Back to the newest"), "Leaf"),) if state.below else ()
    older = (Button("older", _("Older questions"), "Leaf", {"below": lowest}),) if any(one.number < lowest for one in known) else ()
    row = (Buttons(id="leaves", pos=49, items=(*newest, *older)),) if newest or older else ()
    label, empty = _("All questions, the newest first"), _("The questions appear here.")
    return (*row, Cards(id="questions", pos=50, items=cards, label=label, total=len(known), empty=empty, layout="list"))


def _paper(state: State) -> Block:
    """A question of somebody without a phone."""
    text, *to = fields(state, False)
    asked = Field("text", _("A question of somebody without a phone"), text.input)
    return Form(id="paper", pos=60, fields=(asked, *to), command="Ask", send=_("Add for somebody"))


def _end(state: State) -> Sequence[Block]:
    if state.ended or not (state.now and state.waiting()):
        return ()
    end = Button("end", _("End the questions now"), "End", confirm=_("End now? Those that wait stay open."))
    return (Buttons(id="end", pos=70, items=(end,)),)
