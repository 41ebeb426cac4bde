"""A method as small as can be that takes pictures: people pin them, each sees their own field, and everybody sees the board."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from workshop.agenda import Agenda, parse
from workshop.blocks import Block, Field, Form, Heading, Picture
from workshop.language import _
from workshop.messages import Id, Line, PictureId
from workshop.method import ANYBODY, Context, Item, Method, Rejected, Viewer


@dataclass(frozen=True)
class Settings:
    """Nothing to set."""


@dataclass(frozen=True)
class Pin:
    picture: PictureId
    alt: Line = ""


@dataclass(frozen=True)
class Pinned:
    id: Id
    by: Id
    picture: PictureId
    alt: Line


Board = tuple[Pinned, ...]
FIELDS = (Field("picture", _("Your picture"), input="picture"), Field("alt", _("What is on it"), required=False))


def start(settings: Settings, items: tuple[Item, ...], seed: int) -> Board:
    return ()


def decide(board: Board, command: Pin, context: Context) -> Sequence[Pinned] | Rejected:
    if any(one.picture == command.picture for one in board):
        return Rejected(_("This picture is there already."), "twice")
    return [Pinned(context.id, context.actor, command.picture, command.alt)]


def evolve(board: Board, event: Pinned) -> Board:
    return (*board, event)


def view(board: Board, viewer: Viewer) -> Sequence[Block]:
    form = Form(id="pin", pos=20, fields=FIELDS, command="Pin", send=_("Pin it"))
    if viewer.role == "person":
        return [form]
    return [*record(board), *([form] if viewer.role == "console" else [])]


def record(board: Board) -> Sequence[Block]:
    pictures = (Picture(id=one.id, picture=one.picture, alt=one.alt, caption=one.alt) for one in board)
    return [Heading(id="title", text=_("The board")), *pictures]


method = Method(
    name="pinboard",
    title=_("Pinboard"),
    purpose=_("Pictures on a board."),
    settings=Settings,
    commands={Pin: ANYBODY},
    events=(Pinned,),
    start=start,
    decide=decide,
    evolve=evolve,
    view=view,
    record=record,
    module=sys.modules[__name__],
)
METHODS = {"pinboard": method}


def agenda() -> Agenda:
    """One step with a board."""
    return parse('title = "Our tables"\n[[steps]]\nid = "board"\nmethod = "pinboard"\ntitle = "Board"\nminutes = 5\n', METHODS)
