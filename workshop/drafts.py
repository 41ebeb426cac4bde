"""Plans that are being made: every key that was pressed is kept, also what is not yet right, until they are saved or given up."""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from workshop.agenda import Agenda, Step
from workshop.fields import wrong_in
from workshop.language import Words, _
from workshop.messages import clean
from workshop.method import Method

Json = Any
MINUTES = range(1, 601)


@dataclass
class PlannedStep:
    """A step as it was written so far; `minutes` may still be no number."""

    id: str
    method: str
    title: str = ""
    minutes: Json = 10
    settings: dict[str, Json] = field(default_factory=dict)
    source: str = ""


@dataclass
class Draft:
    """A plan as it was written so far; `starts` is when the workshop begins ("14:00"), `base` the text of what it
    began from, `changes` how often it was changed.
    """

    title: str = ""
    question: str = ""
    about: str = ""
    place: str = ""
    language: str = "en"
    timezone: str = "UTC"
    starts: str = ""
    steps: list[PlannedStep] = field(default_factory=list)
    base: str = ""
    changes: int = 0

    @property
    def minutes(self) -> int:
        """How long all steps take together."""
        return sum(step.minutes for step in self.steps if step.minutes in MINUTES)

    def planned(self) -> Sequence[Step]:
        """The steps as an agenda has them."""
        return [Step(one.id, one.method, one.title, one.minutes, one.settings, one.source) for one in self.steps]

    def find(self, id: str) -> PlannedStep | None:
        """The step of an id."""
        return next((step for step in self.steps if step.id == id), None)

    def place_of(self, id: str) -> int:
        """Where a step stands, from 0."""
        return next((place for place, step in enumerate(self.steps) if step.id == id), -1)

    def add(self, method: str, title: str, minutes: int = 10) -> PlannedStep:
        """A new step at the end."""
        self.steps.append(PlannedStep(self._free_id(method), method, title, minutes))
        return self.steps[-1]

    def duplicate(self, id: str) -> PlannedStep | None:
        """The same step once more, behind it."""
        step = self.find(id)
        if step is None:
            return None
        again = replace(step, id=self._free_id(step.method), settings=dict(step.settings))
        self.steps.insert(self.place_of(id) + 1, again)
        return again

    def remove(self, id: str) -> None:
        """Takes a step out."""
        self.steps = [step for step in self.steps if step.id != id]
        self._forget_sources()

    def move(self, id: str, to: int) -> None:
        """Puts a step at another place, from 0."""
        step = self.find(id)
        if step is not None:
            self.steps.remove(step)
            self.steps.insert(max(0, min(to, len(self.steps))), step)
            self._forget_sources()

    def _forget_sources(self) -> None:
        """A step whose source does not come before it any more finds the nearest one again."""
        earlier: set[str] = set()
        for step in self.steps:
            step.source = step.source if step.source in earlier else ""
            earlier.add(step.id)

    def _free_id(self, method: str) -> str:
        taken = {step.id for step in self.steps}
        return next(id for number in range(1, len(taken) + 2) if (id := method if number == 1 else f"{method}-{number}") not in taken)


def draft_of(agenda: Agenda, base: str) -> Draft:
    """A draft that begins as an agenda is."""
    steps = [PlannedStep(one.id, one.method, one.title, one.minutes, dict(one.settings), one.source) for one in agenda.steps]
    return Draft(agenda.title, agenda.question, agenda.about, agenda.place, agenda.language, agenda.timezone, "", steps, base)


def wrong_with(step: PlannedStep, methods: Mapping[str, Method]) -> Mapping[str, Words]:
    """What must be put right in a step before it can be used, by the name of the setting, or "minutes"."""
    method = methods.get(step.method)
    wrong = dict(wrong_in(method, step.settings)) if method else {"": _("This method is not installed here. Take the step out.")}
    return wrong if step.minutes in MINUTES else wrong | {"minutes": _("A number from {least} to {most}.", least="1", most="600")}


def agenda_of(draft: Draft, title: str, titles: Mapping[str, str]) -> Agenda:
    """The agenda that a draft has become; `title` and `titles` (by step) stand where none was written."""
    steps = (replace(one, title=clean(one.title) or titles[one.id]) for one in draft.planned())
    texts = (clean(text) for text in (draft.question, draft.about, draft.place))
    question, about, place = texts
    return Agenda(clean(draft.title) or question or title, tuple(steps), draft.language, question, about, place, draft.timezone)


class Drafts:
    """The drafts of this server by what they are drafts of: one JSON file each."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[str, Draft] = {}

    def find(self, key: str) -> Draft | None:
        """The draft of something, as it was left."""
        if key not in self._known:
            try:
                self._known[key] = DRAFT.validate_json((self._folder / f"{key}.json").read_bytes())
            except (OSError, ValidationError):
                return None
        return self._known[key]

    def keep(self, key: str, draft: Draft) -> None:
        """Keeps a draft as it is now."""
        self._known[key] = draft
        self._folder.mkdir(parents=True, exist_ok=True)
        part = self._folder / f".{key}.part"
        part.write_bytes(DRAFT.dump_json(draft))
        os.replace(part, self._folder / f"{key}.json")

    def mend(self, mend: Callable[[str], str]) -> None:
        """Has words go from every draft, as `mend` makes a text without them."""
        for path in self._folder.glob("*.json"):
            draft = self.find(path.stem)
            plain = DRAFT.dump_python(draft, mode="json") if draft else None
            mended = _mended(plain, mend)
            if draft is not None and mended != plain:
                self.keep(path.stem, DRAFT.validate_python(mended | {"changes": draft.changes + 1}))

    def drop(self, key: str) -> None:
        """Forgets a draft."""
        self._known.pop(key, None)
        (self._folder / f"{key}.json").unlink(missing_ok=True)


def _mended(value: Json, mend: Callable[[str], str]) -> Json:
    if isinstance(value, dict):
        return {name: _mended(part, mend) for name, part in value.items()}
    if isinstance(value, list):
        return [_mended(part, mend) for part in value]
    return mend(value) if isinstance(value, str) else value


DRAFT: TypeAdapter[Draft] = TypeAdapter(Draft)
