from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from workshop.blocks import Graph, Link, Node
from workshop.language import _, speaker
from workshop.record.svg import svg_of

SVG = "{http://www.w3.org/2000/svg}"
say = speaker("en", [])


def graph(topic: str, group: str = "Shade", idea: str = "Trees") -> Graph:
    return Graph(
        id="map",
        items=(
            Node("topic", topic, 900, 410, 0, count=3, room=370, lines=4),
            Node("g", group, 1200, 200, 1, "topic", 2, 6, "right"),
            Node("i", idea, 1250, 270, 2, "g", 0, 6, "right", lines=2),
            Node("h", "Cars", 600, 200, 1, "topic", 1, 2, "left", detail="fewer of them"),
        ),
        links=(Link("tie", "g", "h", "instead of", 900, 200),),
    )


def texts(svg: str) -> list[str]:
    return ["".join(element.itertext()) for element in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def test_a_map_is_a_picture_that_stands_alone() -> None:
    svg = svg_of(graph("Our square"), say)
    root = ElementTree.fromstring(svg)
    assert root.get("viewBox") == "0 0 1800 820"
    assert root.get("aria-label") == "Our square"
    assert texts(svg) == [
        "Our square\u00a0·\u00a03",
        "⬢ Shade\u00a0·\u00a02",
        "Trees",
        "▲ Cars\u00a0·\u00a01",
        "fewer of them",
        "instead of",
    ]
    assert "href" not in svg
    assert "url(" not in svg


def test_a_group_is_tied_to_the_topic_in_its_colour_and_to_another_by_a_dashed_line() -> None:
    paths = list(ElementTree.fromstring(svg_of(graph("Our square"), say)).iter(f"{SVG}path"))
    branches = [path.get("stroke") for path in paths if path.get("stroke-linecap")]
    assert branches == ["#265a2c", "#95281b"]
    [relation] = [path.get("d", "") for path in paths if path.get("stroke-dasharray")]
    assert relation.startswith("M1200 200")
    assert "900 200" in relation
    assert relation.endswith("600 200")


def test_a_long_text_takes_two_lines_and_no_more() -> None:
    svg = svg_of(graph("Our square", idea="I would like to see many more benches with backs in the shade of old trees, everywhere"), say)
    [spans] = [list(text) for text in ElementTree.fromstring(svg).iter(f"{SVG}text") if len(text) > 1]
    assert [span.text for span in spans] == ["I would like to see many ", "more benches with backs in…"]


def test_a_group_of_groups_is_a_frame_as_wide_as_its_room_in_which_its_branches_begin() -> None:
    family = Node("f", "Outside", 1100, 200, 1, "topic", 2, side="right", room=230)
    member = Node("g", "Shade", 1400, 200, 1, "f", 2, 6, "right")
    svg = svg_of(Graph(id="map", items=(Node("topic", "Our square", 900, 410, 0), family, member)), say)
    boxes = [box.get("width") for box in ElementTree.fromstring(svg).iter(f"{SVG}rect")]
    assert "230" in boxes
    assert 'd="M1215 200 ' in svg


def test_a_pill_is_wide_enough_for_what_we_say_ourselves() -> None:
    def widths(topic: object) -> list[float]:
        picture = Graph(id="map", items=(Node("topic", topic, 900, 410, 0),))  # type: ignore[arg-type]
        return [float(box.get("width", "0").rstrip("%")) for box in ElementTree.fromstring(svg_of(picture, say)).iter(f"{SVG}rect")]

    assert widths(_("Our ideas")) == widths("Our ideas")


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=80))
def test_whatever_people_write_the_picture_is_whole_and_says_it(topic: str, group: str, idea: str) -> None:
    said = texts(svg_of(graph(topic, group, idea), say))
    assert len(said) == 6
    legal = idea.isprintable() and idea.isascii() and len(idea) < 30
    assert not legal or said[2] == idea.strip()


def test_what_people_write_is_never_markup() -> None:
    svg = svg_of(graph('"><script>alert(1)</script>', "<b>&amp;</b>", "</svg>"), say)
    assert texts(svg)[1:3] == ["⬢ <b>&amp;</b>\u00a0·\u00a02", "</svg>"]
    assert not list(ElementTree.fromstring(svg).iter(f"{SVG}script"))
