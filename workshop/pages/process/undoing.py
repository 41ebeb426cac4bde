"""What Undo would take back, in words."""

from collections.abc import Sequence

from workshop.language import Message, _, n_
from workshop.messages import Entry
from workshop.pages.process.work import short
from workshop.process.events import (
    Answered,
    AnswerWithdrawn,
    Contributed,
    Described,
    Marked,
    Noted,
    Published,
    SessionAdded,
    SessionMoved,
    SessionRemoved,
)
from workshop.process.history import event_of
from workshop.process.undo import undoable


def undo_label(entries: Sequence[Entry]) -> Message | None:
    """What the last command of staff was that still counts; None when there is nothing to take back."""
    lines = undoable(entries)
    last = next((entry for entry in entries if lines and entry.seq == lines[0]), None)
    return _named(event_of(last), len(lines)) if last is not None else None


def _named(event: object, lines: int) -> Message:
    match event:
        case Described():
            return _("the new description")
        case SessionAdded():
            return _("a workshop was taken in")
        case SessionMoved():
            return _("a workshop was moved")
        case SessionRemoved():
            return _("a workshop was taken out")
        case Contributed() if lines == 1:
            return _("“{text}” was added", text=short(event.text, 40))
        case Contributed():
            return n_("{count} contribution was added", "{count} contributions were added", lines)
        case Answered(refs):
            return n_("{count} answer", "{count} answers", len(refs))
        case AnswerWithdrawn():
            return _("an answer was taken back")
        case Noted(text):
            return _("the note “{text}”", text=short(text, 40))
        case Marked():
            return _("how something stands")
        case Published():
            return _("the publication")
        case _:
            return _("the last change")
