import pickle
from itertools import islice
from timeit import timeit

from hypothesis import given
from hypothesis import strategies as st

from workshop.shelf import Catalogue, Numbers, Ranked, Ranking, Shelf

numbers = st.integers(-300, 300)
deeds = st.lists(st.tuples(st.sampled_from(["added", "removed"]), numbers), max_size=80)


def played(deeds: list[tuple[str, int]]) -> tuple[Numbers, set[int]]:
    """The numbers after some deeds, and the plain set that they stand for."""
    found, plain = Numbers(), set[int]()
    for name, number in deeds:
        found = getattr(found, name)(number)
        (plain.add if name == "added" else plain.discard)(number)
    return found, plain


@given(deeds, numbers)
def test_numbers_are_a_set_in_order_that_can_be_read_from_anywhere(deeds: list[tuple[str, int]], start: int) -> None:
    found, plain = played(deeds)
    assert list(found) == sorted(plain)
    assert (len(found), start in found) == (len(plain), start in plain)
    assert list(found.downward()) == sorted(plain, reverse=True)
    assert list(found.downward(start)) == sorted((one for one in plain if one < start), reverse=True)
    assert list(found.upward(start)) == sorted(one for one in plain if one >= start)
    assert list(found.around(start)) == [*found.upward(start), *sorted(one for one in plain if one < start)]


@given(deeds)
def test_the_same_set_is_equal_however_it_came_about(deeds: list[tuple[str, int]]) -> None:
    found, plain = played(deeds)
    straight, _plain = played([("added", number) for number in sorted(plain)])
    assert found == straight == Numbers.of(plain) == pickle.loads(pickle.dumps(found))


def test_a_shelf_shows_the_latest_and_passes_over_what_is_put_away() -> None:
    shelf = Shelf[str]()
    for number in range(200):
        shelf = shelf.put(f"i{number}", f"Idea {number}")
    shelf = shelf.put("i199", "Rude", shown=False).put("i5", "Changed")
    assert shelf.latest(2) == ["Idea 198", "Idea 197"]
    assert shelf.latest(2, below=7) == ["Idea 6", "Changed"]
    assert list(islice(shelf.around(198), 3)) == ["Idea 198", "Idea 0", "Idea 1"]
    assert (len(shelf), len(shelf.shown), shelf.get("i199"), shelf.get("none")) == (200, 199, "Rude", None)
    assert list(shelf)[-1] == "Rude"
    assert len(list(shelf.all_shown())) == 199
    again = Shelf.of((f"i{number}", thing, thing != "Rude") for number, thing in enumerate(shelf))
    assert again == shelf


def test_a_shelf_is_never_changed_in_place() -> None:
    before = Shelf[str]().put("a", "A")
    before.put("b", "B").put("a", "Other", shown=False)
    assert (list(before), before.latest(5)) == (["A"], ["A"])


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 5)), max_size=60))
def test_a_ranking_has_the_highest_first_and_the_latest_of_those_that_are_equal(scores: list[tuple[int, int]]) -> None:
    ranking, plain = Ranking(), dict[int, int]()
    for number, score in scores:
        ranking = ranking.scored(number, score)
        plain[number] = score
    there = [number for number, score in plain.items() if score]
    assert list(ranking) == sorted(there, key=lambda number: (-plain[number], -number))


@given(st.lists(st.tuples(st.sampled_from("abcdefgh"), st.integers(-1, 3)), max_size=40))
def test_what_is_ranked_keeps_its_place_until_its_score_changes(scores: list[tuple[str, int]]) -> None:
    ranked, plain = Ranked[str](), dict[str, int]()
    for id, score in scores:
        ranked = ranked.put(id, id.upper(), score) if score >= 0 else ranked.removed(id)
        if plain.get(id) != score:
            plain.pop(id, None)
        if score >= 0:
            plain[id] = score
    there = [id.upper() for id in sorted(plain, key=lambda id: -plain[id])]
    assert (list(ranked), len(ranked)) == (there, len(there))
    for place, name in enumerate(there):
        assert ranked.first(3, name.lower()) == there[place : place + 3]
    assert ranked.first(2) == ranked.first(2, "gone") == there[:2]
    assert list(ranked.as_they_came()) == [id.upper() for id in plain]
    assert list(Ranked.of((id, id.upper(), score) for id, score in plain.items())) == there


@given(st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sets(st.sampled_from(["seen", "open", ("by", "ana")]))), max_size=40))
def test_what_is_in_a_catalogue_is_found_under_the_labels_that_it_has_now(puts: list[tuple[str, set[object]]]) -> None:
    catalogue, plain = Catalogue[str](), dict[str, set[object]]()
    for id, labels in puts:
        catalogue = catalogue.put(id, id.upper(), *labels)
        plain[id] = labels
    assert list(catalogue) == [id.upper() for id in plain]
    for label in ("seen", "open", ("by", "ana"), "none"):
        there = [id.upper() for id, labels in plain.items() if label in labels]
        assert (list(catalogue.under_label(label)), catalogue.count(label)) == (there, len(there))
        assert catalogue.latest(label, 2) == there[::-1][:2]
    assert catalogue == pickle.loads(pickle.dumps(catalogue))


def test_a_window_costs_the_same_when_thousands_were_put_away() -> None:
    few, many = _with_forty_first_and_ten_last(100), _with_forty_first_and_ten_last(20_000)
    assert few.latest(50)[:10] == list(range(99, 89, -1))
    assert few.latest(50)[10:] == many.latest(50)[10:]
    quick, slow = (
        min(timeit(lambda: few.latest(50), number=200) for _ in range(5)),
        min(timeit(lambda: many.latest(50), number=200) for _ in range(5)),
    )
    assert slow < 5 * quick


def _with_forty_first_and_ten_last(size: int) -> Shelf[int]:
    shelf = Shelf[int]()
    for number in range(size):
        shelf = shelf.put(str(number), number, shown=number < 40 or number >= size - 10)
    return shelf
