"""What is only for one person: the field for a question, what they asked, and what they ask too."""

from collections.abc import Sequence

from methods.questions.state import Question, State
from workshop.blocks import Block, Button, Card, Cards, Field, Form, Option
from workshop.language import _
from workshop.method import Viewer

LISTED = 20


def own(state: State, viewer: Viewer) -> Sequence[Block]:
    """The blocks that only this person sees."""
    return (*(() if state.ended else (_form(state),)), *_own(state, viewer.person), *_backed(state, viewer.person))


def _form(state: State) -> Block:
    return Form(id="ask", pos=20, fields=fields(state, state.settings.signed), command="Ask", send=_("Ask"))


def fields(state: State, signed: bool) -> tuple[Field, ...]:
    """A question, to whom it goes where several people answer, and whether it carries a name."""
    officials = tuple(Option(name, name) for name in dict.fromkeys(state.settings.officials))
    names = (Option("without", _("Without my name")), Option("with", _("With my name")))
    return (
        Field("text", _("Your question"), input="text"),
        *((Field("to", _("To whom"), "choice", options=officials, required=False),) if officials else ()),
        *((Field("name", _("It is shown"), "choice", value="without", options=names),) if signed else ()),
    )


def _own(state: State, person: str) -> Sequence[Block]:
    ids = state.own.get(person, ())
    found = [one for one in (state.questions.get(id) for id in reversed(ids[-LISTED:])) if one is not None]
    cards = tuple(_card(state, one) for one in found)
    return (Cards(id="own", pos=30, items=cards, label=_("Your questions"), total=len(ids), layout="list"),) if cards else ()


def _card(state: State, one: Question) -> Card:
    question = _("Take this question back?")
    withdraw = Button("withdraw", _("Withdraw"), "Withdraw", {"question": one.id}, confirm=question)
    free = not one.turn and one.fate == "open" and not state.ended
    if one.hidden:
        return Card(one.id, one.text, detail=_("The facilitator does not show this one."), buttons=(withdraw,) if free else ())
    note = _("It is shown together with another question that asks the same.") if one.into else ""
    return Card(one.id, one.text, detail=note, buttons=(withdraw,) if free else ())


def _backed(state: State, person: str) -> Sequence[Block]:
    """What somebody asks too: seen at once, so that a second tap is not a tap by mistake."""
    heads = (state.head(id) for id in state.backed.get(person, ()))
    shown = {one.id: one for one in heads if one is not None and one.stands}
    back = [(one, Button("back", _("Take it back"), "Support", {"question": one.id})) for one in [*shown.values()][-LISTED:]]
    cards = tuple(Card(one.id, one.text, buttons=() if state.ended else (button,)) for one, button in reversed(back))
    return (Cards(id="backed", pos=48, items=cards, label=_("You ask this too"), total=len(shown), layout="list"),) if cards else ()
