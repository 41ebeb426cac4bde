"""An independent check of a plan, from what `palabre seating --json` writes and nothing else."""

from typing import Any


def recount(document: dict[str, Any], apart_from: tuple[tuple[str, str], ...] = ()) -> dict[str, Any]:
    """Repeats, revisits, spread and moved hosts, counted by hand; pairs of `apart_from` do not count as repeats."""
    rounds: list[list[list[str]]] = document["rounds"]
    together: dict[tuple[str, str], int] = {}
    places: dict[str, list[int]] = {}
    spread = moved = 0
    for tables in rounds:
        there = [person for table in tables for person in table]
        assert len(there) == len(set(there)), "somebody sits twice in a round"
        spread = max(spread, max(map(len, tables)) - min(map(len, tables)))
        for number, table in enumerate(tables, start=1):
            host = document["hosts"].get(str(number))
            moved += host is not None and host not in table
            for first, one in enumerate(table):
                if one not in document["hosts"].values():
                    places.setdefault(one, []).append(number)
                for other in table[first + 1 :]:
                    key = (one, other) if one < other else (other, one)
                    together[key] = together.get(key, 0) + 1
    pardoned = {tuple(sorted(pair)) for pair in apart_from}
    again = {pair: times for pair, times in together.items() if times > 1 and pair not in pardoned}
    return {
        "repeats": sum(again.values()) - len(again),
        "again": sorted([*pair, times] for pair, times in again.items()),
        "revisits": sum(len(tables) - len(set(tables)) for tables in places.values()),
        "spread": spread,
        "hosts_moved": moved,
        "pairs_met": len(together),
    }


def agrees(document: dict[str, Any], pardoned: tuple[tuple[str, str], ...] = ()) -> dict[str, Any]:
    """The recount, after checking that the report says the same and that everybody sits in every round."""
    found = recount(document, pardoned)
    report = document["report"]
    assert {key: report[key] for key in found} == found
    assert 0 <= report["bound"] <= found["repeats"]
    assert report["proven"] == (report["bound"] == found["repeats"])
    people = [{person for table in tables for person in table} for tables in document["rounds"]]
    assert all(there == people[0] for there in people)
    return found
