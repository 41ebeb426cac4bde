"""What a process needs to know of one of its workshops; computed from its log."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from math import comb

from workshop.messages import Entry, derived_id
from workshop.method import Item, Method
from workshop.record.decisions import decisions_in
from workshop.record.proceedings import Note, Proceedings, proceedings_of
from workshop.session.history import taken_back
from workshop.session.reading import came_in
from workshop.session.state import Activity
from workshop.session.yields import report

Methods = Mapping[str, Method]


@dataclass(frozen=True, slots=True)
class Stage:
    """A step that was held: its id, title and method, how many people did something in it."""

    id: str
    title: str
    method: str
    people: int


@dataclass(frozen=True, slots=True)
class Origin:
    """Who did the thing from which an item came, and when (ms since 1970); `mine`: a person of the room wrote it, `step`: where."""

    by: str
    at: int
    step: str
    mine: bool


@dataclass(frozen=True, slots=True)
class Meeting:
    """A workshop of a process. Times are in ms since 1970; `items` are what its steps yield, each once, `steps` the step that
    yielded it first, `brought` what came in from elsewhere.

    `sheets` are the ids of its decisions, numbered as in its record.
    `origins` has the origin of each item whose id was made by a command; `acts` how many things each person did (their ids).
    `met` is how many pairs of people sat at one table, of those `could_meet` that were seated at all.
    """

    code: str
    title: str
    question: str
    place: str
    language: str
    timezone: str
    start: int
    end: int
    stage: str
    events: int
    head: str
    people: int
    took_part: int
    stages: tuple[Stage, ...] = ()
    items: tuple[Item, ...] = ()
    brought: tuple[Item, ...] = ()
    steps: Mapping[str, str] = field(default_factory=dict)
    origins: Mapping[str, Origin] = field(default_factory=dict)
    acts: Mapping[str, int] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    planned: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    met: int = 0
    could_meet: int = 0

    @property
    def held(self) -> bool:
        """Whether the room was opened."""
        return self.stage != "planned"


def meeting_of(entries: Sequence[Entry], methods: Methods, told: Proceedings | None = None) -> Meeting:
    """What the log of a workshop tells the process; `told` is what the log tells, for whoever computed that already."""
    told = told or proceedings_of(entries, methods)
    session, agenda = told.session, told.session.agenda
    back, people = taken_back(entries), came_in(told.session)
    valid = [entry for entry in entries if entry.activity is not None and entry.seq not in back]
    stages = (told.steps[step.id] for step in agenda.steps if step.id in told.steps)
    items, steps = _items(told)
    seated, met = _seated(told, methods)
    return Meeting(
        code=session.code,
        title=agenda.title,
        question=agenda.question,
        place=agenda.place,
        language=agenda.language,
        timezone=agenda.timezone,
        start=told.period.start,
        end=told.period.end,
        stage=session.stage,
        events=told.events,
        head=told.head,
        people=len(people),
        took_part=told.took_part,
        stages=tuple(Stage(one.activity.step.id, one.activity.step.title, one.activity.step.method, one.people) for one in stages),
        items=items,
        brought=tuple({item.id: item for items in session.brought.values() for item in items}.values()),
        steps=steps,
        origins=_origins(session.code, valid, people),
        acts=_acts(valid, people),
        notes=(*told.notes, *(note for held in told.steps.values() for note in held.notes)),
        planned=tuple(step.method for step in agenda.steps),
        sheets=tuple(one.id for one in decisions_in(told)),
        met=len(met),
        could_meet=comb(len(seated), 2),
    )


def _seated(told: Proceedings, methods: Methods) -> tuple[frozenset[str], frozenset[frozenset[str]]]:
    """Who was seated at tables, and which two of them sat at one; as the methods of the steps say."""
    rounds = [seats for held in told.steps.values() for seats in _rounds(held.activity, methods)]
    tables: dict[tuple[int, int], set[str]] = {}
    for number, seats in enumerate(rounds):
        for person, table in seats.items():
            tables.setdefault((number, table), set()).add(person)
    met = {frozenset(pair) for table in tables.values() for pair in combinations(sorted(table), 2)}
    return frozenset(person for seats in rounds for person in seats), frozenset(met)


def _rounds(activity: Activity, methods: Methods) -> Iterable[Mapping[str, int]]:
    method = methods.get(activity.step.method)
    try:
        plan = method.plan(activity.state) if method and not activity.error else None
    except Exception as error:
        report(activity.step.method, error)
        plan = None
    return [seats for _name, seats in plan.rounds] if plan else []


def _items(told: Proceedings) -> tuple[tuple[Item, ...], dict[str, str]]:
    """Each item once: as the last step that yields it says, but with the sources that any step named; and the step where it came up."""
    found: dict[str, Item] = {}
    steps: dict[str, str] = {}
    for step in told.session.agenda.steps:
        for item in told.steps[step.id].items if step.id in told.steps else ():
            before = found.get(item.id)
            steps.setdefault(item.id, step.id)
            found[item.id] = item if before is None else _joined(before, item)
    return tuple(found.values()), steps


def _joined(before: Item, after: Item) -> Item:
    sources = tuple(dict.fromkeys((*before.sources, *after.sources)))
    kind = before.kind if after.kind == "wording" else after.kind
    return Item(after.id, kind, after.text, sources, max(before.support, after.support), {**before.facts, **after.facts})


def _origins(code: str, valid: Iterable[Entry], people: frozenset[str]) -> dict[str, Origin]:
    """By the ids that commands give to what they make: the first line of a command says who, when and where."""
    origins: dict[str, Origin] = {}
    for entry in valid:
        made = derived_id(code, entry.id.partition("/")[0])
        origins.setdefault(made, Origin(entry.actor, entry.at, entry.activity or "", entry.actor in people))
    return origins


def _acts(valid: Iterable[Entry], people: frozenset[str]) -> dict[str, int]:
    acts: dict[str, int] = {}
    for entry in valid:
        if entry.actor in people:
            acts[entry.actor] = acts.get(entry.actor, 0) + 1
    return acts
