"""What people wrote goes when its time is over: their own lines, and what was handed on of them.

What the room decided or promised stays, whoever wrote it down, and so does what facilitators and staff wrote: that is the record.
"""

from collections.abc import Collection, Iterable, Mapping

from workshop.erasure.finder import without_words
from workshop.erasure.gone import gone_of
from workshop.erasure.ledger import Ledger
from workshop.erasure.places import Mend, Mending, mended
from workshop.messages import Entry
from workshop.method import Item
from workshop.redacted import GONE, resalted
from workshop.session.state import HOST, SYSTEM


def participants(ledger: Ledger) -> frozenset[str]:
    """Everybody who did something in a workshop and is no facilitator."""
    return frozenset(one.actor for one in ledger.entries if not one.actor.startswith(HOST) and one.actor != SYSTEM)


def made_in(ledgers: Iterable[Ledger]) -> frozenset[str]:
    """The ids of what participants made in some workshops, as their own workshop calls them and as another one does."""
    made = [(one.code, gone_of(one, participants(one)).things) for one in ledgers]
    return frozenset(name for code, things in made for thing in things for name in (thing, f"{code}/{thing}"))


def expired(ledger: Ledger, made: Collection[str], kept: Collection[str]) -> list[Entry]:
    """The lines that change, without words but those that are `kept`: the texts of decisions and of what was promised."""
    people = participants(ledger)

    def of_record(cls: type, value: Mapping[str, object]) -> Mend | None:
        theirs = cls is Item and value.get("id") in made
        return (lambda text: GONE if text == value.get("text") and text not in kept else text) if theirs else None

    changed = []
    for entry in ledger.entries:
        if entry.payload is None:
            continue
        if entry.actor in people:
            after = without_words(ledger, entry, kept)
        else:
            payload = mended(ledger.place(entry), entry.payload, Mending(str, of_record=of_record))
            after = entry if payload == entry.payload else resalted(entry, payload)
        if after is not entry:
            changed.append(after)
    return changed
