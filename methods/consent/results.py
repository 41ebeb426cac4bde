"""What a consent decision hands on: the decision with what the record needs of it, and the concerns about it.

The facts of a decision, each only where it is known: `outcome` (agreed, agreed_shorter, deferred, delegated, referred, withdrawn),
`version` (its number), `driver`, `responsible`, `criteria` (one a line), `review_date` and `term` (ISO dates; the term is until when it
holds), `objections` (how many were raised), `integrated` (how many of them changed the proposal), and for what was not agreed `who`,
`when` (an ISO date) and `reason`. What is missing is said by the record, not here.
"""

from collections.abc import Sequence

from methods.consent.guards import current, last_round, raised
from methods.consent.origin import sources_of
from methods.consent.pieces import paper
from methods.consent.state import Outcome, State, Version
from workshop.method import Item


def results(state: State) -> Sequence[Item]:
    """Each decision and its concerns once it is agreed; a proposal with its outcome where it ended otherwise; nothing before."""
    return tuple(item for one in (*state.past, state) for item in _of(one, sources_of(one, state.items)))


def _of(state: State, sources: tuple[str, ...]) -> Sequence[Item]:
    outcome, now = state.outcome, current(state)
    if outcome is None or now is None:
        return ()
    agreed = outcome.result in ("agreed", "agreed_shorter")
    kind = "decision" if agreed else "proposal"
    support = _support(state) if agreed else 0
    facts = {**_facts(outcome, now, state.happens), **_objections(state)}
    decision = Item(outcome.id, kind, now.text, sources, support, facts)
    concerns = (one for one in raised(state) if one.status == "concern" and one.text)
    return (decision, *(Item(one.id, "concern", one.text, (decision.id,)) for one in concerns))


def _support(state: State) -> int:
    """How many consented in the last call, with a concern or without."""
    last = last_round(state)
    if last is None:
        return 0
    return last.counts.consent + last.counts.concern + last.hands.all + paper(state, last, "concern")


def _objections(state: State) -> dict[str, str]:
    """How many objections were raised, and how many changed the proposal; nothing where none was."""
    found = [one for one in raised(state) if one.came == "objection"]
    integrated = sum(one.status == "integrated" for one in found)
    return {"objections": str(len(found)), "integrated": str(integrated)} if found else {}


def _facts(outcome: Outcome, now: Version, driver: str) -> dict[str, str]:
    facts = {
        "outcome": outcome.result,
        "driver": driver,
        "version": str(now.number),
        "responsible": now.responsible,
        "criteria": now.criteria,
        "review_date": now.review_date,
        "term": now.term,
        "who": outcome.who,
        "when": outcome.when,
        "reason": outcome.reason,
    }
    return {key: value for key, value in facts.items() if value}
