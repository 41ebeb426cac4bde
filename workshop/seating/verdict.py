"""What a seating reached, in one sentence, for the wall and the console."""

from workshop.language import Message, _, n_
from workshop.seating.report import Report


def verdict(report: Report) -> Message:
    """One sentence on who meets again, and whether it could be better."""
    again = len(report.again)
    if not again:
        return _("Nobody meets twice (proven).") if report.proven else _("Nobody meets twice.")
    if report.proven:
        return n_("{count} pair meets again (proven: it cannot be fewer).", "{count} pairs meet again (proven: it cannot be fewer).", again)
    return n_("{count} pair meets again (the best found).", "{count} pairs meet again (the best found).", again)
