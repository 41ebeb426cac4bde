from methods.mind_map.sides import Branch, sides_of


def branches(groups: int, **families: str) -> list[Branch]:
    return [Branch(f"g{group}", "Title", 1, (), group, 0, families.get(f"g{group}", "")) for group in range(groups)]


def ids(branches: list[Branch]) -> tuple[list[str], list[str]]:
    right, left = sides_of(branches)
    return [one.id for one in right], [one.id for one in left]


def test_groups_go_by_turns_to_the_right_and_to_the_left() -> None:
    assert ids(branches(5)) == (["g0", "g2", "g4"], ["g1", "g3"])


def test_a_group_that_goes_leaves_the_others_on_their_side() -> None:
    before = ids(branches(6))
    for gone in range(6):
        after = ids([branch for branch in branches(6) if branch.place != gone])
        assert all([id for id in side if id != f"g{gone}"] == left for side, left in zip(before, after, strict=True))


def test_the_last_group_changes_sides_when_one_side_has_two_more() -> None:
    assert ids([branch for branch in branches(8) if branch.place % 2 == 0]) == (["g0", "g2"], ["g6", "g4"])


def test_groups_of_a_family_stand_together_where_its_first_one_stands() -> None:
    assert ids(branches(6, g1="f", g4="f")) == (["g0", "g2", "g5"], ["g1", "g4", "g3"])


def test_a_family_changes_sides_as_a_whole_only_where_that_is_better() -> None:
    assert ids(branches(3, g0="f", g2="f")) == (["g0", "g2"], ["g1"])
    right, left = ids([branch for branch in branches(12, g8="f", g10="f") if branch.place % 2 == 0])
    assert ("g8" in left) == ("g10" in left)
    assert abs(len(right) - len(left)) <= 1
