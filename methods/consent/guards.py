"""The guards of a consent decision: what is still open, and where it may go from here."""

from collections.abc import Hashable, Iterator

from methods.consent.state import Argument, Phase, Round, State, Version
from methods.consent.variants import order
from workshop.circle import Circle
from workshop.language import Message, _, n_

PREPARING: tuple[Phase, ...] = ("driver", "present", "clarify", "react", "amend")


def current(state: State) -> Version | None:
    """The proposal as it stands."""
    return state.versions[-1] if state.versions else None


def last_round(state: State) -> Round | None:
    """The call that is open, or the last one."""
    return state.rounds[-1] if state.rounds else None


def is_open(state: State) -> bool:
    """Whether a call is open, so that its signals are hidden."""
    return bool(state.rounds) and not state.rounds[-1].closed


def is_shown(state: State, argument: Argument) -> bool:
    """Whether an argument may be seen: not while the call in which it came is open."""
    return not (is_open(state) and argument.round == state.rounds[-1].number)


def raised(state: State, label: Hashable = None) -> Iterator[Argument]:
    """The arguments that may be seen, all of them or those under a label."""
    found = state.arguments if label is None else state.arguments.under_label(label)
    return (one for one in found if is_shown(state, one))


def untested(state: State) -> int:
    """How many possible objections were not tested yet, whichever call they come from."""
    waiting = state.arguments.count(("paper", state.rounds[-1].number, "objection")) if is_open(state) else 0
    return state.arguments.count("untested") - waiting


def qualified(state: State) -> int:
    """How many qualified objections were not integrated yet."""
    return state.arguments.count("qualified")


def under_test(state: State) -> Argument | None:
    """The argument that is being tested."""
    return next(raised(state, "untested"), None) if state.phase == "test" else None


def to_resolve(state: State) -> Argument | None:
    """The objection that is being resolved."""
    return next(state.arguments.under_label("qualified"), None) if state.phase == "resolve" else None


def is_checked(state: State) -> bool:
    """Whether everybody was asked about the proposal as it stands."""
    version, last = current(state), last_round(state)
    return version is not None and last is not None and last.closed and last.version == version.number


def forward(state: State) -> Phase | Message:
    """The phase that comes next, or why none does yet."""
    if state.phase in PREPARING:
        return _after_preparing(state)
    if is_open(state):
        return _("The call is still open. Show the answers first.")
    if untested(state):
        waiting = untested(state)
        return "test" if state.phase != "test" else n_(
            "One possible objection is not tested yet. Hear it: it qualifies, is dropped, or becomes a concern.",
            "{count} possible objections are not tested yet. Hear them one at a time.",
            waiting,
        )  # fmt: skip
    if qualified(state):
        return "resolve" if state.phase != "resolve" else n_(
            "One objection is still open. Integrate it, or defer, delegate, refer or withdraw the proposal.",
            "{count} objections are still open. Integrate them, or defer, delegate, refer or withdraw the proposal.",
            qualified(state),
        )  # fmt: skip
    return "agreed" if is_checked(state) else "check"


def _after_preparing(state: State) -> Phase | Message:
    steps = order(state)
    if state.phase != "driver" and not state.versions:
        return _("There is no proposal yet. Write it first.")
    return steps[steps.index(state.phase) + 1]


def circle_key(state: State) -> str:
    """Which round of speakers belongs to where the decision is."""
    return f"check {len(state.rounds)}" if state.phase == "check" else state.phase


def circle_of(state: State) -> Circle:
    """The round of speakers at this step; without a beginning where there is none."""
    return state.circles.get(circle_key(state), Circle())


def orphaned(state: State) -> bool:
    """Whether the argument in hand is that of somebody who has left."""
    one = under_test(state) or to_resolve(state)
    return one is not None and one.owner in state.gone


def open_to_all(state: State, one: Argument) -> bool:
    """Whether everybody may suggest what would resolve an objection: first the objector is asked, where there is one in the room."""
    alone = not one.owner or one.owner in state.gone
    return one.wide or alone or state.suggestions.count(("by", one.owner, one.id)) > 0


def answers(state: State) -> int:
    """How many answers the last call has so far, on phones, by hand and on paper."""
    last = last_round(state)
    if last is None:
        return 0
    paper = sum(state.arguments.count(("paper", last.number, kind)) for kind in ("concern", "objection"))
    return (last.counts.all if last.closed else len(last.signals)) + last.hands.all + paper
