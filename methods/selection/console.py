"""What the facilitator sees and can do in a selection, phase by phase."""

from collections.abc import Sequence

from methods.selection.answering import others_turn, their_turn
from methods.selection.pieces import SHOWN, SIGNALS, argument, given_card, name_of, names, options
from methods.selection.proposals import propose_form, suggestion
from methods.selection.rounds import round_of
from methods.selection.shared import shared
from methods.selection.standing import call_of, open_objections, proposed
from methods.selection.state import Given, Question, State
from workshop import circle
from workshop.blocks import Block, Button, Buttons, Card, Cards, Field, Form, Text
from workshop.language import Words, _
from workshop.memory import remembered
from workshop.method import Viewer


def console(state: State, viewer: Viewer) -> Sequence[Block]:
    """The facilitator's screen of a selection."""
    kept = [block for block in shared(state, viewer) if block.id not in ("names", "questions")]
    return (*kept, *_tools(state), *_postpone(state))


def _tools(state: State) -> Sequence[Block]:
    match state.phase:
        case "role":
            return (_describe(state), *_names(state))
        case "nominate":
            return (*_names(state), _paper(state))
        case "reasons" | "change":
            return _round(state)
        case "questions":
            return (*_answers(state), _questions(state))
        case "propose":
            return (*suggestion(state), propose_form(state, 800))
        case "consent":
            return _consent(state)
        case "objections":
            return _resolve(state)
        case "accept":
            field = Field("reason", _("Said aloud: I do not accept, because"), "text", required=False)
            return (Form(id="refuse", pos=800, fields=(field,), command="Refuse", send=_("Not accepted")),)
        case "done":
            return ()


def _describe(state: State) -> Block:
    office = state.office
    fields = (
        Field("title", _("What is the role called?"), value=office.title),
        Field("tasks", _("Domain and tasks"), "text", 4000, required=False, value=office.tasks),
        Field("qualities", _("What the person should bring"), "text", 4000, required=False, value=office.qualities),
        Field("term", _("Term, until"), "date", required=False, value=office.term),
        Field("review_date", _("Review date"), "date", required=False, value=office.review_date),
    )
    return Form(id="describe", pos=25, fields=fields, command="DescribeRole", send=_("Show the role"))


def _names(state: State) -> Sequence[Block]:
    """The list, to add to it, and to take names off it while nobody has nominated."""
    field = Field("names", _("People without a phone, one name a line"), "text", 4000)
    off = Field("candidate", _("A name to take off the list"), "choice", options=options(state))
    return (
        names(state, 30),
        Form(id="list", pos=810, fields=(field,), command="ListNames", send=_("Put them on the list")),
        *((Form(id="unlist", pos=820, fields=(off,), command="DropName", send=_("Take it off")),) if state.names else ()),
    )


def _paper(state: State) -> Block:
    fields = (
        Field("nominee", _("On paper: nominated is"), "choice", options=options(state)),
        Field("reason", _("Because"), "text", required=False),
        Field("name", _("By whom"), limit=60, required=False),
    )
    return Form(id="paper", pos=800, fields=fields, command="AddPaper", send=_("Add for somebody"))


def _round(state: State) -> Sequence[Block]:
    """Going on before everybody has spoken, what is told aloud, and every reason to hide it or to show it again."""
    now, change = round_of(state), state.phase == "change"
    to = "propose" if change else "questions" if state.settings.questions else "change"
    end = Button("end", _("End the round here and go on"), "Go", {"to": to}, confirm=_("Not everybody has spoken. Go on all the same?"))
    cards = tuple(_reason(state, one) for one in state.now[:SHOWN])
    total = len(state.now) if len(state.now) > SHOWN else 0
    return (
        *((Buttons(id="end", pos=17, items=(end,)),) if circle.forward(now) else ()),
        *_write(state, now.now),
        Cards(id="reasons", pos=700, items=cards, total=total, label=_("All nominations"), layout="list"),
    )


def _write(state: State, person: str) -> tuple[Block, ...]:
    found = next((one for one in state.now if person and one.by == person), None)
    if found is None:
        return ()
    field = Field("reason", _("Told aloud"), "text", value=found.reason)
    return (Form(id="write", pos=16, fields=(field,), command="Explain", send=_("Write it down"), args={"nomination": found.id}),)


def _reason(state: State, one: Given) -> Card:
    show = Button("restore", _("Show again"), "Restore", {"what": one.id})
    hide = Button("hide", _("Hide"), "Hide", {"what": one.id})
    card = given_card(state, one)
    return Card(card.id, card.text, card.above, buttons=(show if one.id in state.hidden else hide,) if one.reason else ())


def _answers(state: State) -> tuple[Block, ...]:
    """A form for each of the oldest questions without an answer."""
    waiting = [one for one in state.questions if not one.answered and one.id not in state.hidden][:3]
    return tuple(
        Form(
            id=f"answer-{one.id}",
            pos=40 + place,
            fields=(Field("text", one.text, "text", 4000, hint=_("The answer, in a sentence")),),
            command="Answer",
            send=_("Answered"),
            args={"question": one.id},
        )
        for place, one in enumerate(waiting)
    )


def _questions(state: State) -> Block:
    cards = tuple(_question(one, name_of(state, one.nominee), one.id in state.hidden) for one in state.questions[-SHOWN:])
    return Cards(id="questions", pos=700, items=cards, total=len(state.questions), empty=_("No question yet."), layout="list")


@remembered
def _question(one: Question, nominee: str, hidden: bool) -> Card:
    show = Button("restore", _("Show again"), "Restore", {"what": one.id})
    button = show if hidden else Button("hide", _("Hide"), "Hide", {"what": one.id})
    return Card(one.id, one.text, _("To {name}", name=nominee), one.answer, tone="soft" if hidden else "", buttons=(button,))


def _consent(state: State) -> Sequence[Block]:
    call, who = call_of(state), proposed(state)
    if call is None or who is None:
        return ()
    fields = (
        Field("consent", _("Consent, hands raised"), "number", value=str(call.hands[0])),
        Field("concern", _("Concern, hands raised"), "number", value=str(call.hands[1])),
    )
    hands = Form(id="hands", pos=810, fields=fields, command="CountHands", send=_("Count people without a phone"))
    says = tuple(Button(id, option.text, "NomineeSays", {"signal": id}) for id, option in SIGNALS.items())
    aloud = Buttons(id="says", pos=47, items=says, label=_("{name} says aloud:", name=who.name))
    return (
        *((aloud,) if their_turn(state) else ()),
        *((hands,) if others_turn(state) else ()),
        *(_arguments(state) if call.closed else ()),
    )


def _arguments(state: State) -> tuple[Block, ...]:
    """Forms for arguments that their owners have not written: told aloud, the facilitator writes them."""
    call = state.calls[-1].number
    waiting = [one for one in state.objections if one.call == call and not one.text and one.status == "open"][:5]
    return tuple(_argue(one.id, one.text, _("Told aloud"), 780) for one in waiting)


def _argue(id: str, text: str, label: Words, pos: float) -> Form:
    field = Field("text", label, "text", value=text)
    return Form(id=f"argue-{id}", pos=pos, fields=(field,), command="Argue", send=_("Write it down"), args={"objection": id})


def _resolve(state: State) -> Sequence[Block]:
    left = open_objections(state)
    if not left:
        return ()
    one = left[0]
    args = {"objection": one.id}
    drop = Button("drop", _("It does not stand any more"), "Drop", args, confirm=_("Did the person who raised it say so?"))
    term, condition = Field("term", _("Another term, until"), "date"), Field("condition", _("A condition"), "text")
    rest = tuple(argument(other) for other in left[1:SHOWN])
    return (
        _argue(one.id, one.text, _("Told aloud"), 55),
        Buttons(id="settle", pos=60, items=(drop,)),
        Form(id="shorten", pos=62, fields=(term,), command="Shorten", send=_("Resolve it by this term"), args=args),
        Form(id="require", pos=64, fields=(condition,), command="Require", send=_("Resolve it by this condition"), args=args),
        *((Cards(id="rest", pos=70, items=rest, label=_("Then"), layout="list"),) if rest else ()),
        Text(id="another", pos=795, text=_("Or propose another person:"), tone="soft"),
        propose_form(state, 800),
    )


def _postpone(state: State) -> tuple[Block, ...]:
    if state.phase not in ("propose", "objections", "accept"):
        return ()
    reason = Field("reason", _("Nobody is selected today, because"), "text")
    fields = (reason, Field("when", _("Taken up again on"), "date", required=False))
    return (Form(id="postpone", pos=900, fields=fields, command="Postpone", send=_("Postpone the selection")),)
