"""The section of a consent decision in the record: computed without the hidden signals, only from what the room came to know."""

from collections.abc import Sequence
from dataclasses import replace

from methods.consent.arguments import objections
from methods.consent.guards import current, is_open, raised
from methods.consent.pieces import OUTCOMES, facts_of, proposer, silent, tally, version_label, who
from methods.consent.state import Round, State, Version
from methods.consent.wording import changes
from workshop import circle
from workshop.blocks import Block, Card, Cards, Heading, Part, Text, Wording
from workshop.language import Message, Moment, Words, _, n_


def record(state: State) -> Sequence[Block]:
    """The minutes of the decision, or of each where several proposals followed one another."""
    every = (*state.past, state)
    if len(every) == 1:
        return _one(state)
    return tuple(block for place, one in enumerate(every, start=1) for block in _numbered(_one(one), place))


def _numbered(blocks: Sequence[Block], place: int) -> tuple[Block, ...]:
    title = Heading(id=f"proposal-{place}", text=_("Proposal {number}", number=place))
    return (title, *(replace(block, id=f"{place}-{block.id}") for block in blocks))


def _one(state: State) -> tuple[Block, ...]:
    return (
        *_outcome(state),
        *_driver(state),
        *_style(state),
        *proposer(state),
        *_versions(state),
        *_spoken(state, "clarify", _("Round of questions")),
        *_questions(state),
        *_spoken(state, "react", _("Round of reactions")),
        *_reactions(state),
        *(block for place, call in enumerate(state.rounds, start=1) for block in _call(state, call, place)),
        *objections(state),
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
        *_at("outcome-at", outcome.at, _("On {time}.", time=Moment(outcome.at, dated=True))),
        *((Cards(id="outcome-facts", items=said, layout="list"),) if said else ()),
        *final,
        *(_facts(now) if now else ()),
    )


def _at(id: str, at: int, text: Message) -> tuple[Block, ...]:
    """When something was, where the log says it."""
    return (Text(id=id, text=text, tone="soft"),) if at else ()


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


def _style(state: State) -> tuple[Block, ...]:
    styles = {
        "sofa": _("Held in the style of Sociocracy For All: quick reactions, then a consent round."),
        "holacracy": _("Held in the style of Holacracy: only the proposer amends, and an objection passes four tests."),
    }
    text = styles.get(state.settings.variant)
    return (Text(id="style", text=text, tone="soft"),) if text else ()


def _spoken(state: State, key: str, label: Words) -> tuple[Block, ...]:
    """Who had a turn in a round of speakers: by name only where names are shown."""
    return circle.minutes(state.circles.get(key, circle.Circle()), state.settings.show_names, label, id=f"round-{key}".replace(" ", "-"))


def _driver(state: State) -> tuple[Block, ...]:
    if state.settings.variant != "s3" and not state.happens:
        return ()
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
        *_at(f"at-{new.number}", new.at, _("At {time}.", time=Moment(new.at))),
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
    cards = tuple(Card(one.id, one.text, above=who(state, one.person)) for one in given if one.text and one.id not in state.hidden)
    passed, hidden = sum(not one.text for one in given), len(state.hidden)
    those = n_("One person passed.", "{count} people passed.", passed)
    these = n_("One contribution was hidden by the facilitator.", "{count} contributions were hidden by the facilitator.", hidden)
    return (
        *((Cards(id="reactions", items=cards, label=_("Reactions"), layout="list"),) if cards else ()),
        *((Text(id="passed", text=those, tone="soft"),) if passed else ()),
        *((Text(id="hidden", text=these, tone="soft"),) if hidden else ()),
    )


def _call(state: State, call: Round, place: int) -> tuple[Block, ...]:
    title = _("Call for consent {round}, on version {version}", round=call.number, version=call.version)
    heading = Heading(id=f"call-{call.number}", text=title)
    opened, closed = Moment(call.at), Moment(call.until)
    if not call.closed:
        running = is_open(state) and call == state.rounds[-1]
        left = _("The answers are not shown yet.") if running else _("This call was broken off; its answers were not shown.")
        return (
            heading,
            *_at(f"call-{call.number}-at", call.at, _("Opened at {time}.", time=opened)),
            Text(id=f"left-{call.number}", text=left),
        )
    spoken = _spoken(state, f"check {place}", _("Consent round, one by one"))
    times = _at(f"call-{call.number}-at", call.at, _("Opened at {opened}, closed at {closed}.", opened=opened, closed=closed))
    return (heading, *times, *spoken, tally(state, call, f"counts-{call.number}"), *silent(call))


def _concerns(state: State) -> tuple[Block, ...]:
    found = [one for one in raised(state) if one.status == "concern"]
    cards = tuple(Card(one.id, one.text, above=who(state, one.owner)) for one in found if one.text)
    silent = len(found) - len(cards)
    sentence = n_("One concern was not written down.", "{count} concerns were not written down.", silent)
    return (
        *((Cards(id="concerns", items=cards, label=_("Concerns to keep in mind"), layout="list"),) if cards else ()),
        *((Text(id="silent-concerns", text=sentence, tone="soft"),) if silent else ()),
    )
