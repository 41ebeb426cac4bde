"""What holds in every round, whatever people do, and whatever of it is undone."""

from collections import Counter

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.circle.round import HOST, Talk
from workshop import circle
from workshop.circle import Circle, Rules

MANY = settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
PEOPLE = ("ana", "bo", "cy", "dia", "elif")
DEEDS = ("come", "come", "go", "go", "speak", "speak", "speak", "pass", "skip", "put back", "give back", "move", "guest", "close", "reopen")
PERSON = st.integers(0, 5)
HISTORIES = st.lists(st.tuples(st.sampled_from(DEEDS), PERSON, PERSON), max_size=40)
RULES = st.builds(Rules, order=st.sampled_from(("drawn", "seated")), passing=st.booleans())


def happen(talk: Talk, deed: str, one: int, other: int) -> None:
    """Somebody tries something: a person of the room, or whoever is in the round."""
    known = (*PEOPLE, *(id for id in sorted(talk.circle.members) if id not in PEOPLE))
    person, before = known[one % len(known)], known[other % len(known)]
    if deed == "come" and person in PEOPLE:
        talk.come(person)
    elif deed == "go" and person in PEOPLE:
        talk.go(person)
    by = person if person in talk.people and other % 2 else HOST
    commands: dict[str, tuple[str, circle.Command]] = {
        "speak": (by, circle.EndTurn(person)) if other == 0 else (HOST, circle.EndTurn(talk.circle.now or person)),
        "pass": (by, circle.PassTurn(person)),
        "skip": (HOST, circle.SkipTurn(person)),
        "put back": (by, circle.PutBack(person)),
        "give back": (HOST, circle.ReturnTurn(talk.circle.ended[-1] if talk.circle.ended else person)),
        "move": (HOST, circle.MoveTurn(person, before if other else "")),
        "guest": (HOST, circle.AddSpeaker("")),
        "close": (HOST, circle.CloseRound()),
        "reopen": (HOST, circle.ReopenRound()),
    }
    if deed in commands and (deed != "guest" or one == 0):
        talk.do(*commands[deed])


def sound(now: Circle) -> None:
    """What is true of every round at every moment."""
    assert sorted(now.order) == sorted(now.members), "everybody has one place in the order"
    assert sorted(now.ended) == sorted(now.how), "a turn ends once"
    assert now.now not in now.how, "who has had a turn does not have the word"
    assert now.now not in now.gone
    assert not set(circle.waiting(now)) & set(now.how), "who has spoken is not waiting to speak"
    assert now.now or not now.open or not circle.waiting(now), "while somebody waits, somebody has the word"
    assert now.open or not now.now, "when it is over, nobody has the word"


@MANY
@given(RULES, HISTORIES)
def test_nobody_speaks_twice_and_the_order_has_everybody_once(rules: Rules, history: list[tuple[str, int, int]]) -> None:
    talk = Talk(PEOPLE[:3], rules)
    talk.begin()
    spoken: Counter[str] = Counter()
    for step in history:
        before = talk.circle
        happen(talk, *step)
        sound(talk.circle)
        spoken.update(set(circle.spoken(talk.circle)) - set(circle.spoken(before)))
        spoken.subtract(set(circle.spoken(before)) - set(circle.spoken(talk.circle)))  # the word was given back: it is the same turn
        assert all(count in (0, 1) for count in spoken.values())
        if step[0] != "give back":
            assert set(circle.spoken(before)) <= set(circle.spoken(talk.circle)), "who has spoken has spoken"


@MANY
@given(RULES, HISTORIES)
def test_everybody_who_is_there_gets_a_turn_and_the_round_comes_to_its_end(rules: Rules, history: list[tuple[str, int, int]]) -> None:
    talk = Talk(PEOPLE[:3], rules)
    talk.begin()
    for step in history:
        happen(talk, *step)
    talk.do(HOST, circle.ReopenRound())
    turns = 0
    while talk.circle.now:
        assert talk.do(HOST, circle.EndTurn(talk.circle.now)) == ""
        turns += 1
        assert turns <= len(talk.circle.members)
    assert circle.is_over(talk.circle)
    assert talk.people <= set(talk.circle.how), "each has spoken, passed, or was skipped"
    for person in talk.people & (set(circle.spoken(talk.circle, "passed")) | set(circle.spoken(talk.circle, "skipped"))):
        talk.do(person, circle.PutBack(person))
    while talk.circle.now:
        talk.do(HOST, circle.EndTurn(talk.circle.now))
    assert talk.people <= set(circle.spoken(talk.circle)), "who passed can speak after all"


@MANY
@given(HISTORIES, st.lists(st.booleans(), min_size=60, max_size=60))
def test_a_round_is_sound_whatever_of_it_is_undone(history: list[tuple[str, int, int]], kept: list[bool]) -> None:
    talk = Talk(PEOPLE[:3])
    talk.begin()
    for step in history:
        happen(talk, *step)
    left = Circle()
    for place, event in enumerate(talk.events):
        if kept[place % len(kept)]:
            left = circle.evolve(left, event)
            sound(left)


@MANY
@given(HISTORIES)
def test_own_screens_change_only_for_those_who_are_named(history: list[tuple[str, int, int]]) -> None:
    talk = Talk(PEOPLE[:3])
    talk.begin()
    for step in history:
        before, seen = len(talk.events), {one: talk.sees(one) for one in PEOPLE}
        happen(talk, *step)
        mine = [
            event for event in talk.events[before:] if not isinstance(event, circle.TurnMoved | circle.RoundClosed | circle.RoundReopened)
        ]
        if len(mine) < len(talk.events) - before or any(isinstance(event, circle.TurnReturned) for event in mine):
            continue  # what the facilitator does touches everybody
        named = {one for event in mine for one in circle.touches(talk.circle, event)}
        assert {one for one in PEOPLE if talk.sees(one) != seen[one]} <= named
