"""What the record says of a round of speakers, and what goes on to the next step."""

from collections.abc import Sequence

from methods.circle.state import Note, State, notes_of, questions_of
from workshop import circle
from workshop.blocks import Block, Card, Cards, Heading, Text
from workshop.language import _, n_
from workshop.method import Item


def record(state: State) -> Sequence[Block]:
    """Round by round: the question, who spoke (names only where they were shown), what was noted."""
    questions = questions_of(state.settings)
    if not state.rounds:
        return (Heading(id="question", text=questions[0]), Text(id="none", text=_("The round was not held.")))
    found: list[Block] = []
    for place, (question, held) in enumerate(zip(questions, state.rounds, strict=False), start=1):
        found.append(Heading(id=f"question-{place}", text=question))
        found += circle.minutes(held, state.settings.show_names, id=f"speakers-{place}")
        cards = tuple(_card(state, held, note) for note in notes_of(state, place))
        found += [Cards(id=f"notes-{place}", items=cards, label=_("What was said"), total=len(cards))] if cards else []
    hidden = sum(note.hidden and not note.withdrawn for note in state.notes)
    if hidden:
        found.append(Text(id="hidden", text=n_("{count} note was hidden.", "{count} notes were hidden.", hidden)))
    return found


def _card(state: State, held: circle.Circle, note: Note) -> Card:
    return Card(note.id, note.text, above=circle.who(held, note.by, True) if state.settings.show_names else "")


def results(state: State) -> Sequence[Item]:
    """What was noted, round by round, as ideas."""
    return [Item(note.id, "idea", note.text) for place in range(1, len(state.rounds) + 1) for note in notes_of(state, place)]
