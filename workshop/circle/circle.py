"""A round of speakers as a value, and what can be read off it."""

from collections.abc import Mapping
from dataclasses import dataclass

from immutables import Map

from workshop.circle.vocabulary import How, Member
from workshop.language import Name, Words, _
from workshop.memory import remembered


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Circle:
    """Who speaks `now` ("" when nobody does), since when (ms), and for how many `seconds` (0: as long as it takes).

    `order` has everybody once. `ended` are those who have had their turn, in that order, with `how` it ended and the `times` (ms) that
    they spoke. `gone` are those who left; `names` are what a method calls people by. `number` counts the rounds from 1; 0 is before
    the first.
    """

    number: int = 0
    open: bool = False
    members: Map[str, Member] = Map()
    order: tuple[str, ...] = ()
    now: str = ""
    since: int = 0
    seconds: int = 0
    passing: bool = True
    how: Map[str, How] = Map()
    ended: tuple[str, ...] = ()
    times: Map[str, int] = Map()
    gone: frozenset[str] = frozenset()
    names: Map[str, str] = Map()


@remembered
def waiting(circle: Circle) -> tuple[str, ...]:
    """Who is still to speak, in order, without the one who speaks now."""
    return tuple(one for one in circle.order if one not in circle.how and one not in circle.gone and one != circle.now)


@remembered
def before(circle: Circle) -> Mapping[str, int]:
    """How many speak before each of those who wait, the one who speaks now among them."""
    return {person: place for place, person in enumerate(waiting(circle), start=int(bool(circle.now)))}


def spoken(circle: Circle, how: How = "spoke") -> tuple[str, ...]:
    """Whose turn ended so, in the order in which it did."""
    return tuple(one for one in circle.ended if circle.how[one] == how)


def is_over(circle: Circle) -> bool:
    """Whether a round has come to its end: everybody has had a turn, or it was closed."""
    return circle.number > 0 and (not circle.open or not circle.now)


def ends(circle: Circle) -> int:
    """When the time of the one who speaks is over (ms since 1970); 0 where there is no limit."""
    return circle.since + circle.seconds * 1000 if circle.now and circle.seconds else 0


def last_heard(circle: Circle) -> str:
    """The last one who had the word, and is here; "" when nobody had it."""
    last = next((one for one in reversed(circle.ended) if one in circle.times), "")
    return last if circle.open and last not in circle.gone else ""


def who(circle: Circle, person: str, named: bool) -> Words:
    """How somebody is called: by name where names are shown, else by the number of their coming."""
    member, known = circle.members.get(person), circle.names.get(person)
    if known:
        return known
    if member is None:
        return Name(person) if named else _("Somebody")
    if member.guest:
        return member.name if named and member.name else _("Guest {number}", number=member.number)
    return Name(person) if named or not member.number else _("Person {number}", number=member.number)
