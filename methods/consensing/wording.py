"""What a consensing comes to, in plain words: who wins, how much was resisted, how far apart people are."""

from collections.abc import Sequence
from typing import Final

from methods.consensing.counting import FULL, acceptance
from methods.consensing.state import QUO, Choice, Result, State
from methods.consensing.vocabulary import Total
from workshop.blocks import Bar, Block, Tally, Text
from workshop.language import Message, Words, _, n_

CLOSE: Final = 15
FAR: Final = 30
STRONG: Final = 8


def question_of(state: State) -> Words:
    """The question that was set, or ours in the language of the reader."""
    return state.settings.question or _("What is the least burden for all of us?")


def said(choice: Choice) -> Words:
    """An option as people read it."""
    return choice.text or _("It stays as it is")


def outcome(result: Result) -> Message:
    """The result in a sentence or two."""
    counted, best = result.counted, result.best()
    people = n_("{count} person rated every option.", "{count} people rated every option.", counted.voters)
    if counted.people:
        apart = n_("{count} of them on paper.", "{count} of them on paper.", counted.people)
        people = _("{people} {apart}", people=people, apart=apart)
    if len(best) > 1:
        if not counted.totals:
            return _("{people} That is too few for a secret rating, or a tie: no option comes first.", people=people)
        tied = n_("{count} option is tied.", "{count} options are tied, in all and in the strongest resistance.", len(best))
        return _("{people} {tied}", people=people, tied=tied)
    return _("{people} The least resistance meets: “{option}”.", people=people, option=said(best[0]) if best else "")


def conflict(result: Result) -> Message | None:
    """What is left of the resistance with the best option, against leaving everything as it is."""
    counted, best = result.counted, result.best()
    if not best or not counted.totals or QUO not in counted.totals:
        return None
    quo = _mean(counted.totals[QUO], counted.voters)
    if best[0].id == QUO:
        return _("Every change meets at least as much resistance as leaving it as it is ({quo} of 10).", quo=quo)
    now = _mean(counted.totals[best[0].id], counted.voters)
    return _("Resistance to it is {now} of 10 on average, to leaving it as it is {quo} of 10.", now=now, quo=quo)


def _mean(one: Total, voters: int) -> str:
    return f"{one.points / voters:.1f}" if voters else "0"


def tally(result: Result, id: str = "tally", pos: float | None = 20) -> tuple[Block, ...]:
    """The resistance to each option, the least first; or only their order, where too few rated."""
    counted = result.counted
    if not counted.totals:
        return ()
    limit = counted.totals[QUO].points if QUO in counted.totals else 0
    best = {one.id for one in result.best()}
    bars = tuple(
        Bar(one.id, said(one), counted.totals[one.id].points, _detail(one, counted.totals[one.id], counted.voters, limit),
            tone="good" if one.id in best else "soft" if one.id == QUO else "")
        for one in result.ranked()
    )  # fmt: skip
    label = _("Resistance in all: the shorter the bar, the better")
    return (Tally(id=id, pos=pos, items=bars, label=label, total=FULL * counted.voters),)


def _detail(one: Choice, total: Total, voters: int, limit: int) -> Message:
    accepted = _("acceptance {share} %", share=acceptance(total, voters))
    if one.id != QUO and total.points >= limit:
        return _("{accepted} · {apart} · no better than leaving it as it is", accepted=accepted, apart=_apart(total))
    return _("{accepted} · {apart}", accepted=accepted, apart=_apart(total))


def _apart(total: Total) -> Message:
    """How far apart people are about an option."""
    if total.spread >= FAR:
        return _("people are far apart")
    if total.strongest >= STRONG:
        return _("somebody resists strongly")
    return _("people are close to each other") if total.spread < CLOSE else _("people differ somewhat")


def few(result: Result, least: int) -> Sequence[Block]:
    """Why no figures are shown."""
    if result.counted.totals:
        return ()
    text = n_(
        "With fewer than {count} ballot no figures are shown: they would not stay secret.",
        "With fewer than {count} ballots no figures are shown: they would not stay secret.",
        least,
    )
    return (Text(id="few", pos=18, text=text, tone="soft"),)
