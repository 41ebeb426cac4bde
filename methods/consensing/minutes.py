"""The section of a consensing in the record, and what it hands on: never who rated what."""

from collections.abc import Sequence

from methods.consensing.screens import decided
from methods.consensing.state import QUO, Result, State, Word, choice_of, result_of
from methods.consensing.wording import conflict, few, outcome, question_of, said, tally
from workshop.blocks import Block, Card, Cards, Heading, Text
from workshop.language import Words, _, n_
from workshop.messages import derived_id
from workshop.method import Item


def record(state: State) -> Sequence[Block]:
    """The question, each round with its options and totals, the words, the decision."""
    return (
        Heading(id="question", text=question_of(state)),
        *decided(state),
        *(_missing(state)),
        *(block for number, one in enumerate(state.results, start=1) for block in _round(state, one, number)),
        *_open(state),
        *_words(state),
    )


def _missing(state: State) -> Sequence[Block]:
    one = state.decision
    if one is None:
        return (Text(id="undecided", text=_("No decision was reached yet.")),)
    missing = (
        ("responsible", one.responsible, _("Nobody was named as responsible.")),
        ("criteria", one.criteria, _("No criteria were set.")),
        ("review", one.review_date, _("No review date was set.")),
    )
    return tuple(Text(id=f"no-{id}", text=text) for id, fact, text in missing if not fact)


def _round(state: State, result: Result, number: int) -> Sequence[Block]:
    heading = Heading(id=f"round-{number}", text=_("Round {number}", number=number))
    text = Text(id=f"outcome-{number}", text=outcome(result))
    between = conflict(result)
    order = tuple(Card(f"{number}-{one.id}", said(one)) for one in (result.choices if len(result.best()) > 1 else result.ranked()))
    kept = () if result.counted.totals else (Cards(id=f"order-{number}", items=order, layout="list"),)
    return (
        *((heading,) if len(state.results) + state.open > 1 else ()),
        text,
        *(Text(id=f"few-{number}", text=_text(block)) for block in few(result, state.settings.least_ballots)),
        *kept,
        *tally(result, f"tally-{number}", None),
        *((Text(id=f"conflict-{number}", text=between),) if between else ()),
    )


def _text(block: Block) -> Words:
    return block.text if isinstance(block, Text) else ""


def _open(state: State) -> Sequence[Block]:
    if not state.open:
        return ()
    cards = tuple(Card(one.id, said(one)) for one in state.choices)
    return (
        Text(id="open", text=_("The ratings were not shown.")),
        Cards(id="options", items=cards, label=_("Options"), layout="list"),
    )


def _words(state: State) -> Sequence[Block]:
    shown = list(state.words.all_shown())
    cards = tuple(Card(one.id, one.text, above=_about(state, one)) for one in shown)
    hidden = len(state.words) - len(shown)
    these = n_("One contribution was hidden by the facilitator.", "{count} contributions were hidden by the facilitator.", hidden)
    return (
        *((Cards(id="words", items=cards, label=_("What stands behind the resistance"), layout="list"),) if cards else ()),
        *((Text(id="hidden", text=these, tone="soft"),) if hidden else ()),
    )


def _about(state: State, one: Word) -> Words:
    options = [choice for result in state.results for choice in result.choices]
    found = choice_of(state, one.option) or next((choice for choice in options if choice.id == one.option), None)
    return said(found) if found else ""


def results(state: State) -> Sequence[Item]:
    """The decision with the words behind the resistance to it; before, what meets the least resistance, as a proposal."""
    result, one = result_of(state), state.decision
    if result is None:
        return ()
    voters, totals = result.counted.voters, result.counted.totals
    if one is None:
        best = (choice for choice in result.best() if choice.id != QUO and choice.text)
        return [Item(derived_id("consensing", str(state.seed), each.id), "proposal", each.text, each.sources) for each in best]
    found = choice_of(state, one.option)
    if not one.text:
        return ()
    facts = {
        "outcome": "kept" if one.option == QUO else "least_resistance",
        "driver": state.settings.question,
        "round": str(len(state.results)),
        "people": str(voters),
        "resistance": f"{totals[one.option].points / voters:.1f}" if voters and one.option in totals else "",
        "responsible": one.responsible,
        "criteria": one.criteria,
        "review_date": one.review_date,
    }
    sources = found.sources if found else ()
    decision = Item(one.id, "decision", one.text, sources, 0, {key: fact for key, fact in facts.items() if fact})
    words = (each for each in state.words.all_shown() if each.option == one.option)
    return (decision, *(Item(each.id, "concern", each.text, (one.id,)) for each in words))
