import json
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from workshop.blocks import KINDS, Button, Card, Cards, Entry, Heading, Outline, Part, Progress, Table, Tables, Wording, encode, merge_patch
from workshop.language import Name, _, speaker
from workshop.rehearsal.phone import patched

say = speaker("en", [])
values = st.recursive(
    st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=2), inner, max_size=3),
    max_leaves=12,
)
screens = st.dictionaries(st.text(max_size=2), values, max_size=4)


@given(screens, screens)
def test_a_patch_turns_the_old_screen_into_the_new(old: dict[str, Any], new: dict[str, Any]) -> None:
    assert patched(old, merge_patch(old, new)) == new


@given(screens)
def test_nothing_new_is_an_empty_patch(screen: dict[str, Any]) -> None:
    assert merge_patch(screen, json.loads(json.dumps(screen))) == {}


def test_one_new_card_is_a_patch_of_one_card() -> None:
    cards = tuple(Card(f"i{n}", f"Idea {n}") for n in range(30))
    before = encode([Cards(id="all", items=cards)], say)
    after = encode([Cards(id="all", items=(*cards, Card("i30", "New")))], say)
    assert merge_patch(before, after) == {"all": {"items": {"i30": {"pos": 31, "text": "New"}}}}


def test_an_item_that_is_given_again_is_the_same_object_on_the_wire_and_not_looked_at() -> None:
    kept, other = Card("a", "Trees"), Card("b", "Benches")
    before = encode([Cards(id="all", items=(kept, other))], say)["all"]["items"]
    after = encode([Cards(id="all", items=(kept, Card("b", "Other")))], say)["all"]["items"]
    assert after["a"] is before["a"]
    assert after["b"] == {"pos": 2, "text": "Other"}
    moved = encode([Cards(id="all", items=(other, kept))], say)["all"]["items"]
    assert (moved["a"], before["a"]) == ({"pos": 2, "text": "Trees"}, {"pos": 1, "text": "Trees"})


def test_a_card_with_a_place_of_its_own_leaves_the_others_where_they_are() -> None:
    before = encode([Cards(id="all", items=(Card("b", "B", pos=-1), Card("a", "A", pos=0)))], say)
    after = encode([Cards(id="all", items=(Card("c", "C", pos=-2), Card("b", "B", pos=-1), Card("a", "A", pos=0)))], say)
    assert before["all"]["items"]["a"] == {"pos": 0, "text": "A"}
    assert merge_patch(before, after) == {"all": {"items": {"c": {"pos": -2, "text": "C"}}}}


def test_each_language_remembers_its_own_words() -> None:
    card = Card("a", "Trees", buttons=(Button("hide", _("Hide"), "Hide"),))
    french = speaker("fr", [Path(__file__).parents[1] / "methods" / "locale"])
    said = [encode([Cards(id="all", items=(card,))], one)["all"]["items"]["a"]["buttons"]["hide"]["label"] for one in (say, french, say)]
    assert said == ["Hide", "Masquer", "Hide"]


def test_who_takes_another_name_is_shown_by_it_at_once() -> None:
    names = {"p1": "Ana"}
    naming = speaker("en", [], lambda person: names[person])
    card = Card("a", "Trees", above=Name("p1"), detail=_("Asked by {who}", who=Name("p1")))
    first = encode([Cards(id="all", items=(card,))], naming)["all"]["items"]["a"]
    names["p1"] = "Anaïs"
    second = encode([Cards(id="all", items=(card,))], naming)["all"]["items"]["a"]
    assert [(one["above"], one["detail"]) for one in (first, second)] == [("Ana", "Asked by Ana"), ("Anaïs", "Asked by Anaïs")]


def test_who_sits_at_a_table_is_said_by_name() -> None:
    naming = speaker("en", [], lambda person: f"Ana ({person})")
    tables = Tables(id="t", items=(Table("1", 1, 1, people=(Name("p1"), "Bo", _("Hide"))),))
    assert encode([tables], naming)["t"]["items"]["1"]["people"] == ["Ana (p1)", "Bo", "Hide"]


def test_items_are_keyed_by_id_and_keep_their_order() -> None:
    block = Outline(id="o", items=(Entry("g", "Group", items=(Entry("b", "B"), Entry("a", "A"))),))
    inner = encode([block], say)["o"]["items"]["g"]["items"]
    assert sorted(inner, key=lambda id: inner[id]["pos"]) == ["b", "a"]


def test_blocks_are_placed_in_order_unless_they_say_where() -> None:
    screen = encode([Heading(id="h", text="H"), Progress(id="p", pos=7, done=1, of=2, label="x"), Heading(id="i", text="I")], say)
    assert {id: block["pos"] for id, block in screen.items()} == {"h": 10, "p": 7, "i": 30}


def test_sentences_are_said_and_words_of_people_stay() -> None:
    screen = encode([Heading(id="h", text=_("Hello {who}", who="<b>{x}</b>"))], say)
    assert screen["h"]["text"] == "Hello <b>{x}</b>"


def test_buttons_and_changed_parts_are_plain_json() -> None:
    card = Card("c", "Text", buttons=(Button("hide", "Hide", "Hide", {"id": "c"}),))
    blocks = [Cards(id="all", items=(card,)), Wording(id="w", label="Text", parts=(Part("a"), Part("b", "added")))]
    screen = encode(blocks, say)
    assert json.loads(json.dumps(screen)) == screen
    assert screen["w"]["parts"] == [{"text": "a", "change": ""}, {"text": "b", "change": "added"}]


def test_every_block_of_the_vocabulary_is_listed_under_its_kind() -> None:
    assert all(cls.kind == kind for kind, cls in KINDS.items())
    assert len(KINDS) == 23
