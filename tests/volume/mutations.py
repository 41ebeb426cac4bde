"""Ways in which somebody, or a disk, could change the folder of a process; each is a function of a folder and of chance."""

import hashlib
import json
from collections.abc import Callable
from random import Random

from workshop.chain import START, canonical, link, payload_digest
from workshop.messages import Entry
from workshop.volume.names import MANIFEST

Files = dict[str, bytes]
Mutation = Callable[[Files, Random], None]
LONG = 12


def _any(files: Files, chance: Random, ending: str = "") -> str:
    return chance.choice([name for name in sorted(files) if name.endswith(ending) and len(files[name]) > LONG])


def _log(files: Files, chance: Random) -> tuple[str, list[bytes]]:
    name = _any(files, chance, ".jsonl")
    return name, files[name].splitlines(keepends=True)


def flip(files: Files, chance: Random) -> None:
    """A bit of any file."""
    name = _any(files, chance)
    place, content = chance.randrange(len(files[name])), bytearray(files[name])
    content[place] ^= 1 << chance.randrange(8)
    files[name] = bytes(content)


def cut(files: Files, chance: Random) -> None:
    """The end of a file."""
    name = _any(files, chance)
    files[name] = files[name][: chance.randrange(len(files[name]))]


def insert(files: Files, chance: Random) -> None:
    """A byte too many."""
    name = _any(files, chance)
    place = chance.randrange(len(files[name]) + 1)
    files[name] = files[name][:place] + bytes([chance.randrange(256)]) + files[name][place:]


def delete_line(files: Files, chance: Random) -> None:
    """A line of a log is left out."""
    name, lines = _log(files, chance)
    del lines[chance.randrange(len(lines))]
    files[name] = b"".join(lines)


def double_line(files: Files, chance: Random) -> None:
    """A line of a log stands twice."""
    name, lines = _log(files, chance)
    place = chance.randrange(len(lines))
    files[name] = b"".join([*lines[:place], lines[place], *lines[place:]])


def swap_lines(files: Files, chance: Random) -> None:
    """Two lines of a log change places."""
    name, lines = _log(files, chance)
    one, other = chance.sample(range(len(lines)), 2)
    lines[one], lines[other] = lines[other], lines[one]
    files[name] = b"".join(lines)


def remove_file(files: Files, chance: Random) -> None:
    """A file is gone."""
    del files[_any(files, chance)]


def add_file(files: Files, chance: Random) -> None:
    """A file more."""
    files[chance.choice(["sessions/99-more/record.md", "data/more.csv", "log/AAAAAA.jsonl", "note.md", "log/more.txt"])] = b"more\n"


def swap_files(files: Files, chance: Random) -> None:
    """Two files change their content."""
    one = _any(files, chance)
    other = chance.choice([name for name in sorted(files) if files[name] != files[one]])
    files[one], files[other] = files[other], files[one]


def rename_session(files: Files, chance: Random) -> None:
    """The folder of a session gets another name."""
    old = chance.choice(sorted({"/".join(name.split("/")[:2]) for name in files if name.startswith("sessions/")}))
    for name in [one for one in files if one.startswith(f"{old}/")]:
        files[name.replace(old, f"{old}-later")] = files.pop(name)


def space(files: Files, chance: Random) -> None:
    """White space that nobody sees."""
    name = _any(files, chance)
    ways: list[Callable[[bytes], bytes]] = [
        lambda text: text.replace(b"\n", b"\r\n", 1),
        lambda text: text + b"\n",
        lambda text: b" " + text,
        lambda text: text.replace(b" ", b"  ", 1) if b" " in text else text + b" ",
        lambda text: b"\xef\xbb\xbf" + text,
    ]
    files[name] = chance.choice(ways)(files[name])


def number(files: Files, chance: Random) -> None:
    """A digit in a table, in its JSON, or in README.md."""
    name = _any(files, chance, chance.choice([".csv", ".json", "README.md"]))
    places = [place for place, byte in enumerate(files[name]) if chr(byte).isdigit()]
    if not places:
        return flip(files, chance)
    place, content = chance.choice(places), bytearray(files[name])
    content[place] = ord(str((int(chr(content[place])) + chance.randrange(1, 10)) % 10))
    files[name] = bytes(content)
    return None


def rewrite_payload(files: Files, chance: Random) -> None:
    """The content of an event is another, and its own digests are made to fit; those behind it are not."""
    name, lines = _log(files, chance)
    place = chance.randrange(len(lines) - 1)
    entry = json.loads(lines[place])
    entry["payload"] = {**(entry["payload"] or {}), "text": "I never said that"}
    entry["payload_digest"] = payload_digest(entry["salt"], entry["payload"])
    before = json.loads(lines[place - 1])["digest"] if place else START
    entry["digest"] = link(before, Entry(**entry))
    lines[place] = f"{canonical(entry)}\n".encode()
    files[name] = b"".join(lines)
    listed(files, name)


def withhold(files: Files, chance: Random) -> None:
    """The content of an event of the room, or of staff, is kept back."""
    name, lines = _log(files, chance)
    place = chance.choice([at for at, line in enumerate(lines) if json.loads(line)["activity"] is None])
    lines[place] = f"{canonical({**json.loads(lines[place]), 'payload': None, 'salt': ''})}\n".encode()
    files[name] = b"".join(lines)
    listed(files, name)


def renumber(files: Files, chance: Random) -> None:
    """An event is left out, and the others numbered and chained anew: only who wrote the end down before can know."""
    name, lines = _log(files, chance)
    entries = [json.loads(line) for line in lines]
    del entries[chance.randrange(1, len(entries))]
    before = START
    for seq, entry in enumerate(entries, start=1):
        entry["seq"] = seq
        before = entry["digest"] = link(before, Entry(**entry))
    files[name] = "".join(f"{canonical(entry)}\n" for entry in entries).encode()
    listed(files, name)


def cut_log(files: Files, chance: Random) -> None:
    """The last events of a log are gone, and the manifest was made to fit."""
    name, lines = _log(files, chance)
    files[name] = b"".join(lines[: chance.randrange(1, len(lines))])
    listed(files, name)


def edit_manifest(files: Files, chance: Random) -> None:
    """The manifest says something else."""
    manifest = json.loads(files[MANIFEST])
    what = chance.choice(["drop", "digest", "more", "head", "events", "spaces", "order"])
    name, home = chance.choice(sorted(manifest["files"])), chance.choice(sorted(manifest["logs"]))
    if what == "drop":
        del manifest["files"][name]
    elif what == "digest":
        manifest["files"][name] = hashlib.sha256(chance.randbytes(4)).hexdigest()
    elif what == "more":
        manifest["note"] = "nothing"
    elif what == "head":
        manifest["logs"][home]["head"] = "0" * 64
    elif what == "events":
        manifest["logs"][home]["events"] += 1
    text = json.dumps(manifest, indent=1) if what == "spaces" else canonical(manifest)
    files[MANIFEST] = (text if what == "order" else f"{text}\n").encode()


def edit_table(files: Files, chance: Random) -> None:
    """A table is changed, as CSV and as JSON alike, and the manifest was made to fit."""
    table, key, value = chance.choice(
        [("contributions", "text", "All is fine"), ("contributions", "state", "taken_up2"), ("sessions", "people", 4000),
         ("sessions", "head", "0" * 64), ("figures", "value", 99), ("answers", "text", "Yes"), ("contributions", "answer_text", "Yes"),
         ("groups", "contributions", 77), ("decisions", "text", "No cars"), ("contributions", "session", "AAAAAA")]
    )  # fmt: skip
    name = f"data/{table}.json"
    rows = json.loads(files[name])
    able = [
        row for row in rows if row[key] not in ("", value) and not str(row.get("key")).startswith("debate.")
    ]  # `palabre verify` computes these
    row = chance.choice([one for one in able if one.get("seq", 1)] if key == "text" else able)
    old, row[key] = row[key], value
    files[name] = ("[\n" + ",\n".join(canonical(one) for one in rows) + "\n]\n").encode()
    sheet = files[f"data/{table}.csv"]
    files[f"data/{table}.csv"] = sheet.replace(str(old).encode(), str(value).encode(), 1)
    listed(files, name, f"data/{table}.csv")


def listed(files: Files, *names: str) -> None:
    """The manifest is made to fit files that were changed, also in where their logs end."""
    manifest = json.loads(files[MANIFEST])
    for name in names:
        manifest["files"][name] = hashlib.sha256(files[name]).hexdigest()
        if name.startswith("log/"):
            last = json.loads(files[name].splitlines()[-1])
            manifest["logs"][name[4:-6]] = {"events": len(files[name].splitlines()), "head": last["digest"]}
    files[MANIFEST] = f"{canonical(manifest)}\n".encode()


MUTATIONS: tuple[Mutation, ...] = (
    flip, cut, insert, delete_line, double_line, swap_lines, remove_file, add_file, swap_files, rename_session, space, number,
    rewrite_payload, withhold, renumber, cut_log, edit_manifest, edit_table,
)  # fmt: skip
