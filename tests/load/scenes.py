"""Every phase of every method with as many contributions as one likes, made by the commands that people send."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Any, Final

from workshop.messages import derived_id, read
from workshop.method import Context, Item, Method, Rejected, Role
from workshop.registry import discover

METHODS: Final = discover().methods
PEOPLE: Final = tuple(derived_id("person", str(number)) for number in range(1000))
HERE: Final = frozenset(PEOPLE)
HOST: Final = "host:1"
GROUPS: Final = 12
TEXTS: Final = ("Trees with shade", "Benches with backs", "A fountain", "Safe crossings for children", "Music in the evening")


@dataclass(slots=True)
class Stage:
    """A method that is played: `do` is one command, by a person or by the facilitator, and leads to the next state."""

    method: Method
    state: Any
    here: frozenset[str] = HERE
    commands: int = 0

    def decide(self, who: str, name: str, args: Mapping[str, Any]) -> list[Any]:
        """The events of a command; it must not be refused."""
        self.commands += 1
        cls = self.method.command(name)
        assert cls is not None, name
        role = {HOST: Role.FACILITATOR, "system": Role.SYSTEM}.get(who, Role.PARTICIPANT)
        fresh = derived_id("scene", str(self.commands))
        context = Context(self.commands, who, role, self.here, fresh, self.commands)
        answer = self.method.decide(self.state, read(cls, args), context)
        assert not isinstance(answer, Rejected), (name, args, answer)
        return list(answer)

    def do(self, who: str, name: str, **args: Any) -> None:
        """One command."""
        for event in self.decide(who, name, args):
            self.state = self.method.evolve(self.state, event)


Deed = tuple[str, str, dict[str, Any]]
Contributions = Callable[[Stage, int], Iterator[Deed]]


@dataclass(frozen=True, slots=True)
class Scene:
    """A phase: `begin(n)` gives the method with n contributions, `next` the contributions that come then."""

    name: str
    begin: Callable[[int], Stage]
    next: Contributions


def _stage(name: str, settings: Mapping[str, Any] | None = None, items: Iterable[Item] = ()) -> Stage:
    method = METHODS[name]
    return Stage(method, method.start(read(method.settings, settings or {}), tuple(items), 1))


def _play(stage: Stage, deeds: Iterable[Deed]) -> Stage:
    for who, name, args in deeds:
        stage.do(who, name, **args)
    return stage


def _text(number: int) -> str:
    return f"{TEXTS[number % len(TEXTS)]}, number {number}"


def _items(kind: str, many: int) -> tuple[Item, ...]:
    return tuple(Item(derived_id(kind, str(number)), kind, _text(number), support=number % 7) for number in range(many))


def _answers(first: int) -> Iterator[Deed]:
    """The first answer of a person of their own each: as many people as answers."""
    return ((f"answering{number}", "Answer", {"text": _text(number)[-30:]}) for number in count(first))


def _check_in(form: str, hidden: bool = False) -> Callable[[int], Stage]:
    return lambda many: _play(
        _stage("check_in", {"form": form, "hidden": hidden}), (deed for deed, _ in zip(_answers(0), range(many), strict=False))
    )


def _ideas(first: int) -> Iterator[Deed]:
    return ((PEOPLE[number % len(PEOPLE)], "Add", {"text": _text(number)}) for number in count(first))


def _gathered(many: int) -> Stage:
    return _play(_stage("brainstorm"), (deed for deed, _ in zip(_ideas(0), range(many), strict=False)))


def _gathered_and_hidden(many: int) -> Stage:
    """All that came first are hidden: what the wall shows is at the end of them."""
    stage = _gathered(many)
    return _play(stage, [(HOST, "Hide", {"idea": idea}) for idea in _known(stage)])


def _known(stage: Stage) -> list[str]:
    """The ids of everything that was contributed, as the commands made them."""
    return [derived_id("scene", str(number)) for number in range(1, stage.commands + 1)]


def _supporting(many: int) -> Stage:
    stage = _gathered(many)
    stage.do(HOST, "Enter", stage="support")
    return stage


def _taps(stage: Stage, many: int) -> Iterator[Deed]:
    """Each tap is by another person on another idea, none of which is their own."""
    ids = _known(stage)[:many]
    return ((PEOPLE[(number % many + 1 + number // many) % len(PEOPLE)], "Support", {"idea": ids[number % many]}) for number in count())


def _mapped(many: int) -> Stage:
    items = _items("idea", many)
    stage = _stage("mind_map", {"topic": "Our square"}, items)
    size = min(GROUPS, many // 4)
    groups = [{"title": f"Group {n}", "ideas": [item.id for item in items[n::size]]} for n in range(size)]
    stage.do("system", "TakeGrouping", round=1, groups=groups)
    return stage


def _moves(stage: Stage, many: int) -> Iterator[Deed]:
    """The first card of a group goes to the next group."""
    for number in count():
        groups = stage.state.groups
        first = groups[number % len(groups)].ideas.first(1)[0].idea
        yield HOST, "Move", {"card": first.id, "to": groups[(number + 1) % len(groups)].id}


def _voted(many: int) -> Stage:
    """Many people have voted, on 20 options."""
    items = _items("group", 20)
    votes = [(f"voting{n}", "Place", {"option": items[(n + place * 7) % 20].id, "dots": 1}) for n in range(many) for place in range(3)]
    return _play(_stage("dot_vote", {}, items), votes)


def _votes(stage: Stage, many: int) -> Iterator[Deed]:
    ids = [item.id for item in _items("group", 20)]
    return ((f"voting{many + n}", "Place", {"option": ids[n % 20], "dots": 1}) for n in count())


def _votes_on_many(stage: Stage, many: int) -> Iterator[Deed]:
    ids = [item.id for item in _items("idea", many)]
    return ((PEOPLE[n % len(PEOPLE)], "Place", {"option": ids[n % many], "dots": 1}) for n in count())


PROPOSAL: Final = {"happens": "Cars", "matters": "Children", "proposal": "The square is closed to cars.", "review_date": "2035-03-31"}


def _consent(phase: str, many: int, deeds: Callable[[Stage, int], Iterator[Deed]]) -> Stage:
    stage = _stage("consent", PROPOSAL)
    for to in ("present", "clarify", "react", "check"):
        stage.do(HOST, "Go", to=to)
        if to == phase:
            break
    return _play(stage, (deed for deed, _ in zip(deeds(stage, 0), range(many), strict=False)))


def _questions(stage: Stage, many: int) -> Iterator[Deed]:
    return ((PEOPLE[number % len(PEOPLE)], "Ask", {"text": _text(number)}) for number in count(many))


def _reactions(stage: Stage, many: int) -> Iterator[Deed]:
    return ((f"reacting{number}", "React", {"text": _text(number)}) for number in count(many))


def _signals(stage: Stage, many: int) -> Iterator[Deed]:
    kinds = ("consent", "concern", "objection")
    return ((f"answering{number}", "Signal", {"round": 1, "signal": kinds[number % 3]}) for number in count(many))


def _argued(many: int) -> Stage:
    """Everybody raised something, and said it."""
    stage = _consent("check", 0, _signals)
    for number in range(many):
        stage.do(f"answering{number}", "Signal", round=1, signal=("concern", "objection")[number % 2])
    stage.do(HOST, "CloseCall")
    return _play(stage, (deed for deed, _ in zip(_arguments(stage, many), range(many), strict=False)))


def _arguments(stage: Stage, many: int) -> Iterator[Deed]:
    """The owners say their arguments, one after the other, and then better."""
    owned = [(one.id, one.owner) for one in stage.state.arguments]
    return ((owned[n % many][1], "Argue", {"argument": owned[n % many][0], "text": _text(n)}) for n in count())


def _suggested(many: int) -> Stage:
    stage = _consent("check", 0, _signals)
    stage.do("answering1", "Signal", round=1, signal="objection")
    stage.do(HOST, "CloseCall")
    argument = next(iter(stage.state.arguments)).id
    stage.do("answering1", "Argue", argument=argument, text="A risk")
    for name, args in (("Go", {"to": "test"}), ("Qualify", {"argument": argument}), ("Go", {"to": "resolve"})):
        stage.do(HOST, name, **args)
    return _play(stage, (deed for deed, _ in zip(_suggestions(stage, 0), range(many), strict=False)))


def _suggestions(stage: Stage, many: int) -> Iterator[Deed]:
    argument = next(iter(stage.state.arguments)).id
    return ((PEOPLE[n % len(PEOPLE)], "Suggest", {"argument": argument, "text": _text(n)}) for n in count(many))


SCENES: Final = (
    Scene("check_in: words", _check_in("word"), lambda stage, many: _answers(many)),
    Scene("check_in: sentences", _check_in("sentence"), lambda stage, many: _answers(many)),
    Scene("check_in: hidden answers", _check_in("sentence", True), lambda stage, many: _answers(many)),
    Scene("brainstorm: gathering", _gathered, lambda stage, many: _ideas(many)),
    Scene("brainstorm: all hidden so far", _gathered_and_hidden, lambda stage, many: _ideas(many)),
    Scene("brainstorm: support", _supporting, _taps),
    Scene("mind_map: moving cards", _mapped, _moves),
    Scene("dot_vote: many voters", _voted, _votes),
    Scene("dot_vote: many options", lambda many: _stage("dot_vote", {"most": 3}, _items("idea", many)), _votes_on_many),
    Scene("consent: questions", lambda many: _consent("clarify", many, _questions), _questions),
    Scene("consent: reactions", lambda many: _consent("react", many, _reactions), _reactions),
    Scene("consent: a call", lambda many: _consent("check", many, _signals), _signals),
    Scene("consent: arguments", _argued, _arguments),
    Scene("consent: suggestions", _suggested, _suggestions),
)
