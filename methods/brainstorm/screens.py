"""What people see of a brainstorm: the question and a field, the ideas as they come, the console's cards."""

from collections.abc import Sequence

from methods.brainstorm.state import Idea, State, ideas_of
from methods.brainstorm.vocabulary import PAPER
from workshop.blocks import Block, Button, Card, Cards, Field, Form, Heading, Progress, Text
from workshop.language import Words, _, n_
from workshop.method import Move, Moves, Viewer

WINDOW = 40
CONSOLE_WINDOW = 300


def view(state: State, viewer: Viewer) -> Sequence[Block]:
    """The blocks for a viewer; ideas that are hidden, or not yet revealed, are on the console only."""
    match viewer.role:
        case "person":
            return _own(state, viewer.person)
        case "console":
            return (*_shared(state, viewer), _paper(), *_console(state))
        case _:
            return _shared(state, viewer)


def question_of(state: State) -> Words:
    """The question that was set, or ours in the language of the reader."""
    return state.settings.question or _("What are your ideas?")


def _shared(state: State, viewer: Viewer) -> Sequence[Block]:
    people = len(state.own) - (PAPER in state.own)
    blocks: list[Block] = [
        Heading(id="question", pos=10, text=question_of(state)),
        Progress(id="progress", pos=40, done=people, of=max(viewer.here, people), label=_("have written")),
    ]
    if state.stage == "support":
        text = _("Tap the ideas that matter to you. You can take it back.")
        blocks.append(Text(id="support", pos=12, text=text))
    if state.stage == "closed":
        text = n_("{count} idea was gathered.", "{count} ideas were gathered.", state.standing)
        blocks.append(Text(id="closed", pos=12, text=text))
    if viewer.role == "console":
        return blocks
    if state.revealed:
        blocks.append(_wall(state) if viewer.role == "wall" else _phone(state))
    elif state.standing:
        waiting = n_("{count} idea waits for the reveal.", "{count} ideas wait for the reveal.", state.standing)
        blocks.append(Text(id="waiting", pos=50, text=waiting, tone="soft"))
    return blocks


def _wall(state: State) -> Block:
    cards = tuple(_card(idea) for idea in _window(state))
    return Cards(id="ideas", pos=50, items=cards, total=state.standing, empty=_("The ideas appear here."))


def _phone(state: State) -> Block:
    """The latest ideas; in the support phase each can be tapped, but for whose they are: the rules refuse one's own."""
    cards = tuple(_card(idea, _taps(state, idea)) for idea in _window(state))
    return Cards(id="ideas", pos=50, items=cards, label=_("Ideas of the room"), total=state.standing, layout="list")


def _window(state: State) -> list[Idea]:
    """All ideas while they are supported (each must be reachable); else the latest, so that a beat does not grow."""
    if state.stage == "support":
        return ideas_of(state)
    found: list[Idea] = []
    for number in range(len(state.order) - 1, -1, -1):
        idea = state.ideas[state.order[number]]
        if idea.stands:
            found.append(idea)
        if len(found) == WINDOW:
            break
    return found


def _card(idea: Idea, buttons: tuple[Button, ...] = ()) -> Card:
    return Card(idea.id, idea.text, count=len(idea.supporters), buttons=buttons)


def _taps(state: State, idea: Idea) -> tuple[Button, ...]:
    support = Button("support", _("Support"), "Support", {"idea": idea.id})
    unclear = Button("unclear", _("Unclear?"), "Ask", {"idea": idea.id}, confirm=_("Ask the author to say it more clearly?"))
    taps = ((support,) if state.settings.support else (), (unclear,) if idea.by != PAPER else ())
    return () if state.stage == "closed" else (*taps[0], *taps[1])


def _own(state: State, person: str) -> Sequence[Block]:
    ideas = [state.ideas[id] for id in state.own.get(person, ())]
    limit = state.settings.limit
    blocks: list[Block] = []
    if state.stage == "gather" and (not limit or len(ideas) < limit):
        blocks.append(Form(id="add", pos=20, fields=(Field("text", _("Your idea"), input="text"),), command="Add", send=_("Send")))
    elif state.stage == "gather":
        blocks.append(Text(id="full", pos=20, text=n_("Your {count} idea is in.", "Your {count} ideas are in.", len(ideas)), tone="good"))
    if ideas:
        cards = tuple(Card(idea.id, idea.text, detail=_note(idea), buttons=_withdraw(state, idea)) for idea in reversed(ideas))
        blocks.append(Cards(id="own", pos=30, items=cards, label=_("Yours so far"), layout="list"))
    asked = [idea for idea in ideas if idea.unclear and state.stage != "closed"]
    blocks.extend(_amend(idea, place) for place, idea in enumerate(asked))
    return [*blocks, *_backed(state, person)]


def _backed(state: State, person: str) -> Sequence[Block]:
    """The ideas that somebody supports: seen at once, so that a second tap is not a tap by mistake."""
    ideas = [state.ideas[id] for id in state.backed.get(person, ()) if state.ideas[id].stands]
    if not ideas or not state.revealed:
        return ()
    closed = state.stage == "closed"
    back = {idea.id: () if closed else (Button("back", _("Take it back"), "Support", {"idea": idea.id}),) for idea in ideas}
    cards = tuple(Card(idea.id, idea.text, buttons=back[idea.id]) for idea in reversed(ideas))
    return (Cards(id="backed", pos=48, items=cards, label=_("You support"), layout="list"),)


def _note(idea: Idea) -> Words:
    if idea.hidden:
        return _("The facilitator does not show this one.")
    if idea.unclear:
        return _("Somebody asks you to say it more clearly.")
    return ""


def _withdraw(state: State, idea: Idea) -> tuple[Button, ...]:
    if state.stage != "gather":
        return ()
    return (Button("withdraw", _("Withdraw"), "Withdraw", {"idea": idea.id}, confirm=_("Take this idea back?")),)


def _amend(idea: Idea, place: int) -> Block:
    field = Field("text", _("Say it more clearly"), input="text", value=idea.text)
    return Form(id=f"amend-{idea.id}", pos=32 + place, fields=(field,), command="Amend", send=_("Change it"), args={"idea": idea.id})


def _paper() -> Block:
    field = Field("text", _("A card on paper"), hint=_("What somebody without a phone wrote or said"))
    return Form(id="paper", pos=60, fields=(field,), command="Add", send=_("Add for somebody"))


def _console(state: State) -> Sequence[Block]:
    newest = [state.ideas[state.order[number]] for number in range(len(state.order) - 1, -1, -1)]
    cards = tuple(_console_card(idea) for idea in newest if not idea.withdrawn)[:CONSOLE_WINDOW]
    return (Cards(id="ideas", pos=50, items=cards, total=state.standing, layout="list", empty=_("The ideas appear here.")),)


def _console_card(idea: Idea) -> Card:
    button = Button("restore", _("Show again"), "Restore", {"idea": idea.id}) if idea.hidden else _hide(idea)
    above = _("Hidden") if idea.hidden else _("On paper") if idea.by == PAPER else ""
    return Card(idea.id, idea.text, above=above, count=len(idea.supporters), tone="soft" if idea.hidden else "", buttons=(button,))


def _hide(idea: Idea) -> Button:
    return Button("hide", _("Hide"), "Hide", {"idea": idea.id})


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
        next=Move(labels[ahead], "Enter", {"stage": ahead}) if ahead else None,
        back=Move(backs[behind], "Enter", {"stage": behind}) if behind else None,
    )
