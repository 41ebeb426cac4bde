"""The kit catches a method that tells what was said in secret."""

from collections.abc import Callable, Sequence
from typing import Any

from methods.dot_vote.method import method as dot_vote
from workshop.blocks import Text
from workshop.method import Move, Moves, Viewer

Broken = Callable[..., str]


def test_a_wall_that_shows_how_the_vote_stands(broken: Broken) -> None:
    def leaking(state: Any, viewer: Viewer) -> Sequence[Any]:
        dots = {id: sum(ballot.get(id, 0) for ballot in state.ballots.values()) for id in ("idea1", "idea2")}
        return (*dot_vote.view(state, viewer), *([Text(id="so-far", text=str(dots))] if viewer.role == "wall" else []))

    assert broken(dot_vote, view=leaking) == "secrecy"


def test_a_console_that_tells_after_the_vote_who_voted_what(broken: Broken) -> None:
    def telling(state: Any, viewer: Viewer) -> Sequence[Any]:
        ballots = sorted((person, sorted(ballot.items())) for person, ballot in state.ballots.items())
        told = [Text(id="who", text=str(ballots))] if viewer.role == "console" and state.result else []
        return (*dot_vote.view(state, viewer), *told)

    assert broken(dot_vote, view=telling) == "secrecy"


def test_a_button_that_says_who_leads(broken: Broken) -> None:
    def telling(state: Any) -> Moves:
        first = max((id for ballot in state.ballots.values() for id, dots in ballot.items() if dots), default="nobody")
        return Moves() if state.result else Moves(next=Move(first, "Show"))

    assert broken(dot_vote, moves=telling) == "secrecy"


def test_a_record_that_needs_the_ballots(broken: Broken) -> None:
    def counting(state: Any) -> Sequence[Any]:
        return (*dot_vote.record(state), Text(id="ballots", text=str(len(state.ballots))))

    assert broken(dot_vote, record=counting) == "secrecy"
