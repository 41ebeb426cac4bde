"""Whether an exported record is what its log says, and whether that log is whole: which event, or which line, is not.

The chain can also be checked with Python's standard library alone: see `workshop.chain`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from workshop.chain import START, link
from workshop.messages import Entry
from workshop.record.attachments import file_of, is_whole
from workshop.record.events import BadLine, Secrets, entry_of, held_by, is_secret, planned, secrets_of, split
from workshop.record.folder import EVENTS, RECORD, folder_of, shown_in
from workshop.record.front_matter import field_of, generator
from workshop.record.markdown import SayIn
from workshop.record.proceedings import Methods
from workshop.redacted import proven, vouched


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is not as it should be: in which file, on which line (0: in the whole file), at which event (0: none)."""

    file: str
    line: int
    what: str
    seq: int = 0

    def __str__(self) -> str:
        where = f", line {self.line}" if self.line else ""
        event = f" (event {self.seq})" if self.seq else ""
        return f"{self.file}{where}{event}: {self.what}"


def verify(folder: Path, methods: Methods, say_in: SayIn) -> list[Problem]:
    """Checks the log's chain, then computes every file again from the log and compares. Nothing found: all is well."""
    log, minutes = _content(folder / EVENTS), _content(folder / RECORD)
    if log is None:
        return [Problem(EVENTS, 0, "it is missing")]
    record = (minutes or b"").decode(errors="replace")
    entries, problems = _read(log)
    problems += _chain(entries, methods)
    problems += _end(entries, record) if minutes is not None else []
    problems += _without_method(entries, methods)
    if problems:
        return sorted(problems, key=lambda one: (one.file, one.line))
    log_read = [entry for _line, entry in entries]
    try:
        wanted = folder_of(log_read, methods, say_in)
    except Exception as error:  # a log that no version of this software wrote, whatever its chain says
        return [Problem(RECORD, 0, f"it cannot be computed from the log ({type(error).__name__}: {error})")]
    return [*_compared(wanted, folder, record), *_pictures(log_read, methods, folder)]


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


Lines = Sequence[tuple[int, Entry]]


def _read(file: bytes) -> tuple[Lines, list[Problem]]:
    entries, problems = [], []
    for number, line in enumerate(split(file), start=1):
        try:
            entries.append((number, entry_of(line)))
        except BadLine as error:
            problems.append(Problem(EVENTS, number, f"this line is no event: {error}"))
    if not entries and not problems:
        problems.append(Problem(EVENTS, 0, "it holds no event"))
    return entries, problems


def _chain(lines: Lines, methods: Methods) -> list[Problem]:
    entries = [entry for _line, entry in lines]
    if entries and planned(entries) is None:
        return [Problem(EVENTS, 1, "it does not begin with the event Created", entries[0].seq)]
    secrets, erased = secrets_of(entries, methods), vouched(entries)
    problems: list[Problem] = []
    before, seq, seen = START, 0, set[str]()
    for line, entry in lines:
        wrong = [
            f"event {seq + 1} should stand here: something was left out, added, or put elsewhere" if entry.seq != seq + 1 else "",
            "its digest does not follow from the event before it: it was changed, or what stands before it was"
            if link(before, entry) != entry.digest
            else "",
            f"the id {entry.id} is that of an earlier event" if entry.id in seen else "",
            _payload(entry, secrets, erased),
        ]
        problems += [Problem(EVENTS, line, what, entry.seq) for what in wrong if what]
        before, seq = entry.digest, entry.seq
        seen.add(entry.id)
    return problems


def _payload(entry: Entry, secrets: Secrets, erased: Mapping[int, str]) -> str:
    """What is wrong with the payload of an entry."""
    secret = is_secret(entry, secrets)
    if entry.payload is None and entry.salt:
        return "it has a salt but no payload"
    if entry.payload is None:
        absent = "its payload is missing, though it is not secret and no later line says that it was erased"
        return "" if secret or erased.get(entry.seq) == "" else absent
    if not proven(entry, erased):
        what = "what an erasure left of it" if entry.seq in erased else "the one that was logged"
        return f"its payload is not {what}"
    judged = entry.activity is None or secrets.get(entry.activity) is not None
    return "its payload is secret and should not be here" if secret and judged else ""


def _without_method(lines: Lines, methods: Methods) -> list[Problem]:
    """The steps whose method is not here: their events follow on each other, but what they say cannot be computed again."""
    opened = {entry.activity for _line, entry in lines}
    what = "the method {!r} of the step {!r} is not installed here; install it, then verify again"
    held = held_by([entry for _line, entry in lines])
    return [Problem(EVENTS, 1, what.format(method, step), 1) for step, method in held.items() if step in opened and method not in methods]


def _end(lines: Lines, record: str) -> list[Problem]:
    """Whether the log ends where the record says: a log that was cut off has a chain that holds."""
    last = lines[-1][1] if lines else None
    count, head = field_of(record, "events"), (field_of(record, "head") or "").strip('"')
    line = lines[-1][0] if lines else 0
    if last is None or (str(last.seq) == count and last.digest == head):
        return []
    what = f"the log ends with event {last.seq}, digest {last.digest}; the record says {count or 'nothing'}, {head or 'nothing'}"
    return [Problem(EVENTS, line, f"{what}: one of them was cut off or changed", last.seq)]


def _compared(wanted: dict[str, bytes], folder: Path, record: str) -> list[Problem]:
    """The files that are not what the log gives."""
    made_by = (field_of(record, "generator") or "").strip('"')
    hint = f" (it says that {made_by} made it, this is {generator()})" if made_by != generator() else ""
    problems = []
    for name, content in wanted.items():
        found = _content(folder / name)
        if found is None:
            problems.append(Problem(name, 0, "it is missing"))
        elif found != content:
            problems.append(Problem(name, _differs(content, found), f"it is not what the log gives{hint}"))
    return problems


def _pictures(entries: Sequence[Entry], methods: Methods, folder: Path) -> list[Problem]:
    """The pictures that are not those that the log speaks of."""
    attached = shown_in(entries, methods)
    problems = [Problem(file_of(one), 0, "it was erased, and yet is here") for one in attached.erased if (folder / file_of(one)).exists()]
    for id, sha256 in attached.digests.items():
        found = _content(folder / file_of(id))
        if found is None:
            problems.append(Problem(file_of(id), 0, "it is missing"))
        elif not is_whole(found, sha256):
            problems.append(Problem(file_of(id), 0, "it is not the picture that the log speaks of"))
    return sorted(problems, key=lambda one: one.file)


def _differs(wanted: bytes, found: bytes) -> int:
    """The first line that differs."""
    pairs = zip_longest(wanted.split(b"\n"), found.split(b"\n"))
    return next(number for number, (one, other) in enumerate(pairs, start=1) if one != other)
