"""Who is meant by somebody who asks to be erased: found by id or number, by the name that they gave, or by words that they remember."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workshop.erasure import Ledger, forget
from workshop.erasure.ledger import alike
from workshop.messages import Entry
from workshop.session.events import PictureKept, StepOpened
from workshop.session.state import HOST, SYSTEM, Session

LINE = "line:"


@dataclass(frozen=True, slots=True)
class Sought:
    """Somebody who wrote something: how they are asked for (`line:17`: what a facilitator typed for them), their number and name, how many
    texts and pictures are theirs and in which steps, and how many lines hold them or a copy.
    """

    whom: str
    number: int
    name: str
    texts: int
    pictures: int
    steps: tuple[str, ...]
    lines: int


def matching(ledger: Ledger, session: Session, names: dict[str, str], person: str, name: str, text: str) -> list[str]:
    """Those who fit, by their ids: a person's id or number, a part of their name, a part of what they wrote; "" is not asked for."""
    tests: list[Callable[[str], bool]] = []
    if person:
        numbers = {id for id, one in session.people.items() if str(one.number) == person}
        tests.append(lambda one: one == person or one in numbers)
    if name:
        tests.append(lambda one: alike(name) in alike(names.get(one, "")))
    if text:
        authors = {_author(entry) for entry in ledger.entries if _wrote(ledger, entry, alike(text))}
        people = {one for one in authors if not one.startswith(LINE)}
        authors = people or authors  # a facilitator's note repeats what somebody wrote: it goes with them
        tests.append(lambda one: one in authors)
    known = dict.fromkeys([*names, *session.people, *(authors if text else ())])
    return [one for one in known if not one.startswith(HOST) and tests and all(test(one) for test in tests)]


def sought(ledger: Ledger, session: Session, names: dict[str, str], whom: str) -> Sought:
    """What there is of somebody."""
    own = [entry for entry in ledger.entries if whom in (entry.actor, f"{LINE}{entry.seq}")]
    written = [entry for entry in own if ledger.words(entry) and entry.type != PictureKept.__name__]
    titles = {step.id: step.title for step in session.agenda.steps}
    changed = forget(ledger, (), [whom], [names.get(whom, "")])
    return Sought(
        whom,
        session.people[whom].number if whom in session.people else 0,
        names.get(whom, ""),
        len(written),
        sum(entry.type == PictureKept.__name__ for entry in own),
        tuple(dict.fromkeys(titles.get(entry.activity or "", "") for entry in written if entry.activity)),
        sum(len(one.lines) for one in changed),
    )


def _author(entry: Entry) -> str:
    """A participant, or the line that a facilitator wrote for one."""
    return f"{LINE}{entry.seq}" if entry.actor.startswith(HOST) else entry.actor


def _wrote(ledger: Ledger, entry: Entry, folded: str) -> bool:
    """Whether somebody wrote this; not where it stands in a list of many, in a plan, or in what was handed on."""
    if entry.actor == SYSTEM or (entry.activity is None and entry.type == StepOpened.__name__):
        return False
    words = ledger.words(entry)
    return any(folded in alike(one) for one in words) and (not entry.actor.startswith(HOST) or _few(words))


def _few(words: Sequence[str]) -> bool:
    return len(words) == 1
