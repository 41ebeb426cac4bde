"""What the record says of a round: who spoke, where names are shown, else how many."""

from typing import Literal

from workshop.blocks import Block, Round, Text, Turn
from workshop.circle.circle import Circle, spoken, waiting, who
from workshop.language import Words, n_


def minutes(circle: Circle, named: bool = False, label: Words = "", id: str = "speakers") -> tuple[Block, ...]:
    """The round as it went; `id` where a record has several."""
    if not circle.number:
        return ()
    left = (*((circle.now,) if circle.now else ()), *waiting(circle))
    if named:
        had = (Turn(one, who(circle, one, True), state_of(circle, one)) for one in circle.ended)
        ahead = (Turn(one, who(circle, one, True)) for one in left)
        return (Round(id=id, items=(*had, *ahead), label=label), *_length(circle, id))
    heard, passed, skipped = (len(spoken(circle, how)) for how in ("spoke", "passed", "skipped"))
    counts = (
        n_("{count} person spoke.", "{count} people spoke.", heard),
        n_("{count} passed.", "{count} passed.", passed) if passed else "",
        n_("{count} was skipped.", "{count} were skipped.", skipped) if skipped else "",
        n_("{count} had not spoken yet.", "{count} had not spoken yet.", len(left)) if left else "",
    )
    said = tuple(Text(id=f"{id}-{place}", text=text) for place, text in enumerate(counts) if text)
    return (*((Text(id=f"{id}-label", text=label, tone="soft"),) if label else ()), *said, *_length(circle, id))


def _length(circle: Circle, id: str) -> tuple[Block, ...]:
    """How long everybody together had the word: of one alone it says nothing."""
    minutes = (sum(circle.times.values()) + 30_000) // 60_000
    text = n_("They spoke for {count} minute in all.", "They spoke for {count} minutes in all.", minutes)
    return (Text(id=f"{id}-time", text=text, tone="soft"),) if minutes and len(circle.times) > 1 else ()


def state_of(circle: Circle, person: str) -> Literal["done", "passed", "skipped"]:
    """How a turn that ended is shown."""
    how = circle.how[person]
    return "done" if how == "spoke" else how
