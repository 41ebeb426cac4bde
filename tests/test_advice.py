"""What is doubtful about a plan."""

from dataclasses import replace

from workshop.advice import doubts_of, fitting_sources, handed_on, source_of
from workshop.agenda import Step
from workshop.language import speaker
from workshop.registry import discover

METHODS = discover().methods
IDEAS, MORE = Step("ideas", "brainstorm", "Ideas"), Step("more", "brainstorm", "More ideas")
MAP, VOTE, CONSENT = Step("map", "mind_map", "Map"), Step("vote", "dot_vote", "Vote"), Step("consent", "consent", "Consent")
say = speaker("en", ())


def doubts(*steps: Step) -> list[str]:
    return [say(doubt) for doubt in doubts_of(steps, len(steps) - 1, METHODS)]


def test_a_step_that_works_with_something_needs_a_step_that_yields_it() -> None:
    assert doubts(VOTE) == ["No step before this one yields ideas, groups or proposals for it to work with."]
    assert doubts(CONSENT, MAP) == ["No step before this one yields ideas for it to work with."]
    assert doubts(IDEAS, CONSENT) == []
    assert doubts(IDEAS) == []


def test_a_proposal_can_also_be_written_and_then_needs_no_step() -> None:
    assert doubts(CONSENT) == ["Nothing comes from the steps before: write the proposal here, or together in the room."]
    assert doubts(replace(CONSENT, settings={"proposal": "We try it."})) == []


def test_a_method_that_is_not_there_is_said() -> None:
    assert doubts(replace(CONSENT, method="oracle")) == ["The method oracle is not installed here: this step cannot be held."]


def test_a_step_takes_the_nearest_results_or_those_of_the_step_that_it_names() -> None:
    steps = [IDEAS, MORE, VOTE]
    assert source_of(steps, 2, METHODS) == MORE
    assert source_of([IDEAS, MORE, replace(VOTE, source="ideas")], 2, METHODS) == IDEAS
    assert fitting_sources(steps, 2, METHODS) == [IDEAS, MORE]
    assert source_of(steps, 0, METHODS) is None


def test_it_is_said_what_is_handed_on_and_not_what_could_be() -> None:
    assert say(handed_on([IDEAS, VOTE, CONSENT], 2, METHODS)) == "ideas"
    assert say(handed_on([IDEAS, MAP, VOTE, CONSENT], 3, METHODS)) == "groups"
    assert say(handed_on([VOTE, CONSENT], 1, METHODS)) == "ideas, groups or proposals"
