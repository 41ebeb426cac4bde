"""What one person said in a workshop, in their own words, and what became of each thing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from workshop.dossier.dossier import Dossier
from workshop.dossier.meeting import Methods
from workshop.dossier.refs import ref_in
from workshop.dossier.things import WRITTEN
from workshop.dossier.told import Told, became
from workshop.erasure import Ledger, ledger_of
from workshop.erasure.ledger import ID
from workshop.erasure.places import strings_in
from workshop.messages import Entry, derived_id
from workshop.record.events import held_by, withheld
from workshop.session.history import taken_back

MACHINE_MADE: Final = frozenset({"status", "measure"})


@dataclass(frozen=True, slots=True)
class Said:
    """A thing that somebody wrote: its words, when (ms since 1970), the title of the step, its ref, and what became of it.

    What no step yields (a word to check in with, an argument) has neither ref nor fate: it stands in the record.
    """

    text: str
    at: int
    step: str
    ref: str = ""
    kind: str = ""
    became: tuple[Told, ...] = ()


def said_by(entries: Sequence[Entry], methods: Methods, person: str, dossiers: Sequence[Dossier]) -> tuple[Said, ...]:
    """Everything that a person wrote in the workshop of this log, in the order in which it came; secret ballots are not among it.

    The first of the dossiers is that of the workshop's process (of the workshop itself, where it belongs to none).
    """
    log = withheld(entries, methods)
    back = taken_back(log)
    own = [entry for entry in log if entry.actor == person and entry.activity and entry.payload and entry.seq not in back]
    if not own:
        return ()
    code = str((log[0].payload or {}).get("code", ""))
    things = [_thing(dossiers, ref) for ref in _made(code, own, dossiers[0])]
    ledger = ledger_of(code, log, methods, held_by(log))
    others = _others(ledger, own, code, {one.ref for one in things}, {one.text for one in things}, _titles(dossiers[0], code))
    return tuple(sorted((*things, *others), key=lambda one: one.at))


def _made(code: str, own: Iterable[Entry], dossier: Dossier) -> Iterable[str]:
    """The refs of what a step yields that these lines made."""
    made = dict.fromkeys(ref_in(code, derived_id(code, entry.id.partition("/")[0])) for entry in own)
    found: dict[str, str] = {}
    for thing in (dossier.things[ref] for ref in made if ref in dossier.things):
        if thing.kind not in MACHINE_MADE:  # a copy of one's own words, such as one idea out of a card, is said once
            found.setdefault(thing.text, thing.ref)
    return found.values()


def _thing(dossiers: Sequence[Dossier], ref: str) -> Said:
    thing = dossiers[0].things[ref]
    told = became(dossiers, ref)
    if thing.kind not in WRITTEN:  # a concern, a nomination: that nothing came of it means nothing
        told = tuple(one for one in told if one.kind != "open")
    return Said(thing.text, thing.at, thing.origin, ref, thing.kind, told)


def _others(ledger: Ledger, own: Iterable[Entry], code: str, refs: set[str], texts: set[str], titles: dict[str, str]) -> Iterable[Said]:
    """What yields nothing: of several versions of the same thing the last one."""
    last: dict[Any, Said] = {}
    for entry in own:
        made = derived_id(code, entry.id.partition("/")[0])
        text = "\n".join(dict.fromkeys(word for word in ledger.words(entry) if word not in texts))
        if text and ref_in(code, made) not in refs:
            about = tuple(one for one in strings_in(entry.payload) if ID.fullmatch(one))
            last[entry.activity, entry.type, about] = Said(text, entry.at, titles.get(entry.activity or "", ""))
    return last.values()


def _titles(dossier: Dossier, code: str) -> dict[str, str]:
    meeting = dossier.meeting(code)
    return {stage.id: stage.title for stage in meeting.stages} if meeting else {}
