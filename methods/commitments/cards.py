"""A commitment as a card, for each who looks at it: who does what, by when, how it will be seen, and what is not confirmed yet."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import reduce

from methods.commitments.commands import NONE, Side
from methods.commitments.state import Commitment, State, origin_of
from workshop.blocks import Button, Card, Tone
from workshop.language import Message, Name, Words, _, n_, said_date
from workshop.memory import remembered

SIDES: Mapping[Side, Message] = {
    "citizens": _("citizens"),
    "institution": _("an institution"),
    "both": _("citizens and an institution together"),
}
LONG = 90


def room_card(state: State, one: Commitment, newest_first: bool) -> Card:
    """The commitment for every phone, with what anybody can do about it; the rules refuse what is not for one."""
    return _room(one, _from(state, one), state.settings.helping, newest_first)


@remembered
def _room(one: Commitment, origin: str, helping: bool, newest_first: bool) -> Card:
    confirm = Button("confirm", _("I commit to this"), "Confirm", {"commitment": one.id}, confirm=_("Do you commit to this, as written?"))
    help = Button("help", _("I help"), "Help", {"commitment": one.id})
    buttons = (*((confirm,) if one.confirmation is None and not one.maker else ()), *((help,) if helping else ()))
    return replace(_card(one, origin, buttons, -one.place if newest_first else None), tone="" if one.confirmation else "now")


def plain_card(state: State, one: Commitment, newest_first: bool = False) -> Card:
    """The commitment, to be read."""
    return _plain(one, _from(state, one), newest_first)


@remembered
def _plain(one: Commitment, origin: str, newest_first: bool) -> Card:
    return _card(one, origin, (), -one.place if newest_first else None)


def own_card(state: State, one: Commitment) -> Card:
    """The commitment for whose it is."""
    return _own(one, _from(state, one), state.closed)


@remembered
def _own(one: Commitment, origin: str, closed: bool) -> Card:
    id = {"commitment": one.id}
    yes = Button("confirm", _("Yes, in these words"), "Confirm", id, tone="good")
    change = Button("change", _("Change"), "Pick", id)
    withdraw = Button("withdraw", _("Withdraw"), "Withdraw", id, confirm=_("Withdraw this commitment?"))
    release = Button("release", _("It is not mine"), "Unconfirm", id)
    last = withdraw if one.maker else release
    return _card(one, origin, () if closed else (*((yes,) if one.confirmation is None else ()), change, last))


@remembered
def helped_card(one: Commitment, closed: bool) -> Card:
    """A commitment that somebody helps with."""
    back = Button("back", _("Not any more"), "Help", {"commitment": one.id, "yes": False})
    return Card(one.id, one.text, one.called, buttons=() if closed else (back,))


def console_card(state: State, one: Commitment) -> Card:
    """The commitment for the facilitator."""
    return _console(one, _from(state, one), state.closed, one.place)


@remembered
def _console(one: Commitment, origin: str, closed: bool, place: int) -> Card:
    id = {"commitment": one.id}
    how = one.confirmation
    aloud = Button("aloud", _("Confirmed aloud by {who}", who=one.called), "ConfirmAloud", id | {"who": one.who})
    other = Button("unconfirm", _("Not confirmed"), "Unconfirm", id)
    change = Button("change", _("Change, confirm …") if how is None else _("Change"), "Pick", id)
    withdraw = Button("withdraw", _("Withdraw"), "Withdraw", id, confirm=_("Withdraw this commitment?"))
    first = (aloud,) if how is None and one.who else (other,) if how is not None and how.how == "aloud" else ()
    return _card(one, origin, () if closed else (*first, change, withdraw), -place)


def _card(one: Commitment, origin: str, buttons: tuple[Button, ...], pos: float | None = None) -> Card:
    tone: Tone = "good" if one.confirmation else "now"
    return Card(one.id, one.text, whose(one), joined(_facts(one, origin)), tone=tone, buttons=buttons, pos=pos)


def whose(one: Commitment) -> Words:
    """Who commits, of which side, and by when; most are citizens, so that is not said of each."""
    day = _("by {date}", date=said_date(one.due)) if one.due else _("no day yet")
    return joined((one.called, day) if one.side == "citizens" else (one.called, SIDES[one.side], day))


def _facts(one: Commitment, origin: str) -> Iterable[Words]:
    if one.confirmation is None:
        yield _("to be confirmed")
    if one.seen:
        yield _("we will see it: {seen}", seen=one.seen)
    if origin:
        yield _("from “{text}”", text=origin)
    if one.helpers:
        yield n_("{count} person helps", "{count} people help", len(one.helpers))


def how_confirmed(one: Commitment) -> Message:
    """By whom a commitment was confirmed, and how."""
    how = one.confirmation
    if how is None:
        return _("not confirmed yet")
    if how.how == "aloud":
        return _("confirmed aloud by {who}, noted by the facilitator", who=how.by)
    if how.how == "phone":
        return _("confirmed on a phone in the room by {who}", who=Name(how.by))
    return _("confirmed by whoever wrote it")


def joined(parts: Iterable[Words]) -> Words:
    """Facts in one line."""
    found: Sequence[Words] = list(parts)
    return reduce(lambda one, other: _("{one} · {other}", one=one, other=other), found) if found else ""


def _from(state: State, one: Commitment) -> str:
    found = origin_of(state, one) if one.origin != NONE else None
    return short(found.text) if found else ""


def short(text: str) -> str:
    """A text in one line that is not too long."""
    line = " ".join(text.split())
    return line if len(line) <= LONG else f"{line[: LONG - 1].rstrip()}…"
