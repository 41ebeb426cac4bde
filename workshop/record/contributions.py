"""What every step yields, as a CSV file: each contribution with what it came from and what became of it."""

import csv
import io
from typing import Final

from workshop.lineage import became, graph_of
from workshop.record.escape import cell
from workshop.record.proceedings import Proceedings

COLUMNS: Final = ("id", "step", "kind", "text", "support", "sources", "became")


def contributions_of(proceedings: Proceedings) -> str:
    """The file; ids in one cell have a space between them."""
    graph = graph_of(proceedings.items)
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(COLUMNS)
    for step in proceedings.session.agenda.steps:
        held = proceedings.steps.get(step.id)
        for item in held.items if held else ():
            later = [one.id for one in became(graph, item.id)]
            texts = (item.id, step.id, item.kind, item.text, str(item.support), " ".join(item.sources), " ".join(later))
            writer.writerow(map(cell, texts))
    return file.getvalue()
