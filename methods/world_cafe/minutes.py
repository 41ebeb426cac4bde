"""The record of a World Café: who could meet whom, what was written and carried on at each table, what was heard across them."""

from collections.abc import Sequence

from methods.world_cafe.cards import heard
from methods.world_cafe.cloth import in_the_record
from methods.world_cafe.figures import ever_seated, figures, others_met
from methods.world_cafe.state import PAPER, Note, State, called, color_of, question_of
from workshop.blocks import Block, Card, Cards, Heading, Table, Tables, Text
from workshop.language import Words, _, n_
from workshop.seating import verdict


def record(state: State) -> Sequence[Block]:
    """The minutes."""
    heading = Heading(id="question", text=question_of(state.settings, 1) or _("World Café"))
    if not state.played:
        return (heading, Text(id="none", text=_("Nobody talked at a table.")))
    return (
        heading,
        *_questions(state),
        *_people(state),
        *_meetings(state),
        *_seats(state),
        *(block for table in range(1, state.count + 1) for block in _table(state, table)),
        *_harvest(state),
    )


def _questions(state: State) -> Sequence[Block]:
    """The questions of the rounds after the first, where they have their own."""
    asked = [(round, question_of(state.settings, round)) for round in range(1, state.played + 1)]
    if len({question for _round, question in asked}) < 2:
        return ()
    cards = tuple(Card(f"q{round}", question, above=_("Round {round}", round=round)) for round, question in asked)
    return (Cards(id="questions", items=cards, label=_("The questions"), layout="list"),)


def _people(state: State) -> Sequence[Block]:
    people = n_("{count} person", "{count} people", len(list(ever_seated(state, state.played))))
    tables = n_("{count} table", "{count} tables", len({table for one in state.rounds[: state.played] for table in one.tables}))
    text = n_(
        "{people} talked at {tables}, in {count} round.",
        "{people} talked at {tables}, in {count} rounds.",
        state.played,
        people=people,
        tables=tables,
    )
    written = [note for note in state.notes if not note.withdrawn]
    hidden, paper = sum(note.hidden for note in written), sum(note.by == PAPER and not note.hidden for note in written)
    lines: list[Block] = [
        Text(id="people", text=text),
        Text(id="count", text=n_("{count} note was written.", "{count} notes were written.", len(written) - hidden)),
    ]
    if paper:
        lines.append(Text(id="paper", text=n_("{count} of them came on paper.", "{count} of them came on paper.", paper)))
    if hidden:
        lines.append(Text(id="hidden", text=n_("{count} note was hidden.", "{count} notes were hidden.", hidden)))
    return lines


def _meetings(state: State) -> Sequence[Block]:
    """How many met, and how well it was mixed."""
    found = figures(state, played=True)
    met = n_("Of {pairs} pairs, {count} sat at a table together.", "Of {pairs} pairs, {count} sat at a table together.", found.pairs_met,
             pairs=found.pairs)  # fmt: skip
    least, most = others_met(state, state.played)
    each = _("Everybody could meet {least} to {most} others.", least=least, most=most)
    lines: list[Block] = [Text(id="met", text=met), Text(id="each", text=each), Text(id="verdict", text=verdict(found))]
    if found.mixing and state.settings.mix:
        share = f"{round(100 * found.mixing[0])}\u00a0%"
        lines.append(Text(id="mixing", text=_("{what}: mixed to {share} of what is possible.", what=state.settings.mix, share=share)))
    return lines


def _seats(state: State) -> Sequence[Block]:
    """Who sat where; by name only where the settings ask for names."""
    if not state.settings.names_in_record:
        return ()
    return tuple(
        Tables(id=f"seats-{number}", items=_tables(state, number), label=_("Round {round}", round=number))
        for number in range(1, state.played + 1)
    )


def _tables(state: State, round: int) -> tuple[Table, ...]:
    seats = state.rounds[round - 1].tables
    return tuple(
        Table(f"t{table}", table, color_of(table), people=tuple(called(state, one) for one in seats[table]), count=len(seats[table]))
        for table in sorted(seats)
    )


def _table(state: State, table: int) -> Sequence[Block]:
    """What was written at a table, round by round, with what it carried on marked."""
    found: list[Block] = []
    for round in range(1, state.played + 1):
        cards = tuple(_card(note) for note in state.notes.under_label(("at", table, round)))
        if cards:
            found.append(Cards(id=f"t{table}-{round}", items=cards, label=_("Round {round}", round=round), total=len(cards), layout="list"))
    found += in_the_record(state, table)
    return (Heading(id=f"t{table}", text=_("Table {table}", table=table)), *found) if found else ()


def _card(note: Note) -> Card:
    above: Words = _("Carried on") if note.carried else ""
    return Card(note.id, note.text, above, _("On paper") if note.by == PAPER else "")


def _harvest(state: State) -> Sequence[Block]:
    cards = tuple(Card(one.id, one.text, detail=heard(one)) for one in state.patterns.all_shown())
    if not cards:
        return ()
    return (Heading(id="harvest", text=_("Harvest")), Cards(id="patterns", items=cards, label=_("Heard across the tables"), layout="list"))
