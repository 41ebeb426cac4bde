"""What a facilitator did in a World Café, in a few words for Undo."""

from methods.world_cafe import events as e
from methods.world_cafe.state import State
from workshop.language import Words, _


def describe(state: State, event: e.Event) -> Words:
    """The deed of an event."""
    match event:
        case e.SeatsAsked(_number, first):
            return _("seat the room") if first == 1 else _("seat round {round}", round=first)
        case e.Entered():
            return _entered(event)
        case e.GuestAdded(_person, name):
            return _("give {name} a seat", name=name)
        case e.Gone(person):
            return _("{name} has left", name=state.guests.get(person) or _("somebody"))
        case e.HostsNamed():
            return _("name hosts")
        case e.TableAdded():
            return _("add a table")
        case e.HostChanged() | e.TableClosed() | e.TableOpened():
            return _table(event)
        case e.Wrote() | e.Spotted():
            return _("add “{text}”", text=event.text)
        case e.PictureAttached() | e.TakenDown():
            return _photo(event)
        case e.Carried(id, on):
            return _("carry “{text}” on", text=_text(state, id)) if on else _("do not carry “{text}” on", text=_text(state, id))
        case e.Hidden(id):
            return _("hide “{text}”", text=_text(state, id))
        case e.Restored(id):
            return _("show “{text}” again", text=_text(state, id))
        case e.HeardAgain(id):
            return _("where “{text}” was heard", text=_text(state, id))
        case _:
            return ""


def _entered(event: e.Entered) -> Words:
    match event.stage:
        case "welcome":
            return _("go back to the welcome")
        case "move":
            return _("send people to their tables")
        case "talk":
            return _("begin round {round}", round=event.round)
        case "harvest":
            return _("let table {table} tell", table=event.table) if event.table else _("begin the harvest")
        case "done":
            return _("end the harvest")


def _photo(event: e.PictureAttached | e.TakenDown) -> Words:
    if isinstance(event, e.PictureAttached):
        return _("add a photo of table {table}", table=event.table)
    return _("take a photo of table {table} down", table=event.table)


def _table(event: e.HostChanged | e.TableClosed | e.TableOpened) -> Words:
    match event:
        case e.HostChanged(table):
            return _("another host at table {table}", table=table)
        case e.TableClosed(table):
            return _("close table {table}", table=table)
        case e.TableOpened(table):
            return _("use table {table} again", table=table)


def _text(state: State, id: str) -> str:
    found = state.notes.get(id) or state.patterns.get(id)
    return found.text if found else ""
