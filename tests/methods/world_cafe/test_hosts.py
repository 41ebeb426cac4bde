from tests.methods.room import FACILITATOR
from tests.methods.world_cafe.cafe import Cafe
from tests.methods.world_cafe.test_notes import undo


def test_a_host_who_drops_out_is_followed_by_somebody_at_the_table() -> None:
    cafe = Cafe(12).to("talk", 1)
    host, follower, elsewhere = cafe.host(1), cafe.traveller(1), cafe.traveller(2)
    assert "no-host" not in cafe.sees(follower)
    cafe.go(host)
    assert cafe.sees("wall")["tables"]["items"]["t1"]["host"] == "No host"
    assert "no-host" in cafe.sees(follower)
    assert cafe.do(elsewhere, "TakeOver") == "hosted"
    assert cafe.press(follower, "no-host", "take-over") == ""
    assert cafe.host(1) == follower
    cafe.to("talk", 2)
    assert cafe.table(follower) == 1, "who hosts stays"
    cafe.come(host)
    assert cafe.host(1) == follower


def test_where_nobody_takes_over_a_host_is_drawn_of_those_who_sat_there() -> None:
    cafe = Cafe(12).to("talk", 1)
    sat = set(cafe.cafe.running.tables[1])
    gone = cafe.host(1)
    cafe.go(gone)
    cafe.to("move", 2)
    assert cafe.host(1) in sat - {gone}
    assert cafe.table(cafe.host(1)) == 1


def test_at_a_table_without_a_host_everybody_marks_what_goes_on() -> None:
    cafe = Cafe(12).to("talk", 1)
    follower = cafe.traveller(1)
    note = cafe.write(follower, "Trees")
    assert cafe.do(follower, "Carry", note=note) == "not-host"
    cafe.go(cafe.host(1))
    assert cafe.do(follower, "Carry", note=note) == ""
    assert cafe.do(cafe.traveller(2), "Carry", note=note, on=False) == "not-host"


def test_the_facilitator_has_another_person_host_and_takes_it_back() -> None:
    cafe = Cafe(12).to("talk", 1)
    before, other = cafe.host(1), cafe.traveller(1)
    cafe.do(FACILITATOR, "Look", table=1)
    button = cafe.sees("console")["people"]["items"][other]["buttons"]["host"]
    assert cafe.do(FACILITATOR, button["command"], **button["args"]) == ""
    assert cafe.host(1) == other
    assert undo(cafe) == "another host at table 1"
    cafe.undo()
    assert cafe.host(1) == before
    assert cafe.do(FACILITATOR, "SetHost", table=1, person=cafe.traveller(2)) == "not-there"


def test_every_deed_of_the_facilitator_is_named_and_can_be_taken_back() -> None:
    cafe = Cafe(12)
    start = cafe.state
    cafe.next()
    assert undo(cafe) == "seat the room"
    cafe.undo()
    assert cafe.cafe.stage == start.stage
    assert not cafe.cafe.rounds
    cafe.to("talk", 1)
    assert undo(cafe) == "begin round 1"
    clock = cafe.log.state.clock
    assert clock.total == 20 * 60_000, "the round has its time"
    cafe.undo()
    assert cafe.cafe.stage == "move"
    assert cafe.log.state.clock.total == 3 * 60_000
    cafe.to("talk", 1)
    for command, args, said in (
        ("AddTable", {}, "add a table"),
        ("CloseTable", {"table": 2}, "close table 2"),
        ("AddGuest", {"called": "Mrs Smith"}, "give Mrs Smith a seat"),
    ):
        before = cafe.state
        assert cafe.do(FACILITATOR, command, **args) == ""
        assert undo(cafe) == said
        cafe.undo()
        assert cafe.state == before
    before = cafe.state
    cafe.do(FACILITATOR, "CloseTable", table=2)
    cafe.to("move", 2)
    assert undo(cafe) == "seat round 2"
    cafe.undo()
    assert cafe.cafe.running == before.running


def test_the_way_back_leads_through_every_phase() -> None:
    cafe = Cafe(12).to("talk", 2)
    cafe.write(cafe.host(1), "Trees")
    cafe.to("done")
    seen = []
    for _step in range(20):
        cafe.back()
        seen.append((cafe.cafe.stage, cafe.cafe.round))
        if cafe.cafe.stage == "welcome":
            break
    assert seen == [("harvest", 3), ("talk", 3), ("move", 3), ("talk", 2), ("move", 2), ("talk", 1), ("move", 1), ("welcome", 0)]
    played = cafe.cafe.rounds
    cafe.to("talk", 3)
    assert cafe.cafe.rounds == played, "rounds that were played stay as they are"
