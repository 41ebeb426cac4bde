"""The table of figures, as Markdown, and its place in a document between two marks."""

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from tests.load.bench.figure import Figure

START: Final = "<!-- figures: written by make bench -->"
END: Final = "<!-- /figures -->"
WORDS: Final = {True: "yes", False: "**no**", None: ""}


def table(figures: Iterable[Figure], about: Iterable[str]) -> str:
    """The figures in a table, and below it how they came to be."""
    rows = [(one.what, one.goal, one.found, WORDS[one.met]) for one in figures]
    lines = [_line("what", "goal", "measured", "reached"), _line(*["---"] * 4), *(_line(*row) for row in rows)]
    return "\n".join((*lines, "", *about))


def _line(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


def replace_table(document: Path, text: str) -> None:
    """Writes the table between the marks of a document. Raises `ValueError` where they are missing."""
    whole = document.read_text("utf-8")
    before, start, rest = whole.partition(START)
    _old, end, after = rest.partition(END)
    if not start or not end:
        raise ValueError(f"{document} has no place for the table: it needs the lines {START} and {END}.")
    document.write_text(f"{before}{START}\n\n{text}\n\n{END}{after}", "utf-8")
