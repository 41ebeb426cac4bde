"""The log of a process, written without a database, and that of a workshop that was rehearsed."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from workshop.chain import START, link, payload_digest
from workshop.language import Speaker, speaker
from workshop.live import OWN_LOCALE
from workshop.messages import Entry, write
from workshop.process.events import Answered, Contributed, Founded, Marked, Noted, SessionAdded
from workshop.process.vocabulary import About, Phase
from workshop.record.events import entries_of
from workshop.registry import discover
from workshop.volume.volume import Files, volume_of

RECORD = Path(__file__).parents[2] / "examples" / "records" / "ideas-to-consent" / "events.jsonl"
METHODS = discover().methods
WORKSHOP = entries_of(RECORD.read_bytes())
CODE = str((WORKSHOP[0].payload or {})["code"])
PHASES = (Phase("know", "Know"), Phase("agree", "Agree"))
ABOUT = About("Our square", "What should it become?", "The old town", "micro", phases=PHASES, timezone="Europe/Brussels")
IDEA = Contributed(1, "=Trees *everywhere*\n\n# and <b>shade</b>", "cards.csv", 2, 7, "2027-01-05", {"street": "North"})


def chained(events: Iterable[object], before: tuple[Entry, ...] = (), at: int = 1_790_000_000_000) -> tuple[Entry, ...]:
    """A log with these events behind those that are there."""
    log = list(before)
    for event in events:
        seq, payload = len(log) + 1, write(event)
        salt = f"{seq:032x}"
        entry = Entry(seq, f"line-{seq}", at + seq * 1000, "h1", None, type(event).__name__, payload, salt, payload_digest(salt, payload))
        log.append(replace(entry, digest=link(log[-1].digest if log else START, entry)))
    return tuple(log)


def told(*more: object, about: About = ABOUT) -> tuple[Entry, ...]:
    """The log of a process with one workshop, a contribution on paper, an answer, and what else happens."""
    cards = (IDEA, Contributed(2, "Nothing at all", "cards.csv", 3))
    answers = (Answered(("process/1",), "not_now", "Not before 2029, because the pipes come first."), Noted("A dry spring."))
    return chained((Founded("PACT22", about), SessionAdded(CODE, "agree"), *cards, *answers, *more))


def say_in(language: str) -> Speaker:
    return speaker(language, (OWN_LOCALE, *sorted({method.locale for method in METHODS.values()})))


def folder(own: tuple[Entry, ...] | None = None) -> Files:
    return volume_of(own or told(), {CODE: WORKSHOP}, METHODS, say_in).files


__all__ = ["ABOUT", "CODE", "IDEA", "METHODS", "PHASES", "WORKSHOP", "Marked", "chained", "folder", "say_in", "told"]
