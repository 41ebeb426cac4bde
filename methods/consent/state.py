"""What a consent decision remembers: the driver, the versions of the proposal, the rounds, the arguments, the outcome."""

from dataclasses import dataclass, field, replace
from typing import Final, Literal

from immutables import Map

from workshop.circle import Circle
from workshop.messages import Day, Line, Paragraph
from workshop.method import Item
from workshop.shelf import Catalogue

Phase = Literal["driver", "present", "clarify", "react", "amend", "check", "test", "resolve", "agreed"]
Variant = Literal["s3", "sofa", "holacracy"]
Speaking = Literal["usual", "writing", "turns"]
Criterion = Literal["harms", "role", "caused", "certain"]
Signal = Literal["consent", "concern", "objection"]
Way = Literal["amendment", "shorter_term", "measure"]
Ending = Literal["deferred", "delegated", "referred", "withdrawn"]
Result = Literal["agreed", "agreed_shorter", "deferred", "delegated", "referred", "withdrawn"]
Status = Literal["untested", "qualified", "integrated", "dropped", "concern"]
By = Literal["", "owner", "told", "left"]


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a consent decision; what is given here is already written when the step begins."""

    happens: Paragraph = ""
    matters: Paragraph = ""
    proposal: Paragraph = ""
    responsible: Line = ""
    criteria: Paragraph = ""
    review_date: Day = ""
    variant: Variant = "s3"
    speaking: Speaking = "usual"
    show_names: bool = False


@dataclass(frozen=True, slots=True)
class Version:
    """The proposal as it stood at one time; `because` is the objection that it integrates, and `way` how.

    `at` is when it became the proposal (ms since 1970; 0, here and below, where an older log does not say it).
    """

    number: int
    text: str
    responsible: str = ""
    criteria: str = ""
    review_date: str = ""
    term: str = ""
    because: str = ""
    way: Way | Literal[""] = ""
    at: int = 0


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Question:
    """A question for understanding, with its answer once it was given."""

    id: str
    person: str
    text: str
    place: int
    answer: str = ""
    answered: bool = False


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Reaction:
    """What one person said in the round of reactions, "" for a pass; `place` is its place in the round."""

    id: str
    person: str
    text: str
    place: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How many gave which signal."""

    consent: int = 0
    concern: int = 0
    objection: int = 0

    @property
    def all(self) -> int:
        """How many signals there are in all."""
        return self.consent + self.concern + self.objection


@dataclass(frozen=True, slots=True)
class Round:
    """One call for consent on one version. `signals` stay hidden; `counts` come when the call is closed, at `until`."""

    number: int
    version: int
    signals: Map[str, Signal] = field(default_factory=Map)
    closed: bool = False
    counts: Counts = Counts()
    hands: Counts = Counts()
    silent: int = 0
    at: int = 0
    until: int = 0


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Doubt:
    """Somebody's doubt that an argument qualifies as an objection, or, where `about` is the id of a doubt, that this one holds.

    `depth` is 1 for a doubt about the argument itself, 2 for one about such a doubt; `earlier` are the words that it had before.
    """

    id: str
    about: str
    person: str
    text: str
    place: int
    depth: int = 1
    status: Literal["open", "heard", "dropped"] = "open"
    earlier: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether an argument passes one of the four tests of Holacracy, and on whose word."""

    test: Criterion
    holds: bool
    by: By
    at: int = 0


@dataclass(frozen=True, slots=True)
class Offer:
    """What could integrate an objection, and who has confirmed that it does."""

    way: Way
    version: Version
    objector: By = ""
    proposer: bool = False


@dataclass(frozen=True, slots=True)
class Tested:
    """An earlier wording of an argument with the doubts that it met."""

    text: str
    doubts: Catalogue[Doubt]
    judged: tuple[Judgement, ...] = ()


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Argument:
    """A possible objection or a concern. `owner` is "" when it came on paper; `settled` says on whose word it was dropped,
    became a concern, or was integrated. The doubts are under ("open", what they are about), ("about", it), ("by", it, person).
    `came` is what it was raised as. `paper`: it came so, whoever made it
    their own. `wide`: everybody is asked what would resolve it. `at` is when it was raised, `until` when it came to its status.
    """

    id: str
    round: int
    owner: str
    kind: Literal["concern", "objection"]
    status: Status
    text: str = ""
    came: Literal["concern", "objection", ""] = ""
    doubts: Catalogue[Doubt] = Catalogue()
    judged: tuple[Judgement, ...] = ()
    earlier: tuple[Tested, ...] = ()
    offer: Offer | None = None
    declined: tuple[str, ...] = ()
    settled: By = ""
    wide: bool = False
    paper: bool = False
    at: int = 0
    until: int = 0


@dataclass(frozen=True, slots=True, weakref_slot=True)
class Suggestion:
    """An idea of how an objection could be integrated."""

    id: str
    argument: str
    person: str
    text: str
    place: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the decision ended: who takes it on and by when, where it was not agreed; `phase` is where it stood."""

    id: str
    result: Result
    phase: Phase
    who: str = ""
    when: str = ""
    reason: str = ""
    at: int = 0


ALL: Final = "all"
NONE: Final = "none"


@dataclass(frozen=True, slots=True)
class State:
    """A consent decision; what was said and argued is in catalogues, under the labels of `labels`.

    `best` is the text of the item that most people support; `below` is from which of the older contributions down the console looks
    at them, 0 for the newest. `gone` are owners of open arguments who left. `circles` are the rounds of speakers, by the phase or
    the call. `past` are the decisions before this one, which had `asked` calls in all. `origin` says what the proposal comes from: the id
    of an item, ALL of them or NONE; "" while nobody said.
    """

    settings: Settings
    items: tuple[Item, ...] = ()
    best: str = ""
    phase: Phase = "driver"
    happens: str = ""
    matters: str = ""
    ours: bool = False
    versions: tuple[Version, ...] = ()
    questions: Catalogue[Question] = Catalogue()
    reactions: Catalogue[Reaction] = Catalogue()
    rounds: tuple[Round, ...] = ()
    arguments: Catalogue[Argument] = Catalogue()
    suggestions: Catalogue[Suggestion] = Catalogue()
    hidden: Map[str, bool] = field(default_factory=Map)
    outcome: Outcome | None = None
    below: int = 0
    proposer: str = ""
    gone: frozenset[str] = frozenset()
    circles: Map[str, Circle] = field(default_factory=Map)
    asked: int = 0
    past: tuple["State", ...] = ()
    origin: str = ""


def start(settings: Settings, items: tuple[Item, ...], seed: int) -> State:
    """The decision before anybody spoke; what the settings already say is already written."""
    first = Version(1, settings.proposal, settings.responsible, settings.criteria, settings.review_date)
    versions = (first,) if settings.proposal else ()
    phase: Phase = "driver" if settings.variant == "s3" else "present"
    return receive(State(settings, phase=phase, happens=settings.happens, matters=settings.matters, versions=versions), items)


def another(state: State) -> State:
    """The next proposal of the same step, with nothing said about it; the one before stays in the record."""
    phase: Phase = "driver" if state.settings.variant == "s3" else "present"
    past = (*state.past, replace(state, past=(), items=()))
    used = {version.text for one in past for version in one.versions}
    left = max((item for item in state.items if item.text not in used), key=lambda item: item.support, default=None)
    return State(state.settings, state.items, left.text if left else "", phase=phase, asked=state.asked + len(state.rounds), past=past)


def receive(state: State, items: tuple[Item, ...]) -> State:
    """The same decision, with the items that it comes from as they are now."""
    best = max(items, key=lambda item: item.support, default=None)
    return replace(state, items=items, best=best.text if best else "")
