"""What people see of a round of speakers: who speaks and who is next, one's own turn, and the order on the console."""

from collections.abc import Iterable
from typing import Literal

from workshop.blocks import Block, Button, Buttons, Field, Form, Progress, Round, Text, Turn
from workshop.circle import vocabulary as v
from workshop.circle.circle import Circle, before, ends, spoken, waiting, who
from workshop.language import Message, Words, _, n_
from workshop.messages import derived_id
from workshop.method import Viewer

SHOWN = 6  # who waits, on the wall and on phones
LISTED = 40  # who waits, on the console
HEARD = 20  # whose turn is over, on the console


def blocks(circle: Circle, viewer: Viewer, named: bool = False, label: Words = "", pos: float = 20) -> tuple[Block, ...]:
    """The blocks of a round for a viewer, from `pos` to `pos` + 29; nothing before it has begun."""
    if not circle.number:
        return ()
    match viewer.role:
        case "person":
            return _own(circle, viewer.person, named, pos)
        case "console":
            return (*_main(circle, _listed(circle), label, pos, "MoveTurn"), *_tools(circle, pos))
        case "room" | "wall":
            return _main(circle, _shown(circle, named), label, pos)


def touches(circle: Circle, event: v.Event) -> Iterable[str]:
    """Whose own screen changes by what somebody in the room did, in the round after it."""
    match event:
        case v.SpeakerCame(member):
            return (member.id,)
        case v.TurnEnded(person) | v.PersonPutBack(person) | v.SpeakerLeft(person):
            return (person, circle.now, *waiting(circle))
        case _:
            return ()


def _main(circle: Circle, items: tuple[Turn, ...], label: Words, pos: float, move: str = "") -> tuple[Block, ...]:
    """Who speaks and who comes then, and how many have spoken."""
    done = len(spoken(circle))
    still = len(waiting(circle)) + bool(circle.now)
    over = () if circle.now and circle.open else (Text(id="round-over", pos=pos + 9, text=_over(circle), tone="good"),)
    turns = Round(
        id="speakers", pos=pos + 10, items=items, label=label, time=circle.seconds * 1000, ends=ends(circle),
        total=still, move=move if circle.open else "",
    )  # fmt: skip
    progress = Progress(id="spoken", pos=pos + 20, done=done, of=done + still, label=_("have spoken"))
    return (*over, *((turns,) if items else ()), progress)


def _over(circle: Circle) -> Message:
    quiet = sum(one not in circle.gone for how in ("passed", "skipped") for one in spoken(circle, how))
    if not circle.open or not quiet:
        return _("Everybody has had a turn.")
    return n_(
        "Everybody has had a turn. {count} person has not spoken and still can.",
        "Everybody has had a turn. {count} people have not spoken and still can.",
        quiet,
    )


def _shown(circle: Circle, named: bool) -> tuple[Turn, ...]:
    """On the wall and on phones: the one who speaks and the next ones, known by nothing that tells who they are elsewhere."""
    now = (circle.now,) if circle.now else ()
    found = (*now, *waiting(circle)[: SHOWN - len(now)])
    return tuple(Turn(_key(circle, one), who(circle, one, named), _state(place, bool(now))) for place, one in enumerate(found))


def _state(place: int, speaking: bool) -> Literal["now", "next", "waiting"]:
    return "now" if speaking and not place else "next" if place == int(speaking) else "waiting"


def _key(circle: Circle, person: str) -> str:
    member = circle.members[person]
    return f"{'g' if member.guest else 'n'}{member.number}" if member.number else derived_id(person)


def _listed(circle: Circle) -> tuple[Turn, ...]:
    """On the console: everybody by name, with what can be done about them."""
    now = (circle.now,) if circle.now else ()
    order = (*now, *waiting(circle)[:LISTED])
    skip = _("Skip")
    ahead = (
        Turn(one, who(circle, one, True), _state(place, bool(now)), (Button("skip", skip, "SkipTurn", {"person": one}),))
        for place, one in enumerate(order)
    )
    return (*ahead, *(_heard(circle, one) for one in circle.ended[-HEARD:] if one not in circle.gone))


def _heard(circle: Circle, person: str) -> Turn:
    how, name = circle.how[person], who(circle, person, True)
    if how == "spoke":
        return Turn(person, name, "done")
    back = Button("back", _("Put back at the end"), "PutBack", {"person": person})
    return Turn(person, name, how, (back,) if circle.open else ())


def _tools(circle: Circle, pos: float) -> tuple[Block, ...]:
    """For the facilitator: somebody without a phone speaks too."""
    if not circle.open:
        return ()
    field = Field("name", _("Somebody without a phone"), limit=60, required=False, hint=_("A name, or nothing: then they have a number."))
    return (Form(id="add-speaker", pos=pos + 25, fields=(field,), command="AddSpeaker", send=_("Add to the round")),)


def _own(circle: Circle, person: str, named: bool, pos: float) -> tuple[Block, ...]:
    """One's own turn: now, soon, over."""
    if person not in circle.members or person in circle.gone or not circle.open:
        return ()
    text, tone, ways = _turn_of(circle, person)
    args = {"person": person}
    buttons = {
        "spoke": Button("spoke", _("I have spoken"), "EndTurn", args, tone="good"),
        "pass": Button("pass", _("Pass this time"), "PassTurn", args),
        "back": Button("back", _("I would like to speak after all"), "PutBack", args),
    }
    name = _("The wall calls you “{name}”.", name=who(circle, person, False))
    known = named or circle.how.get(person) == "spoke" or not circle.members[person].number
    return (
        Text(id="my-turn", pos=pos, text=text, tone=tone),
        *((Buttons(id="turn", pos=pos + 1, items=tuple(buttons[way] for way in ways)),) if ways else ()),
        *(() if known else (Text(id="my-name", pos=pos + 2, text=name, tone="soft"),)),
    )


def _turn_of(circle: Circle, person: str) -> tuple[Message, Literal["now", "note", "soft"], tuple[str, ...]]:
    may_pass = ("pass",) if circle.passing else ()
    if person == circle.now:
        return _("It is your turn to speak."), "now", ("spoke", *may_pass)
    match circle.how.get(person):
        case "spoke":
            return _("You have spoken. Thank you."), "soft", ()
        case "passed":
            return _("You passed."), "soft", ("back",)
        case "skipped":
            return _("Your turn was put off."), "soft", ("back",)
        case None:
            count = before(circle)[person]
            if count <= 1:
                return _("You are next."), "note", may_pass
            ahead = n_("{count} person speaks before you.", "{count} people speak before you.", count)
            return ahead, "soft", may_pass
