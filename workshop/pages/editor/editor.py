"""A plan on its page: what all parts of the editor share. Every change is kept at once, and drawn where it shows."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from workshop.agenda import Agenda, TemplateError, dump, parse
from workshop.drafts import Draft, PlannedStep, agenda_of, wrong_with
from workshop.language import Speaker, _, n_, speaker
from workshop.live import OWN_LOCALE
from workshop.pages.desk import Desk
from workshop.pages.elements import Words

Json = Any


class Editor:
    """One draft, the page that shows it, and `held`: the steps that were held already, which stay as they are.

    `passing` is what was said of the last deed: the next change takes it away.
    """

    def __init__(self, desk: Desk, key: str, draft: Draft, language: str, held: Callable[[], Collection[str]]) -> None:
        self.desk = desk
        self.key = key
        self.draft = draft
        self.held = held
        self.methods = desk.rooms.registry.methods
        self.language = language
        self.say = self._speaker(language)
        self.removed: tuple[int, PlannedStep] | None = None
        self.focus = ""
        self.passing: tuple[Words, ...] = ()
        self._draw: list[Callable[[], None]] = []
        self._known = draft.changes

    def drawn(self, draw: Callable[[], None]) -> None:
        """Has something drawn now and after every change."""
        self._draw.append(draw)

    def draw(self) -> None:
        """Draws what is so."""
        for draw in self._draw:
            draw()

    def changed(self) -> None:
        """Keeps the draft as it is now, and draws it."""
        self.draft.changes += 1
        for words in self.passing:
            words.say("")
        self._known = self.draft.changes
        self.desk.drafts.keep(self.key, self.draft)
        self.draw()

    def write(self, name: str, value: str) -> None:
        """Takes what was written about the whole workshop."""
        if getattr(self.draft, name) != value:
            setattr(self.draft, name, value)
            self.changed()

    def saved(self, agenda: Agenda) -> None:
        """The draft has become what it is a draft of: nothing is left to keep."""
        self.draft.base = dump(agenda)
        self.desk.drafts.drop(self.key)
        self.draw()

    @property
    def unsaved(self) -> bool:
        """Whether something is kept that was not saved."""
        return self.desk.drafts.find(self.key) is not None

    @property
    def stale(self) -> bool:
        """Whether the draft was changed on another screen meanwhile."""
        kept = self.desk.drafts.find(self.key)
        return kept is not None and (kept is not self.draft or kept.changes != self._known)

    def wrong(self) -> Mapping[str, int]:
        """How many things must be put right, by step."""
        found = {step.id: len(wrong_with(step, self.methods)) for step in self.draft.steps if step.id not in self.held()}
        return {id: count for id, count in found.items() if count}

    def agenda(self) -> Agenda:
        """The agenda that the draft has become. Raises `TemplateError` with what is to be put right."""
        wrong = sum(self.wrong().values())
        if not self.draft.steps:
            raise TemplateError(self.say(_("Add a first step.")))
        if wrong:
            raise TemplateError(self.say(n_("{count} field must be put right.", "{count} fields must be put right.", wrong)))
        say = self._speaker(self.draft.language)
        titles = {step.id: say(self.methods[step.method].title) for step in self.draft.steps}
        agenda = agenda_of(self.draft, say(_("Workshop")), titles)
        return parse(dump(agenda), self.methods, "agenda")

    def title_of(self, method: str) -> str:
        """The title of a method, in the language of the workshop."""
        return self._speaker(self.draft.language)(self.methods[method].title)

    def _speaker(self, language: str) -> Speaker:
        return speaker(language, (OWN_LOCALE, *sorted({method.locale for method in self.methods.values()})))
