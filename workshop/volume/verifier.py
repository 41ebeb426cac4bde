#!/usr/bin/env python3
"""Checks this folder, with Python (3.9 or newer) and nothing else:  python3 verify.py  [the seal that you noted elsewhere]

It reads the logs (log/*.jsonl), the manifest (data/manifest.json), the tables (data/*.csv, data/*.json) and README.md, and says
what does not fit, a sentence for each; then it ends with 1. When all fits it prints the seal and ends with 0.

1. Each log is a chain. The digest of an event is the SHA-256 of the digest before it (64 zeros before the first) followed by the JSON
   list [seq, id, at, actor, activity, type, payload_digest], without spaces. payload_digest is the SHA-256 of the salt followed by the
   payload as JSON with sorted keys. An event whose content was erased is vouched for by a later event, WordsErased; one whose content is
   secret has neither salt nor payload here, and its payload_digest stands for it.
2. The manifest has the SHA-256 of every file but itself. The seal is the SHA-256 of the manifest: it stands for the whole folder.
3. The tables say the same as CSV and as JSON, agree with each other, and their texts stand in the events that they name.

What it cannot find: a folder in which somebody rewrote everything, this file too, so that it fits. That has another seal, which shows when
the seal was noted elsewhere. And Palabre itself (palabre verify) computes every file from the logs again.
"""

import csv
import hashlib
import io
import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

MANIFEST, OWN, START, FEW = "data/manifest.json", "process", "0" * 64, 5
IGNORED = {".git", ".hg", ".svn", ".obsidian", "__pycache__", ".DS_Store", "Thumbs.db", "desktop.ini"}
FIELDS = {"seq", "id", "at", "actor", "activity", "type", "payload", "salt", "payload_digest", "digest"}
TABLES = ("sessions", "contributions", "answers", "groups", "decisions", "commitments", "questions", "measures", "figures")
STATES = ("taken_up", "not_now", "not_possible", "answered", "grouped", "open")
STATUSES = ("", "under_way", "done", "stuck", "dropped")
LOG_LINE = re.compile(r'  - \{file: "log/(\w+)\.jsonl", events: (\d+), head: "([0-9a-f]{64})", without_content: (\d+)\}')
ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
Json = Any


def canonical(value: Json) -> str:
    """JSON with sorted keys and no spaces."""
    return ENCODER.encode(value)


def sha256(content: bytes) -> str:
    """SHA-256 as 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def check(folder: Path) -> list[str]:
    """Everything that does not fit in a folder, a sentence for each."""
    found: list[str] = []
    try:
        files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if counts(path, folder)}
        contents = {name: path.read_bytes() for name, path in files.items()}
        manifest = _manifest(contents, found)
        logs = {home: _log(home, contents, found) for home in manifest["logs"]}
        _heads(manifest, logs, contents, found)
        if not found:  # what does not fit in the logs would be said again and again
            _tables(logs, contents, found)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        found.append(f"Something cannot be read as it should be ({type(error).__name__}: {error}).")
    return found


def counts(path: Path, folder: Path) -> bool:
    """Whether it is a file of the folder, and not one of git or of the system."""
    return (path.is_symlink() or not path.is_dir()) and not IGNORED.intersection(path.relative_to(folder).parts)


def _manifest(contents: dict[str, bytes], found: list[str]) -> Json:
    """The manifest; every file is compared with it."""
    if MANIFEST not in contents:
        raise ValueError(f"{MANIFEST} is missing")
    text = contents[MANIFEST].decode()
    manifest = json.loads(text)
    if sorted(manifest) != ["files", "logs", "process"] or f"{canonical(manifest)}\n" != text:
        found.append(f"{MANIFEST} is not written as it should be: it was changed.")
    listed = manifest["files"]
    found += [f"{name} is missing." for name in sorted({*listed} - {*contents})]
    found += [f"{name} is not in the manifest: it was added." for name in sorted({*contents} - {*listed} - {MANIFEST})]
    differ = (name for name in sorted({*listed} & {*contents}) if sha256(contents[name]) != listed[name])
    found += [f"{name} is not the file that the manifest speaks of: one of them was changed." for name in differ]
    there = {name[4:-6] for name in listed if name.startswith("log/")}
    if there != {*manifest["logs"]} or OWN not in there:
        found.append(f"{MANIFEST} does not list the logs that it has files of.")
    return manifest


def _log(home: str, contents: dict[str, bytes], found: list[str]) -> list[Json]:
    """The events of a log; each line is compared with what its chain asks for."""
    name, events = f"log/{home}.jsonl", []
    *lines, rest = contents.get(name, b"").split(b"\n")
    if rest:
        found.append(f"{name}: its last line is cut off.")
    before, ids = START, set()
    for number, line in enumerate(lines, start=1):
        event = json.loads(line)
        if {*event} != FIELDS or canonical(event).encode() != line:
            found.append(f"{name}, line {number}: it is not written as it should be.")
        if event["seq"] != number:
            found.append(f"{name}, line {number}: event {number} should stand here, not {event['seq']}: one was left out, added or moved.")
        if event["id"] in ids:
            found.append(f"{name}, line {number}: an earlier event has the id {event['id']}.")
        linked = [event[key] for key in ("seq", "id", "at", "actor", "activity", "type", "payload_digest")]
        if sha256((before + canonical(linked)).encode()) != event["digest"]:
            found.append(f"{name}, line {number}: its digest does not follow from the event before it: something was changed.")
        before = event["digest"]
        ids.add(event["id"])
        events.append(event)
    _payloads(name, events, found)
    return events


def _payloads(name: str, events: list[Json], found: list[str]) -> None:
    """Whether each content is the one that was logged, or what an erasure left of it."""
    left: dict[int, str] = {}
    for event in events:
        if event["type"] == "WordsErased" and event["activity"] is None and event["payload"]:
            left |= {line["seq"]: line["digest"] for line in event["payload"]["lines"] if line["seq"] < event["seq"]}
    for event in events:
        payload, salt = event["payload"], event["salt"]
        digest = "" if payload is None else sha256((salt + canonical(payload)).encode())
        withheld = payload is None and not salt and event["activity"] is not None
        if not withheld and (digest != left.get(event["seq"], event["payload_digest"]) or (payload is None and salt)):
            found.append(f"{name}, line {event['seq']}: its content is not the one that was logged.")


def _heads(manifest: Json, logs: dict[str, list[Json]], contents: dict[str, bytes], found: list[str]) -> None:
    """Whether the logs end where the manifest and README.md say."""
    said = {home: (int(events), head, int(empty)) for home, events, head, empty in LOG_LINE.findall(_front(contents["README.md"]))}
    if {*said} != {*logs}:
        found.append("README.md does not list the logs of this folder.")
    for home, events in logs.items():
        head = events[-1]["digest"] if events else START
        empty = sum(event["payload"] is None for event in events)
        if manifest["logs"][home] != {"events": len(events), "head": head}:
            found.append(f"log/{home}.jsonl does not end where the manifest says: one of them was cut off or changed.")
        if said.get(home) != (len(events), head, empty):
            found.append(f"log/{home}.jsonl does not end where README.md says: one of them was cut off or changed.")


def _front(page: bytes) -> str:
    """What stands between the first two lines of dashes."""
    return page.decode().split("\n---\n")[0]


def _field(page: bytes, name: str) -> str:
    match = re.search(rf"^{name}: (.*)$", _front(page), re.MULTILINE)
    return match[1].strip('"') if match else ""


# The tables


def _tables(logs: dict[str, list[Json]], contents: dict[str, bytes], found: list[str]) -> None:
    tables = {name: _table(name, contents, found) for name in TABLES}
    counted = ("sessions", "contributions", "answers", "decisions", "commitments", "questions")
    wrong = (name for name in counted if _field(contents["README.md"], name) != str(len(tables[name])))
    found += [f"README.md counts other {name} than data/{name}.csv has." for name in wrong]
    _sessions(tables["sessions"], logs, contents, found)
    for name, rows in tables.items():
        for row in rows:
            _text(name, row, logs, found)
    _answers(tables, logs, found)
    _figures(tables, found)


def _table(name: str, contents: dict[str, bytes], found: list[str]) -> list[Json]:
    """The rows of a table, as JSON has them; its CSV must say the same."""
    rows: list[Json] = json.loads(contents[f"data/{name}.json"])
    header, *cells = list(csv.reader(io.StringIO(contents[f"data/{name}.csv"].decode(), newline="")))
    same = len(cells) == len(rows) and all(len(line) == len(header) == len(row) for line, row in _pairs(cells, rows))
    if not same or any(
        cell not in (str(row[key]), f"'{row[key]}") for line, row in _pairs(cells, rows) for key, cell in _pairs(header, line)
    ):
        found.append(f"data/{name}.csv and data/{name}.json do not say the same.")
    return rows


def _pairs(some: list[Json], others: list[Json]) -> list[tuple[Json, Json]]:
    return [(one, others[place]) for place, one in enumerate(some)]


def _sessions(rows: list[Json], logs: dict[str, list[Json]], contents: dict[str, bytes], found: list[str]) -> None:
    """Whether the sessions are those of the logs, with their people and their records."""
    if sorted(row["code"] for row in rows) != sorted({*logs} - {OWN}):
        found.append("data/sessions.csv does not list the sessions of which there are logs.")
    for row in rows:
        events, record = logs.get(row["code"], []), contents.get(f"{row['folder']}/record.md", b"")
        valid = _valid(events)
        room = [event["payload"] for event in valid if event["activity"] is None and event["type"] == "Joined" and event["payload"]]
        people = {one["person"] for one in room if one["number"]}
        active = people & {event["actor"] for event in valid if event["activity"] is not None}
        for key, number in (("people", len(people)), ("took_part", len(active))):
            if row[key] != (f"<{FEW}" if 0 < number < FEW else number):
                found.append(f"data/sessions.csv: {key} of {row['code']} is {number}, by its log; the table says {row[key]}.")
        head = events[-1]["digest"] if events else START
        if (row["events"], row["head"]) != (len(events), head):
            found.append(f"data/sessions.csv: the log of {row['code']} does not end as the table says.")
        if (_field(record, "events"), _field(record, "head")) != (str(len(events)), head):
            found.append(f"{row['folder']}/record.md is not the record of the log {row['code']}.")


def _valid(events: list[Json]) -> list[Json]:
    """The events that were not taken back."""
    back: set[int] = set()
    for event in reversed(events):
        if event["type"] == "TakenBack" and event["activity"] is None and event["seq"] not in back:
            back.update((event["payload"] or {"seqs": []})["seqs"])
    return [event for event in events if event["seq"] not in back]


def _text(name: str, row: Json, logs: dict[str, list[Json]], found: list[str]) -> None:
    """Whether a text stands in the event that its row names."""
    if not row.get("seq"):
        return
    events = logs.get(row["log"], [])
    if not 0 < row["seq"] <= len(events) or row["text"] not in _strings(events[row["seq"] - 1]["payload"]):
        found.append(f"data/{name}.csv: the text of {row['ref']} does not stand in event {row['seq']} of log/{row['log']}.jsonl.")


def _strings(value: Json) -> list[str]:
    if isinstance(value, str):
        return [value]
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return [text for part in parts for text in _strings(part)]


def _answers(tables: dict[str, list[Json]], logs: dict[str, list[Json]], found: list[str]) -> None:
    """Whether the answers are those that staff gave, and each contribution stands as it was answered."""
    given: dict[str, tuple[str, str, str]] = {}
    written = 0
    for event in _valid(logs[OWN]):
        payload = event["payload"] or {"refs": []}
        written += event["type"] == "Contributed" and event["payload"] is not None
        for ref in payload["refs"] if event["type"] in ("Answered", "AnswerWithdrawn") else []:
            given.pop(ref, None)
            if event["type"] == "Answered":
                given[ref] = (payload["standing"], payload["text"], payload["decision"])
    if {row["ref"]: (row["standing"], row["text"], row["decision"]) for row in tables["answers"]} != given:
        found.append("data/answers.csv does not have the answers that stand in log/process.jsonl.")
    if sum(row["session"] == OWN for row in tables["contributions"]) != written:
        found.append("data/contributions.csv does not have the contributions that stand in log/process.jsonl.")
    answered = (row for row in tables["contributions"] if row["answer"])
    differ = (row["ref"] for row in answered if given.get(row["answer"], ())[:2] != (row["state"], row["answer_text"]))
    found += [f"data/contributions.csv: {ref} does not stand as it was answered." for ref in differ]
    members = Counter(group for row in tables["contributions"] for group in row["groups"].split())
    found += [
        f"data/groups.csv: {row['ref']} has other contributions." for row in tables["groups"] if members[row["ref"]] != row["contributions"]
    ]
    homes = Counter(row["session"] for row in tables["contributions"])
    wrong = (row["code"] for row in tables["sessions"] if homes[row["code"]] != row["contributions"])
    found += [f"data/sessions.csv: {code} has other contributions." for code in wrong]


def _figures(tables: dict[str, list[Json]], found: list[str]) -> None:
    """Whether each figure is what it counts or sums."""
    sessions, rows = tables["sessions"], tables["contributions"]
    states, statuses = Counter(row["state"] for row in rows), Counter(row["status"] for row in tables["commitments"])
    wanted: dict[str, Json] = {name: len(tables[name]) for name in TABLES if name != "figures"}
    wanted |= {f"contributions.{state}": states[state] for state in STATES}
    wanted |= {f"commitments.{status or 'open'}": statuses[status] for status in STATUSES}
    wanted |= {
        "sessions.held": sum(row["state"] != "planned" for row in sessions),
        "attendances": sum(row["people"] for row in sessions if isinstance(row["people"], int)),
        "events": sum(row["events"] for row in sessions),
        "contributions.outside": sum(row["session"] == OWN for row in rows),
        "questions.answered": sum(row["state"] == "answered" for row in tables["questions"]),
    }
    counts = {"sessions": wanted["sessions.held"], "people": wanted["attendances"] or "", "open": states["open"] + states["grouped"]}
    counts |= {key: wanted[key] for key in ("contributions", "decisions", "commitments")}
    wanted |= {f"debate.{key}": str(count) for key, count in counts.items()}
    told = [row for row in sessions if isinstance(row["people"], int) and isinstance(row["took_part"], int)]
    shares = {"took_part": (sum(row["took_part"] for row in told), sum(row["people"] for row in told))}
    shares |= {"taken_up": (states["taken_up"], len(rows)), "answered": (sum(row["answer"] != "" for row in rows), len(rows))}
    shares["kept"] = (statuses["done"], statuses["done"] + statuses["dropped"])
    wanted |= {f"debate.{key}": f"{100 * some / all:.2f}" if all else "" for key, (some, all) in shares.items()}
    said = {row["key"]: row["value"] for row in tables["figures"] if row["key"] in wanted or not row["key"].startswith("debate.")}
    wrong = (key for key in sorted({*wanted, *said}) if wanted.get(key) != said.get(key))
    found += [f"data/figures.csv: {key} is {wanted.get(key)}, by the other tables; it says {said.get(key)}." for key in wrong]


def main() -> int:
    """Checks the folder in which this file lies."""
    folder = Path(__file__).resolve().parent
    problems = check(folder)
    seal = "" if problems else sha256((folder / MANIFEST).read_bytes())
    noted = sys.argv[1].lower() if len(sys.argv) > 1 else seal
    if not problems and noted != seal:
        problems = [f"The seal of this folder is {seal}, not the one that was noted: it is another folder, or was written anew."]
    for problem in problems:
        print(problem)
    if not problems:
        print(f"All is as it should be.\nSeal of this folder: {seal}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
