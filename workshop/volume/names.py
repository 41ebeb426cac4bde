"""How the files of a process are called, and the places in them: plain names that every system and every reader of Markdown takes."""

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from workshop.dossier.meeting import Meeting
from workshop.process.vocabulary import OWN
from workshop.record.times import calendar_of_zone

README: Final = "README.md"
DECISIONS: Final = "decisions.md"
COMMITMENTS: Final = "commitments.md"
CONTRIBUTIONS: Final = "contributions.md"
QUESTIONS: Final = "questions.md"
CALENDAR: Final = "calendar.ics"
VERIFIER: Final = "verify.py"
ATTRIBUTES: Final = ".gitattributes"
MANIFEST: Final = "data/manifest.json"
DATA: Final = "data"
LOG: Final = "log"
SESSIONS: Final = "sessions"
LONGEST: Final = 40


def log_of(home: str) -> str:
    """The file of a log: that of a workshop by its code, or of the process itself."""
    return f"{LOG}/{home}.jsonl"


OWN_LOG: Final = log_of(OWN)


def folders_of(meetings: Sequence[Meeting]) -> dict[str, str]:
    """The folder of each workshop by its code, as "sessions/01-2027-03-04-our-square"; one that was not held yet has no day."""
    width = max(2, len(str(len(meetings))))
    return {one.code: f"{SESSIONS}/{_name(one, place, width)}" for place, one in enumerate(meetings, start=1)}


def _name(meeting: Meeting, place: int, width: int) -> str:
    day = calendar_of_zone(meeting.timezone).date(meeting.start) if meeting.held else ""
    return "-".join(filter(None, (f"{place:0{width}}", day, slug(meeting.title) or meeting.code.lower())))


def slug(text: str) -> str:
    """A text as a part of a file's name: small Latin letters, digits and dashes.

    >>> slug("L’été à la place : et après ?")
    'l-ete-a-la-place-et-apres'
    """
    letters = (sign for sign in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(sign))
    return re.sub(r"[^a-z0-9]+", "-", "".join(letters))[:LONGEST].strip("-")


def anchor(ref: str) -> str:
    """The heading under which a contribution stands. It is its own anchor, in every reader of Markdown.

    >>> anchor("K7MQ4X/a1b2")
    'k7mq4x-a1b2'
    """
    return re.sub(r"[^a-z0-9_]+", "-", ref.lower()).strip("-")
