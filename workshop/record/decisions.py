"""What was decided and promised, with what it comes from: the words that people wrote."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from workshop.language import Message, Speaker, Words, _, n_, said_date
from workshop.lineage import became, graph_of, words_behind
from workshop.method import Item
from workshop.record.escape import inline, paragraph
from workshop.record.proceedings import Proceedings
from workshop.record.typesetting import bold, bullets, labelled, quoted, spaced

SHOWN: Final = 20
LABELS: Final[Mapping[str, Message]] = {
    "outcome": _("Outcome"),
    "driver": _("Driver"),
    "tasks": _("Domain and tasks"),
    "qualities": _("What the person should bring"),
    "term": _("It holds until"),
    "responsible": _("Responsible"),
    "criteria": _("How we will see whether it works"),
    "review_date": _("Review date"),
    "who": _("Who takes it on"),
    "person": _("Who takes it on"),
    "side": _("On whose side"),
    "when": _("By when"),
    "by": _("By when"),
    "seen": _("How we will see it"),
    "confirmed": _("Confirmed"),
    "reason": _("Why"),
    "condition": _("On the condition"),
    "resistance": _("Resistance on average, of 10"),
    "people": _("How many rated it"),
    "round": _("Round"),
    "version": _("Version"),
    "objections": _("Objections raised"),
    "integrated": _("Objections integrated"),
}
OUTCOMES: Final[Mapping[str, Message]] = {
    "agreed": _("Agreed"),
    "agreed_shorter": _("Agreed for a shorter term"),
    "deferred": _("Deferred"),
    "delegated": _("Delegated"),
    "referred": _("Referred"),
    "withdrawn": _("Withdrawn"),
    "selected": _("Selected by consent"),
    "least_resistance": _("Chosen: it meets the least resistance"),
    "kept": _("It stays as it is: nothing meets less resistance"),
}
SIDES: Final[Mapping[str, Message]] = {
    "citizens": _("Citizens"),
    "institution": _("An institution"),
    "both": _("Citizens and an institution together"),
}


def decisions_in(proceedings: Proceedings) -> tuple[Item, ...]:
    """The decisions, and the proposals that came to another end, each once."""
    found = (one for one in proceedings.items if one.kind == "decision" or "outcome" in one.facts)
    return tuple({one.id: one for one in found}.values())


def commitments_in(proceedings: Proceedings) -> tuple[Item, ...]:
    """What people promised, each once."""
    return tuple({one.id: one for one in proceedings.items if one.kind == "commitment"}.values())


def decisions_of(proceedings: Proceedings, say: Speaker) -> str:
    """The section on what was decided."""
    found = decisions_in(proceedings)
    nothing = inline(say(_("No decision was recorded."))) if not found else ""
    parts = (_decision(one, place, proceedings, say) for place, one in enumerate(found, start=1))
    title = inline(say(_("What was decided")))
    return spaced([f"## {title}", nothing, *parts])


def commitments_of(proceedings: Proceedings, say: Speaker) -> str:
    """The section on what was promised; nothing where nothing was."""
    found = commitments_in(proceedings)
    if not found:
        return ""
    known = {one.id: one for one in proceedings.items}
    lines = (spaced([paragraph(one.text), facts_of(one, say), _comes_from(one, known, say)]) for one in found)
    title = inline(say(_("What was promised")))
    return spaced([f"## {title}", bullets(lines)])


def _comes_from(item: Item, known: Mapping[str, Item], say: Speaker) -> str:
    """What a promise comes from."""
    texts = [known[id].text for id in item.sources if id in known]
    return bullets(labelled(inline(say(_("It comes from"))), paragraph(text)) for text in texts)


def _decision(item: Item, place: int, proceedings: Proceedings, say: Speaker) -> str:
    return spaced(
        [
            f"### {inline(say(title_of(item, place)))}",
            quoted(paragraph(item.text)),
            facts_of(item, say),
            concerns_of(item, proceedings, say),
            origin_of(item, proceedings, say),
        ]
    )


def title_of(item: Item, place: int) -> Message:
    """How a decision is called, or a proposal that came to another end."""
    return _("Decision {number}", number=place) if item.kind == "decision" else _("Proposal {number}", number=place)


def concerns_of(item: Item, proceedings: Proceedings, say: Speaker) -> str:
    """The concerns about a decision."""
    found = [one for one in became(graph_of(proceedings.items), item.id) if one.kind == "concern"]
    return _list(_("Concerns to keep in mind:"), found, say)


def origin_of(item: Item, proceedings: Proceedings, say: Speaker) -> str:
    """The words behind a decision."""
    there = (*brought_in(proceedings), *proceedings.items)
    return _words(words_behind(graph_of(there), item.id), there, say)


def facts_of(item: Item, say: Speaker) -> str:
    """What is known of a decision or a promise, each fact behind its label."""
    known = [(key, item.facts[key]) for key in LABELS if item.facts.get(key) or (key == "confirmed" and key in item.facts)]
    others = [(key, item.facts[key]) for key in sorted(item.facts) if key not in LABELS and item.facts[key]]
    said = ((say(LABELS.get(key, key)), say(_said(key, fact))) for key, fact in known + others)
    return bullets(labelled(inline(label), paragraph(fact)) for label, fact in said)


def _said(key: str, fact: str) -> Words:
    match key:
        case "outcome":
            return OUTCOMES.get(fact, fact)
        case "side":
            return SIDES.get(fact, fact)
        case "confirmed":
            return _("Yes") if fact else _("Not yet")
        case "person":
            return _("Person {number}", number=fact)
        case _:
            return said_date(fact)


def brought_in(proceedings: Proceedings) -> tuple[Item, ...]:
    """What came in from other workshops, each once, with where it comes from."""
    found = {item.id: item for items in proceedings.session.brought.values() for item in items}
    return tuple(_from_elsewhere(item) for item in found.values())


def _from_elsewhere(item: Item) -> Item:
    origin = item.facts.get("origin", "")
    return replace(item, text=f"{item.text} ({origin})") if origin else item


def _words(words: Iterable[Item], there: Sequence[Item], say: Speaker) -> str:
    """The words behind a decision, those with most support first, then in the order in which they came."""
    places = {one.id: place for place, one in enumerate(there)}
    ordered = sorted(words, key=lambda one: (-one.support, places[one.id]))
    if not ordered:
        return inline(say(_("No contribution of this workshop is linked to it.")))
    return _list(_("This decision comes from the words:"), ordered, say)


def _list(label: Message, items: list[Item], say: Speaker) -> str:
    if not items:
        return ""
    more = len(items) - SHOWN
    sentence = n_(
        "… and {count} more, in contributions.csv, which goes with this record.",
        "… and {count} more, in contributions.csv, which goes with this record.",
        more,
    )
    return spaced(
        [bold(inline(say(label))), bullets(paragraph(one.text) for one in items[:SHOWN]), inline(say(sentence)) if more > 0 else ""]
    )
