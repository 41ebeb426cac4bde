"""What people see of a dot vote: while it lasts their own dots, and how many have voted; then the result, everywhere."""

from collections.abc import Sequence

from methods.dot_vote.outcome import outcome, question_of, tally
from methods.dot_vote.phone import ALL, dots
from methods.dot_vote.state import State
from workshop.blocks import Bar, Block, Heading, Progress, Tally, Text
from workshop.language import _, n_
from workshop.memory import remembered
from workshop.method import Item, Move, Moves, Viewer


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
    progress = Progress(id="progress", pos=40, done=state.voters, of=max(viewer.here, state.voters), label=_("have voted"))
    blocks: list[Block] = [Text(id="secret", pos=30, text=secret, tone="soft"), progress, *_options(state, viewer)]
    if viewer.role == "console" and state.voters < state.settings.least_ballots:
        text = n_(
            "With fewer than {count} ballot no result is shown: it would not stay secret.",
            "With fewer than {count} ballots no result is shown: it would not stay secret.",
            state.settings.least_ballots,
        )
        blocks.append(Text(id="few", pos=45, text=text, tone="now"))
    return blocks


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
    options = tuple(_option(item) for item in state.options)
    return () if viewer.role == "room" else (Tally(id="options", pos=35, items=options, label=_("To choose from")),)


@remembered
def _option(item: Item) -> Bar:
    return Bar(item.id, item.text, 0)


def moves(state: State) -> Moves:
    """The vote, then its result."""
    if state.result is not None:
        return Moves(back=Move(_("Reopen the vote"), "Reopen"))
    return Moves(next=Move(n_("Show the result of {count} ballot", "Show the result of {count} ballots", state.voters), "Show"))
