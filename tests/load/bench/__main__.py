"""`make bench`: measures Palabre beside its references, prints the table, and writes it into the README."""

import argparse
import gc
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from tests.load.bench import arrival, burst, change, durable, flow, growth, memory, presence, restart, thousand
from tests.load.bench.bystanders import Bystanders
from tests.load.bench.cores import phones_core
from tests.load.bench.figure import Figure, summed_up
from tests.load.bench.machine import machine
from tests.load.bench.scale import QUICK, WHOLE, Scale
from tests.load.bench.table import replace_table, table
from tests.load.references.loop import run

README: Final = Path(__file__).parents[3] / "README.md"
Row = tuple[Callable[[Scale], Awaitable[Any]], Callable[[Any], list[Figure]]]
ROWS: Final[dict[str, Row]] = {
    "arrival": (arrival.measure, arrival.figures),
    "memory": (memory.measure, memory.figures),
    "flow": (flow.measure, flow.figures),
    "burst": (burst.measure, burst.figures),
    "presence": (presence.measure, presence.figures),
    "change": (change.measure, change.figures),
    "thousand": (thousand.measure, thousand.figures),
    "growth": (growth.measure, growth.figures),
    "durable": (durable.measure, durable.figures),
    "restart": (restart.measure, restart.figures),
}


async def measured(names: Sequence[str], scale: Scale, runs: int, say: Callable[[str], None]) -> list[Figure]:
    """The figures of the rows, each from so many runs; says every run as it ends."""
    found: dict[str, list[Any]] = {name: [] for name in names}
    for turn in range(runs):
        for name in names:
            gc.collect()
            gc.disable()  # a pause of this process would look like one of the server
            try:
                found[name].append(await ROWS[name][0](scale))
            finally:
                gc.enable()
            say(f"run {turn + 1} of {runs}: {found[name][-1]}")
    return [figure for name in names for figure in ROWS[name][1](summed_up(found[name]))]


def about(wish: argparse.Namespace, others: float) -> list[str]:
    """How the figures came to be."""
    options = (*(["--quick"] if wish.quick else []), *([f"--only {wish.only}"] if wish.only else []))
    command = f'make bench ARGS="{" ".join(options)}"' if options else "make bench"
    runs = "one run" if wish.runs == 1 else f"medians of {wish.runs} runs (of what is counted, the worst)"
    return [
        f"`{command}`, {datetime.now(UTC):%d %B %Y}: {runs}, the server on one core, the simulated phones on another, all on one",
        f"machine over the loopback device; other programs took {100 * others:.0f} % of it meanwhile.",
        f"Machine: {machine()}.",
    ]


def main(arguments: Sequence[str] | None = None) -> None:
    """Reads the command line, measures, prints, writes."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--only", default="", help=f"some rows, with commas: {', '.join(ROWS)}")
    parser.add_argument("--quick", action="store_true", help="small and short, to see that it runs")
    parser.add_argument("--runs", type=int, default=3, help="how often each row is measured")
    parser.add_argument("--to", type=Path, help="a file for the table (default: the README, after a whole run)")
    wish = parser.parse_args(arguments)
    names = [name for name in wish.only.split(",") if name] or list(ROWS)
    if unknown := sorted(set(names) - set(ROWS)):
        parser.error(f"there is no row {', '.join(unknown)}; there are {', '.join(ROWS)}")
    others = Bystanders()
    with phones_core():
        figures = run(measured(names, QUICK if wish.quick else WHOLE, wish.runs, lambda text: print(text, flush=True)))
    text = table(figures, about(wish, others.share))
    print(f"\n{text}")
    if wish.to:
        wish.to.write_text(f"{text}\n", "utf-8")
    elif not wish.quick and not wish.only:
        replace_table(README, text)


if __name__ == "__main__":
    main()
