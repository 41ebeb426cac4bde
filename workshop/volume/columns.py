"""The columns of the tables: what stands in each, of which type, in which unit."""

from typing import Final

from workshop.language import _
from workshop.volume.table import Column

REF: Final = Column(
    "ref",
    "ref",
    _("Its name in the whole process: the code of its workshop, and its own; process/7 is the seventh that came in otherwise."),
)
SESSION: Final = Column("session", "ref", _("The code of the workshop that it comes from, or “process” for what came in otherwise."))
ORIGIN: Final = Column("origin", "text", _("The step of the workshop, or the file and its row."))
TEXT: Final = Column("text", "text", _("The text as it was written, or worded in common."))
IN_LOG: Final = Column(
    "log", "file", _("The log in which this text stands (log/….jsonl); empty where it was put together from several lines.")
)
SEQ: Final = Column("seq", "number", _("The event of that log in which it stands first; 0 for none."), _("number of an event"))
SUPPORT: Final = Column("support", "number", _("How many points or voices it got."), _("voices"))
COUNT: Final = Column("contributions", "number", _("How many contributions it comes from."), _("contributions"))
MARK: Final = Column("mark", "text", _("Its short name in this folder, such as D1 or C1."))
DUE: Final = Column("day", "day", _("When it is due or looked at again; empty when no day is set, or when it is settled."))
LOOKED: Final = Column("looked_on", "day", _("When somebody last looked at how it stands."))
NOTE: Final = Column("note", "text", _("What was noted then."))
HELD: Final = (REF, SESSION, ORIGIN, TEXT)
PROOF: Final = (IN_LOG, SEQ)

SESSIONS: Final = (
    Column("number", "number", _("Its place among the sessions."), _("place")),
    Column("code", "ref", _("The code of the workshop.")),
    Column("title", "text", _("Its title.")),
    Column("phase", "ref", _("The phase of the process that it belongs to.")),
    Column("state", "choice", _("planned, open or closed.")),
    Column("day", "day", _("When it was held; empty where it was not yet.")),
    Column("start", "time", _("When its room was opened, in the time zone of the process.")),
    Column("end", "time", _("When it was closed, or the last thing happened.")),
    Column("place", "text", _("Where it was held.")),
    Column("people", "number", _("How many people came in; “<5” for fewer than five."), _("people")),
    Column("took_part", "number", _("How many of them took part in a step; “<5” for fewer than five."), _("people")),
    Column("contributions", "number", _("How many contributions were written in it."), _("contributions")),
    Column("events", "number", _("How many events its log has."), _("events")),
    Column("head", "digest", _("The fingerprint of its log: the digest of its last event.")),
    Column("folder", "file", _("The folder with its record.")),
)
CONTRIBUTIONS: Final = (
    *HELD,
    Column("kind", "choice", _("idea, wording, note or question.")),
    Column("day", "day", _("When it was written, or else came in.")),
    SUPPORT,
    Column("state", "choice", _("What became of it: taken_up, not_now, not_possible, answered, grouped or open.")),
    Column("decisions", "refs", _("The decisions that it led to, with a space between them.")),
    Column("commitments", "refs", _("The promises that it led to, with a space between them.")),
    Column("groups", "refs", _("The groups that it is in, with a space between them.")),
    Column("answer", "ref", _("The row of answers that answers it: its own ref, or that of its group.")),
    Column("answer_text", "text", _("What was answered.")),
    Column("facts", "json", _("What else is known of it, as a JSON object.")),
    *PROOF,
)
ANSWERS: Final = (
    REF,
    Column("standing", "choice", _("How it was answered: taken_up, not_now, not_possible or answered.")),
    Column("text", "text", _("What was answered.")),
    Column("decision", "ref", _("The decision that took it up, where one did.")),
    Column("day", "day", _("When it was answered.")),
)
GROUPS: Final = (*HELD, SUPPORT, Column("contributions", "number", _("How many contributions are in it."), _("contributions")), *PROOF)
DECISIONS: Final = (
    MARK, *HELD,
    Column("outcome", "choice", _("How the decision ended, as its method says it.")),
    Column("responsible", "text", _("Who is responsible, as it was written.")),
    Column("criteria", "text", _("How it will be seen whether it works.")),
    Column("review_date", "day", _("The review date that was set when it was decided.")),
    Column("term", "text", _("Until when it holds.")),
    Column("status", "choice", _("How it stands: kept, to_change or ended; empty while nobody looked.")),
    DUE, LOOKED, NOTE, COUNT, *PROOF,
)  # fmt: skip
COMMITMENTS: Final = (
    MARK, *HELD,
    Column("who", "text", _("Who promised it, as it was written: a body, or a name.")),
    Column("side", "choice", _("citizens, institution or both.")),
    Column("by", "day", _("By when it was promised.")),
    Column("seen", "text", _("How it will be seen.")),
    Column("confirmed", "choice", _("yes, where whoever promised it confirmed it.")),
    Column("status", "choice", _("How it stands: done, under_way, stuck or dropped; empty while nobody looked.")),
    DUE, LOOKED, NOTE,
    Column("helpers", "number", _("How many said that they help."), _("people")),
    COUNT, *PROOF,
)  # fmt: skip
QUESTIONS: Final = (
    *HELD,
    Column("asks", "text", _("Who is asked.")),
    Column("state", "choice", _("open, promised or answered.")),
    Column("answer", "text", _("What was answered.")),
    Column("by", "day", _("By when an answer was promised.")),
    Column("who", "text", _("Who answered, or promised an answer.")),
    SUPPORT, *PROOF,
)  # fmt: skip
MEASURES: Final = (
    *HELD,
    Column("key", "text", _("The same question has the same key in each session.")),
    Column("preset", "text", _("The questionnaire that it belongs to.")),
    Column("scale", "text", _("The scale, as in 1-5; empty for a choice.")),
    Column("answers", "number", _("How many answered; “<5” for fewer than five."), _("people")),
    Column("mean", "number", _("The mean of the answers; empty where fewer than five answered."), _("steps of the scale")),
    Column("spread", "text", _("How many chose each step or option; “<5” for fewer than five."), _("people")),
    Column("choices", "text", _("The options of a choice.")),
    Column("day", "day", _("When it was measured.")),
    *PROOF,
)
FIGURES: Final = (
    Column("key", "text", _("The name of the figure.")),
    Column("value", "number", _("The figure; empty where there is nothing to compute, or where it would speak of fewer than five people.")),
    Column("unit", "choice", _("“%” for a share; empty for a count, a mean or days.")),
    Column("label", "text", _("What it is.")),
    Column("how", "text", _("How it is computed from the other tables.")),
)
