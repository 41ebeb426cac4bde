"""The logs of a process as they were when it was published: up to the heads that the log of the process names."""

from collections.abc import Mapping, Sequence

from workshop.dossier.dossier import Dossier, dossier_of
from workshop.dossier.meeting import Methods, meeting_of
from workshop.messages import Entry
from workshop.process.history import fold
from workshop.process.vocabulary import OWN
from workshop.record.events import withheld

Logs = Mapping[str, Sequence[Entry]]


def heads_of(logs: Logs) -> dict[str, str]:
    """The digest of the last line of each log."""
    return {home: entries[-1].digest for home, entries in logs.items() if entries}


def as_published(logs: Logs, heads: Mapping[str, str], methods: Methods) -> Dossier:
    """The dossier as of these heads. Words that were erased since are gone from it: the lines are the present ones.

    What is secret is withheld before anything is computed; a workshop without a head, or whose head is not in its log, is left out.
    """
    own = until(logs.get(OWN, ()), heads.get(OWN, ""))
    process = fold(own)
    found = ((code, until(logs.get(code, ()), heads.get(code, ""))) for code in process.workshops)
    return dossier_of(process, [meeting_of(withheld(entries, methods), methods) for _code, entries in found if entries])


def until(entries: Sequence[Entry], head: str) -> Sequence[Entry]:
    """A log up to the line of this digest; nothing where there is no such line."""
    place = next((place for place, one in enumerate(entries, start=1) if one.digest == head), 0)
    return entries[:place]
