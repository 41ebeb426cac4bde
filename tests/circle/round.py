"""A round of speakers in a test: people come, speak, pass and leave at a clock of its own."""

from collections.abc import Iterable, Mapping
from typing import Any

from workshop import circle
from workshop.blocks import encode
from workshop.circle import Circle, Rules
from workshop.language import Speaker
from workshop.method import Context, Rejected, Role, Viewer

HOST = "host:1"
say = Speaker("en", names=lambda person: person.capitalize())


class Talk:
    """A circle with its people; each thing that happens takes ten seconds."""

    def __init__(self, people: Iterable[str] = ("ana", "bo", "cy"), rules: Rules | None = None) -> None:
        self.rules = rules or Rules("seated")
        self.numbers: dict[str, int] = {}
        self.people: set[str] = set()
        self.circle = Circle()
        self.events: list[circle.Event] = []
        self.now = 0
        for one in people:
            self.come(one)

    def do(self, by: str, command: circle.Command) -> str:
        """Somebody does something; the code of the refusal, or ""."""
        answer = circle.decide(self.circle, command, self._context(by), self.rules)
        return answer.code if isinstance(answer, Rejected) else self._happen(answer)

    def begin(self) -> None:
        """The facilitator begins a round."""
        assert not self.do(HOST, circle.BeginRound())

    def speak(self) -> str:
        """Whoever has the word speaks; who it was."""
        person = self.circle.now
        assert not self.do(person, circle.EndTurn(person))
        return person

    def come(self, person: str) -> None:
        """Somebody comes, or comes back."""
        self.people.add(person)
        self.numbers.setdefault(person, len(self.numbers) + 1)
        self._happen(circle.comes(self.circle, self._context(person), self.rules))

    def go(self, person: str) -> None:
        """Somebody leaves."""
        self.people.discard(person)
        self._happen(circle.goes(self.circle, self._context(person)))

    def sees(self, who: str, named: bool = True) -> Mapping[str, Any]:
        """The blocks for a person, or for the "wall" or the "console"."""
        here = len(self.people)
        viewer = Viewer("wall", here) if who == "wall" else Viewer("console", here) if who == "console" else Viewer("person", here, who)
        return encode(circle.blocks(self.circle, viewer, named), say)

    @property
    def heard(self) -> list[str]:
        """Who has spoken, in that order."""
        return list(circle.spoken(self.circle))

    def _happen(self, events: Iterable[circle.Event]) -> str:
        for event in events:
            self.events.append(event)
            self.circle = circle.evolve(self.circle, event)
        return ""

    def _context(self, by: str) -> Context:
        self.now += 10_000
        role = Role.FACILITATOR if by == HOST else Role.PARTICIPANT
        return Context(self.now, by, role, frozenset(self.people), f"id{self.now}", 7, numbers=dict(self.numbers))
