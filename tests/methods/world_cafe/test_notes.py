from tests.methods.room import FACILITATOR, texts
from tests.methods.world_cafe.cafe import Cafe
from workshop.blocks import Card, Cards
from workshop.language import speaker
from workshop.method import Viewer
from workshop.session.reading import undo_label

say = speaker("en", ())


def undo(cafe: Cafe) -> str:
    return say(undo_label({cafe.method.name: cafe.method}, cafe.log.state))


def test_everybody_at_a_table_writes_and_sees_what_their_table_writes() -> None:
    cafe = Cafe(12).to("talk", 1)
    host, guest, elsewhere = cafe.host(1), cafe.traveller(1), cafe.traveller(2)
    cafe.write(host, "Trees")
    cafe.write(guest, "Shade")
    assert texts(cafe.sees(host), "notes") == texts(cafe.sees(guest), "notes") == ["Shade", "Trees"]
    assert texts(cafe.sees(elsewhere), "notes") == []
    assert cafe.sees("wall")["tables"]["items"]["t1"]["detail"] == "2 notes"
    assert cafe.do(elsewhere, "Write", text="Mine", table=1, round=1) == "not-your-table"
    assert cafe.do(guest, "Write", text="") == "empty"


def test_the_host_marks_what_goes_on_and_sees_what_earlier_rounds_left() -> None:
    cafe = Cafe(12).to("talk", 1)
    host, guest = cafe.host(1), cafe.traveller(1)
    kept, left = cafe.write(guest, "Trees"), cafe.write(guest, "Old hat")
    assert cafe.do(guest, "Carry", note=kept) == "not-host"
    card = cafe.sees(host)["notes"]["items"][kept]
    assert cafe.do(host, card["buttons"]["carry"]["command"], **card["buttons"]["carry"]["args"]) == ""
    cafe.to("talk", 2)
    newcomer = cafe.traveller(1)
    assert texts(cafe.sees(newcomer), "earlier") == ["Trees"]
    assert set(texts(cafe.sees(host), "earlier")) == {"Trees", "Old hat"}
    assert cafe.do(host, "Carry", note=left) == ""
    assert set(texts(cafe.sees(newcomer), "earlier")) == {"Trees", "Old hat"}
    assert cafe.sees("wall")["tables"]["items"]["t1"]["text"] in ("Trees", "Old hat")


def test_a_note_that_the_network_kept_back_comes_to_the_table_where_it_was_written() -> None:
    cafe = Cafe(12).to("talk", 1)
    guest = cafe.traveller(1)
    form = cafe.sees(guest)["write"]
    cafe.to("talk", 2)
    assert cafe.do(guest, form["command"], **form["args"], text="Late") == ""
    (note,) = cafe.cafe.notes
    assert (note.table, note.round) == (1, 1)


def test_the_author_takes_a_note_back_and_nobody_else() -> None:
    cafe = Cafe(12).to("talk", 1)
    guest = cafe.traveller(1)
    note = cafe.write(guest, "Tress")
    assert cafe.do(cafe.host(1), "Withdraw", note=note) == "not-yours"
    assert cafe.do(guest, "Withdraw", note=note) == ""
    assert texts(cafe.sees(guest), "notes") == []
    assert cafe.do(guest, "Withdraw", note=note) == "gone"


def test_a_device_that_a_table_shares_writes_and_marks_for_it_and_has_no_seat() -> None:
    cafe = Cafe(8)
    cafe.come("tablet", "2")
    cafe.to("move", 1)
    assert sum(cafe.sizes().values()) == 8
    assert cafe.sees("tablet")["place"]["number"] == 2
    assert "moving" not in cafe.sees("tablet")["place"]
    cafe.next()
    note = cafe.write("tablet", "From the tablet")
    assert texts(cafe.sees(cafe.host(2)), "notes") == ["From the tablet"]
    assert cafe.do("tablet", "Carry", note=note) == ""
    other = cafe.write(cafe.host(1), "Elsewhere")
    assert cafe.do("tablet", "Carry", note=other) == "not-host"
    cafe.to("talk", 2)
    assert texts(cafe.sees("tablet"), "earlier") == ["From the tablet"]
    cafe.go("tablet")
    assert cafe.do("tablet", "Write", text="Gone") == "not-in"


def test_a_device_for_a_table_that_does_not_exist_is_told_so() -> None:
    cafe = Cafe(8)
    cafe.come("tablet", "9")
    cafe.to("talk", 1)
    assert "not used" in str(cafe.sees("tablet"))
    assert cafe.do("tablet", "Write", text="Hello") == "not-your-table"


def test_what_a_paper_says_is_added_for_its_table_and_counted_apart() -> None:
    cafe = Cafe(8).to("talk", 1)
    form = cafe.sees("console")["paper"]
    assert cafe.do(FACILITATOR, form["command"], table="2", text="From paper") == ""
    assert texts(cafe.sees(cafe.host(2)), "notes") == ["From paper"]
    assert undo(cafe) == "add “From paper”"
    assert cafe.record()["paper"]["text"] == "1 of them came on paper."
    cafe.undo()
    assert not len(cafe.cafe.notes)


def test_what_is_hidden_leaves_every_screen_but_the_console_and_the_record_counts_it() -> None:
    cafe = Cafe(8).to("talk", 1)
    note = cafe.write(cafe.traveller(1), "Something rude")
    cafe.do(cafe.host(1), "Carry", note=note)
    cafe.do(FACILITATOR, "Hide", note=note)
    assert undo(cafe) == "hide “Something rude”"
    cafe.do(FACILITATOR, "Look", table=1)
    assert "rude" in str(cafe.sees("console"))
    for who in ("wall", "room", cafe.host(1)):
        assert "rude" not in str(cafe.sees(who))
    assert "rude" not in str(cafe.record())
    assert cafe.results() == []
    cafe.undo()
    assert "rude" in str(cafe.sees(cafe.host(1)))


def test_the_harvest_goes_from_table_to_table_and_what_is_carried_on_goes_to_the_next_step() -> None:
    cafe = Cafe(12).to("talk", 1)
    for table, text in ((1, "Trees"), (3, "Benches")):
        note = cafe.write(cafe.host(table), text)
        cafe.do(cafe.host(table), "Carry", note=note)
    cafe.write(cafe.host(1), "Not carried on")
    cafe.to("harvest")
    assert cafe.cafe.table == 1
    assert texts(cafe.sees("wall"), "telling") == ["Trees"]
    assert cafe.do(cafe.traveller(2), "Spot", text="People want to sit in the green") == ""
    assert cafe.next_label() == "Table 3 tells"
    cafe.next()
    (pattern,) = cafe.sees("console")["patterns"]["items"]
    cafe.do(FACILITATOR, "HearAgain", pattern=pattern)
    assert cafe.sees("wall")["patterns"]["items"][pattern]["detail"] == "Heard at tables 1, 3"
    cafe.next()
    assert cafe.cafe.stage == "done"
    found = {item.text: item for item in cafe.results()}
    assert set(found) == {"Trees", "Benches", "People want to sit in the green"}
    assert found["Benches"].facts == {"table": "3", "round": "1"}
    heard = found["People want to sit in the green"]
    assert heard.sources == (found["Trees"].id, found["Benches"].id)
    assert heard.support == 2


def test_where_nothing_is_marked_the_harvest_shows_what_was_written() -> None:
    cafe = Cafe(8).to("talk", 1)
    cafe.write(cafe.traveller(2), "Shade")
    cafe.to("harvest")
    assert texts(cafe.sees("wall"), "telling") == ["Shade"]
    assert cafe.sees("wall")["telling"]["label"] == "Nothing is marked yet. This was written:"


def test_very_many_notes_do_not_make_a_screen_larger_and_each_can_be_reached() -> None:
    cafe = Cafe(4, rounds=1).to("talk", 1)
    writer = cafe.traveller(1)
    for number in range(300):
        cafe.do(writer, "Write", text=f"Note {number}")
    assert len(cafe.sees(writer)["notes"]["items"]) == 30
    assert cafe.sees(writer)["notes"]["total"] == 300
    cafe.do(FACILITATOR, "Look", table=1)
    seen = set(cafe.sees("console")["table-notes"]["items"])
    while "older" in cafe.sees("console").get("leaves", {}).get("items", {}):
        cafe.press("console", "leaves", "older")
        seen |= set(cafe.sees("console")["table-notes"]["items"])
    assert len(seen) == 300, "every note can be reached"


def test_the_record_says_who_could_meet_whom_in_numbers_and_by_name_only_where_that_was_set() -> None:
    for names in (False, True):
        cafe = Cafe(12, names_in_record=names).to("talk", 1)
        note = cafe.write(cafe.host(2), "Trees")
        cafe.do(cafe.host(2), "Carry", note=note)
        cafe.to("done")
        record = cafe.record()
        assert record["people"]["text"] == "12 people talked at 3 tables, in 3 rounds."
        assert record["met"]["text"].startswith("Of 66 pairs, ")
        assert record["each"]["text"].startswith("Everybody could meet ")
        assert "twice" in record["verdict"]["text"] or "again" in record["verdict"]["text"]
        assert record["t2-1"]["items"][note]["above"] == "Carried on"
        assert ("seats-1" in record) is names


def test_a_note_more_makes_no_other_card_anew() -> None:
    cafe = Cafe(4, rounds=1).to("talk", 1)
    writer = cafe.traveller(1)
    for number in range(20):
        cafe.do(writer, "Write", text=f"Note {number}")
    before = cards(cafe, writer)
    cafe.do(writer, "Write", text="One more")
    after = cards(cafe, writer)
    assert len(after) == 21
    assert all(after[id] is card for id, card in before.items())


def cards(cafe: Cafe, person: str) -> dict[str, Card]:
    """The notes of the table as cards, for one person."""
    blocks = cafe.method.view(cafe.state, Viewer("person", 4, person, 1))
    return {card.id: card for block in blocks if isinstance(block, Cards) and block.id == "notes" for card in block.items}
