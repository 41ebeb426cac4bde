"""Fold = live: however a workshop went, reading its log again gives the very same state."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.conftest import METHODS, TEMPLATE
from tests.logs import Log
from workshop.agenda import parse
from workshop.session.history import fold

people = st.sampled_from(["ana", "bo", "carla"])
texts = st.sampled_from(["Trees", "Shade", "", "boom", "poison", "<b>"])


class Workshop(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.log = Log(METHODS, parse(TEMPLATE, METHODS))

    @rule(who=people)
    def join(self, who: str) -> None:
        self.log.play("Join", by=who)

    @rule(who=people)
    def leave(self, who: str) -> None:
        self.log.play("Leave", by=who)

    @rule(who=people, text=texts)
    def say(self, who: str, text: str) -> None:
        self.log.do("Say", by=who, text=text)

    @rule(place=st.integers(0, 3))
    def hide(self, place: int) -> None:
        said = sorted(self.log.state.activity.state.said) if self.log.state.activity and self.log.state.activity.state else []
        self.log.do("Hide", id=said[place] if place < len(said) else "none")

    @rule(name=st.sampled_from(["OpenRoom", "Next", "Back", "Undo", "Undo", "Redo", "PauseTimer", "ExtendTimer", "Close", "Reopen"]))
    def drive(self, name: str) -> None:
        self.log.play(name)

    @rule(step=st.sampled_from(["one", "two", "three"]))
    def go(self, step: str) -> None:
        self.log.play("Go", {"step": step})

    @invariant()
    def the_state_is_the_fold_of_the_log(self) -> None:
        assert fold(METHODS, self.log.entries) == self.log.state

    @invariant()
    def seqs_have_no_gap_and_ids_come_once(self) -> None:
        assert [entry.seq for entry in self.log.entries] == list(range(1, len(self.log.entries) + 1))
        assert len({entry.id for entry in self.log.entries}) == len(self.log.entries)


TestWorkshop = Workshop.TestCase
TestWorkshop.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
