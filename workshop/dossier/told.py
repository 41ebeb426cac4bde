"""What became of something, and how promises stand, in words: for the page of a participant, the pages of a process and its folder."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC
from typing import Final

from workshop.agenda import zone_of
from workshop.dossier.dossier import Dossier
from workshop.dossier.refs import known_to
from workshop.dossier.standing import Promise
from workshop.dossier.things import WRITTEN, Thing
from workshop.language import Message, Words, _, n_, said_date
from workshop.process.state import Answer
from workshop.process.vocabulary import Standing, Status
from workshop.record.times import Calendar

STANDS: Final[Mapping[str | Status, Message]] = {
    "under_way": _("under way"),
    "done": _("done"),
    "stuck": _("stuck"),
    "dropped": _("dropped"),
    "kept": _("kept as it is"),
    "to_change": _("to be changed"),
    "ended": _("ended"),
}
KINDS: Final = ("group", "idea", "wording", "note", "question", "proposal", "agreement", "decision", "commitment")


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that became of something: its kind ("group", "decision", "answer", "open" ...), its ref, and the sentences that say it."""

    kind: str
    ref: str
    said: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """What a dossier knows of something under its `names` there: what came of it, and the answer, with the ref that was answered."""

    things: tuple[Thing, ...]
    answer: Answer | None
    answered: str


def became(dossiers: Sequence[Dossier], ref: str) -> tuple[Told, ...]:
    """What became of a thing: in its own process, then in those into which it was carried. At least one is told."""
    told: list[Told] = []
    names = {ref}
    for dossier in dossiers:
        found = _found(dossier, names)
        told += _of_itself(dossier, ref)
        told += (_told(dossier, thing, names) for thing in found.things if thing.ref not in {*names, *(one.ref for one in told)})
        if found.answer is not None:
            told.append(
                Told("answer", found.answered, answered(dossier, found.answer, found.answered if found.answered not in names else ""))
            )
        told += _noted(dossier, ref)
        names = {known_to(dossier.process.code, one) for one in (*names, *(thing.ref for thing in found.things))}
    once = tuple({one.said: one for one in reversed(told)}.values())[::-1]
    return (*once, *_open(once))


def standing(dossier: Dossier, promise: Promise) -> tuple[Words, ...]:
    """How a decision or a commitment stands, what was noted last, and when it is looked at again."""
    days = days_of(dossier)
    said: list[Words] = []
    last = promise.looks[-1] if promise.looks else None
    if promise.status in STANDS and last is not None:
        said.append(_("How it stands since {day}: {status}.", day=days.day(last.at), status=STANDS[promise.status]))
    elif promise.thing.kind == "commitment":
        said.append(_("Nobody has looked yet how it stands."))
    if last is not None and last.note:
        said.append(_("Noted then: “{note}”", note=last.note))
    if promise.day and (promise.thing.kind == "decision" or promise.looks):
        said.append(_("We look at it again on {date}.", date=said_date(promise.day)))
    return tuple(said)


def promised(thing: Thing) -> tuple[Words, ...]:
    """Who does what a commitment says, and until when."""
    who, day = thing.facts.get("who", ""), thing.facts.get("by", "")
    return (*([_("Who does it: {who}.", who=who)] if who else []), *([_("Until {day}.", day=said_date(day))] if day else []))


def asked(thing: Thing) -> tuple[Words, ...]:
    """How a question stands."""
    facts = thing.facts
    if facts.get("state") == "answered":
        text = facts.get("answer", "")
        who = facts.get("who", "")
        return (_("{who} answered: “{text}”", who=who, text=text) if who else _("The answer: “{text}”", text=text),)
    if facts.get("state") == "promised":
        day = facts.get("by", "")
        return (_("An answer is promised until {day}.", day=said_date(day)) if day else _("An answer is promised."),)
    return (_("It waits for an answer."),)


def answered(dossier: Dossier, answer: Answer, ref: str = "") -> tuple[Words, ...]:
    """What staff answered; with `ref`, to the group of that name as a whole."""
    group = dossier.things.get(ref)
    day = days_of(dossier).day(answer.at)
    whole: Mapping[Standing, Message] = {
        "taken_up": _("All of it was answered on {day}: it is taken up.", day=day),
        "not_now": _("All of it was answered on {day}: not now.", day=day),
        "not_possible": _("All of it was answered on {day}: it is not possible.", day=day),
        "answered": _("All of it was answered on {day}.", day=day),
    }
    alone: Mapping[Standing, Message] = {
        "taken_up": _("It was answered on {day}: it is taken up.", day=day),
        "not_now": _("It was answered on {day}: not now.", day=day),
        "not_possible": _("It was answered on {day}: it is not possible.", day=day),
        "answered": _("It was answered on {day}.", day=day),
    }
    said: list[Words] = [whole[answer.standing] if group is not None else alone[answer.standing]]
    if answer.text:
        why = answer.standing in ("not_now", "not_possible")
        said.append(_("The reason: “{text}”", text=answer.text) if why else _("The answer: “{text}”", text=answer.text))
    return tuple(said)


def days_of(dossier: Dossier) -> Calendar:
    """Tells days in the time zone of the process."""
    return Calendar(zone_of(dossier.process.about.timezone) or UTC)


def _found(dossier: Dossier, names: Collection[str]) -> _Found:
    """Everything that came of some things, in the order in which it came."""
    import networkx as nx

    graph = dossier.graph
    here = [one for one in sorted(names) if one in graph]
    reached = {one for ref in here for one in nx.descendants(graph, ref)}
    answer, place = _answer(dossier, here, reached)
    if answer is not None and answer.decision in graph:
        reached |= {answer.decision, *nx.descendants(graph, answer.decision)}
    things = tuple(thing for ref, thing in dossier.things.items() if ref in reached and thing.kind in KINDS)
    return _Found(_telling(dossier, things, here), answer, place)


def _answer(dossier: Dossier, here: Sequence[str], reached: Collection[str]) -> tuple[Answer | None, str]:
    """The answer to one of these things themselves; else the last one to something that came of them."""
    answers = dossier.process.answers
    for refs in (here, reached):
        given = sorted((answers[ref].at, ref) for ref in refs if ref in answers)
        if given:
            return answers[given[-1][1]], given[-1][1]
    return None, ""


def _telling(dossier: Dossier, things: Sequence[Thing], here: Collection[str]) -> tuple[Thing, ...]:
    """Without proposals of which a decision came, and words that are handed on unchanged."""
    import networkx as nx

    decisions = {thing.ref for thing in things if thing.kind in ("decision", "agreement")}
    before = {one for ref in decisions for one in nx.ancestors(dossier.graph, ref)}
    texts = {dossier.things[ref].text for ref in here if ref in dossier.things}
    return tuple(
        thing
        for thing in things
        if not (thing.kind == "proposal" and thing.ref in before) and not (thing.kind in WRITTEN and thing.text in texts)
    )


def _told(dossier: Dossier, thing: Thing, names: Collection[str]) -> Told:
    return Told(thing.kind, thing.ref, tuple(_said(dossier, thing, names)))


def _said(dossier: Dossier, thing: Thing, names: Collection[str]) -> Iterable[Words]:
    match thing.kind:
        case "group":
            yield _grouped(dossier, thing, names)
        case "decision" | "agreement":
            yield _("It was taken up in the decision of {day}: “{what}”", day=days_of(dossier).day(thing.at), what=thing.text)
            yield from _stands(dossier, thing.ref)
        case "commitment":
            yield _("It led to this commitment: “{what}”", what=thing.text)
            yield from promised(thing)
            yield from _stands(dossier, thing.ref)
        case "question":
            asks = thing.facts.get("asks", "")
            to = _("It became a question to {whom}: “{what}”", whom=asks, what=thing.text)
            yield to if asks else _("It became a question: “{what}”", what=thing.text)
            yield from asked(thing)
        case "proposal":
            yield _("It came into a proposal: “{what}”", what=thing.text)
        case _:
            yield _("It went into this: “{what}”", what=thing.text)


def _of_itself(dossier: Dossier, ref: str) -> Iterable[Told]:
    """How a thing stands that is a question, a decision or a commitment itself."""
    thing, promise = dossier.things.get(ref), _promise(dossier, ref)
    if thing is None or not (dossier.meeting(thing.home) or (promise and promise.looks)):
        return  # a thing of another process, which tells it
    if thing.kind == "question":
        yield Told("question", ref, asked(thing))
    if promise is not None:
        decided = (_("This was decided on {day}.", day=days_of(dossier).day(thing.at)),) if thing.kind == "decision" else ()
        yield Told(thing.kind, ref, (*decided, *promised(thing), *standing(dossier, promise)))


def _promise(dossier: Dossier, ref: str) -> Promise | None:
    return next((one for one in (*dossier.decisions, *dossier.commitments) if one.thing.ref == ref), None)


def _stands(dossier: Dossier, ref: str) -> tuple[Words, ...]:
    promise = _promise(dossier, ref)
    return standing(dossier, promise) if promise is not None else ()


def _grouped(dossier: Dossier, group: Thing, names: Collection[str]) -> Message:
    beside = [one for one in dossier.words_behind(group.ref) if one.ref not in names]
    if not beside:
        return _("It stands by itself in the group “{group}”.", group=group.text)
    return n_(
        "It was put with {count} other in the group “{group}”.",
        "It was put with {count} others in the group “{group}”.",
        len(beside),
        group=group.text,
    )


def _noted(dossier: Dossier, ref: str) -> Iterable[Told]:
    days = days_of(dossier)
    for one in dossier.process.notes:
        if one.about == ref:
            yield Told("noted", ref, (_("Noted on {day}: “{note}”", day=days.day(one.at), note=one.text),))


def _open(told: Collection[Told]) -> Iterable[Told]:
    """That nothing came of it yet, where that is so."""
    kinds = {one.kind for one in told}
    if not kinds:
        yield Told("open", "", (_("It is still open."),))
    elif kinds <= {"group", "idea", "wording", "note", "noted"}:
        yield Told("open", "", (_("Nothing more has come of it so far: it is still open."),))
