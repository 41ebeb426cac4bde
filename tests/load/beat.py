"""What one contribution costs at a beat, however many there are already: to decide it, and to show it to each audience.

    python -m tests.load.beat [--sizes 10,100,1000,5000] [--only brainstorm] [--json]

A row is a phase of a method with so many contributions in it, all made by commands; then some more come, one a beat. Times are
medians in microseconds; `patch` is the largest part of a screen that a beat sends.
"""

import argparse
import gc
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter_ns
from typing import Any, Final

from tests.load.scenes import METHODS, SCENES, Scene, Stage
from workshop.blocks import encode, merge_patch
from workshop.language import Speaker, speaker
from workshop.method import Viewer

SIZES: Final = (10, 100, 1000, 5000)
AUDIENCES: Final = ("room", "person", "wall", "console")
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


def cost(scene: Scene, size: int, turns: int = 25) -> Cost:
    """What the next contributions cost when there are `size` already."""
    stage = scene.begin(size)
    say = speaker("fr", (LOCALE, stage.method.locale), lambda person: person)
    deeds = scene.next(stage, size)
    times: dict[str, list[float]] = {name: [] for name in ("decide", *AUDIENCES)}
    screens: dict[str, Any] = {}
    largest = {"screen": 0, "patch": 0}
    gc.collect()
    gc.freeze()
    for turn in range(turns + 5):
        who, name, args = next(deeds)
        _show(stage, "person", who, say, screens)  # what they saw before
        began = perf_counter_ns()
        stage.do(who, name, **args)
        times["decide"].append((perf_counter_ns() - began) / 1000)
        for audience in AUDIENCES:
            took, patch = _show(stage, audience, who, say, screens)
            times[audience].append(took)
            largest["screen"] = max(largest["screen"], len(json.dumps(screens[_key(audience, who)])))
            largest["patch"] = max(largest["patch"], len(json.dumps(patch)) if turn >= 5 and audience != "person" else 0)
    gc.unfreeze()
    decide, room, person, wall, console = (round(median(found[5:]), 1) for found in times.values())
    return Cost(scene.name, size, decide, room, person, wall, console, largest["screen"], largest["patch"])


def _key(audience: str, who: str) -> str:
    return f"person {who}" if audience == "person" else audience


def _show(stage: Stage, audience: Any, who: str, say: Speaker, screens: dict[str, Any]) -> tuple[float, Any]:
    """One audience at a beat; the person who acted has seen their screen before."""
    key, viewer = _key(audience, who), Viewer(audience, len(stage.here), who if audience == "person" else "")
    began = perf_counter_ns()
    screen = encode(stage.method.view(stage.state, viewer), say)
    patch = merge_patch(screens.get(key, {}), screen)
    if audience == "room":
        stage.method.moves(stage.state)
        stage.method.work(stage.state)
    took = (perf_counter_ns() - began) / 1000
    screens[key] = screen
    return took, patch


def costs(sizes: Sequence[int] = SIZES, only: str = "", turns: int = 25) -> list[Cost]:
    """Each phase of each method at each size."""
    return [cost(scene, size, turns) for scene in SCENES if only in scene.name for size in sizes]


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
    assert METHODS
    main()
