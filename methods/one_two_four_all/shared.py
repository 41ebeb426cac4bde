"""What everybody sees of a 1-2-4-All, on the wall and on each phone."""

from collections.abc import Sequence

from methods.one_two_four_all.cards import idea_card
from methods.one_two_four_all.state import State, color_of, here, ideas_of, used
from methods.one_two_four_all.vocabulary import Together
from workshop.blocks import Block, Cards, Heading, Phase, Phases, Progress, Table, Tables, Text
from workshop.language import Name, Words, _, n_
from workshop.method import Viewer

NAMED = 40  # so many groups are shown with their people
SHOWN = 60
PHASES = (
    Phase("alone", _("1 alone")),
    Phase("pairs", _("2 together")),
    Phase("fours", _("4 together")),
    Phase("all", _("All")),
)


def shared(state: State, viewer: Viewer) -> Sequence[Block]:
    """The question, and what to do in this phase."""
    top: tuple[Block, ...] = (heading(state),)
    if state.stage not in ("welcome", "done") and viewer.role != "room":
        top = (*top, Phases(id="phases", pos=11, items=PHASES, now=state.stage))
    match state.stage:
        case "welcome":
            return (*top, Text(id="context", pos=12, text=state.settings.context or _ours(state)))
        case "alone":
            said = _("Think for yourself, and write down what comes to your mind.")
            wrote = Progress(id="wrote", pos=40, done=len(state.writers), of=viewer.here, label=_("have written"))
            return (*top, Text(id="now", pos=12, text=said), *(() if viewer.role == "room" else (wrote,)))
        case "pairs":
            return (*top, *_together(state, viewer, "pairs"))
        case "fours":
            return (*top, *_together(state, viewer, "fours"))
        case "all":
            hidden = viewer.role == "room" and state.settings.support
            return (*top, *(() if hidden else (ideas(state),)))
        case "done":
            return (*top, ideas(state))


def heading(state: State) -> Heading:
    """The question, and the phase."""
    above: dict[str, Words] = {
        "alone": _("Alone, in silence"),
        "pairs": _("In pairs"),
        "fours": _("In groups of four"),
        "all": _("All together"),
    }
    title = _("1-2-4-All")
    question = state.settings.question or title
    return Heading(id="question", pos=10, text=question, above=above.get(state.stage, title if state.settings.question else ""))


def _ours(state: State) -> Words:
    s = state.settings
    return _(
        "First everybody thinks alone ({alone} min), then two talk ({pairs} min), then four ({fours} min). "
        "Then all hear what each group found.",
        alone=s.alone,
        pairs=s.pairs,
        fours=s.fours,
    )


def _together(state: State, viewer: Viewer, stage: Together) -> Sequence[Block]:
    """Who is with whom, and how many groups know what they carry on; phones have their own."""
    if viewer.role == "room":
        return ()
    said = _("Find your pair: your phone says who it is.") if stage == "pairs" else _("Two pairs come together: your phone says which.")
    groups = used(state, stage)
    done = sum(bool(state.picked.get((stage, group))) for group in groups)
    label = _("pairs know what they carry on") if stage == "pairs" else _("groups know what they bring")
    named = (rooms(state, stage),) if len(groups) <= NAMED else ()
    return (
        Text(id="now", pos=12, text=said, tone="now"),
        *named,
        Progress(id="chosen", pos=40, done=done, of=len(groups), label=label),
    )


def rooms(state: State, stage: Together) -> Tables:
    """The groups with their people."""
    groups = used(state, stage)
    return Tables(id="groups", pos=30, items=tuple(_group(state, stage, group, len(groups) <= NAMED) for group in groups))


def _group(state: State, stage: Together, group: int, named: bool) -> Table:
    people, carried = here(state, stage, group), len(state.picked.get((stage, group), ()))
    return Table(
        f"{stage}-{group}",
        group,
        color_of(group),
        people=tuple(Name(person) for person in people) if named else (),
        count=len(people),
        detail=n_("{count} idea", "{count} ideas", carried) if carried else "",
        pos=group,
    )


def ideas(state: State) -> Cards:
    """What the groups bring to everybody; what has most support comes first when it is over."""
    found = ideas_of(state)
    ranked = state.stage == "done"
    if ranked:
        found.sort(key=lambda idea: (-len(idea[0].supporters), idea[0].place))
    cards = tuple(idea_card(note, groups, ranked) for note, groups in found[:SHOWN])
    return Cards(id="ideas", pos=30, items=cards, label=_("What the groups bring"), total=len(found), empty=_("No group has an idea yet."))
