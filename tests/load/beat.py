"""What one contribution costs at a beat, however many there are already: to decide it, and to show it to each audience.

    python -m tests.load.beat [--sizes 10,100,1000,5000] [--only brainstorm] [--json]

A row is a phase of a method with so many contributions in it, all made by commands; then some more come, one a beat. Times are
medians in microseconds; `patch` is the largest part of a screen that a beat sends.
"""

import argparse
import gc
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter_ns
from typing import Any, Final

from tests.load.scenes import SCENES, Deed, Scene, Stage
from workshop.blocks import encode, merge_patch
from workshop.language import Speaker, speaker
from workshop.method import Viewer

SIZES: Final = (10, 100, 1000, 5000)
AUDIENCES: Final = ("room", "person", "wall", "console")
WARM: Final = 5
LOCALE: Final = Path(__file__).parents[2] / "workshop" / "locale"


@dataclass(frozen=True, slots=True)
class Cost:
    """Microseconds for one contribution: to decide and fold it, to show it to each audience; bytes of screen and of patch."""

    scene: str
    size: int
    decide: float
    room: float
    person: float
    wall: float
    console: float
    screen: int
    patch: int

    @property
    def beat(self) -> float:
        """All of it: one contribution decided and shown to all four audiences."""
        return self.decide + self.room + self.person + self.wall + self.console


@dataclass(slots=True)
class Track:
    """One scene at one size while it is measured: the times of each part by turn, the screens as they were last shown."""

    stage: Stage
    deeds: Iterator[Deed]
    say: Speaker
    times: dict[str, list[float]] = field(default_factory=lambda: {name: [] for name in ("decide", *AUDIENCES)})
    screens: dict[str, Any] = field(default_factory=dict)
    screen: int = 0
    patch: int = 0

    def turn(self, counts: bool) -> None:
        """One contribution, decided and shown to everybody."""
        who, name, args = next(self.deeds)
        self._show("person", who)  # what they saw before
        took = _timed(lambda: self.stage.do(who, name, **args))[0]
        shown = {audience: _timed(partial(self._show, audience, who)) for audience in AUDIENCES}
        if not counts:
            return
        self.times["decide"].append(took)
        for audience, (spent, patch) in shown.items():
            self.times[audience].append(spent)
            self.patch = max(self.patch, 0 if audience == "person" else len(json.dumps(patch)))
        self.screen = max(self.screen, *(len(json.dumps(self.screens[_key(audience, who)])) for audience in AUDIENCES))

    def _show(self, audience: Any, who: str) -> Any:
        """One audience at a beat: what is new on its screen."""
        key, method, state = _key(audience, who), self.stage.method, self.stage.state
        viewer = Viewer(audience, len(self.stage.here), who if audience == "person" else "", 7 if audience == "person" else 0)
        screen = encode(method.view(state, viewer), self.say)
        patch = merge_patch(self.screens.get(key, {}), screen)
        if audience == "room":
            method.moves(state)
            method.work(state)
        self.screens[key] = screen
        return patch


def _timed(act: Callable[[], Any]) -> tuple[float, Any]:
    began = perf_counter_ns()
    found = act()
    return (perf_counter_ns() - began) / 1000, found


def _key(audience: str, who: str) -> str:
    return f"person {who}" if audience == "person" else audience


def costs_of(scene: Scene, sizes: Sequence[int], turns: int = 40) -> list[Cost]:
    """What the next contributions cost at each size; the sizes take turns, so that what disturbs the machine disturbs them alike."""
    tracks = [_track(scene, size) for size in sizes]
    gc.collect()
    gc.freeze()
    for turn in range(turns + WARM):
        for track in tracks:
            track.turn(turn >= WARM)
    gc.unfreeze()
    return [_cost(scene, size, track) for size, track in zip(sizes, tracks, strict=True)]


def _track(scene: Scene, size: int) -> Track:
    stage = scene.begin(size)
    return Track(stage, scene.next(stage, size), speaker("fr", (LOCALE, stage.method.locale), lambda person: person))


def _cost(scene: Scene, size: int, track: Track) -> Cost:
    decide, room, person, wall, console = (round(median(found), 1) for found in track.times.values())
    return Cost(scene.name, size, decide, room, person, wall, console, track.screen, track.patch)


def costs(sizes: Sequence[int] = SIZES, only: str = "", turns: int = 40) -> list[Cost]:
    """Each phase of each method at each size."""
    return [cost for scene in SCENES if only in scene.name for cost in costs_of(scene, sizes, turns)]


def growth(found: Sequence[Cost]) -> dict[str, float]:
    """How many times what it costs at the smallest size each phase costs at the largest."""
    by_scene: dict[str, list[Cost]] = {}
    for one in found:
        by_scene.setdefault(one.scene, []).append(one)
    return {name: round(rows[-1].beat / rows[0].beat, 2) for name, rows in by_scene.items()}


def table(found: Sequence[Cost]) -> str:
    """The costs as a Markdown table."""
    head = ("phase", "there", "decide", *AUDIENCES, "beat", "screen", "patch")
    lines = [head, ("---",) * len(head)]
    for one in found:
        times = (f"{value:.0f}" for value in (one.decide, one.room, one.person, one.wall, one.console, one.beat))
        lines.append((one.scene, f"{one.size:,}", *times, f"{one.screen:,}", f"{one.patch:,}"))
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description="What one contribution costs at a beat, in microseconds")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--only", default="")
    parser.add_argument("--json", action="store_true")
    wish = parser.parse_args()
    found = costs([int(size) for size in wish.sizes.split(",")], wish.only)
    if wish.json:
        print(json.dumps(growth(found), indent=1))
        return
    print(table(found))
    print("\nThe largest against the smallest:")
    for name, times in growth(found).items():
        print(f"  {times:6.2f}  {name}")


if __name__ == "__main__":
    main()
