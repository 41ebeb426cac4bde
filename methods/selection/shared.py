"""What everybody sees of a selection, on the wall and on all phones alike."""

from collections.abc import Sequence

from methods.selection.answering import others_turn
from methods.selection.pieces import (
    SHOWN,
    SIGNALS,
    argument,
    called,
    counts,
    facts,
    given_card,
    name_of,
    names,
    options,
    phases,
    progress,
    proposal_facts,
    tally,
)
from methods.selection.rounds import round_of
from methods.selection.standing import call_of, listed, named, open_objections, proposal_of, proposed
from methods.selection.state import Question, State
from workshop import circle
from workshop.blocks import Block, Button, Buttons, Card, Cards, Choices, Field, Form, Heading, Part, Progress, Text, Wording
from workshop.language import Words, _, n_
from workshop.memory import remembered
from workshop.method import Viewer


def shared(state: State, viewer: Viewer) -> Sequence[Block]:
    """The screen of the wall, or what all phones show alike."""
    title = Heading(id="role", pos=10, text=state.office.title or _("Which role do we fill?"), above=_("Selection"))
    heading = () if state.phase == "done" and state.outcome is not None else (title,)
    return (*heading, *_body(state, viewer), phases(state))


def _body(state: State, viewer: Viewer) -> Sequence[Block]:
    match state.phase:
        case "role":
            return (*facts(state, 20), _listed(state) if viewer.role == "room" else names(state, 30))
        case "nominate":
            return _nominate(state, viewer)
        case "reasons" | "change":
            return _round(state, viewer)
        case "questions":
            lead = _("What would you like to know from those who are named?")
            return (Text(id="lead", pos=20, text=lead), *tally(state, 30), questions(state))
        case "propose":
            return (*(proposal(state) or (Text(id="lead", pos=20, text=STRENGTH, tone="note"),)), *tally(state, 60))
        case "consent":
            return (*proposal(state), *_consent(state, viewer))
        case "objections":
            return (*proposal(state), *_objections(state))
        case "accept":
            who = proposed(state)
            ask = _("Nobody objects. {name}, do you accept?", name=who.name if who else "")
            return (*proposal(state), Text(id="lead", pos=40, text=ask, tone="good"))
        case "done":
            return done(state)


def _listed(state: State) -> Block:
    """On phones: the list of names in one paragraph."""
    found: Words = ", ".join(one.name for one in listed(state)[:SHOWN]) or _("No name yet.")
    return Text(id="names", pos=30, text=_("Who can be nominated: {names}", names=found), tone="soft")


STRENGTH = _("The facilitator proposes somebody on the strength of the reasons, not of the count.")


def _nominate(state: State, viewer: Viewer) -> Sequence[Block]:
    done_ = len(state.given) + len(state.abstaining) + len(state.paper)
    lead = _("Whom do you nominate, and why? Yourself, or somebody else. Nobody sees it before all have written; "
             "then it is shown with your name.")  # fmt: skip
    bar = Progress(id="nominated", pos=600, done=done_, of=max(done_, viewer.here + len(state.paper)), label=_("have answered"))
    ask = (*nomination_form(state), *facts(state, 900)) if viewer.role == "room" else facts(state, 30)
    return (Text(id="lead", pos=20, text=lead), *ask, bar)


def nomination_form(state: State) -> tuple[Block, ...]:
    """The form that all phones show alike; what one has sent stands above it, on one's own screen."""
    fields = (
        Field("nominee", _("I nominate"), "choice", options=options(state)),
        Field("reason", _("Because"), "text", required=False, hint=_("You can say it aloud too, in the round of reasons.")),
    )
    leave = Button("abstain", _("I nominate nobody"), "Abstain")
    return (
        Form(id="nominate", pos=510, fields=fields, command="Nominate", send=_("Send")),
        *((Buttons(id="abstain", pos=520, items=(leave,)),) if state.settings.abstain else ()),
    )


def _round(state: State, viewer: Viewer) -> Sequence[Block]:
    now, change = round_of(state), state.phase == "change"
    reasons = _("Each in turn: whom do I nominate, and why? Nobody replies.")
    again = _("After all that was said: do you stay with your nomination, or do you change it, and why?")
    cards = tuple(_moved(state, place) for place in range(len(state.moved)))[:-4:-1] if change else ()
    counts_too = change or viewer.role != "wall" or not now.now
    return (
        Text(id="lead", pos=15, text=again if change else reasons),
        *circle.blocks(now, viewer, named=True, pos=20),
        *_speaking(state, now.now),
        *(tally(state, 560) if counts_too else ()),
        *((Cards(id="moved", pos=570, items=cards, layout="list"),) if cards else ()),
        *(_change(state) if change and viewer.role == "room" else ()),
    )


def _speaking(state: State, person: str) -> tuple[Block, ...]:
    """The nomination of the one who speaks."""
    found = next((one for one in state.now if person and one.by == person), None)
    return (Cards(id="speaking", pos=55, items=(given_card(state, found),), layout="list"),) if found else ()


def _moved(state: State, place: int) -> Card:
    one = state.moved[place]
    above = _("{by} now nominates {nominee}", by=called(state, one.by), nominee=name_of(state, one.after))
    return Card(f"moved-{place}", one.reason, above=above, pos=-place)


def _change(state: State) -> tuple[Block, ...]:
    ids = named(state) if state.settings.only_named else None
    hint = _("Only those who were named.") if state.settings.only_named else ""
    fields = (
        Field("nominee", _("I now nominate"), "choice", options=options(state, ids), hint=hint),
        Field("reason", _("What changed my mind"), "text"),
    )
    return (Form(id="change", pos=510, fields=fields, command="Change", send=_("Change my nomination")),)


def questions(state: State) -> Block:
    """The questions with their answers, the latest last."""
    seen = [one for one in state.questions if one.id not in state.hidden]
    cards = tuple(_question(one, name_of(state, one.nominee), place) for place, one in enumerate(seen))[-SHOWN:]
    total = len(seen) if len(seen) > SHOWN else 0
    return Cards(id="questions", pos=700, items=cards, total=total, empty=_("No question yet."), layout="list")


@remembered
def _question(one: Question, nominee: str, place: int) -> Card:
    above = _("To {name}", name=nominee)
    return Card(one.id, one.text, above=above, detail=one.answer, tone="good" if one.answered else "", pos=place)


def proposal(state: State) -> tuple[Block, ...]:
    """Who is proposed, and why."""
    now, who = proposal_of(state), proposed(state)
    if now is None or who is None:
        return ()
    cards = proposal_facts(now)
    lines = (Cards(id="proposal-facts", pos=21, items=cards, layout="list"),) if cards else ()
    return (Wording(id="proposed", pos=20, label=_("Proposed"), parts=(Part(who.name),)), *lines)


def _consent(state: State, viewer: Viewer) -> Sequence[Block]:
    call, who = call_of(state), proposed(state)
    if call is None:
        return ()
    name = who.name if who else ""
    said = SIGNALS[call.nominee].text if call.nominee else ""
    first = _("{name} is asked first.", name=name)
    last = _("Now {name} is asked.", name=name)
    theirs = (Text(id="nominee", pos=45, text=_("{name}: {answer}", name=name, answer=said)),) if said else ()
    if call.closed:
        asked = () if call.nominee else (Text(id="asked", pos=46, text=last, tone="now"),)
        return (counts(call, pos=40), *theirs, *asked, *arguments(state, call.number))
    lead = _("Do you see a reason not to entrust this person with this role? Everyone answers at the same moment.")
    legend = Choices(id="legend", pos=41, items=tuple(SIGNALS.values()), command="", argument="", send="")
    return (
        Text(id="lead", pos=40, text=lead if others_turn(state) else first),
        *((legend,) if viewer.role == "wall" else ()),
        *theirs,
        progress(call, viewer.here),
    )


def arguments(state: State, call: int) -> tuple[Block, ...]:
    """The objections and concerns of a call."""
    cards = tuple(argument(one) for one in state.objections if one.call == call)
    total = len(cards) if len(cards) > SHOWN else 0
    return (Cards(id="arguments", pos=700, items=cards[:SHOWN], total=total, layout="list"),) if cards else ()


def _objections(state: State) -> Sequence[Block]:
    left = open_objections(state)
    if not left:
        lead = _("Every objection is resolved.")
        return (Text(id="lead", pos=40, text=lead, tone="good"), *arguments(state, state.calls[-1].number if state.calls else 0))
    ask = _("What could we change so that this is resolved: the term, a condition, or another person?")
    more = n_("{count} more objection", "{count} more objections", len(left) - 1)
    return (
        Cards(id="objection", pos=40, items=(argument(left[0]),), label=_("Objection"), layout="list"),
        Text(id="lead", pos=45, text=ask),
        *((Text(id="left", pos=50, text=more, tone="soft"),) if len(left) > 1 else ()),
    )


def done(state: State) -> Sequence[Block]:
    """Whom the room has selected, or that it has selected nobody."""
    outcome, who, now = state.outcome, proposed(state), proposal_of(state)
    if outcome is None:
        return ()
    if outcome.result == "postponed" or who is None or now is None:
        heading = Heading(id="done", pos=10, text=state.office.title, above=_("Nobody was selected today"))
        return (heading, Text(id="reason", pos=20, text=outcome.reason))
    lines = tuple(card for card in proposal_facts(now) if card.id != "reason")
    concerns = tuple(argument(one) for one in state.objections if one.kind == "concern" and one.text)
    return (
        Heading(id="done", pos=10, text=who.name, above=state.office.title),
        Text(id="thanks", pos=20, text=_("Selected with the consent of all. Congratulations, and thank you!"), tone="good"),
        *((Cards(id="proposal-facts", pos=30, items=lines, layout="list"),) if lines else ()),
        *((Cards(id="concerns", pos=40, items=concerns[:SHOWN], label=_("Concerns to keep in mind"), layout="list"),) if concerns else ()),
    )
