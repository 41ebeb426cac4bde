"""Pictures in a workshop: that one came is in the log with its digest, and a command may name only those that its sender brought."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Annotated, Any, Literal, cast, get_args, get_origin, get_type_hints

from workshop.blocks import Block, Picture, Text
from workshop.language import _
from workshop.messages import BadMessage, Command, PictureId, read
from workshop.method import Context, Rejected, Role
from workshop.session.events import PictureKept
from workshop.session.state import Methods, Session

Draft = tuple[str | None, object]


def keep_picture(methods: Methods, session: Session, command: Command, context: Context) -> Sequence[Draft] | Rejected:
    """A picture came, and is stored already."""
    if session.stage != "open":
        return Rejected(_("This workshop is over."), "closed")
    if context.role is Role.PARTICIPANT and not session.inside(context.actor):
        return Rejected(_("Please come in first: open the page again and choose “Come in”."), "not-in")
    try:
        return [(None, read(PictureKept, command.args))]
    except BadMessage as error:
        return Rejected(_("That could not be read: {reason}", reason=str(error)), "bad-arguments")


def may_name(session: Session, wanted: object, actor: str) -> bool:
    """Whether every picture that a command names is here, and was brought by the one who sends it."""
    cls = cast(Hashable, type(wanted))
    return not _has_pictures(cls) or all(_is_of(session, one, actor) for one in _named(cls, wanted))


def still_here(session: Session, blocks: Sequence[Block]) -> Sequence[Block]:
    """Some blocks, where a picture that was erased is not shown but said to be erased."""
    if not any(isinstance(block, Picture) for block in blocks):
        return blocks
    gone = _("This picture was erased.")
    return [Text(id=one.id, pos=one.pos, text=gone, tone="soft") if _is_gone(session, one) else one for one in blocks]


def _is_gone(session: Session, block: Block) -> bool:
    known = session.pictures.get(block.picture) if isinstance(block, Picture) else None
    return isinstance(block, Picture) and (known is None or known.erased)


def _is_of(session: Session, picture: str, actor: str) -> bool:
    known = session.pictures.get(picture)
    return known is not None and known.by == actor and not known.erased


@cache
def _has_pictures(hint: Hashable) -> bool:
    """Whether there is a place for a picture in a type."""
    if hint == PictureId:
        return True
    parts = _hints(hint).values() if is_dataclass(hint) else _parts(hint)
    return any(_has_pictures(one) for one in parts)


def _named(hint: Any, value: Any) -> Iterable[str]:
    """The pictures in a value of a type."""
    if hint == PictureId:
        return [value] if isinstance(value, str) else []
    if is_dataclass(hint):
        return [one for name, inner in _hints(hint).items() for one in _named(inner, getattr(value, name, None))]
    if isinstance(value, Mapping):
        value = tuple(value.values())
    values = value if isinstance(value, tuple | list | frozenset | set) else (value,)
    return [one for inner in _parts(hint) if _has_pictures(inner) for part in values for one in _named(inner, part)]


def _parts(hint: Any) -> Sequence[Any]:
    """What a type is made of."""
    inner = get_args(hint)
    return inner[:1] if get_origin(hint) is Annotated else () if get_origin(hint) is Literal else inner


def _hints(cls: Any) -> dict[str, Any]:
    hints = get_type_hints(cls, include_extras=True)
    return {one.name: hints[one.name] for one in fields(cls)}
