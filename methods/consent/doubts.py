"""Doubts that an argument qualifies, and doubts about those: which one is heard now, and what becomes of it."""

from collections.abc import Sequence
from dataclasses import replace

from methods.consent import events as e
from methods.consent.state import Argument, Doubt
from workshop.shelf import Catalogue

DEEPEST = 4

Doubting = e.Doubted | e.DoubtRefined | e.DoubtsHeard | e.DoubtDropped


def chain(one: Argument) -> Sequence[Doubt]:
    """The open doubts that are heard now: the oldest about the argument, the oldest about that one, and so on; the last is in hand."""
    found: list[Doubt] = []
    about = ""
    while (doubt := next(one.doubts.under_label(("open", about)), None)) is not None:
        found.append(doubt)
        about = doubt.id
    return found


def in_hand(one: Argument) -> Doubt | None:
    """The doubt that is heard now, the deepest one; None where every doubt was heard."""
    found = chain(one)
    return found[-1] if found else None


def doubted(doubts: Catalogue[Doubt], event: Doubting) -> Catalogue[Doubt]:
    """The doubts about an argument after an event."""
    match event:
        case e.Doubted(id, _argument, about, person, text):
            if id in doubts or doubts.count(("by", about, person)):
                return doubts
            below = doubts.get(about)
            return _put(doubts, Doubt(id, about, person, text, len(doubts), below.depth + 1 if below else 1))
        case e.DoubtRefined(_argument, id, _person, text):
            one = doubts.get(id)
            return _put(doubts, replace(one, text=text, earlier=(*one.earlier, one.text))) if one else doubts
        case e.DoubtDropped(_argument, id):
            one = doubts.get(id)
            return _put(doubts, replace(one, status="dropped")) if one else doubts
        case e.DoubtsHeard(_argument, about):
            for one in tuple(doubts.under_label(("open", about))):
                doubts = _put(doubts, replace(one, status="heard"))
            return doubts


def _put(doubts: Catalogue[Doubt], one: Doubt) -> Catalogue[Doubt]:
    labels = [("about", one.about), ("by", one.about, one.person)]
    return doubts.put(one.id, one, *labels, *([("open", one.about)] if one.status == "open" else []))
