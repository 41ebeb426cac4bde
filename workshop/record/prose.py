"""Each block of the screen language in Markdown."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby, pairwise
from typing import Any, Final

from workshop.blocks import (
    Ask,
    Block,
    Board,
    Buttons,
    Card,
    Cards,
    Choices,
    Cloud,
    Dot,
    Dots,
    Entry,
    Form,
    Graph,
    Heading,
    Option,
    Outline,
    Phases,
    Picture,
    Place,
    Progress,
    Questionnaire,
    Radar,
    Round,
    Spoke,
    Step,
    Table,
    Tables,
    Tally,
    Text,
    Timer,
    Turn,
    Wording,
)
from workshop.blocks.radar import decimal
from workshop.language import Message, Speaker, _, n_
from workshop.record.attachments import file_of
from workshop.record.escape import inline, line, paragraph
from workshop.record.times import duration
from workshop.record.typesetting import bold, bullets, counted, detailed, labelled, quoted, spaced, table


def prose_of(blocks: Iterable[Block], say: Speaker) -> str:
    """The blocks as Markdown, one after the other; a block without words (a button) leaves nothing."""
    return spaced(WRITERS[block.kind](block, say) for block in blocks)


def _heading(block: Heading, say: Speaker) -> str:
    above, text = inline(say(block.above)), inline(say(block.text))
    return f"### {above}: {text}" if above else f"### {text}"


def _text(block: Text, say: Speaker) -> str:
    text = paragraph(say(block.text))
    return quoted(text) if block.tone in ("note", "stop") else text


def _wording(block: Wording, say: Speaker) -> str:
    tags = {"": ("", ""), "added": ("<ins>", "</ins>"), "removed": ("<del>", "</del>")}
    lines = [""]
    runs = [(change, "".join(part.text for part in parts)) for change, parts in groupby(block.parts, key=lambda part: part.change)]
    for (change, run), (following, more) in pairwise((*runs, ("", ""))):
        before, after = tags[change]
        touching = change == "removed" and following == "added" and not (run[-1:].isspace() or more[:1].isspace())
        after = f" {after}" if touching else after  # inside: without what was removed, it is the new text
        first, *others = (f"{before}{line(one)}{after}" if one else "" for one in run.split("\n"))
        lines = [*lines[:-1], lines[-1] + first, *others]
    whole = "\n\n".join(one.strip() for one in lines if one.strip())
    return spaced([bold(inline(say(block.label))), quoted(whole)])


def _cards(block: Cards, say: Speaker) -> str:
    cards = bullets(_card(card, say) for card in block.items)
    more = block.total - len(block.items)
    rest = say(n_("… and {count} more", "… and {count} more", more)) if more > 0 else ""
    nothing = "" if block.items else paragraph(say(block.empty))
    return spaced([bold(inline(say(block.label))), cards, inline(rest), nothing])


def _card(card: Card, say: Speaker) -> str:
    said = labelled(inline(say(card.above)), paragraph(say(card.text)))
    return spaced([said + counted(card.count), paragraph(say(card.detail))])


def _form(block: Form, say: Speaker) -> str:
    return bullets(labelled(inline(say(one.label)), inline(one.value) or "…") for one in block.fields)


def _choices(block: Choices, say: Speaker) -> str:
    chosen = inline(say(_("chosen")))
    lines = (f"{_option(one, say)} – {chosen}" if one.id in block.chosen else _option(one, say) for one in block.items)
    return spaced([bold(inline(say(block.label))), bullets(lines)])


def _option(option: Option, say: Speaker) -> str:
    return detailed(inline(say(option.text)), inline(say(option.detail)))


def _dots(block: Dots, say: Speaker) -> str:
    return spaced([bold(inline(say(block.label))), bullets(_dot(one, block, say) for one in block.items)])


def _dot(dot: Dot, block: Dots, say: Speaker) -> str:
    given = _of(max(dot.dots, 0), block.most, say) if block.scale else say(n_("{count} dot", "{count} dots", dot.dots))
    return f"{detailed(inline(say(dot.text)), inline(say(dot.detail)))} – {given}"


def _buttons(block: Buttons, say: Speaker) -> str:
    return ""  # there is nothing to press in a record


def _tally(block: Tally, say: Speaker) -> str:
    if not block.items:
        return bold(inline(say(block.label)))
    head = [inline(say(block.label)), inline(say(_("Count")))]
    rows = [[detailed(inline(say(bar.text)), inline(say(bar.detail))), _of(bar.count, block.total, say)] for bar in block.items]
    return table([head, *rows])


def _progress(block: Progress, say: Speaker) -> str:
    return labelled(inline(say(block.label)), _of(block.done, block.of, say))


def _phases(block: Phases, say: Speaker) -> str:
    return " → ".join(bold(inline(say(one.text))) if one.id == block.now else inline(say(one.text)) for one in block.items)


def _graph(block: Graph, say: Speaker) -> str:
    """A map as a list, from its topic inwards; where the record has a picture of it, that comes from `pictures`."""
    children: dict[str, list[Any]] = {}
    known = {node.id for node in block.items}
    for node in block.items:
        children.setdefault(node.parent if node.parent in known and node.parent != node.id else "", []).append(node)

    def entries(parent: str) -> tuple[Entry, ...]:
        return tuple(Entry(one.id, one.text, one.count, detail=one.detail, items=entries(one.id)) for one in children.pop(parent, ()))

    return spaced([_nested(entries(""), say), _links(block, say)])


def _links(block: Graph, say: Speaker) -> str:
    """The relations of a map, each in a line."""
    names = {node.id: say(node.text) for node in block.items}
    known = (one for one in block.links if one.source in names and one.target in names)
    parts = ((names[one.source], say(one.text), names[one.target]) for one in known)
    return bullets(inline(" — ".join(part for part in three if part)) for three in parts)


def _outline(block: Outline, say: Speaker) -> str:
    return spaced([bold(inline(say(block.label))), _nested(block.items, say)])


def _nested(entries: Sequence[Entry], say: Speaker) -> str:
    return bullets(_entry(one, say) for one in entries)


def _entry(entry: Entry, say: Speaker) -> str:
    said = detailed(inline(say(entry.text)), inline(say(entry.detail))) + counted(entry.count)
    return f"{said}\n{_nested(entry.items, say)}" if entry.items else said


def _board(block: Board, say: Speaker) -> str:
    columns = ((bold(inline(say(one.text))), bullets(_card(card, say) for card in one.items)) for one in block.items)
    return bullets(f"{title}\n{cards}" if cards else title for title, cards in columns)


def _cloud(block: Cloud, say: Speaker) -> str:
    if not block.items:
        return paragraph(say(block.empty))
    return ", ".join(f"{inline(word.text)}{counted(word.count)}" for word in block.items)


def _round(block: Round, say: Speaker) -> str:
    return spaced([bold(inline(say(block.label))), bullets(_turn(one, say) for one in block.items)])


def _turn(turn: Turn, say: Speaker) -> str:
    states: Mapping[str, Message] = {
        "done": _("spoke"),
        "now": _("was speaking"),
        "next": _("was next"),
        "waiting": _("had not spoken yet"),
        "passed": _("passed"),
        "skipped": _("was skipped"),
    }
    return f"{inline(say(turn.who))} – {inline(say(states[turn.state]))}"


def _picture(block: Picture, say: Speaker) -> str:
    alt = inline(say(block.alt or _("A picture")))
    return spaced([f"![{alt}]({file_of(block.picture)})", paragraph(say(block.caption))])


def _timer(block: Timer, say: Speaker) -> str:
    return inline(say(_("Time: {duration}", duration=duration(block.total))))


def _step(block: Step, say: Speaker) -> str:
    place = say(_("Step {number} of {all}", number=block.number, all=block.of))
    return labelled(inline(place), inline(say(block.text)))


def _tables(block: Tables, say: Speaker) -> str:
    nothing = "" if block.items else paragraph(say(block.empty))
    return spaced([bold(inline(say(block.label))), bullets(_table(one, say) for one in block.items), nothing])


def _table(one: Table, say: Speaker) -> str:
    count = say(n_("{count} person", "{count} people", one.count)) if one.count else ""
    facts = ", ".join(fact for fact in (inline(say(one.host)), inline(count), inline(say(one.detail))) if fact)
    title = labelled(inline(say(_("Table {number}", number=one.number))), detailed(inline(say(one.text)), facts))
    return spaced([title, ", ".join(inline(say(person)) for person in one.people)])


def _place(block: Place, say: Speaker) -> str:
    table = inline(say(_("Table {number}", number=block.number)))
    return labelled(inline(say(block.text)), detailed(table, inline(say(block.detail))))


def _questionnaire(block: Questionnaire, say: Speaker) -> str:
    return spaced([bold(inline(say(block.label))), bullets(_ask(one, say) for one in block.items)])


def _ask(one: Ask, say: Speaker) -> str:
    known = {option.id: inline(say(option.text)) for option in one.options}
    given = ", ".join(known.get(id, inline(id)) for id in one.given)
    said = detailed(inline(say(one.text)), inline(say(one.detail)))
    return spaced([f"{said} – {given}" if given else said, bullets(_option(option, say) for option in one.options)])


def _radar(block: Radar, say: Speaker) -> str:
    """The means as a table: each with an earlier one where that is known, and how many gave each number."""
    earlier = any(one.earlier for one in block.items)
    numbers = [str(number + 1) for number in range(max((len(one.spread) for one in block.items), default=0))]
    means = [inline(say(block.before)), inline(say(block.now or _("Mean")))] if earlier else [inline(say(block.now or _("Mean")))]
    rows = [[inline(say(block.label)), *means, *numbers]]
    for one in block.items:
        figures = [one.earlier, one.mean] if earlier else [one.mean]
        counts = [str(count) for count in one.spread] or [""] * len(numbers)
        rows.append([_spoke(one, say), *(decimal(each, say.language, 2) if each else "–" for each in figures), *counts])
    return table(rows)


def _spoke(one: Spoke, say: Speaker) -> str:
    return detailed(labelled(inline(say(one.name)), inline(say(one.text))), inline(say(one.detail)))


def _of(count: int, total: int, say: Speaker) -> str:
    return say(_("{count} of {total}", count=count, total=total)) if total else str(count)


WRITERS: Final[Mapping[str, Callable[[Any, Speaker], str]]] = {
    "heading": _heading,
    "text": _text,
    "wording": _wording,
    "cards": _cards,
    "form": _form,
    "choices": _choices,
    "dots": _dots,
    "buttons": _buttons,
    "tally": _tally,
    "progress": _progress,
    "phases": _phases,
    "graph": _graph,
    "outline": _outline,
    "board": _board,
    "cloud": _cloud,
    "round": _round,
    "picture": _picture,
    "timer": _timer,
    "step": _step,
    "tables": _tables,
    "place": _place,
    "questionnaire": _questionnaire,
    "radar": _radar,
}
