"""What people see of a fist to five, and what stands in the record."""

from collections.abc import Iterable, Sequence

from palabre_fist_to_five.state import State, behind, wish_of
from palabre_fist_to_five.vocabulary import Revealed, Wished
from workshop.blocks import Bar, Block, Card, Cards, Choices, Field, Form, Heading, Option, Progress, Tally, Text, Tone
from workshop.language import Message, _, n_
from workshop.memory import remembered
from workshop.method import Viewer
from workshop.shelf import Shelf

WINDOW = 40

LEVELS: tuple[Message, ...] = (
    _("0 · I would stop this"),
    _("1 · I have grave doubts"),
    _("2 · I would change something first"),
    _("3 · I can live with it"),
    _("4 · I like it"),
    _("5 · I will help to carry it out"),
)


def view(state: State, viewer: Viewer) -> Sequence[Block]:
    """One's own fingers for oneself; how many have shown theirs for all; the hands when they are revealed."""
    if viewer.role == "person":
        return _own(state, viewer.person)
    above = _("Round {number}", number=state.round) if state.round > 1 else ""
    question = Heading(id="statement", pos=10, text=state.statement or _("How far do you stand behind this?"), above=above)
    if state.result is None:
        count = len(state.fingers)
        return (
            question,
            Text(id="how", pos=15, text=_("From 0, a fist, to 5: how far do you stand behind it? All hands are seen together.")),
            Progress(id="progress", pos=40, done=count, of=max(viewer.here, count), label=_("have shown a hand")),
        )
    wishes = state.wishes.get(state.round, Shelf())
    return (question, _outcome(state.result, ""), _tally(state.result, ""), _wishes(wishes.latest(WINDOW), len(wishes), ""))


def _own(state: State, person: str) -> Sequence[Block]:
    if state.result is None:
        own = state.fingers.get(person)
        chosen = () if own is None else (str(own),)
        options = tuple(Option(str(fingers), text) for fingers, text in enumerate(LEVELS))
        return (
            Choices(
                id="fingers",
                pos=20,
                items=options,
                command="Show",
                argument="fingers",
                send=_("Show"),
                chosen=chosen,
                args={"round": state.round},
            ),
        )
    wish = wish_of(state, person)
    field = Field("text", _("What would raise your hand?"), value=wish.text if wish else "")
    form = Form(id="wish", pos=45, fields=(field,), command="Wish", send=_("Say it"))
    return (form, Text(id="wished", pos=47, text=_("You said it: it is on the wall."), tone="good")) if wish else (form,)


def _outcome(result: Revealed, id: str) -> Block:
    all_hands = sum(result.hands)
    said = n_(
        "{number} of {count} person shows three or more.", "{number} of {count} people show three or more.", all_hands,
        number=behind(result.hands),
    )  # fmt: skip
    return Text(id=f"outcome{id}", pos=25 if not id else None, text=said, tone="now")


def _tally(result: Revealed, id: str) -> Block:
    bars = tuple(Bar(str(place), text, result.hands[place], tone=_tone(place)) for place, text in enumerate(LEVELS))
    return Tally(id=f"hands{id}", pos=30 if not id else None, items=bars, label=_("Hands"), total=sum(result.hands))


def _tone(fingers: int) -> Tone:
    return "stop" if fingers == 0 else "good" if fingers >= 3 else "note"


def _wishes(wishes: Iterable[Wished], total: int, id: str) -> Block:
    """The last wish of each person, or of those who wished last, in an order that tells nothing."""
    return Cards(
        id=f"wishes{id}",
        pos=50 if not id else None,
        items=tuple(_card(one) for one in sorted(wishes, key=lambda one: one.id)),
        label=_("What would raise hands"),
        total=total,
        empty=_("Nobody has said it yet."),
    )


@remembered
def _card(wished: Wished) -> Card:
    return Card(wished.id, wished.text)


def record(state: State) -> Sequence[Block]:
    """The statement, and for each round the hands and the wishes, without names."""
    blocks: list[Block] = [Heading(id="statement", text=state.statement or _("How far do you stand behind this?"))]
    for number, result in sorted(state.revealed.items()):
        if len(state.revealed) > 1:
            blocks.append(Text(id=f"round-{number}", text=_("Round {number}", number=number)))
        blocks += [_outcome(result, f"-{number}"), _tally(result, f"-{number}")]
        if number in state.wishes:
            blocks.append(_wishes(state.wishes[number], len(state.wishes[number]), f"-{number}"))
    return blocks if state.revealed else (*blocks, Text(id="open", text=_("No hands were revealed.")))
