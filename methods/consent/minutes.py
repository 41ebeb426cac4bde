"""The section of a consent decision in the record: computed without the hidden signals, only from what the room came to know."""

from collections.abc import Sequence

from methods.consent.guards import current, is_open, raised
from methods.consent.pieces import OUTCOMES, facts_of, tally, version_label, who
from methods.consent.state import Argument, By, Round, State, Version
from methods.consent.wording import changes
from workshop.blocks import Block, Card, Cards, Heading, Part, Text, Wording
from workshop.language import Message, Words, _, n_


def record(state: State) -> Sequence[Block]:
    """The minutes of the decision."""
    return (
        *_outcome(state),
        *_driver(state),
        *_versions(state),
        *_questions(state),
        *_reactions(state),
        *(block for call in state.rounds for block in _call(state, call)),
        *_objections(state),
        *_concerns(state),
    )


def _outcome(state: State) -> tuple[Block, ...]:
    if state.outcome is None:
        return (Text(id="outcome", text=_("No decision was reached yet.")),)
    now, outcome = current(state), state.outcome
    lines = (
        Card("who", outcome.who, above=_("Who takes it on")),
        Card("when", outcome.when, above=_("By when")),
        Card("reason", outcome.reason, above=_("Why")),
    )
    said = tuple(line for line in lines if line.text)
    final = (Wording(id="final", label=version_label(now), parts=(Part(now.text),)),) if now else ()
    return (
        Heading(id="outcome", text=OUTCOMES[outcome.result], above=_("Outcome")),
        *((Cards(id="outcome-facts", items=said, layout="list"),) if said else ()),
        *final,
        *(_facts(now) if now else ()),
    )


def _facts(version: Version) -> tuple[Block, ...]:
    """Who, how and until when, and what of it nobody has said."""
    cards = facts_of(version)
    missing = (
        ("responsible", version.responsible, _("Nobody was named as responsible.")),
        ("criteria", version.criteria, _("No criteria were set.")),
        ("review", version.review_date, _("No review date was set.")),
    )
    gaps = tuple(Text(id=f"no-{id}", text=text) for id, said, text in missing if not said)
    return (*((Cards(id="facts", items=cards, layout="list"),) if cards else ()), *gaps)


def _driver(state: State) -> tuple[Block, ...]:
    title = Heading(id="driver", text=_("Driver"))
    if not state.happens:
        return (title, Text(id="happens", text=_("No driver was stated.")))
    ours = _("The room confirmed it.") if state.ours else _("It was not put to the room for confirmation.")
    matters = (Text(id="matters", text=state.matters),) if state.matters else ()
    return (title, Text(id="happens", text=state.happens), *matters, Text(id="ours", text=ours, tone="soft"))


def _versions(state: State) -> tuple[Block, ...]:
    title = Heading(id="versions", text=_("The proposal and its versions"))
    if not state.versions:
        return (title, Text(id="no-version", text=_("No proposal was written.")))
    before = (None, *state.versions[:-1])
    pairs = zip(before, state.versions, strict=True)
    return (title, *(block for old, new in pairs for block in _version(state, old, new)))


def _version(state: State, old: Version | None, new: Version) -> tuple[Block, ...]:
    parts = changes(old.text, new.text) if old else (Part(new.text),)
    cards = tuple(card for card in facts_of(new, old) if old is None or card.tone)
    ways = {
        "amendment": _("It amends the text to integrate an objection: {argument}", argument=_text_of(state, new.because)),
        "shorter_term": _("It sets a shorter term to integrate an objection: {argument}", argument=_text_of(state, new.because)),
        "measure": _("It adds what is measured to integrate an objection: {argument}", argument=_text_of(state, new.because)),
    }
    return (
        Wording(id=f"version-{new.number}", label=version_label(new), parts=parts),
        *((Text(id=f"because-{new.number}", text=ways[new.way], tone="soft"),) if new.way else ()),
        *((Cards(id=f"facts-{new.number}", items=cards, layout="list"),) if cards else ()),
    )


def _text_of(state: State, argument: str) -> str:
    one = state.arguments.get(argument)
    return one.text if one else ""


def _questions(state: State) -> tuple[Block, ...]:
    cards = tuple(
        Card(one.id, one.text, above=who(state, one.person), detail=one.answer if one.answered else _("Not answered."))
        for one in state.questions
        if one.id not in state.hidden
    )
    label = _("Questions for understanding")
    return (Cards(id="questions", items=cards, label=label, layout="list"),) if cards else ()


def _reactions(state: State) -> tuple[Block, ...]:
    given = list(state.reactions)
    cards = tuple(Card(one.id, one.text) for one in given if one.text and one.id not in state.hidden)
    passed, hidden = sum(not one.text for one in given), len(state.hidden)
    those = n_("One person passed.", "{count} people passed.", passed)
    these = n_("One contribution was hidden by the facilitator.", "{count} contributions were hidden by the facilitator.", hidden)
    return (
        *((Cards(id="reactions", items=cards, label=_("Reactions"), layout="list"),) if cards else ()),
        *((Text(id="passed", text=those, tone="soft"),) if passed else ()),
        *((Text(id="hidden", text=these, tone="soft"),) if hidden else ()),
    )


def _call(state: State, call: Round) -> tuple[Block, ...]:
    title = _("Call for consent {round}, on version {version}", round=call.number, version=call.version)
    heading = Heading(id=f"call-{call.number}", text=title)
    if not call.closed:
        running = is_open(state) and call == state.rounds[-1]
        left = _("The answers are not shown yet.") if running else _("This call was broken off; its answers were not shown.")
        return (heading, Text(id=f"left-{call.number}", text=left))
    sentence = n_("One person in the room had not answered.", "{count} people in the room had not answered.", call.silent)
    silent = (Text(id=f"silent-{call.number}", text=sentence, tone="soft"),) if call.silent else ()
    return (heading, tally(state, call, f"counts-{call.number}"), *silent)


def _objections(state: State) -> tuple[Block, ...]:
    found = [one for one in raised(state) if one.kind == "objection"]
    title = Heading(id="objections", text=_("Objections"))
    if not found:
        said = any(call.closed for call in state.rounds)
        return (title, Text(id="no-objection", text=_("Nobody objected."), tone="soft")) if said else ()
    return (title, *(_objection(state, one, place) for place, one in enumerate(found, start=1)))


def _objection(state: State, one: Argument, place: int) -> Block:
    earlier = [(f"{one.id}-was-{n}", tested) for n, tested in enumerate(one.earlier)]
    cards = (
        *(card for id, tested in earlier for card in _said(id, tested.text, [doubt.text for doubt in tested.doubts])),
        *_said(one.id, one.text, [doubt.text for doubt in one.doubts], who(state, one.owner)),
        *(Card(f"{one.id}-no-{n}", text, above=_("An offer did not resolve it")) for n, text in enumerate(one.declined)),
        Card(f"{one.id}-test", result_of(one), above=_("What became of it"), detail=_word(one)),
    )
    version = next((call.version for call in state.rounds if call.number == one.round), 0)
    paper = _("Objection {number}, on paper or aloud, to version {version}", number=place, version=version)
    label = paper if not one.owner else _("Objection {number}, to version {version}", number=place, version=version)
    return Cards(id=f"objection-{one.id}", items=cards, label=label, layout="list")


def _said(id: str, text: str, doubts: list[str], owner: Words = "") -> tuple[Card, ...]:
    argument = Card(id, text or _("It was not written down."), above=owner or _("The argument"))
    return (argument, *(Card(f"{id}-doubt-{n}", doubt, above=_("A doubt that it qualifies")) for n, doubt in enumerate(doubts)))


def result_of(one: Argument) -> Message:
    """What became of a possible objection, in a sentence."""
    match one.status:
        case "untested":
            return _("It was not tested.")
        case "qualified":
            return _("It qualified as an objection, and is still open.")
        case "dropped":
            return _dropped(one)
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


def _concerns(state: State) -> tuple[Block, ...]:
    found = [one for one in raised(state) if one.status == "concern"]
    cards = tuple(Card(one.id, one.text, above=who(state, one.owner)) for one in found if one.text)
    silent = len(found) - len(cards)
    sentence = n_("One concern was not written down.", "{count} concerns were not written down.", silent)
    return (
        *((Cards(id="concerns", items=cards, label=_("Concerns to keep in mind"), layout="list"),) if cards else ()),
        *((Text(id="silent-concerns", text=sentence, tone="soft"),) if silent else ()),
    )
