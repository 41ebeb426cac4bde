"""A question of a survey: what is asked, and what can be answered; one's own questions are read from a line each."""

from dataclasses import dataclass
from typing import Final, Literal

from workshop.language import Words
from workshop.messages import derived_id

Kind = Literal["scale", "one", "several", "words"]
UNKNOWN: Final = "none"
MOST: Final = 5
STEPS: Final = tuple(str(step) for step in range(1, MOST + 1))


@dataclass(frozen=True, slots=True)
class Question:
    """`key` stays the same in every survey that asks this, `name` is the question in a word or two.

    `options` are what can be chosen, by their ids; on a scale the numbers and, where one may not know, `UNKNOWN`.
    `ends` say what the lowest and the highest number mean.
    """

    id: str
    key: str
    text: Words
    kind: Kind = "scale"
    name: Words = ""
    options: tuple[tuple[str, Words], ...] = ()
    ends: tuple[Words, Words] = ("", "")

    def fits(self, answer: tuple[str, ...]) -> bool:
        """Whether this can be answered."""
        known = {id for id, _text in self.options}
        match self.kind:
            case "words":
                return len(answer) <= 1
            case "several":
                return set(answer) <= known and len(set(answer)) == len(answer)
            case "scale" | "one":
                return len(answer) <= 1 and set(answer) <= known


def own(line: str) -> Question | None:
    """The question of a line, None where it asks nothing: by itself a scale, after a bar choices (one; with a plus several), or dots.

    >>> own("Is the square safe?").kind, own("How do you come? | on foot; by bike").options
    ('scale', (('a', 'on foot'), ('b', 'by bike')))
    >>> own("What do you use? | + the park; the pool").kind, own("What is missing? | ...").kind
    ('several', 'words')
    """
    text, _bar, after = (part.strip() for part in line.partition("|"))
    if not text:
        return None
    key = f"own.{derived_id('survey', text.casefold())}"
    id = key.replace(".", "-")
    if not after:
        return Question(id, key, text)
    if after in ("...", "…"):
        return Question(id, key, text, "words")
    choices = dict.fromkeys(choice.strip() for choice in after.removeprefix("+").split(";") if choice.strip())
    options = tuple((chr(ord("a") + place), choice) for place, choice in enumerate([*choices][:20]))
    return Question(id, key, text, "several" if after.startswith("+") else "one", options=options) if options else Question(id, key, text)
