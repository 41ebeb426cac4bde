"""How each event changes a consensing. An event that no longer fits changes nothing."""

from dataclasses import replace
from typing import assert_never

from immutables import Map

from methods.consensing import vocabulary as v
from methods.consensing.state import QUO, Ballot, Choice, Decision, Paper, Result, State, Word, choice_of, chosen, is_complete


def evolve(state: State, event: v.Event) -> State:
    """The state after an event."""
    match event:
        case v.Rated() | v.PaperCounted() | v.Counted() | v.Reopened() | v.AskedAgain():
            return _rating(state, event)
        case v.Heard():
            return replace(state, phase="hear") if state.phase == "shown" else state
        case v.Unheard():
            return replace(state, phase="shown") if state.phase == "hear" else state
        case v.Spoken(id, by, option, text):
            return replace(state, words=state.words.put(id, Word(id, by, option, text, len(state.words))))
        case v.WordHidden(word):
            return _hidden(state, word, True)
        case v.WordRestored(word):
            return _hidden(state, word, False)
        case v.OptionAdded() | v.OptionChanged() | v.OptionDropped():
            return _option(state, event)
        case v.Decided() | v.WrittenDown() | v.Undecided():
            return _decision(state, event)
        case _:
            assert_never(event)


def _rating(state: State, event: v.Rated | v.PaperCounted | v.Counted | v.Reopened | v.AskedAgain) -> State:
    match event:
        case v.Rated(by, option, resistance):
            before: Ballot = state.ballots.get(by, Map())
            after = before.set(option, resistance)
            voters = state.voters - is_complete(state, before) + is_complete(state, after)
            return replace(state, ballots=state.ballots.set(by, after), voters=voters)
        case v.PaperCounted(option, points, strongest, people):
            return replace(state, paper=state.paper.set(option, Paper(points, strongest)), people=people)
        case v.Counted():
            return replace(state, phase="shown", open=False, results=(*state.results, Result(state.choices, event)))
        case v.Reopened():
            if state.open or not state.results:
                return state
            again = replace(state, phase="rate", open=True, results=state.results[:-1])
            return chosen(again, state.results[-1].choices)
        case v.AskedAgain():
            fresh = replace(state, phase="rate", open=True, ballots=Map(), paper=Map(), people=0)
            return chosen(fresh, state.choices)


def _hidden(state: State, word: str, hidden: bool) -> State:
    found = state.words.get(word)
    return state if found is None else replace(state, words=state.words.put(word, replace(found, hidden=hidden), not hidden))


def _option(state: State, event: v.OptionAdded | v.OptionChanged | v.OptionDropped) -> State:
    match event:
        case v.OptionAdded(id, text):
            *others, quo = state.choices
            return chosen(state, (*others, Choice(id, text), quo))
        case v.OptionChanged(option, id, text):
            changed = (replace(one, id=id, text=text) if one.id == option else one for one in state.choices)
            return chosen(state, tuple(changed))
        case v.OptionDropped(option):
            return chosen(state, tuple(one for one in state.choices if one.id != option or option == QUO))


def _decision(state: State, event: v.Decided | v.WrittenDown | v.Undecided) -> State:
    match event:
        case v.Decided(id, option):
            found, chosen_before = choice_of(state, option), state.settings
            if found is None:
                return state
            facts = (chosen_before.responsible, chosen_before.criteria, chosen_before.review_date)
            return replace(state, phase="decided", decision=Decision(id, option, found.text, *facts))
        case v.WrittenDown(text, responsible, criteria, review_date):
            if state.decision is None:
                return state
            written = Decision(state.decision.id, state.decision.option, text, responsible, criteria, review_date)
            return replace(state, decision=written)
        case v.Undecided():
            return replace(state, phase="hear", decision=None) if state.decision else state
