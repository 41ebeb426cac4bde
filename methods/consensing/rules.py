"""Who may do what when in a systemic consensing."""

from collections.abc import Sequence
from typing import assert_never

from methods.consensing import vocabulary as v
from methods.consensing.counting import counted
from methods.consensing.state import QUO, Ballot, Paper, State, choice_of, result_of
from workshop.language import _, n_
from workshop.messages import is_day
from workshop.method import Context, Rejected

Answer = Sequence[v.Event] | Rejected
MOST = 20


def decide(state: State, command: v.Command, context: Context) -> Answer:
    """The events that a command leads to, or why it may not be done now."""
    match command:
        case v.Rate() | v.CountPaper() | v.Show() | v.Reopen() | v.AskAgain():
            return _rate(state, command, context)
        case v.Hear():
            return [v.Heard()] if state.phase == "shown" else []
        case v.BackToResult():
            return [v.Unheard()] if state.phase == "hear" else []
        case v.Speak(option, text):
            return _speak(state, option, text, context)
        case v.HideWord(word) | v.RestoreWord(word):
            return _hide(state, word, isinstance(command, v.HideWord))
        case v.AddOption() | v.ChangeOption() | v.DropOption():
            return _option(state, command, context)
        case v.Decide() | v.WriteDown() | v.Undecide():
            return _decide(state, command, context)
        case _:
            assert_never(command)


def _rate(state: State, command: v.Rate | v.CountPaper | v.Show | v.Reopen | v.AskAgain, context: Context) -> Answer:
    match command:
        case v.Rate(option, dots):
            own: Ballot | None = state.ballots.get(context.actor)
            refused = _closed(state) or _gone(state, option)
            return refused or ([] if own is not None and own.get(option) == dots else [v.Rated(context.actor, option, dots)])
        case v.CountPaper(option, points, strongest, people):
            return _closed(state) or _gone(state, option) or _paper(state, v.PaperCounted(option, points, strongest, people))
        case v.Show():
            return _show(state)
        case v.Reopen():
            return [v.Reopened()] if state.phase == "shown" else []
        case v.AskAgain():
            if state.phase not in ("shown", "hear"):
                return Rejected(_("First look at the result of this round."))
            return [v.AskedAgain()] if len(state.choices) > 1 else _lonely()


def _show(state: State) -> Answer:
    if state.phase != "rate":
        return []
    if len(state.choices) < 2:
        return _lonely()
    if not state.voters + state.people:
        return Rejected(_("Nobody has rated every option yet. Wait for the first ones."), "nobody")
    return [counted(state)]


def _paper(state: State, wanted: v.PaperCounted) -> Answer:
    most = min(wanted.people * wanted.strongest, 10 * wanted.people)
    if not wanted.strongest <= wanted.points <= most:
        text = n_(
            "{count} person cannot have so much resistance.", "{count} people together cannot have so much resistance.", wanted.people
        )
        return Rejected(text, "too-many")
    same = state.paper.get(wanted.option) == Paper(wanted.points, wanted.strongest) and state.people == wanted.people
    return [] if same else [wanted]


def _speak(state: State, option: str, text: str, context: Context) -> Answer:
    last = result_of(state)
    if state.phase != "hear" or last is None:
        return Rejected(_("The words behind the resistance are heard after the result."))
    if option not in last.counted.order:
        return Rejected(_("This option is not there any more."), "gone")
    if not text:
        return Rejected(_("Please write something first."), "empty")
    return [v.Spoken(context.id, context.actor, option, text)]


def _hide(state: State, word: str, hide: bool) -> Answer:
    found = state.words.get(word)
    if found is None:
        return Rejected(_("That contribution is no longer there."), "unknown")
    if found.hidden == hide:
        return []
    return [v.WordHidden(word) if hide else v.WordRestored(word)]


def _option(state: State, command: v.AddOption | v.ChangeOption | v.DropOption, context: Context) -> Answer:
    if state.phase == "decided":
        return Rejected(_("This decision is closed. Reopen it to go on."), "closed")
    match command:
        case v.AddOption(text):
            if not text:
                return Rejected(_("Please write something first."), "empty")
            if len(state.choices) > MOST:
                return Rejected(_("More than twenty options are too many to weigh. Take one away first."), "too-many")
            return [v.OptionAdded(context.id, text)]
        case v.ChangeOption(option, text):
            found = choice_of(state, option)
            if found is None or found not in state.choices:
                return Rejected(_("This option is not there any more."), "gone")
            if not text:
                return Rejected(_("Please write something first."), "empty")
            new = QUO if option == QUO else context.id
            return [] if found.text == text else [v.OptionChanged(option, new, text)]
        case v.DropOption(option):
            if option == QUO:
                return Rejected(_("That it stays as it is can always be chosen."), "status-quo")
            return [v.OptionDropped(option)] if any(one.id == option for one in state.choices) else []


def _decide(state: State, command: v.Decide | v.WriteDown | v.Undecide, context: Context) -> Answer:
    match command:
        case v.Decide(option):
            last = result_of(state)
            if state.phase not in ("shown", "hear") or last is None:
                return Rejected(_("First look at the result of this round."))
            if option not in {one.id for one in last.best()}:
                return Rejected(_("Another option meets less resistance."), "not-best")
            return [v.Decided(context.id, option)]
        case v.WriteDown(text, responsible, criteria, review_date):
            if state.decision is None:
                return Rejected(_("Nothing is decided yet."))
            if not text:
                return Rejected(_("Write down what was decided."), "missing")
            if review_date and not is_day(review_date):
                return Rejected(_("“{date}” is no date. Write year-month-day, for example 2027-03-21.", date=review_date), "bad-date")
            return [v.WrittenDown(text, responsible, criteria, review_date)]
        case v.Undecide():
            return [v.Undecided()] if state.decision else []


def _closed(state: State) -> Rejected | None:
    return None if state.phase == "rate" else Rejected(_("The rating has ended. Look at the result on the wall."), "ended")


def _gone(state: State, option: str) -> Rejected | None:
    here = any(one.id == option for one in state.choices)
    return None if here else Rejected(_("This option was changed or is not there any more. Look at it again, then rate it."), "gone")


def _lonely() -> Rejected:
    return Rejected(_("Write at least one option beside the status quo."), "missing")
