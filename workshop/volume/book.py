"""All that the files of a process are written from: its dossier, its logs as they may leave the house, its language and its time."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from workshop.dossier.dossier import Dossier, dossier_of
from workshop.dossier.meeting import meeting_of
from workshop.dossier.things import Thing
from workshop.language import Speaker, Words
from workshop.messages import Entry
from workshop.process.history import fold
from workshop.process.vocabulary import OWN
from workshop.record.escape import inline
from workshop.record.events import withheld
from workshop.record.proceedings import Methods, Proceedings, proceedings_of
from workshop.record.times import Calendar, calendar_of_zone
from workshop.volume.names import COMMITMENTS, CONTRIBUTIONS, DECISIONS, anchor, folders_of
from workshop.volume.places import places_of

SayIn = Callable[[str], Speaker]
Logs = Mapping[str, Sequence[Entry]]


@dataclass(frozen=True, slots=True)
class Book:
    """What a process has to tell. `logs` go by the codes of workshops, and "process"; `told` is what the log of each workshop tells;
    `folders` are those of the workshops; `seqs` has the line in which the text of each thing stands; `marks` the short names of
    decisions (D1) and commitments (C1).
    """

    dossier: Dossier
    logs: Logs
    told: Mapping[str, Proceedings]
    titles: Mapping[str, str]
    folders: Mapping[str, str]
    seqs: Mapping[str, int]
    marks: Mapping[str, str]
    calendar: Calendar
    say: Speaker

    def origin(self, thing: Thing) -> str:
        """Where a thing comes from, in words: the workshop and its step, or the file and its row."""
        return ", ".join(filter(None, (self.titles.get(thing.home, ""), thing.origin)))

    def link(self, ref: str) -> str:
        """Where a thing stands in the folder; "" where it stands nowhere."""
        mark = self.marks.get(ref, "")
        if mark:
            return f"{DECISIONS if mark.startswith('D') else COMMITMENTS}#{mark.lower()}"
        return f"{CONTRIBUTIONS}#{anchor(ref)}" if ref in self.dossier.fates else ""

    def day(self, ms: int) -> str:
        """A day as people say it."""
        return self.said(self.calendar.day(ms))

    def title(self, level: int, words: Words) -> str:
        """A heading."""
        return f"{'#' * level} {inline(self.say(words))}"

    def pointer(self, words: Words, to: str) -> str:
        """A link to another file."""
        return f"[{inline(self.say(words))}]({to})"

    def said(self, words: Words) -> str:
        """Words in the language of the process."""
        return self.say(words)


def book_of(own: Sequence[Entry], workshops: Logs, methods: Methods, say_in: SayIn) -> Book:
    """Reads the logs. `workshops` are those of the process by their codes; what is no part of it is left aside."""
    process = fold(own)
    logs = {code: withheld(workshops[code], methods) for code in process.workshops if code in workshops}
    told = {code: proceedings_of(entries, methods) for code, entries in logs.items()}
    dossier = dossier_of(process, [meeting_of(entries, methods, told[code]) for code, entries in logs.items()])
    calendar = calendar_of_zone(process.about.timezone)
    say = replace(say_in(process.language), hours=calendar.moment)
    marks = {one.thing.ref: f"D{place}" for place, one in enumerate(dossier.decisions, start=1)}
    marks |= {one.thing.ref: f"C{place}" for place, one in enumerate(dossier.commitments, start=1)}
    whole: Logs = {OWN: own, **logs}
    titles = {one.code: one.title for one in dossier.meetings}
    seqs = places_of(dossier.things.values(), whole)
    return Book(dossier, whole, told, titles, folders_of(dossier.meetings), seqs, marks, calendar, say)
