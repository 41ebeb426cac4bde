"""Photos of the paper on the tables."""

from typing import Any

from tests.methods.room import FACILITATOR
from tests.methods.world_cafe.cafe import Cafe
from workshop.language import speaker
from workshop.messages import picture_id
from workshop.session.reading import undo_label

say = speaker("en", ())


def bring(cafe: Cafe, person: str, name: str = "one") -> str:
    """Somebody's photo arrives at the workshop; its id."""
    picture = picture_id("K7MQ4X", f"{person} {name}", 1600, 1200)
    args = {"picture": picture, "sha256": "0" * 64, "size": 9}
    assert cafe.log.play("KeepPicture", args, by=person) is None
    return picture


def attach(cafe: Cafe, person: str, name: str = "one", alt: str = "") -> str:
    """Somebody fills in the form that they see; the code of the refusal, or ""."""
    form = cafe.sees(person)["cloth"]
    return cafe.do(person, form["command"], **form["args"], picture=bring(cafe, person, name), alt=alt)


def photos(screen: dict[str, Any]) -> list[tuple[str, str]]:
    """The photos on a screen: what is on them, and what is said below."""
    shown = sorted((one["pos"], one["alt"], one["caption"]) for one in screen.values() if one["kind"] == "picture")
    return [(alt, caption) for _pos, alt, caption in shown]


def test_the_host_brings_a_photo_and_the_whole_table_sees_it_in_the_rounds_to_come_too() -> None:
    cafe = Cafe(12).to("talk", 1)
    host, guest = cafe.host(1), cafe.traveller(1)
    assert "cloth" not in cafe.sees(guest)
    assert attach(cafe, host, alt="Three circles") == ""
    assert photos(cafe.sees(host)) == photos(cafe.sees(guest)) == [("Three circles", "Table 1, round 1")]
    assert photos(cafe.sees(cafe.traveller(2))) == []
    cafe.to("talk", 2)
    assert photos(cafe.sees(cafe.traveller(1))) == [("Three circles", "Table 1, round 1")]
    assert attach(cafe, host, "two") == ""
    assert photos(cafe.sees(host))[0] == ("The paper of table 1", "Table 1, round 2")


def test_a_photo_is_seen_on_the_wall_when_its_table_tells_and_in_the_record() -> None:
    cafe = Cafe(12).to("talk", 1)
    attach(cafe, cafe.host(2), alt="A map")
    cafe.write(cafe.host(2), "Trees")
    cafe.to("harvest")
    assert cafe.cafe.table == 2
    assert photos(cafe.sees("wall")) == photos(cafe.sees("room")) == [("A map", "Table 2, round 1")]
    cafe.to("done")
    picture = cafe.cafe.cloths[0].picture
    assert [one["picture"] for one in cafe.record().values() if one["kind"] == "picture"] == [picture]


def test_only_who_sat_at_the_table_adds_a_photo_and_only_one_of_their_own() -> None:
    cafe = Cafe(12).to("talk", 1)
    host, guest, elsewhere = cafe.host(1), cafe.traveller(1), cafe.traveller(2)
    foreign = bring(cafe, guest)
    assert cafe.do(host, "AttachPicture", picture=foreign, table=1) == "unknown-picture"
    assert cafe.do(elsewhere, "AttachPicture", picture=bring(cafe, elsewhere), table=1) == "not-your-table"
    assert cafe.do(guest, "AttachPicture", picture=foreign, table=99) == "no-table"
    form = cafe.sees(host)["cloth"]
    cafe.to("talk", 2)
    assert cafe.do(guest, "AttachPicture", picture=foreign, **form["args"]) == "", (
        "kept back by the network, it comes to where it was taken"
    )
    assert (cafe.cafe.cloths[0].table, cafe.cafe.cloths[0].round) == (1, 1)


def test_a_photo_is_taken_down_by_its_table_and_by_the_facilitator_who_can_undo_it() -> None:
    cafe = Cafe(12).to("talk", 1)
    host, guest, elsewhere = cafe.host(1), cafe.traveller(1), cafe.traveller(2)
    attach(cafe, host)
    (cloth,) = cafe.cafe.cloths
    assert cafe.do(elsewhere, "TakeDown", cloth=cloth.id) == "not-yours"
    assert cafe.do(FACILITATOR, "TakeDown", cloth=cloth.id) == ""
    assert photos(cafe.sees(guest)) == []
    assert say(undo_label({cafe.method.name: cafe.method}, cafe.log.state)) == "take a photo of table 1 down"
    cafe.undo()
    cafe.press(host, f"down-{cloth.id}", "down")
    assert cafe.cafe.cloths == ()
    assert cafe.do(host, "TakeDown", cloth=cloth.id) == ""


def test_the_facilitator_adds_one_for_a_table_and_a_device_for_its_own() -> None:
    cafe = Cafe(8)
    cafe.come("tablet", "2")
    cafe.to("talk", 1)
    assert attach(cafe, "tablet", alt="From the tablet") == ""
    form = cafe.sees("console")["cloth"]
    assert cafe.do(FACILITATOR, form["command"], table="1", picture=bring(cafe, FACILITATOR), alt="For table 1") == ""
    assert photos(cafe.sees(cafe.host(1))) == [("For table 1", "Table 1, round 1")]
    cafe.do(FACILITATOR, "Look", table=2)
    assert ("From the tablet", "Table 2, round 1") in photos(cafe.sees("console"))


def test_before_the_first_round_and_after_the_end_there_is_no_paper() -> None:
    cafe = Cafe(8)
    assert "cloth" not in cafe.sees("console")
    assert cafe.do(FACILITATOR, "AttachPicture", picture=bring(cafe, FACILITATOR), table=1) == "not-now"
    cafe.to("done")
    assert cafe.do(FACILITATOR, "AttachPicture", picture=bring(cafe, FACILITATOR, "two"), table=1) == "not-now"


def test_a_table_has_only_so_many_photos() -> None:
    cafe = Cafe(8).to("talk", 1)
    codes = [attach(cafe, cafe.host(1), str(number)) for number in range(14)]
    assert codes == [""] * 12 + ["full"] * 2
    assert len(photos(cafe.sees(cafe.host(1)))) == 2
