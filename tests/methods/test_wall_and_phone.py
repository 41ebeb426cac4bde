"""Who cannot see the wall misses nothing: at every moment of every method its words and figures are on each phone too, as text."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.browser.snapshots import PEOPLE, agendas, played
from workshop.background import Background
from workshop.blocks import encode
from workshop.language import speaker
from workshop.live import Live
from workshop.method import Viewer
from workshop.registry import discover
from workshop.rooms import Rooms
from workshop.session.screen import screen_of
from workshop.store.store import open_store

# What stands only on the wall, by method and block, and why a phone does without it. The join address, its codes and the Wi-Fi
# are for those who are not in yet, the number of raised hands is for the facilitator: none of them is a block.
ONLY_THERE = {
    ("brainstorm", "ideas"): "where the wall says that nothing is written yet, the phone has the field to write in",
    ("dot_vote", "options"): "the options are the same; the phone's own label says what to do with them",
    ("one_two_four_all", "phases"): "a phone says with how many one is to talk now",
    ("one_two_four_all", "wrote"): "how many have written is for the facilitator, who goes on",
    ("one_two_four_all", "now"): "it leads to the phone, which says with whom",
    ("one_two_four_all", "chosen"): "how far the others are is for the facilitator, who goes on",
    ("one_two_four_all", "groups"): "a phone shows the pair or the four that one is in",
    ("one_two_four_all", "ideas"): "the ideas are the same; the label says on the wall whose they are",
    ("questions", "next"): "the questions are the same on the phone, the newest first, each to be supported",
    ("survey", "questions"): "the phone asks them itself",
    ("world_cafe", "hosting"): "the phone asks for it in words of its own",
    ("world_cafe", "volunteers"): "how many offered themselves is for the facilitator, who waits for them",
    ("world_cafe", "way"): "it leads to the phone, which says the table itself",
    ("world_cafe", "reached"): "how well the plan mixes is said of the whole, and is part of the record",
    ("world_cafe", "tables"): "a phone shows the table that one sits at; what all carry on comes to every phone in the harvest",
}
WORDS = ("text", "label", "above", "detail", "who", "empty", "host")
Json = Any


async def test_what_is_on_the_wall_is_on_the_phone(tmp_path: Path) -> None:
    store, background = open_store(f"sqlite:///{tmp_path / 'palabre.sqlite'}"), Background()
    rooms = Rooms(store, discover(), iter(range(1_790_000_000_000, 1_790_100_000_000, 500)).__next__, background)
    missing, looked_at = [], set()
    for agenda in agendas(rooms.registry.methods):
        live = await rooms.create(agenda)
        async for moment, _seq in played(live):
            looked_at.add(_method(live))
            missing += [(moment, *fault) for fault in _only_on_the_wall(live)]
    await rooms.close()
    background.close()
    store.close()
    assert missing == []
    assert looked_at >= set(rooms.registry.methods)


def _only_on_the_wall(live: Live) -> list[tuple[str, str]]:
    wall = _screen(live, Viewer("wall", PEOPLE))
    phone = list(_said(_screen(live, Viewer("room", PEOPLE)) | _screen(live, Viewer("person", PEOPLE, "p1", 1))))
    known = "\n".join(phone)
    found = ((id, words) for id, block in wall.items() if (_method(live), id) not in ONLY_THERE for words in _said(block))
    return [(id, words) for id, words in found if words.removesuffix("…") not in known]


def _method(live: Live) -> str:
    return live.session.activity.step.method if live.session.activity else ""


def _screen(live: Live, viewer: Viewer) -> dict[str, Json]:
    return dict(encode(screen_of(live.methods, live.session, viewer), speaker("en", ())))


def _said(part: Json) -> Iterator[str]:
    """The words of a block, what is counted together with its count; what is long is shortened on the wall, with "…"."""
    if isinstance(part, list):
        for one in part:
            yield from _said(one)
    elif isinstance(part, dict):
        yield from (part[name] for name in WORDS if part.get(name) and isinstance(part[name], str))
        yield from (f"{part.get('label', '')}: {part.get('done', 0)} of {part['of']}",) if "done" in part and "of" in part else ()
        if part.get("count") and isinstance(part.get("text"), str):
            yield f"{part['count']} ideas" if _topic(part) else f"{part['text']}: {part['count']}"
        for name, value in part.items():
            yield from _said(value) if name != "buttons" else ()


def _topic(part: Json) -> bool:
    """Whether it is the middle of a map, which counts all ideas on it."""
    return "x" in part and not part.get("level")
