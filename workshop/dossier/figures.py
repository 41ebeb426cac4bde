"""Measuring the debate: figures on who took part, how evenly, what became of what was said, what was kept. Each says how it is computed.

A figure is a whole number or a number with two decimals, as text with a point, so that every reader gets the same. Figures on people leave
out the workshops in which fewer than five came: so they may be read by anybody, and nobody is found by subtracting.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from workshop.dossier.dossier import Dossier
from workshop.dossier.few import FEW, is_few
from workshop.dossier.meeting import Meeting
from workshop.dossier.standing import SETTLED
from workshop.language import Message, _
from workshop.process.vocabulary import STATUSES

DAY_MS: Final = 86_400_000
FATES: Final = {
    "taken_up": _("Taken up"),
    "not_now": _("Not now"),
    "not_possible": _("Not possible"),
    "answered": _("Answered"),
    "grouped": _("Put in a group, not answered yet"),
    "open": _("Still open"),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its name, its unit ("" for a count), and how it is computed; `value` is "" where there is nothing to compute."""

    key: str
    label: Message
    value: str
    how: Message
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """A question that was asked in several workshops: the text, and for each workshop its code, the mean and how many answered."""

    key: str
    text: str
    means: tuple[tuple[str, str, int], ...]


def figures_of(dossier: Dossier) -> tuple[Figure, ...]:
    """The figures of a process, in a fixed order."""
    return (*_people(dossier), *_words(dossier), *_meeting(dossier.meetings), *_fates(dossier), *_promises(dossier))


def spread(dossier: Dossier) -> tuple[int, ...]:
    """How many contributions each person brought who came into a workshop, those with most first; people who wrote nothing count as 0."""
    large = {meeting.code: meeting.people for meeting in _large(dossier.meetings)}
    wrote = Counter((thing.home, thing.by) for thing in dossier.contributions if thing.by and thing.home in large)
    silent = sum(large.values()) - len(wrote)
    return tuple(sorted((*wrote.values(), *[0] * max(0, silent)), reverse=True))


def fates(dossier: Dossier) -> tuple[tuple[str, int], ...]:
    """How many contributions came to which fate, in the order of `FATES`."""
    counts = Counter(dossier.fate(thing.ref).state for thing in dossier.contributions)
    return tuple((state, counts[state]) for state in FATES)  # type: ignore[index]


def statuses(dossier: Dossier) -> tuple[tuple[str, int], ...]:
    """How many commitments stand how."""
    counts = Counter(one.status for one in dossier.commitments)
    return tuple((status, counts[status]) for status in STATUSES if counts[status])


def changes(dossier: Dossier) -> tuple[Change, ...]:
    """What was asked in more than one workshop, with the mean of each, in the order of the process."""
    order = {meeting.code: place for place, meeting in enumerate(dossier.meetings)}
    found: dict[str, dict[str, tuple[str, str, int]]] = {}
    for thing in dossier.kind("measure"):
        key, mean = thing.facts.get("key", ""), thing.facts.get("mean", "")
        answers = int(thing.facts.get("answers", "0") or 0)
        if key and mean and answers >= FEW and thing.home in order:
            found.setdefault(key, {})[thing.home] = (thing.text, mean, answers)
    return tuple(
        Change(
            key, next(iter(said.values()))[0], tuple((code, said[code][1], said[code][2]) for code in sorted(said, key=order.__getitem__))
        )
        for key, said in found.items()
        if len(said) > 1
    )


def gini(counts: Sequence[int]) -> float:
    """How uneven counts are: 0 when all are the same, near 1 when one has everything (C. Gini, 1912).

    >>> gini([5, 5, 5, 5]), gini([20, 0, 0, 0])
    (0.0, 0.75)
    """
    ordered, total = sorted(counts), sum(counts)
    if not total:
        return 0.0
    weighted = sum(place * count for place, count in enumerate(ordered, start=1))
    return 2 * weighted / (len(ordered) * total) - (len(ordered) + 1) / len(ordered)


def _large(meetings: Sequence[Meeting]) -> Sequence[Meeting]:
    return [one for one in meetings if one.people >= FEW]


def _people(dossier: Dossier) -> Iterable[Figure]:
    large = _large(dossier.meetings)
    came = sum(meeting.people for meeting in large)
    held = sum(meeting.held for meeting in dossier.meetings)
    yield Figure("sessions", _("Workshops held"), str(held), _("Workshops of this process whose room was opened."))
    how = _(
        "People who came in, added up over the workshops; those where fewer than five came are left out. "
        "Nobody is recognised from one workshop to the next."
    )
    yield Figure("people", _("People"), str(came or ""), how)
    told = [meeting for meeting in large if not is_few(meeting.took_part)]
    yield Figure(
        "took_part",
        _("People who did something"),
        _part(sum(meeting.took_part for meeting in told), sum(meeting.people for meeting in told)),
        _("Of those who came in, who did at least one thing on a phone; without workshops where fewer than five came, or did something."),
        "%",
    )


def _words(dossier: Dossier) -> Iterable[Figure]:
    counts = spread(dossier)
    how = _("What people wrote that stands: ideas, notes and questions of the workshops, and what came on paper or in a file.")
    yield Figure("contributions", _("Contributions"), str(len(dossier.contributions)), how)
    wrote = sum(count > 0 for count in counts)
    yield Figure(
        "wrote",
        _("People who wrote something"),
        "" if is_few(wrote) else _part(wrote, len(counts)),
        _("Of those who came in, who wrote at least one contribution; nothing is said of fewer than five."),
        "%",
    )
    middle = f"{median(counts):.2f}" if counts else ""
    yield Figure(
        "per_person",
        _("Contributions per person"),
        middle,
        _("The median over everybody who came in: half of them wrote more, half of them less."),
    )
    tenth = counts[: max(FEW, len(counts) // 10)]
    yield Figure(
        "most_active",
        _("Share of the most active tenth"),
        _part(sum(tenth), sum(counts)),
        _("How much of what was written comes from the tenth of the people who wrote most, five of them at least."),
        "%",
    )
    uneven = f"{gini(counts):.2f}" if sum(counts) else ""
    yield Figure(
        "unevenness",
        _("Unevenness"),
        uneven,
        _("The Gini coefficient of the contributions per person: 0 when everybody wrote as much, near 1 when one wrote everything."),
    )


def _meeting(meetings: Sequence[Meeting]) -> Iterable[Figure]:
    met, could = sum(one.met for one in _large(meetings)), sum(one.could_meet for one in _large(meetings))
    yield Figure(
        "met",
        _("Pairs who met at a table"),
        str(met) if could else "",
        _("Two people who sat at one table at least once, counted in each workshop with tables."),
    )
    yield Figure(
        "met_share",
        _("Share of all pairs who met"),
        _part(met, could),
        _("Of all pairs of people who were seated in a workshop with tables."),
        "%",
    )


def _fates(dossier: Dossier) -> Iterable[Figure]:
    counts, all = dict(fates(dossier)), len(dossier.contributions)
    answered = sum(dossier.fate(thing.ref).answer is not None for thing in dossier.contributions)
    yield Figure(
        "taken_up",
        _("Contributions taken up"),
        _part(counts["taken_up"], all),
        _("Those that a decision or a commitment comes from, or that staff answered so."),
        "%",
    )
    yield Figure(
        "answered",
        _("Contributions answered"),
        _part(answered, all),
        _("Those that staff answered with a reason, by themselves or with their group."),
        "%",
    )
    open_ = counts["open"] + counts["grouped"]
    yield Figure("open", _("Contributions that wait"), str(open_), _("Those that were neither taken up nor answered."))
    waited = [
        (fate.answer.at - thing.at) / DAY_MS
        for thing in dossier.contributions
        if (fate := dossier.fate(thing.ref)).answer is not None and fate.answer.at >= thing.at
    ]
    days = f"{median(waited):.2f}" if waited else ""
    yield Figure("wait", _("Days until an answer"), days, _("The median time from a contribution to the answer that holds now."))


def _promises(dossier: Dossier) -> Iterable[Figure]:
    yield Figure("decisions", _("Decisions"), str(len(dossier.decisions)), _("Decisions that a workshop agreed on."))
    objections = [(int(one.thing.facts.get("objections", "0")), int(one.thing.facts.get("integrated", "0"))) for one in dossier.decisions]
    raised, integrated = sum(one for one, _other in objections), sum(other for _one, other in objections)
    yield Figure("objections", _("Objections raised"), str(raised), _("Objections to proposals that became decisions."))
    yield Figure(
        "integrated", _("Objections integrated"), _part(integrated, raised), _("Those that changed the proposal before it was agreed."), "%"
    )
    yield Figure("commitments", _("Commitments"), str(len(dossier.commitments)), _("What somebody promised to do."))
    done = sum(one.status == "done" for one in dossier.commitments)
    settled = sum(one.status in SETTLED for one in dossier.commitments)
    yield Figure("kept", _("Commitments kept"), _part(done, settled), _("Done, of those that were done or dropped."), "%")


def _part(some: int, all: int) -> str:
    """A share in percent with two decimals; "" of nothing."""
    return f"{100 * some / all:.2f}" if all else ""
