"""The section of a selection in the record, and what it hands on: only from what the room came to know."""

from collections.abc import Sequence

from methods.selection.pieces import argument, called, counts, facts, given_card, name_of, proposal_facts, tally
from methods.selection.rounds import with_names
from methods.selection.shared import done
from methods.selection.standing import call_of, proposal_of, proposed
from methods.selection.state import Call, Proposal, State
from workshop import circle
from workshop.blocks import Block, Card, Cards, Heading, Text
from workshop.language import Message, Moment, _, n_
from workshop.method import Item


def record(state: State) -> Sequence[Block]:
    """The minutes of the selection."""
    return (
        *(_outcome(state)),
        Heading(id="role", text=state.office.title or _("No role was named."), above=_("Role")),
        *facts(state),
        *_missing(state),
        *_nominations(state),
        *circle.minutes(with_names(state, state.heard), True, _("The round of reasons"), "heard"),
        *_questions(state),
        *circle.minutes(with_names(state, state.changing), True, _("The change round"), "changing"),
        *_changes(state),
        *(block for one in state.proposals for block in _proposal(state, one)),
        *_refusals(state),
    )


def _outcome(state: State) -> Sequence[Block]:
    if state.outcome is None:
        return (Text(id="open", text=_("Nobody was selected yet."), tone="soft"),)
    kept = [block for block in done(state) if not isinstance(block, Cards)]
    when = state.outcome.when
    at = _at("outcome-at", state.outcome.at, _("On {time}.", time=Moment(state.outcome.at, dated=True)))
    return (*kept, *at, *((Text(id="when", text=_("Taken up again on {date}.", date=when)),) if when else ()))


def _at(id: str, at: int, text: Message) -> tuple[Block, ...]:
    """When something was, where the log says it."""
    return (Text(id=id, text=text, tone="soft"),) if at else ()


def _missing(state: State) -> Sequence[Block]:
    office, now = state.office, proposal_of(state)
    missing = (
        ("tasks", office.tasks, _("Domain and tasks were not written down.")),
        ("term", office.term or (now.term if now else ""), _("No term was set.")),
        ("review", office.review_date, _("No review date was set.")),
    )
    return tuple(Text(id=f"no-{id}", text=text) for id, said, text in missing if not said)


def _nominations(state: State) -> Sequence[Block]:
    if not state.shown:
        return (Text(id="hidden-nominations", text=_("The nominations were not shown."), tone="soft"),)
    before = tuple(given_card(state, one) for one in state.first)
    abstained = n_("One person nominated nobody.", "{count} people nominated nobody.", state.abstained)
    silent = n_("One person in the room had not answered.", "{count} people in the room had not answered.", state.silent)
    named = _("In this step people are named: they put their own name on the list, or the facilitator did.")
    return (
        Text(id="named", text=named, tone="soft"),
        *_at("shown-at", state.shown_at, _("They were shown at {time}.", time=Moment(state.shown_at))),
        Cards(id="nominations", items=before, label=_("Nominations and their reasons"), layout="list"),
        *((Text(id="abstained", text=abstained, tone="soft"),) if state.abstained else ()),
        *((Text(id="silent", text=silent, tone="soft"),) if state.silent else ()),
        *tally(state),
    )


def _questions(state: State) -> Sequence[Block]:
    cards = tuple(
        Card(one.id, one.text, _("To {name}", name=name_of(state, one.nominee)), one.answer if one.answered else _("Not answered."))
        for one in state.questions
        if one.id not in state.hidden
    )
    return (Cards(id="questions", items=cards, label=_("Questions to those named"), layout="list"),) if cards else ()


def _changes(state: State) -> Sequence[Block]:
    cards = tuple(
        Card(f"moved-{place}", one.reason, above=_change(state, one.by, one.before, one.after)) for place, one in enumerate(state.moved)
    )
    return (Cards(id="changes", items=cards, label=_("Changed nominations"), layout="list"),) if cards else ()


def _change(state: State, by: str, before: str, after: str) -> Message:
    who, now = called(state, by), name_of(state, after)
    if not before:
        return _("{by} now nominates {nominee}", by=who, nominee=now)
    return _("{by}: first {before}, now {nominee}", by=who, before=name_of(state, before), nominee=now)


def _proposal(state: State, one: Proposal) -> Sequence[Block]:
    because = next((each.text for each in state.objections if each.id == one.because), "")
    why = (Text(id=f"because-{one.number}", text=_("It resolves an objection: {argument}", argument=because), tone="soft"),)
    cards = proposal_facts(one)
    return (
        Heading(id=f"proposal-{one.number}", text=name_of(state, one.nominee), above=_("Proposal {number}", number=one.number)),
        *(why if because else ()),
        Cards(id=f"facts-{one.number}", items=cards, layout="list"),
        *(block for call in state.calls if call.proposal == one.number for block in _call(state, call)),
    )


def _call(state: State, call: Call) -> Sequence[Block]:
    raised = tuple(argument(one) for one in state.objections if one.call == call.number)
    arguments = (Cards(id=f"arguments-{call.number}", items=raised, label=_("Objections and concerns"), layout="list"),) if raised else ()
    opened, closed = Moment(call.at), Moment(call.until)
    if not call.closed:
        running = call_of(state) == call and state.phase == "consent"
        left = _("The answers are not shown yet.") if running else _("This call was broken off; its answers were not shown.")
        began = _at(f"call-{call.number}-at", call.at, _("Opened at {time}.", time=opened))
        return (*began, Text(id=f"left-{call.number}", text=left, tone="soft"), *arguments)
    sentence = n_("One person in the room had not answered.", "{count} people in the room had not answered.", call.silent)
    silent = (Text(id=f"silent-{call.number}", text=sentence, tone="soft"),) if call.silent else ()
    times = _at(f"call-{call.number}-at", call.at, _("Opened at {opened}, closed at {closed}.", opened=opened, closed=closed))
    return (*times, counts(call, f"counts-{call.number}"), *silent, *arguments)


def _refusals(state: State) -> Sequence[Block]:
    return tuple(
        Text(id=f"refused-{place}", text=_("{name} did not accept: {reason}", name=name_of(state, who), reason=reason or "–"))
        for place, (who, reason) in enumerate(state.refusals)
    )


def results(state: State) -> Sequence[Item]:
    """The decision and its concerns once somebody is selected; the open role where nobody is; nothing before."""
    outcome, now, who, office = state.outcome, proposal_of(state), proposed(state), state.office
    sources = tuple(item.id for item in state.items)
    if outcome is None or not office.title:
        return ()
    shared = {"tasks": office.tasks, "qualities": office.qualities, "review_date": office.review_date}
    if outcome.result == "postponed" or now is None or who is None:
        facts = {"outcome": "deferred", "reason": outcome.reason, "when": outcome.when, **shared}
        return (Item(outcome.id, "proposal", office.title, sources, 0, _known(facts)),)
    facts = {
        "outcome": "selected",
        "responsible": who.name,
        "term": now.term or office.term,
        "condition": now.condition,
        "reason": now.reason,
        "version": str(now.number),
        **shared,
    }
    decision = Item(outcome.id, "decision", f"{office.title}: {who.name}", sources, _support(state), _known(facts))
    concerns = (one for one in state.objections if one.kind == "concern" and one.text)
    return (decision, *(Item(one.id, "concern", one.text, (decision.id,)) for one in concerns))


def _support(state: State) -> int:
    """How many consented in the last call, with a concern or without."""
    call = call_of(state)
    return sum(call.counts[:2]) + sum(call.hands) if call else 0


def _known(facts: dict[str, str]) -> dict[str, str]:
    return {key: fact for key, fact in facts.items() if fact}
