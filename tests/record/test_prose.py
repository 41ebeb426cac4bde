"""Every block can be read in a record."""

import pytest

from workshop import blocks as b
from workshop.language import Name, Speaker, _
from workshop.record.prose import WRITERS, prose_of

SAY = Speaker("en", (), lambda person: f"Person {person}")
NASTY = "# *x* | <b>"
SAFE = r"\# \*x\* &#124; &lt;b&gt;"


def read(block: b.Block) -> str:
    return prose_of([block], SAY)


def test_there_is_a_writer_for_every_kind() -> None:
    assert set(WRITERS) == set(b.KINDS)


def test_a_heading_says_its_small_line_first() -> None:
    assert read(b.Heading(id="h", text="What?", above="Round 1")) == "### Round 1: What?"


def test_a_note_is_set_apart() -> None:
    assert read(b.Text(id="t", text="one\n\ntwo", tone="note")) == "> one\n>\n> two"


def test_a_wording_shows_what_came_and_what_went() -> None:
    parts = (b.Part("We open at "), b.Part("eight", "removed"), b.Part("nine\nand a half", "added"), b.Part("."))
    assert read(b.Wording(id="w", label="Version 2", parts=parts)) == (
        "**Version 2**\n\n> We open at <del>eight </del><ins>nine</ins>\n>\n> <ins>and a half</ins>."
    )


def test_cards_are_a_list_and_say_what_is_not_shown() -> None:
    cards = (b.Card("1", "Trees\nand shade", above=Name("7"), count=3), b.Card("2", "Sand", detail="for whom?"))
    assert read(b.Cards(id="c", items=cards, label="Ideas", total=4)) == (
        "**Ideas**\n\n- **Person 7:** Trees  \n    and shade (3)\n\n- Sand\n\n    for whom?\n\n… and 2 more"
    )


def test_no_cards_is_said_too() -> None:
    assert read(b.Cards(id="c", items=(), empty=_("Nobody said anything."))) == "Nobody said anything."


def test_a_tally_is_a_table() -> None:
    bars = (b.Bar("1", "Yes", 12, detail="north"), b.Bar("2", "No", 3))
    assert read(b.Tally(id="t", items=bars, label="Answers", total=15)) == (
        "| Answers | Count |\n| --- | ---: |\n| Yes (north) | 12 of 15 |\n| No | 3 of 15 |"
    )


def test_an_outline_is_nested() -> None:
    inner = (b.Entry("2", "Oak"), b.Entry("3", "Ash", count=2))
    assert read(b.Outline(id="o", items=(b.Entry("1", "Trees", 2, items=inner), b.Entry("4", "Sand")))) == (
        "- Trees (2)\n    - Oak\n    - Ash (2)\n- Sand"
    )


def test_tables_say_who_sits_where() -> None:
    tables = (b.Table("1", 1, 1, "Shade", "Host: Ana", (Name("1"), "Bo"), 2, "7 notes"), b.Table("2", 2, 2))
    assert read(b.Tables(id="t", items=tables, label="Round 2")) == (
        "**Round 2**\n\n- **Table 1:** Shade (Host: Ana, 2 people, 7 notes)\n\n    Person 1, Bo\n\n- **Table 2**"
    )
    assert read(b.Tables(id="t", items=(), empty="No table yet.")) == "No table yet."


def test_a_map_reads_from_its_topic_inwards_even_when_a_parent_is_missing() -> None:
    nodes = (
        b.Node("t", "Square", 0, 0, 0),
        b.Node("g", "Trees", 0, 0, 1, "t", 2),
        b.Node("i", "Oak", 0, 0, 2, "g"),
        b.Node("l", "Lost", 0, 0, 2, "gone"),
    )
    assert read(b.Graph(id="m", items=nodes)) == "- Square\n    - Trees (2)\n        - Oak\n- Lost"
    link = b.Link("l", nodes[1].id, nodes[0].id, "in", 0, 0)
    assert read(b.Graph(id="m", items=nodes, links=(link,))).endswith("- Lost\n\n- Trees — in — Square")


def test_the_smaller_blocks() -> None:
    options = (b.Option("1", "Yes", "at once"), b.Option("2", "No"))
    turns = (b.Turn("1", Name("1"), "done"), b.Turn("2", Name("2"), "passed"))
    columns = (b.Column("1", "Green", items=(b.Card("1", "Oak"),)), b.Column("2", "Grey"))
    said = {
        "form": read(b.Form(id="f", fields=(b.Field("a", "Who?", value="Us"), b.Field("b", "When")), command="Go", send="Send")),
        "choices": read(b.Choices(id="c", items=options, command="Go", argument="a", send="Send", label="Now", chosen=("2",))),
        "dots": read(b.Dots(id="d", items=(b.Dot("1", "Oak", 2), b.Dot("2", "Ash", 1)), command="Go", left=0, most=2)),
        "buttons": read(b.Buttons(id="b", items=(b.Button("1", "Go", "Go"),))),
        "progress": read(b.Progress(id="p", done=3, of=5, label="Answered")),
        "phases": read(b.Phases(id="p", items=(b.Phase("1", "Ask"), b.Phase("2", "Check")), now="2")),
        "board": read(b.Board(id="b", items=columns)),
        "cloud": read(b.Cloud(id="c", items=(b.Word("1", "joy", 3), b.Word("2", "calm", 1)))),
        "round": read(b.Round(id="r", items=turns, label="Round")),
        "timer": read(b.Timer(id="t", total=90_000)),
        "step": read(b.Step(id="s", text="Ideas", number=2, of=5)),
        "place": read(b.Place(id="p", number=3, color=3, text="Your table", detail="Host: Ana")),
    }
    assert said == {
        "form": "- **Who?** Us\n- **When:** …",
        "choices": "**Now**\n\n- Yes (at once)\n- No – chosen",
        "dots": "- Oak – 2 dots\n- Ash – 1 dot",
        "buttons": "",
        "progress": "**Answered:** 3 of 5",
        "phases": "Ask → **Check**",
        "board": "- **Green**\n    - Oak\n- **Grey**",
        "cloud": "joy (3), calm (1)",
        "round": "**Round**\n\n- Person 1 – spoke\n- Person 2 – passed",
        "timer": "Time: 2 minutes",
        "step": "**Step 2 of 5:** Ideas",
        "place": "**Your table:** Table 3 (Host: Ana)",
    }


@pytest.mark.parametrize(
    "block",
    [
        b.Heading(id="x", text=NASTY),
        b.Text(id="x", text=NASTY),
        b.Wording(id="x", label="Text", parts=(b.Part(NASTY),)),
        b.Cards(id="x", items=(b.Card("1", NASTY),)),
        b.Form(id="x", fields=(b.Field("a", "A", value=NASTY),), command="Go", send="Go"),
        b.Choices(id="x", items=(b.Option("1", NASTY),), command="Go", argument="a", send="Go"),
        b.Dots(id="x", items=(b.Dot("1", NASTY),), command="Go", left=0, most=1),
        b.Tally(id="x", items=(b.Bar("1", NASTY, 1),)),
        b.Graph(id="x", items=(b.Node("1", NASTY, 0, 0),)),
        b.Outline(id="x", items=(b.Entry("1", NASTY),)),
        b.Board(id="x", items=(b.Column("1", NASTY, items=(b.Card("2", NASTY),)),)),
        b.Cloud(id="x", items=(b.Word("1", NASTY, 1),)),
        b.Round(id="x", items=(b.Turn("1", NASTY),)),
        b.Step(id="x", text=NASTY, number=1, of=1),
        b.Tables(id="x", items=(b.Table("1", 1, 1, NASTY, people=(NASTY,)),)),
    ],
    ids=lambda block: str(block.kind),
)
def test_what_people_wrote_is_never_markup(block: b.Block) -> None:
    written = read(block)
    assert SAFE in written
    assert NASTY not in written
