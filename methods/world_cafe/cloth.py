"""The paper on the tables of a World Café: photos of it, shown at the table, in the harvest and in the record."""

from collections.abc import Sequence

from methods.world_cafe import events as e
from methods.world_cafe import vocabulary as v
from methods.world_cafe.state import Cloth, State, marks, table_of
from workshop.blocks import Block, Button, Buttons, Field, Form, Option, Picture
from workshop.language import _
from workshop.method import Context, Rejected, Role, Viewer

Answer = Sequence[e.Event] | Rejected
SHOWN = 2
MOST = 12


def cloths_of(state: State, table: int) -> list[Cloth]:
    """The photos of a table, the latest first."""
    return [one for one in reversed(state.cloths) if one.table == table]


def change_cloth(state: State, command: v.AttachPicture | v.TakeDown, context: Context) -> Answer:
    """Who sits at a table, or sat there in the round that is meant, brings a photo; they, its host and the facilitator take it down."""
    if not state.played or state.stage == "done":
        return Rejected(_("The tables are not open for notes now."), "not-now")
    return _attach(state, command, context) if isinstance(command, v.AttachPicture) else _take_down(state, command, context)


def _attach(state: State, command: v.AttachPicture, context: Context) -> Answer:
    round = min(command.round or state.round, state.played)
    table = command.table
    if not 0 < table <= state.count:
        return Rejected(_("There is no such table."), "no-table")
    sat = (table_of(state, context.actor), state.rounds[round - 1].seats.get(context.actor, 0))
    if context.role is not Role.FACILITATOR and table not in sat:
        return Rejected(_("You did not sit at this table."), "not-your-table")
    if any(one.picture == command.picture for one in state.cloths):
        return []
    if len(cloths_of(state, table)) >= MOST:
        return Rejected(_("This table has as many photos as it can. Please take one down first."), "full")
    return [e.PictureAttached(context.id, context.actor, table, round, command.picture, command.alt)]


def _take_down(state: State, command: v.TakeDown, context: Context) -> Answer:
    found = next((one for one in state.cloths if one.id == command.cloth), None)
    if found is None:
        return []
    mine = found.by == context.actor or marks(state, context.actor, found.table)
    if context.role is not Role.FACILITATOR and not mine:
        return Rejected(_("The host of the table, or who brought it, takes a photo down."), "not-yours")
    return [e.TakenDown(found.id, found.table)]


def at_the_table(state: State, viewer: Viewer, table: int) -> Sequence[Block]:
    """What those at a table see of its paper; who marks what is carried on brings a photo of it."""
    shown = cloths_of(state, table)[:SHOWN]
    if not (marks(state, viewer.person, table) or viewer.table):
        return [_picture(one, 50 + place) for place, one in enumerate(shown)]
    pictures = [block for place, one in enumerate(shown) for block in (_picture(one, 50 + 2 * place), _down(one, 51 + 2 * place))]
    args = {"table": table, "round": state.round}
    fields = (_photo(), _alt())
    return [*pictures, Form(id="cloth", pos=60, fields=fields, command="AttachPicture", send=_("Add the photo"), args=args)]


def in_the_harvest(state: State, table: int) -> Sequence[Block]:
    """The paper of the table that tells."""
    return [_picture(one, 45) for one in cloths_of(state, table)[:1]]


def on_the_console(state: State) -> Sequence[Block]:
    """The photos of the table that was opened, or tells, and the form to add one for somebody."""
    if not state.played or state.stage == "done":
        return ()
    shown = cloths_of(state, state.looked or state.table)[:SHOWN]
    pictures = [block for place, one in enumerate(shown) for block in (_picture(one, 35 + 2 * place), _down(one, 36 + 2 * place))]
    options = tuple(Option(str(table), _("Table {table}", table=table)) for table in range(1, state.count + 1))
    table = Field("table", _("Table"), input="choice", options=options, value=str(state.looked or state.table or 1))
    form = Form(id="cloth", pos=71, fields=(table, _photo(), _alt()), command="AttachPicture", send=_("Add the photo"))
    return (*pictures, form)


def in_the_record(state: State, table: int) -> Sequence[Block]:
    """All photos of a table, in the order of their coming."""
    return [_picture(one, None) for one in reversed(cloths_of(state, table))]


def _photo() -> Field:
    return Field("picture", _("A photo of the paper"), input="picture")


def _alt() -> Field:
    return Field("alt", _("What is on it, in a few words"), required=False, hint=_("For those who cannot see it"))


def _picture(cloth: Cloth, pos: float | None) -> Picture:
    alt = cloth.alt or _("The paper of table {table}", table=cloth.table)
    caption = _("Table {table}, round {round}", table=cloth.table, round=cloth.round)
    return Picture(id=f"cloth-{cloth.id}", pos=pos, picture=cloth.picture, alt=alt, caption=caption)


def _down(cloth: Cloth, pos: float) -> Buttons:
    return Buttons(id=f"down-{cloth.id}", pos=pos, items=(Button("down", _("Take the photo down"), "TakeDown", {"cloth": cloth.id}),))
