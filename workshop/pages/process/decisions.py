"""The decisions of a process: those due for review first."""

from collections.abc import Sequence

from workshop.dossier.standing import Promise
from workshop.language import Words, _, said_date
from workshop.pages.elements import Words as Text
from workshop.pages.elements import box
from workshop.pages.process.promises import Promises
from workshop.pages.process.work import Work
from workshop.process.vocabulary import OF_DECISIONS
from workshop.record.decisions import LABELS, OUTCOMES

SHOWN = ("outcome", "responsible", "criteria", "term", "reason", "condition")


async def decisions(work: Work) -> None:
    """Draws them."""
    with box("", "section"):
        Text("h2", work.say(_("Decisions")))
        empty = _(
            "Nothing was decided yet. A decision comes out of a step of consent, of a choice or of an election in one of the workshops."
        )
        listed = Promises(work, empty, OF_DECISIONS, _facts, review=True)
    work.draws.append(lambda: listed.draw(work.dossier.decisions))


def _facts(work: Work, one: Promise) -> Sequence[Words]:
    return [
        _("{label}: {text}", label=LABELS[name], text=OUTCOMES.get(fact, said_date(fact)))
        for name in SHOWN
        if (fact := one.thing.facts.get(name, ""))
    ]
