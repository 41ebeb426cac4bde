from dataclasses import replace

from workshop.chain import START, canonical, link, payload_digest
from workshop.messages import Entry

ENTRY = Entry(1, "c1", 5, "p1", None, "Said", {"b": 1, "a": "é"}, "salt", payload_digest("salt", {"a": "é", "b": 1}))


def test_the_same_value_has_the_same_text() -> None:
    assert canonical({"b": 1, "a": "é"}) == '{"a":"é","b":1}'


def test_every_part_of_an_event_counts() -> None:
    digest = link(START, ENTRY)
    other = payload_digest("salt", {"a": "e"})
    changes = ({"seq": 2}, {"id": "c2"}, {"at": 6}, {"actor": "p2"}, {"activity": "x"}, {"type": "Sad"}, {"payload_digest": other})
    changed = [replace(ENTRY, **change) for change in changes]
    assert len({digest, *(link(START, one) for one in changed), link("1" * 64, ENTRY)}) == len(changed) + 2


def test_a_withheld_payload_leaves_the_chain_whole() -> None:
    assert link(START, replace(ENTRY, payload=None, salt="")) == link(START, ENTRY)
