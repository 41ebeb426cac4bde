"""The figures of a process: first those of the debate, as its page has them; then each count or sum over the tables, and of what."""

from collections.abc import Sequence
from typing import Final

from workshop.dossier.fates import STATES
from workshop.dossier.figures import figures_of as debated
from workshop.language import Message, Words, _
from workshop.process.vocabulary import OF_COMMITMENTS, OWN, STATUSES
from workshop.volume.book import Book
from workshop.volume.contributions import TITLES
from workshop.volume.table import Row, Table, Value

Figure = tuple[str, int, Words, Message]
Told = tuple[str, Value, str, Words, Words]
DEBATE: Final = "debate."


def figures_of(book: Book, tables: Sequence[Table]) -> Sequence[Row]:
    """A row for each figure."""
    rows = {table.name: table.rows for table in tables}
    debate: list[Told] = [(f"{DEBATE}{one.key}", one.value, one.unit, one.label, one.how) for one in debated(book.dossier)]
    found = (*_sessions(rows["sessions"]), *_contributions(rows["contributions"]), *_promises(rows))
    counted: list[Told] = [(key, value, "", label, how) for key, value, label, how in found]
    told: list[Row] = [
        {"key": key, "value": value, "unit": unit, "label": book.said(label), "how": book.said(how)}
        for key, value, unit, label, how in (*debate, *counted)
    ]
    return told


def _sessions(rows: Sequence[Row]) -> Sequence[Figure]:
    held = [row for row in rows if row["state"] != "planned"]
    people = sum(row["people"] for row in rows if isinstance(row["people"], int))
    return (
        ("sessions", len(rows), _("Sessions"), _("Rows of sessions.")),
        ("sessions.held", len(held), _("Sessions that were held"), _("Rows of sessions whose state is not “planned”.")),
        ("attendances", people, _("People who came, over all sessions"),
         _("Sum of people in sessions, without those where fewer than five came. Who came twice counts twice.")),
        ("events", sum(int(row["events"]) for row in rows), _("Events in the logs of the sessions"), _("Sum of events in sessions.")),
    )  # fmt: skip


def _contributions(rows: Sequence[Row]) -> Sequence[Figure]:
    states = [str(row["state"]) for row in rows]
    own = sum(row["session"] == OWN for row in rows)
    how = _("Rows of contributions whose state is the last word of the key.")
    return (
        ("contributions", len(rows), _("Contributions"), _("Rows of contributions.")),
        ("contributions.outside", own, _("Contributions on paper or from a file"),
         _("Rows of contributions that came by paper or by a file: their session is “process”.")),
        *((f"contributions.{state}", states.count(state), _("Contributions: {state}", state=TITLES[state]), how) for state in STATES),
    )  # fmt: skip


def _promises(rows: dict[str, Sequence[Row]]) -> Sequence[Figure]:
    statuses = [str(row["status"]) for row in rows["commitments"]]
    how = _("Rows of commitments whose status is the last word of the key; open where it is empty.")
    answered = sum(row["state"] == "answered" for row in rows["questions"])
    return (
        ("answers", len(rows["answers"]), _("Answers of staff"), _("Rows of answers.")),
        ("groups", len(rows["groups"]), _("Groups of contributions"), _("Rows of groups.")),
        ("decisions", len(rows["decisions"]), _("Decisions"), _("Rows of decisions.")),
        ("commitments", len(rows["commitments"]), _("Commitments"), _("Rows of commitments.")),
        *(
            (f"commitments.{one or 'open'}", statuses.count(one), _("Commitments: {state}", state=STATUSES[one]), how)
            for one in OF_COMMITMENTS
        ),
        ("questions", len(rows["questions"]), _("Questions to officials"), _("Rows of questions.")),
        ("questions.answered", answered, _("Questions that were answered"), _("Rows of questions whose state is “answered”.")),
        ("measures", len(rows["measures"]), _("Measures of surveys"), _("Rows of measures.")),
    )
