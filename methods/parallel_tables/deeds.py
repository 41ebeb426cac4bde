"""What a facilitator did at parallel tables, in a few words for Undo."""

from methods.parallel_tables import events as e
from methods.parallel_tables.state import State
from workshop.language import Words, _


def describe(state: State, event: e.Event) -> Words:
    """The deed of an event."""
    match event:
        case e.SeatsAsked() | e.Seated():
            return _("seat the room")
        case e.Entered():
            return _entered(event)
        case e.TopicAdded() | e.Wrote():
            return _("add “{text}”", text=event.text)
        case e.Carried(id, on):
            return _("carry “{text}” on", text=_text(state, id)) if on else _("do not carry “{text}” on", text=_text(state, id))
        case e.Hidden(id):
            return _("hide “{text}”", text=_text(state, id))
        case e.Restored(id):
            return _("show “{text}” again", text=_text(state, id))
        case _:
            return ""


def _entered(event: e.Entered) -> Words:
    match event.stage:
        case "welcome":
            return _("go back to the welcome")
        case "move":
            return _("send people to their tables")
        case "talk":
            return _("begin the talk")
        case "harvest":
            return _("let table {table} tell", table=event.table) if event.table else _("begin the harvest")
        case "done":
            return _("end the harvest")


def _text(state: State, id: str) -> str:
    note = state.notes.get(id)
    return note.text if note else ""
