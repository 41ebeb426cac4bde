"""A round of speakers: everybody once, some pass, some come late, some leave."""

from tests.circle.round import HOST, Talk, say
from workshop import circle
from workshop.blocks import encode
from workshop.circle import Rules


def test_everybody_speaks_once_in_the_order_of_their_coming() -> None:
    talk = Talk(("ana", "bo", "cy"))
    talk.begin()
    assert [talk.speak() for _turn in range(3)] == ["ana", "bo", "cy"]
    assert circle.is_over(talk.circle)
    assert dict(talk.circle.times) == {"ana": 10_000, "bo": 10_000, "cy": 10_000}


def test_a_drawn_order_has_everybody_once_and_follows_from_the_seed() -> None:
    talks = [Talk((f"p{number}" for number in range(20)), Rules("drawn")) for _turn in range(2)]
    for talk in talks:
        talk.begin()
    assert talks[0].circle.order == talks[1].circle.order
    assert sorted(talks[0].circle.order) == sorted(talks[0].people)
    assert list(talks[0].circle.order) != sorted(talks[0].people)


def test_tables_sit_together_and_some_begin_end_or_keep_silent() -> None:
    seats = {"ana": 2, "bo": 1, "cy": 2, "dia": 1}
    talk = Talk(("ana", "bo", "cy", "dia", "elif"), Rules("seated", seats=seats))
    talk.begin()
    assert talk.circle.order == ("bo", "dia", "ana", "cy", "elif")
    apart = Talk(("ana", "bo", "cy", "dia"), Rules("seated", without=frozenset({"bo"}), first=("dia",), last=("ana",)))
    apart.begin()
    assert apart.circle.order == ("dia", "cy", "ana")


def test_only_the_one_who_speaks_ends_a_turn_and_a_second_tap_changes_nothing() -> None:
    talk = Talk()
    talk.begin()
    assert talk.do("bo", circle.EndTurn("ana")) == "not-yours"
    assert talk.do("bo", circle.EndTurn("bo")) == "not-yet"
    talk.speak()
    assert talk.do("ana", circle.EndTurn("ana")) == ""
    assert (talk.circle.now, talk.heard) == ("bo", ["ana"])


def test_who_passes_can_speak_after_all_and_who_spoke_cannot_again() -> None:
    talk = Talk()
    talk.begin()
    assert talk.do("ana", circle.PassTurn("ana")) == ""
    assert [talk.speak(), talk.speak()] == ["bo", "cy"]
    assert talk.circle.now == ""
    assert talk.do("bo", circle.PutBack("bo")) == "spoke"
    assert talk.do("ana", circle.PutBack("ana")) == ""
    assert talk.speak() == "ana"


def test_where_passing_is_not_foreseen_only_the_facilitator_goes_past_somebody() -> None:
    talk = Talk(rules=Rules("seated", passing=False))
    talk.begin()
    assert talk.do("ana", circle.PassTurn("ana")) == "no-pass"
    assert talk.do(HOST, circle.SkipTurn("ana")) == ""
    assert talk.circle.now == "bo"


def test_who_comes_late_speaks_at_the_end_and_who_leaves_is_passed_over() -> None:
    talk = Talk()
    talk.begin()
    talk.come("dia")
    talk.go("bo")
    assert [talk.speak(), talk.speak(), talk.speak()] == ["ana", "cy", "dia"]
    talk.come("bo")
    assert talk.speak() == "bo", "who comes back and has not spoken speaks after all"


def test_who_leaves_after_speaking_does_not_speak_again() -> None:
    talk = Talk()
    talk.begin()
    talk.speak()
    talk.go("ana")
    talk.go("bo")
    assert talk.circle.now == "cy", "who leaves while they speak gives the word on"
    talk.come("ana")
    talk.come("bo")
    talk.speak()
    assert (talk.circle.now, talk.heard) == ("", ["ana", "bo", "cy"])


def test_somebody_without_a_phone_speaks_too() -> None:
    talk = Talk(("ana",))
    talk.begin()
    talk.do(HOST, circle.AddSpeaker("Madame Peeters"))
    talk.speak()
    assert talk.do(HOST, circle.EndTurn(talk.circle.now)) == ""
    assert len(talk.heard) == 2
    assert talk.sees("wall")["spoken"]["done"] == 2


def test_the_facilitator_changes_the_order_of_those_who_wait() -> None:
    talk = Talk(("ana", "bo", "cy", "dia"))
    talk.begin()
    assert talk.do(HOST, circle.MoveTurn("dia", "bo")) == ""
    assert talk.do(HOST, circle.MoveTurn("ana", "cy")) == "not-waiting"
    assert talk.do(HOST, circle.MoveTurn("bo")) == ""
    assert [talk.speak() for _turn in range(4)] == ["ana", "dia", "cy", "bo"]


def test_a_turn_that_was_ended_by_mistake_goes_on() -> None:
    talk = Talk()
    talk.begin()
    talk.speak()
    talk.do("cy", circle.PassTurn("cy"))
    back = circle.back(talk.circle)
    assert back is not None
    assert back.args == {"person": "ana"}
    assert talk.do(HOST, circle.ReturnTurn("ana")) == ""
    assert (talk.circle.now, talk.heard) == ("ana", [])
    assert [talk.speak(), talk.speak()] == ["ana", "bo"]


def test_a_round_that_was_closed_early_goes_on_with_those_who_are_there_then() -> None:
    talk = Talk()
    talk.begin()
    assert talk.do(HOST, circle.CloseRound()) == ""
    assert talk.do("bo", circle.EndTurn("bo")) == "closed"
    talk.people -= {"bo"}
    talk.come("dia")
    assert talk.do(HOST, circle.ReopenRound()) == ""
    assert [talk.speak(), talk.speak()] == ["cy", "dia"]
    assert talk.heard == ["ana", "cy", "dia"], "the one who spoke when it was closed has had their turn"


def test_a_round_cannot_begin_while_another_goes_on() -> None:
    talk = Talk(("ana",))
    talk.begin()
    assert talk.do(HOST, circle.BeginRound()) == "not-now"
    talk.speak()
    talk.begin()
    assert (talk.circle.number, talk.circle.now) == (2, "ana")


def minutes(talk: Talk, named: bool = False) -> list[str]:
    """The sentences of the record about a round."""
    return [block["text"] for block in encode(circle.minutes(talk.circle, named), say).values() if "text" in block]


def test_the_record_says_how_long_everybody_together_spoke_but_not_how_long_one_did() -> None:
    talk = Talk(tuple(f"p{number}" for number in range(12)))
    talk.begin()
    for _turn in range(12):
        talk.speak()
    assert "They spoke for 2 minutes in all." in minutes(talk)
    assert minutes(talk, named=True) == ["They spoke for 2 minutes in all."]

    alone = Talk(("ana",))
    alone.begin()
    alone.now += 600_000
    alone.speak()
    assert minutes(alone) == ["1 person spoke."]
