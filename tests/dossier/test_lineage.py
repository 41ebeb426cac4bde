"""The drawing of a lineage: who stands where, what leads to what, and how much of very much is shown."""

from itertools import combinations, pairwise
from xml.etree import ElementTree

from immutables import Map

from tests.dossier.test_dossier import FIRST, SECOND, dossier, meeting
from workshop.dossier.lineage import MORE, WIDTH, Drawing, drawing
from workshop.dossier.lineage_svg import lineage_svg
from workshop.language import speaker
from workshop.method import Item
from workshop.process.state import Answer

SAY = speaker("en", ())
NASTY = '<script>alert("x")</script> & ]]> \x0b'


def columns(drawn: Drawing) -> dict[float, list[str]]:
    return {x: [node.ref for node in drawn.nodes if node.x == x] for x in sorted({node.x for node in drawn.nodes})}


def test_words_groups_decisions_and_commitments_stand_from_left_to_right() -> None:
    found = drawing(dossier(FIRST, SECOND), "BBBBBB/d1")
    assert [*columns(found).values()] == [["AAAAAA/i1", "AAAAAA/i2"], ["AAAAAA/g1"], ["BBBBBB/d1"], ["BBBBBB/c1"]]
    assert ("AAAAAA/g1", "BBBBBB/d1") in found.edges


def test_only_what_belongs_to_a_thing_is_drawn() -> None:
    assert {node.ref for node in drawing(dossier(FIRST, SECOND), "AAAAAA/i3").nodes} == {"AAAAAA/i3"}
    assert "AAAAAA/i2" not in {node.ref for node in drawing(dossier(FIRST, SECOND), "AAAAAA/i1").nodes}
    assert drawing(dossier(FIRST), "AAAAAA/nothing").nodes == ()


def test_nothing_lies_over_anything_else_and_every_edge_goes_to_the_right() -> None:
    found = drawing(dossier(crowd(50)), "AAAAAA/d1", most=60)
    for one, other in combinations(found.nodes, 2):
        assert one.x != other.x or one.y + one.height <= other.y or other.y + other.height <= one.y
    assert all(node.y >= 0 and node.y + node.height <= found.height and node.x + WIDTH <= found.width for node in found.nodes)
    at = {node.ref: node.x for node in found.nodes}
    assert all(at[one] < at[other] for one, other in found.edges)


def crowd(size: int):  # type: ignore[no-untyped-def]
    """A workshop with two groups of ideas that take turns, and a decision that comes of both."""
    ideas = [Item(f"i{place}", "idea", f"Idea {place}", support=place) for place in range(size)]
    groups = [Item(f"g{one}", "group", f"Group {one}", tuple(idea.id for idea in ideas[one::2])) for one in (0, 1)]
    return meeting("AAAAAA", *ideas, *groups, Item("d1", "decision", "We do it", ("g0", "g1")))


def test_of_very_many_words_those_with_most_support_are_shown_and_the_others_counted() -> None:
    found = drawing(dossier(crowd(300)), "AAAAAA/d1", most=60)
    refs = {node.ref for node in found.nodes}
    assert len(refs) == 61
    assert {"AAAAAA/d1", "AAAAAA/g0", "AAAAAA/g1", "AAAAAA/i299"} <= refs
    assert "AAAAAA/i0" not in refs
    assert found.hidden == 300 + 3 - 60
    assert (MORE, "AAAAAA/g0") in found.edges
    assert "and 263 more" in lineage_svg(dossier(crowd(300)), "AAAAAA/d1", SAY)


def test_what_belongs_to_one_group_stands_together() -> None:
    first = columns(drawing(dossier(crowd(20)), "AAAAAA/d1"))[0]
    sides = [int(ref.removeprefix("AAAAAA/i")) % 2 for ref in first]
    assert sum(one != other for one, other in pairwise(sides)) == 1


def test_an_answer_leads_to_the_decision_that_it_names() -> None:
    found = drawing(dossier(FIRST, SECOND, answers=Map({"AAAAAA/i3": Answer("taken_up", "", 1, "BBBBBB/d1")})), "AAAAAA/i3")
    assert ("AAAAAA/i3", "BBBBBB/d1") in found.edges


def test_things_that_name_each_other_are_drawn_all_the_same() -> None:
    circle = meeting("AAAAAA", Item("a", "group", "A", ("b",)), Item("b", "group", "B", ("a",)), Item("c", "decision", "C", ("a", "c")))
    assert {node.ref for node in drawing(dossier(circle), "AAAAAA/a").nodes} == {"AAAAAA/a", "AAAAAA/b", "AAAAAA/c"}


def test_the_picture_holds_what_people_wrote_as_text_and_each_thing_leads_to_its_place() -> None:
    found = dossier(meeting("AAAAAA", Item("i1", "idea", NASTY), Item("d1", "decision", "We do it", ("i1",))))
    picture = lineage_svg(found, "AAAAAA/d1", SAY, lambda ref: f'?of={ref}&x="')
    tree = ElementTree.fromstring(picture)
    assert "script" not in {element.tag.rpartition("}")[2] for element in tree.iter()}
    assert "<script>" in "".join(tree.itertext())
    assert [link.get("href") for link in tree.iter("{http://www.w3.org/2000/svg}a")] == ['?of=AAAAAA/i1&x="', '?of=AAAAAA/d1&x="']
    assert picture == lineage_svg(found, "AAAAAA/d1", SAY, lambda ref: f'?of={ref}&x="')
    assert lineage_svg(found, "AAAAAA/none", SAY) == ""
