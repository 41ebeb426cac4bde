"""What people see of a dot vote: while it lasts their own dots, and how many have voted; then the result, everywhere."""

from collections.abc import Sequence

from methods.dot_vote.outcome import outcome, question_of, tally
from methods.dot_vote.phone import ALL, dots
from methods.dot_vote.state import State, enough
from workshop.blocks import Block, Card, Cards, Field, Form, Heading, Option, Progress, Text
from workshop.language import _, n_
from workshop.memory import remembered
from workshop.method import Item, Move, Moves, Viewer

MOST = 200


def view(state: State, viewer: Viewer) -> Sequence[Block]:
    """While it lasts: one's own dots, and how many have voted. Then the result, everywhere."""
    if viewer.role == "person":
        return () if state.result else dots(state, viewer)
    heading = Heading(id="question", pos=10, text=question_of(state))
    if state.result is None:
        return (heading, *_waiting(state, viewer))
    return (heading, Text(id="outcome", pos=15, text=outcome(state)), *tally(state, ALL))


def _waiting(state: State, viewer: Viewer) -> Sequence[Block]:
    secret = _("The vote is secret, also from the facilitator. You can change your dots until the result is shown.")
    done = state.voters + state.people
    progress = Progress(id="progress", pos=40, done=done, of=max(viewer.here + state.people, done), label=_("have voted"))
    blocks: list[Block] = [Text(id="secret", pos=30, text=secret, tone="soft"), progress, *_options(state, viewer)]
    if viewer.role == "console" and not enough(state):
        text = n_(
            "With fewer than {count} ballot no result is shown: it would not stay secret.",
            "With fewer than {count} ballots no result is shown: it would not stay secret.",
            state.settings.least_ballots,
        )
        blocks.append(Text(id="few", pos=45, text=text, tone="now"))
    return (*blocks, *(_hands(state) if viewer.role == "console" else ()))


def _hands(state: State) -> Sequence[Block]:
    """For the facilitator: hands, or dots on paper, of people without a phone."""
    options = tuple(Option(item.id, item.text) for item in state.options[:MOST])
    fields = (
        Field("option", _("Without a phone: hands or dots on paper for"), "choice", options=options),
        Field("dots", _("How many"), "number"),
        Field("people", _("From how many people in all"), "number", value=str(state.people)),
    )
    return (Form(id="hands", pos=60, fields=fields, command="CountHands", send=_("Count people without a phone")),) if options else ()


def _options(state: State, viewer: Viewer) -> Sequence[Block]:
    """What can be chosen, as long as it fits on a wall; of more it is said how many there are."""
    count = len(state.options)
    if count > ALL:
        text = n_(
            "There is {count} option. Everybody gets some of them: look at others before you choose.",
            "There are {count} options. Everybody gets some of them: look at others before you choose.",
            count,
        )
        return (Text(id="many", pos=12, text=text),)
    if viewer.role == "console":
        cards = tuple(_to_choose(item, state.hands.get(item.id, 0)) for item in state.options)
        return (Cards(id="options", pos=35, items=cards, label=_("To choose from"), layout="list"),)
    options = tuple(_option(item) for item in state.options)
    return () if viewer.role == "room" else (Cards(id="options", pos=35, items=options, label=_("To choose from"), layout="list"),)


@remembered
def _option(item: Item) -> Card:
    return Card(item.id, item.text)


@remembered
def _to_choose(item: Item, hands: int) -> Card:
    return Card(item.id, item.text, detail=n_("{count} by hand or on paper", "{count} by hand or on paper", hands) if hands else "")


def moves(state: State) -> Moves:
    """The vote, then its result."""
    if state.result is not None:
        return Moves(back=Move(_("Reopen the vote"), "Reopen"))
    label = n_("Show the result of {count} ballot", "Show the result of {count} ballots", state.voters + state.people)
    return Moves(next=Move(label, "Show", reveals=True))
