"""One block of every kind, as a method would show it, and the same a moment later: for the gallery and for the tests."""

from dataclasses import replace

from workshop.blocks import (
    Ask,
    Bar,
    Block,
    Board,
    Button,
    Buttons,
    Card,
    Cards,
    Choices,
    Cloud,
    Column,
    Dot,
    Dots,
    Entry,
    Field,
    Form,
    Graph,
    Heading,
    Link,
    Node,
    Option,
    Outline,
    Part,
    Phase,
    Phases,
    Picture,
    Place,
    Progress,
    Questionnaire,
    Radar,
    Round,
    Spoke,
    Step,
    Table,
    Tables,
    Tally,
    Text,
    Timer,
    Turn,
    Word,
    Wording,
)
from workshop.messages import picture_id

HIDE = Button("hide", "Hide", "Hide", {"id": "trees"}, tone="soft")
FIELDS = (
    Field("what", "What happens", input="text", hint="One sentence"),
    Field("hands", "Hands", input="number", required=False),
    Field("end", "How it ends", input="choice", options=(Option("defer", "Deferred"), Option("drop", "Dropped"))),
)
BOARD = Board(
    id="board",
    items=(
        Column("new", "Not yet placed", items=(Card("bees", "Bees"),), fixed=True),
        Column("green", "Green things", 1, (Card("trees", "Trees", count=3), Card("shade", "Shade"))),
        Column("road", "The road", 2, (Card("bikes", "Bikes"),)),
    ),
    move="Move",
    rename="Rename",
    merge="Merge",
)
SCALE = (Option("1", "1", "never"), Option("2", "2"), Option("3", "3", "always"), Option("none", "I do not know"))
ASKS = (
    Ask("shade", "There is shade", options=SCALE),
    Ask("way", "How do you come?", "one", (Option("foot", "On foot"), Option("bike", "By bike")), ("foot",)),
    Ask("use", "What is it for?", "several", (Option("play", "To play"), Option("sit", "To sit")), detail="As many as you like"),
    Ask("miss", "What is missing?", "words", given=("A bench",)),
)
SPOKES = (
    Spoke("shade", "There is shade", "Shade", 245, spread=(1, 4, 5), detail="10 answers"),
    Spoke("rest", "One can rest there", "Rest", 120, spread=(8, 2, 0), detail="10 answers"),
    Spoke("safe", "Children are safe", "Safety", 290, spread=(0, 1, 9), detail="10 answers"),
    Spoke("joy", "It is a joy", "Joy", 180, spread=(3, 6, 1), detail="10 answers"),
)
TOPIC = Node("t", "Square", 900, 400, 0)
LEAF = Node("i", "Trees", 0, 200, 2, "g", side="left")
PAIRS: tuple[tuple[Block, Block], ...] = (
    (Heading(id="b", text="Our square", above="Saint-Roch"), Heading(id="b", text="Our park", above="Saint-Roch")),
    (Text(id="b", text="Wait here", tone="now"), Text(id="b", text="Go on", tone="good")),
    (
        Wording(id="b", label="Proposal", parts=(Part("Closed "), Part("for good", "removed"), Part("for a year", "added"))),
        Wording(id="b", label="Proposal", parts=(Part("Closed "), Part("for six months", "added"))),
    ),
    (
        Cards(id="b", label="Ideas", items=(Card("trees", "Trees", buttons=(HIDE,)), Card("bees", "Bees", tone="soft", count=2))),
        Cards(id="b", label="Ideas", items=(Card("trees", "Trees", buttons=(HIDE,)), Card("rain", "Rain", detail="2 pm")), total=5),
    ),
    (Form(id="b", fields=FIELDS, command="End", send="End it"), Form(id="b", fields=FIELDS[:2], command="End", send="End it")),
    (
        Choices(id="b", items=(Option("yes", "Consent", "I can live with it", "good", "circle"),), command="", argument="", send=""),
        Choices(id="b", items=(Option("no", "Objection", tone="stop", shape="square"),), command="Say", argument="what", send="Send"),
    ),
    (
        Dots(id="b", label="Three dots", items=(Dot("a", "Trees", detail="9 ideas"),), command="Dot", left=3, most=3),
        Dots(id="b", label="Three dots", items=(Dot("a", "Trees"), Dot("c", "Cars")), command="Dot", left=3, most=3),
    ),
    (
        Buttons(id="b", label="What now", items=(Button("a", "Show it", "Show"),)),
        Buttons(id="b", label="What now", items=(Button("a", "Show it again", "Show"),)),
    ),
    (
        Tally(id="b", label="Result", items=(Bar("a", "Trees", 3, "3 people", "good"), Bar("c", "Cars", 1)), total=4),
        Tally(id="b", label="Result", items=(Bar("a", "Trees", 3, "3 people", "good"), Bar("c", "Cars", 2)), total=4),
    ),
    (Progress(id="b", done=3, of=9, label="have written"), Progress(id="b", done=4, of=9, label="have written")),
    (
        Phases(id="b", items=(Phase("x", "Gather"), Phase("y", "Group")), now="x"),
        Phases(id="b", items=(Phase("x", "Gather"), Phase("y", "Group")), now="y"),
    ),
    (
        Graph(id="b", items=(TOPIC, Node("g", "Green", 400, 200, 1, "t", 2, 6), LEAF)),
        Graph(
            id="b",
            items=(
                TOPIC,
                Node("g", "Green", 500, 300, 1, "t", 3, 6, detail="Shade"),
                Node("r", "Roads", 1300, 300, 1, "t", 1, 2, "right"),
                LEAF,
            ),
            links=(Link("l", "g", "r", "instead of", 900, 200),),
        ),
    ),
    (
        Outline(id="b", label="Map", items=(Entry("g", "Green", 2, 6, items=(Entry("i", "Trees"),)), Entry("r", "Roads", 1, 2))),
        Outline(id="b", label="Map", items=(Entry("g", "Green", 3, 6, items=(Entry("i", "Trees"), Entry("j", "Bees"))),)),
    ),
    (Board(id="b", items=BOARD.items, move="Move", rename="Rename", merge="Merge"), Board(id="b", items=BOARD.items[1:], move="Move")),
    (
        Cloud(id="b", items=(Word("hope", "hope", 5), Word("rain", "rain", 1))),
        Cloud(id="b", items=(Word("hope", "hope", 5), Word("rain", "rain", 2))),
    ),
    (
        Round(
            id="b",
            label="Reactions",
            items=(Turn("a", "Ana", "now", (HIDE,)), Turn("c", "Bo", "next"), Turn("d", "Cy")),
            total=5,
            move="Move",
        ),
        Round(
            id="b", label="Reactions", items=(Turn("c", "Bo", "now"), Turn("d", "Cy", "next"), Turn("a", "Ana", "skipped")), time=1, ends=1
        ),
    ),
    (Timer(id="b", total=60_000, left=30_000), Timer(id="b", total=60_000, left=20_000)),
    (
        Tables(id="b", label="Round 2", items=(Table("1", 1, 1, "Shade", "Host: Ana", ("Bo", "Cy"), 3, "7 notes", (HIDE,)),)),
        Tables(id="b", label="Round 2", items=(Table("1", 1, 1, host="Host: Bo", count=4), Table("2", 2, 2))),
    ),
    (
        Place(id="b", number=3, color=3, text="Go to", detail="Host: Ana", moving=True),
        Place(id="b", number=3, color=3, text="Your table", detail="Host: Ana"),
    ),
    (
        Picture(id="b", picture=picture_id("K7MQ4X", "cloth", 1600, 1200), alt="A tablecloth", caption="Table 3"),
        Picture(id="b", picture=picture_id("K7MQ4X", "other", 900, 1200), alt="Another one"),
    ),
    (Step(id="b", text="Ideas", number=2, of=5), Step(id="b", text="Groups", number=3, of=5)),
    (
        Questionnaire(id="b", label="About our square", items=ASKS, command="Answer"),
        Questionnaire(id="b", label="About our square", items=(replace(ASKS[0], given=("2",)), *ASKS[2:]), command="Answer"),
    ),
    (
        Radar(id="b", label="Means from 1 to 3", items=SPOKES, most=3, now="Today"),
        Radar(
            id="b",
            label="Means from 1 to 3",
            items=tuple(replace(one, earlier=120 + 20 * place) for place, one in enumerate(SPOKES)),
            most=3,
            now="Today",
            before="12 March 2027",
        ),
    ),
)


def samples(kind: str) -> tuple[Block, Block]:
    """The two moments of a kind."""
    return next(pair for pair in PAIRS if pair[0].kind == kind)
