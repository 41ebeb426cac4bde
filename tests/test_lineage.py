from workshop.lineage import became, graph_of, words_behind
from workshop.method import Item

IDEAS = (Item("i1", "idea", "Trees"), Item("i2", "idea", "Shade"), Item("i3", "idea", "Bikes"))
GROUP = Item("g1", "group", "Green", ("i1", "i2"))
DECISION = Item("d1", "decision", "Plant trees", ("g1",))


def test_from_a_decision_back_to_the_words_that_people_wrote() -> None:
    graph = graph_of((*IDEAS, GROUP, DECISION))
    assert {item.text for item in words_behind(graph, "d1")} == {"Trees", "Shade"}


def test_from_an_idea_forward_to_what_became_of_it() -> None:
    graph = graph_of((*IDEAS, GROUP, DECISION))
    assert [item.id for item in became(graph, "i1")] == ["g1", "d1"]
    assert became(graph, "i3") == ()
    assert became(graph, "unknown") == ()
