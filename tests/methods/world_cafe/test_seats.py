from tests.methods.room import FACILITATOR, Room
from tests.methods.world_cafe.cafe import Cafe, everybody_sits
from workshop.session.state import SYSTEM


def test_everybody_is_sent_to_a_table_and_sees_which() -> None:
    cafe = Cafe(12).to("move", 1)
    assert everybody_sits(cafe)
    place = cafe.sees("p1")["place"]
    assert place["moving"] is True
    assert sorted(cafe.sizes().values()) == [4, 4, 4]
    cafe.next()
    assert "moving" not in cafe.sees("p1")["place"]


def test_hosts_stay_and_nobody_meets_twice_or_comes_back_to_a_table() -> None:
    cafe = Cafe(25, size=5, rounds=4).to("talk", 4)
    seats = [one.seats for one in cafe.cafe.rounds]
    hosts = set(cafe.cafe.hosts.values())
    assert len(hosts) == 5
    for person in cafe.log.state.present:
        tables = [one[person] for one in seats]
        assert len(set(tables)) == (1 if person in hosts else 4)
    assert "Nobody meets twice (proven)." in str(cafe.sees("console"))


def test_those_who_would_like_to_host_do_and_missing_hosts_are_drawn() -> None:
    cafe = Cafe(12)
    for person in ("p3", "p7"):
        assert cafe.press(person, "volunteer", "host") == ""
    assert cafe.press("p3", "volunteer", "travel") == ""
    cafe.to("talk", 1)
    assert "p7" in cafe.cafe.hosts.values()
    assert len(cafe.cafe.hosts) == 3


def test_the_facilitator_names_hosts_of_those_who_are_here() -> None:
    cafe = Cafe(12, hosts="named")
    assert "volunteer" not in cafe.sees("p1")
    cafe.press("console", "list", "list")
    form = cafe.sees("console")["name-hosts"]
    assert set(form["items"]) == cafe.log.state.present
    cafe.do(FACILITATOR, form["command"], people=["p2", "p4", "p9", "stranger"])
    cafe.to("talk", 1)
    assert set(cafe.cafe.hosts.values()) == {"p2", "p4", "p9"}


def test_without_hosts_everybody_travels() -> None:
    cafe = Cafe(20, hosts="none").to("talk", 3)
    for person in cafe.log.state.present:
        assert len({one.seats[person] for one in cafe.cafe.rounds}) == 3
    assert "host" not in cafe.sees("wall")["tables"]["items"]["t1"]


def test_people_are_mixed_by_what_they_say_of_themselves() -> None:
    cafe = Cafe(12, size=4, hosts="none", mix="Your district", mix_choices=["North", "South"])
    for number in range(1, 13):
        assert cafe.do(f"p{number}", "Belong", value="North" if number <= 6 else "South") == ""
    assert cafe.do("p1", "Belong", value="Elsewhere") == "bad-choice"
    cafe.to("talk", 1)
    for table in cafe.cafe.open:
        north = [person for person in cafe.cafe.running.tables[table] if int(person[1:]) <= 6]
        assert len(north) == 2
    assert "Your district: mixed to" in str(cafe.record())


def test_those_who_came_together_sit_apart() -> None:
    cafe = Cafe(16, hosts="none", apart=True)
    for person in ("p1", "p2", "p3"):
        assert cafe.do(person, "ComeWith", word="Oak") == ""
    cafe.to("talk", 3)
    for one in cafe.cafe.rounds:
        assert len({one.seats[person] for person in ("p1", "p2", "p3")}) == 3


def test_who_comes_late_sits_at_once_and_nobody_else_moves() -> None:
    cafe = Cafe(12).to("talk", 2)
    before = dict(cafe.cafe.running.seats)
    played = cafe.cafe.rounds[0]
    cafe.come("late")
    assert {person: table for person, table in cafe.cafe.running.seats.items() if person != "late"} == before
    assert cafe.sees("late")["place"]["number"] == cafe.table("late")
    cafe.to("move", 3)
    assert "late" in cafe.cafe.running.seats
    assert cafe.cafe.rounds[0] == played


def test_who_leaves_is_taken_out_of_the_next_round_and_comes_back_to_the_own_table() -> None:
    cafe = Cafe(12).to("talk", 1)
    person = cafe.traveller(1)
    cafe.go(person)
    assert cafe.sees("wall")["tables"]["items"]["t1"]["count"] == 3
    assert person in cafe.cafe.rounds[0].seats, "the round was theirs too"
    cafe.come(person)
    assert cafe.table(person) == 1
    cafe.go(person)
    cafe.to("move", 2)
    assert person not in cafe.cafe.running.seats


def test_seats_that_nobody_waits_for_any_more_are_not_taken() -> None:
    cafe = Cafe(8)
    Room.next(cafe)
    assert cafe.log.state.activities["step"].state.asked is not None
    assert cafe.next_label() == ""
    cafe.back()
    answer = {"asked": 1, "people": ["p1"], "rounds": [[1]]}
    cafe.log.play("TakeSeats", answer, by=SYSTEM, activity="step")
    assert cafe.cafe.stage == "welcome"
    assert cafe.next_label() == "Seat the room"


def test_where_the_machine_does_not_answer_people_go_one_table_further() -> None:
    cafe = Cafe(12)
    Room.next(cafe)
    cafe.press("console", "simply", "simply")
    assert everybody_sits(cafe)
    assert sorted(cafe.sizes().values()) == [4, 4, 4]
    hosts = set(cafe.cafe.hosts.values())
    assert all(cafe.cafe.rounds[0].seats[one] == cafe.cafe.rounds[2].seats[one] for one in hosts)
    cafe.to("done")


def test_somebody_who_came_while_the_seats_were_worked_out_sits_too() -> None:
    cafe = Cafe(8)
    Room.next(cafe)
    cafe.come("late")
    cafe.go("p1")
    cafe.work()
    assert everybody_sits(cafe)
    assert "p1" not in cafe.cafe.running.seats


def test_a_person_without_a_phone_has_a_seat_and_a_name() -> None:
    cafe = Cafe(7)
    cafe.do(FACILITATOR, "AddGuest", called="Mrs Smith")
    cafe.to("move", 1)
    assert "Mrs Smith" in str(cafe.sees("wall")["tables"])
    assert sorted(cafe.sizes().values()) == [4, 4]
    cafe.do(FACILITATOR, "AddGuest", called="Mr Late")
    assert "Mr Late" in str(cafe.sees("wall")["tables"])
    (guest,) = [one for one, name in cafe.cafe.guests.items() if name == "Mr Late"]
    cafe.do(FACILITATOR, "RemoveGuest", person=guest)
    assert "Mr Late" not in str(cafe.sees("wall")["tables"])


def test_a_table_is_added_or_closed_for_the_next_round() -> None:
    cafe = Cafe(12).to("talk", 1)
    before = cafe.cafe.running
    assert cafe.do(FACILITATOR, "CloseTable", table=2) == ""
    assert cafe.cafe.running == before
    cafe.to("move", 2)
    assert 2 not in cafe.cafe.running.tables
    assert sorted(cafe.sizes().values()) == [6, 6]
    cafe.do(FACILITATOR, "AddTable")
    cafe.work()
    assert cafe.cafe.stage == "move"
    assert sorted(cafe.sizes().values()) == [4, 4, 4], "nobody has begun: all are seated anew"
    assert cafe.cafe.rounds[0] == before
    for table in (3, 4):
        cafe.do(FACILITATOR, "CloseTable", table=table)
        cafe.work()
    assert cafe.do(FACILITATOR, "CloseTable", table=1) == "last"


def test_the_plan_can_be_printed_with_every_round() -> None:
    cafe = Cafe(12)
    assert cafe.method.plan(cafe.state) is None
    cafe.to("move", 1)
    plan = cafe.method.plan(cafe.state)
    assert plan is not None
    assert [table.number for table in plan.tables] == [1, 2, 3]
    assert [set(seats) for _name, seats in plan.rounds] == [set(cafe.log.state.present)] * 3
    assert plan.tables[0].host == cafe.host(1)
