"""What the record says of the objections: each with its words, its doubts or its tests, the offers, and what became of it."""

from collections.abc import Iterator

from methods.consent.guards import raised
from methods.consent.pieces import who
from methods.consent.state import Argument, By, Doubt, State
from methods.consent.variants import FAILED, TESTS
from workshop.blocks import Block, Card, Cards, Heading, Text
from workshop.language import Message, Moment, Words, _
from workshop.shelf import Catalogue


def objections(state: State) -> tuple[Block, ...]:
    """The section on the objections."""
    found = [one for one in raised(state) if one.kind == "objection"]
    title = Heading(id="objections", text=_("Objections"))
    if not found:
        said = any(call.closed for call in state.rounds)
        return (title, Text(id="no-objection", text=_("Nobody objected."), tone="soft")) if said else ()
    return (title, *(_objection(state, one, place) for place, one in enumerate(found, start=1)))


def _objection(state: State, one: Argument, place: int) -> Block:
    earlier = [(f"{one.id}-was-{n}", tested) for n, tested in enumerate(one.earlier)]
    cards = (
        *(card for id, tested in earlier for card in _said(id, tested.text, tested.doubts)),
        *_said(one.id, one.text, one.doubts, who(state, one.owner), one.at),
        *_judgements(one),
        *(
            Card(f"{one.id}-no-{n}", text or _("No reason was written."), above=_("An offer did not resolve it"))
            for n, text in enumerate(one.declined)
        ),
        Card(f"{one.id}-test", result_of(one), above=_settled(one), detail=_word(one)),
    )
    version = next((call.version for call in state.rounds if call.number == one.round), 0)
    plain = _("Objection {number}, to version {version}", number=place, version=version)
    paper = _("Objection {number}, on paper or aloud, to version {version}", number=place, version=version)
    risen = _("Objection {number}, first raised as a concern, to version {version}", number=place, version=version)
    label = paper if one.paper else risen if one.came == "concern" else plain
    return Cards(id=f"objection-{one.id}", items=cards, label=label, layout="list")


def _settled(one: Argument) -> Message:
    return _("What became of it, at {time}", time=Moment(one.until)) if one.until else _("What became of it")


def _judgements(one: Argument) -> tuple[Card, ...]:
    """The four tests of Holacracy, each with its answer; the one that failed says why."""
    words: dict[By, Words] = {"told": _("The facilitator noted the answer."), "left": _("The facilitator answered, as its owner had left.")}
    return tuple(
        Card(
            f"{one.id}-{each.test}",
            _("Yes: it passes") if each.holds else _("No: it fails: {reason}", reason=FAILED[each.test]),
            above=TESTS[each.test][0],
            detail=words.get(each.by, "") or (_("At {time}.", time=Moment(each.at)) if each.at else ""),
        )
        for each in one.judged
    )


def _said(id: str, text: str, doubts: Catalogue[Doubt], owner: Words = "", at: int = 0) -> tuple[Card, ...]:
    raised_at = _("Raised at {time}.", time=Moment(at)) if at else ""
    argument = Card(id, text or _("It was not written down."), above=owner or _("The argument"), detail=raised_at)
    return (argument, *_doubts(id, doubts, ""))


def _doubts(id: str, doubts: Catalogue[Doubt], about: str) -> Iterator[Card]:
    """The doubts about something, each followed by those about itself."""
    ends: dict[str, Words] = {"open": _("It was not heard."), "heard": "", "dropped": _("It was taken back.")}
    for one in doubts.under_label(("about", about)):
        above = _("A doubt that it qualifies") if one.depth == 1 else _("A doubt about that doubt, {depth} steps deep", depth=one.depth)
        was = tuple(Card(f"{id}-doubt-{one.place}-was-{n}", text, above=above) for n, text in enumerate(one.earlier))
        yield from (*was, Card(f"{id}-doubt-{one.place}", one.text, above=above, detail=ends[one.status]))
        yield from _doubts(id, doubts, one.id)


def result_of(one: Argument) -> Message:
    """What became of a possible objection, in a sentence."""
    match one.status:
        case "untested":
            return _("It was not tested.")
        case "qualified":
            return _("It qualified as an objection, and is still open.")
        case "dropped":
            return _dropped(one)
        case "concern" if one.settled == "owner":
            return _("Its owner said that it was a concern, and no objection.")
        case "concern":
            return _("It did not qualify, and is kept as a concern.")
        case "integrated":
            return _integration(one)


def _dropped(one: Argument) -> Message:
    match one.settled:
        case "owner":
            return _("It was dropped by the person who raised it.")
        case "left":
            return _("It was dropped by the facilitator, as the person who raised it had left the room.")
        case _:
            return _("It was dropped; the facilitator noted it for the person who raised it.")


def _integration(one: Argument) -> Message:
    number = one.offer.version.number if one.offer else 0
    match one.offer.way if one.offer else "amendment":
        case "shorter_term":
            return _("It qualified, and was integrated by a shorter term in version {number}.", number=number)
        case "measure":
            return _("It qualified, and was integrated by measuring it in version {number}.", number=number)
        case _:
            return _("It qualified, and was integrated by an amendment in version {number}.", number=number)


def _word(one: Argument) -> Words:
    """Who confirmed that the change integrates the objection."""
    words: dict[By, Message] = {
        "owner": _("The proposer and the person who raised it confirmed this."),
        "told": _("The proposer confirmed this, and the person who raised it told the facilitator so."),
        "left": _("The proposer confirmed this, and the facilitator in place of the person who raised it, who had left the room."),
    }
    return words.get(one.settled, "") if one.status == "integrated" else ""
