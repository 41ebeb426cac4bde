"""What a facilitator did in a 1-2-4-All, in a few words for Undo."""

from methods.one_two_four_all import events as e
from methods.one_two_four_all.state import State
from workshop.language import Words, _


def describe(state: State, event: e.Event) -> Words:
    """The deed of an event."""
    match event:
        case e.Entered(stage):
            said: dict[str, Words] = {
                "welcome": _("go back to the welcome"),
                "alone": _("let everybody think alone"),
                "pairs": _("send people into pairs"),
                "fours": _("send people into groups of four"),
                "all": _("let all hear what the groups bring"),
                "done": _("end 1-2-4-All"),
            }
            return said[stage]
        case e.Wrote():
            return _("add “{text}”", text=event.text)
        case e.Hidden(id):
            return _("hide “{text}”", text=_text(state, id))
        case e.Restored(id):
            return _("show “{text}” again", text=_text(state, id))
        case _:
            return ""


def _text(state: State, id: str) -> str:
    note = state.notes.get(id)
    return note.text if note else ""
