"""A room with one running step: people act, and what everybody sees and what is recorded can be looked at."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from tests.logs import Log
from workshop.agenda import Agenda, Step
from workshop.blocks import encode
from workshop.language import speaker
from workshop.method import Item, Method, Rejected, Viewer
from workshop.session.reading import moves_of
from workshop.session.yields import results_of

FACILITATOR = "host:1"
say = speaker("en", [])


class Room:
    """A workshop whose only step is a method, with people in it, and items as if an earlier step had yielded them."""

    def __init__(
        self, method: Method, people: Iterable[str] = ("ana", "bo", "carla"), items: tuple[Item, ...] = (), **settings: Any
    ) -> None:
        self.method = replace(method, start=lambda chosen, _none, seed: method.start(chosen, items, seed))
        self.log = Log({method.name: self.method}, Agenda("Test", (Step("step", method.name, "Step", 10, settings),)))
        self.log.play("OpenRoom")
        for person in people:
            self.log.play("Join", by=person)
        self.log.play("Next")

    def do(self, who: str, command: str, /, **args: Any) -> str:
        """Somebody does something; the code of the refusal, or ""."""
        answer = self.log.do(command, by=who, **args)
        return answer.code if isinstance(answer, Rejected) else ""

    def next(self) -> str:
        """The facilitator presses Next; the code of the refusal, or ""."""
        answer = self.log.play("Next")
        return answer.code if answer else ""

    def back(self) -> None:
        """The facilitator presses Back."""
        self.log.play("Back")

    def undo(self) -> None:
        """The facilitator presses Undo."""
        self.log.play("Undo")

    @property
    def state(self) -> Any:
        """The method's state."""
        return self.log.state.activities["step"].state

    def sees(self, who: str) -> dict[str, Any]:
        """The screen of a person (shared and own), or of "wall", "console", "room"."""
        here = len(self.log.state.present)
        if who in ("wall", "console", "room"):
            return encode(self.method.view(self.state, Viewer(who, here)), say)  # type: ignore[arg-type]
        known = self.log.state.people.get(who)
        own = encode(self.method.view(self.state, Viewer("person", here, who, known.number if known else 0)), say)
        return self.sees("room") | own

    def press(self, who: str, block: str, button: str) -> str:
        """Somebody presses a button of a row on their screen; the code of the refusal, or ""."""
        found = self.sees(who)[block]["items"][button]
        by = FACILITATOR if who == "console" else who
        return self.do(by, found["command"], **found.get("args", {}))

    def press_card(self, who: str, block: str, card: str, button: str) -> str:
        """Somebody presses a button of a card on their screen; the code of the refusal, or ""."""
        found = self.sees(who)[block]["items"][card]["buttons"][button]
        return self.do(FACILITATOR if who == "console" else who, found["command"], **found.get("args", {}))

    def record(self) -> dict[str, Any]:
        """What goes to the record."""
        return encode(self.method.record(self.state), say)

    def results(self) -> list[Item]:
        """What goes to the next step."""
        return list(results_of(self.log.methods, self.log.state, "step"))

    def next_label(self) -> str:
        """What the big button says."""
        move = moves_of(self.log.methods, self.log.state).next
        return say(move.label) if move else ""


def texts(screen: dict[str, Any], block: str) -> list[str]:
    """The texts of a block's items, in their order."""
    items = screen.get(block, {}).get("items", {}).values()
    return [item["text"] for item in sorted(items, key=lambda item: item["pos"])]
