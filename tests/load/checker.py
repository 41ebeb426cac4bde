"""Whether what was promised holds: a recorded history against the log, the log against itself, its fold against every screen.

Each function returns what it found to be wrong, as `Finding`s; an empty list says that the promise was kept.
"""

import tempfile
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from tests.load.history import History, Shown
from workshop.audience import Seat
from workshop.blocks import encode
from workshop.chain import START, link, payload_digest
from workshop.language import Speaker
from workshop.messages import Entry
from workshop.record.folder import folder_of, write_folder
from workshop.record.verify import verify
from workshop.session.history import fold
from workshop.session.screen import screen_of
from workshop.session.state import Methods, Session

Json = Any
SayIn = Callable[[str], Speaker]


@dataclass(frozen=True, slots=True)
class Finding:
    """A broken promise: its kind ("lost", "doubled", "gap", …), and where."""

    kind: str
    what: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.what}"


def check_history(history: History, entries: Sequence[Entry]) -> list[Finding]:
    """What was acknowledged is in the log, as it was said, once; what was refused is not; nothing is there that nobody said."""
    logged = {entry.id: entry for entry in entries}
    findings = []
    for deed in history.deeds.values():
        entry = logged.get(deed.id)
        if deed.seq is not None and entry is None:
            findings.append(Finding("lost", f"phone {deed.phone} was told that {deed.text!r} is at {deed.seq}"))
        elif deed.seq is not None and entry is not None and entry.seq != deed.seq:
            findings.append(Finding("moved", f"{deed.text!r} was acknowledged at {deed.seq} and stands at {entry.seq}"))
        elif deed.refusal and entry is not None:
            findings.append(Finding("refused but done", f"{deed.text!r} was refused ({deed.refusal}) and stands at {entry.seq}"))
        if entry is not None and (entry.actor, (entry.payload or {}).get("text")) != (deed.person, deed.text):
            findings.append(Finding("changed", f"{deed.text!r} of {deed.person} stands at {entry.seq} as {entry.payload} of {entry.actor}"))
    said = Counter(deed.text for deed in history.deeds.values())
    added = [entry for entry in entries if entry.type == "Added" and entry.actor not in history.others]
    found = Counter(str((entry.payload or {}).get("text")) for entry in added)
    findings += [Finding("doubled", f"{text!r} stands {count} times in the log") for text, count in found.items() if count > said[text] > 0]
    findings += [Finding("invented", f"nobody said {text!r}") for text in found if text not in said]
    return findings


def check_log(entries: Sequence[Entry]) -> list[Finding]:
    """One row for each id, a seq without gaps, and a chain that holds."""
    findings = []
    ids = Counter(entry.id for entry in entries)
    findings += [Finding("doubled", f"the id {id} stands {count} times in the log") for id, count in ids.items() if count > 1]
    before = START
    for place, entry in enumerate(entries, start=1):
        if entry.seq != place:
            findings.append(Finding("gap", f"where event {place} should stand is {entry.seq}"))
            break
        if link(before, entry) != entry.digest:
            findings.append(Finding("chain", f"the digest of event {entry.seq} does not follow from the one before it"))
        if entry.payload is not None and payload_digest(entry.salt, entry.payload) != entry.payload_digest:
            findings.append(Finding("chain", f"the payload of event {entry.seq} is not the one that was logged"))
        before = entry.digest
    return findings


def check_screens(history: History, entries: Sequence[Entry], methods: Methods, say_in: SayIn) -> list[Finding]:
    """Every phone shows what the fold of the log gives for its person and language."""
    session, rooms = fold(methods, entries), dict[str, Json]()
    findings = []
    for shown in history.shown:
        say = say_in(shown.language)
        if shown.language not in rooms:
            rooms[shown.language] = screen(methods, session, Seat("room", shown.language), say)
        mine = screen(methods, session, Seat("person", shown.language, shown.person), say)
        findings += _differences(shown, "shared", rooms[shown.language], shown.shared)
        findings += _differences(shown, "own", mine, shown.mine)
    return findings


def screen(methods: Methods, session: Session, seat: Seat, say: Speaker) -> dict[str, Json]:
    """What a fold shows at a seat, as it would arrive there."""
    viewer = seat.viewer(len(session.present))
    blocks: dict[str, Json] = orjson.loads(orjson.dumps(encode(screen_of(methods, session, viewer), say)))
    return blocks


def check_export(files: Mapping[str, bytes], entries: Sequence[Entry], methods: Methods, say_in: SayIn) -> list[Finding]:
    """The record that the server gave is the one that the fold gives, and it proves itself."""
    wanted = folder_of(entries, methods, say_in)
    findings = [Finding("export", f"{name} is not what the log gives") for name in sorted(wanted) if files.get(name) != wanted[name]]
    findings += [Finding("export", f"{name} should not be there") for name in sorted(files) if name not in wanted]
    with tempfile.TemporaryDirectory() as folder:
        write_folder(files, Path(folder))
        return findings + [Finding("export", str(problem)) for problem in verify(Path(folder), methods, say_in)]


def _differences(shown: Shown, part: str, wanted: Mapping[str, Json], found: Mapping[str, Json]) -> list[Finding]:
    wrong = [id for id in sorted(wanted.keys() | found.keys()) if wanted.get(id) != found.get(id)]
    return [Finding("stale", f"phone {shown.phone}, {part} block {id!r}: {_apart(found.get(id), wanted.get(id))}") for id in wrong]


def _apart(found: Json, wanted: Json) -> str:
    """The fields in which two blocks differ, as it is and as it should be."""
    if not isinstance(found, dict) or not isinstance(wanted, dict):
        return "it is missing" if found is None else "it should not be there"
    fields = [name for name in sorted(found.keys() | wanted.keys()) if found.get(name) != wanted.get(name)]
    return "; ".join(f"{name} is {str(found.get(name))[:80]}, not {str(wanted.get(name))[:80]}" for name in fields)
