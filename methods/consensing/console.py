"""What the facilitator sees and can do in a consensing: options, paper, words to hide, a tie to settle, the decision to write down."""

from collections.abc import Sequence

from methods.consensing.screens import SHOWN, shared
from methods.consensing.state import QUO, Choice, State, Word, result_of
from methods.consensing.wording import said
from workshop.blocks import Block, Button, Buttons, Card, Cards, Field, Form, Option, Text
from workshop.language import Words, _, n_
from workshop.memory import remembered
from workshop.method import Viewer


def console(state: State, viewer: Viewer) -> Sequence[Block]:
    """The facilitator's screen of a consensing."""
    shown = [block for block in shared(state, viewer) if block.id not in ("words", "options")]
    match state.phase:
        case "rate":
            more = (*_hint(state), *_options(state, _("Options"), 20), *_paper(state))
        case "shown":
            more = (*_tie(state), *_again(state))
        case "hear":
            more = (*_words(state), *_tie(state), *_again(state))
        case "decided":
            more = (_write(state),)
    return (*shown, *more)


def _hint(state: State) -> tuple[Block, ...]:
    left = n_(
        "{count} contribution found no place among the options: those with the most support are here.",
        "{count} contributions found no place among the options: those with the most support are here.",
        state.left_out,
    )
    few = n_(
        "With fewer than {count} ballot no figures are shown: they would not stay secret.",
        "With fewer than {count} ballots no figures are shown: they would not stay secret.",
        state.settings.least_ballots,
    )
    return (
        *((Text(id="left-out", pos=21, text=left, tone="soft"),) if state.left_out else ()),
        *((Text(id="few", pos=610, text=few, tone="now"),) if state.voters < state.settings.least_ballots else ()),
    )


def _options(state: State, label: Words, pos: float) -> tuple[Block, ...]:
    """The options, to be changed, taken away, or with one more."""
    cards = tuple(_option(one) for one in state.choices)
    options = tuple(Option(one.id, said(one)) for one in state.choices)
    change = (Field("option", _("Option"), "choice", options=options), Field("text", _("Its new text"), "text", 4000))
    add = (Field("text", _("Another option"), "text", 4000),)
    return (
        Cards(id="options", pos=pos, items=cards, label=label, layout="list"),
        Form(id="add", pos=800, fields=add, command="AddOption", send=_("Add the option")),
        Form(id="change", pos=810, fields=change, command="ChangeOption", send=_("Change the option")),
    )


@remembered
def _option(one: Choice) -> Card:
    drop = Button("drop", _("Take away"), "DropOption", {"option": one.id}, confirm=_("Take this option away?"))
    return Card(one.id, said(one), buttons=() if one.id == QUO else (drop,))


def _paper(state: State) -> tuple[Block, ...]:
    options = tuple(Option(one.id, said(one)) for one in state.choices)
    fields = (
        Field("option", _("Without a phone: ratings on paper for"), "choice", options=options),
        Field("points", _("Resistance in all"), "number"),
        Field("strongest", _("The strongest resistance, 0 to 10"), "number"),
        Field("people", _("From how many people in all"), "number", value=str(state.people)),
    )
    return (Form(id="paper", pos=820, fields=fields, command="CountPaper", send=_("Count people without a phone")),)


def _tie(state: State) -> tuple[Block, ...]:
    """Where several are equal in everything, the facilitator says with which it ends, or asks again."""
    result = result_of(state)
    best = result.best() if result else ()
    if len(best) < 2:
        return ()
    buttons = tuple(Button(one.id, _("Decide: “{option}”", option=said(one)), "Decide", {"option": one.id}) for one in best)
    label = _("No option comes first alone. Hear the words and ask again, or say with which one it ends:")
    return (Buttons(id="tie", pos=60, items=buttons, label=label),)


def _again(state: State) -> tuple[Block, ...]:
    """Another round, once the options were made better."""
    again = Button("again", _("Ask again about the options as they are now"), "AskAgain")
    label = _("A second round, after changes: the ratings begin anew.")
    return (*_options(state, _("Options for another round"), 790), Buttons(id="again", pos=830, items=(again,), label=label))


def _words(state: State) -> tuple[Block, ...]:
    cards = tuple(_word(one) for one in reversed(list(state.words)[-SHOWN:]))
    label = _("What people said")
    return (Cards(id="words", pos=700, items=cards, total=len(state.words), label=label, empty=_("Nothing was said yet."), layout="list"),)


@remembered
def _word(one: Word) -> Card:
    show = Button("restore", _("Show again"), "RestoreWord", {"word": one.id})
    button = show if one.hidden else Button("hide", _("Hide"), "HideWord", {"word": one.id})
    return Card(one.id, one.text, tone="soft" if one.hidden else "", buttons=(button,), pos=-one.place)


def _write(state: State) -> Block:
    """The decision word for word, and what else its sheet needs."""
    one = state.decision
    fields = (
        Field("text", _("What was decided, word for word"), "text", 4000, value=one.text if one else ""),
        Field("responsible", _("Responsible"), required=False, value=one.responsible if one else ""),
        Field("criteria", _("How we will see whether it works"), "text", 4000, required=False, value=one.criteria if one else ""),
        Field("review_date", _("Review date"), "date", required=False, value=one.review_date if one else ""),
    )
    return Form(id="write", pos=800, fields=fields, command="WriteDown", send=_("Write it down"))
