"""Whether the folder of a process is what its logs say: what `verify.py` in it checks, and each file computed again from the logs."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from workshop.messages import Entry
from workshop.process.events import Founded
from workshop.process.history import fold
from workshop.process.vocabulary import OWN
from workshop.record.attachments import file_of as picture_file
from workshop.record.attachments import is_whole
from workshop.record.events import BadLine, entries_of, held_by
from workshop.record.folder import shown_in
from workshop.record.front_matter import field_of, generator
from workshop.record.proceedings import Methods
from workshop.volume.book import SayIn
from workshop.volume.names import LOG, MANIFEST, OWN_LOG, README, SESSIONS, log_of
from workshop.volume.source import Source, written_from
from workshop.volume.verifier import check, counts


def is_volume(folder: Path) -> bool:
    """Whether it is the folder of a process."""
    return (folder / OWN_LOG).is_file()


def verify_volume(folder: Path, methods: Methods, say_in: SayIn, exactly: bool = True) -> list[str]:
    """What is wrong with it, a sentence for each. Not `exactly`: pages that another version of Palabre wrote may look otherwise."""
    problems = check(folder)
    if problems:
        return problems
    try:
        source = source_in(folder, methods)
        problems = _without_method(source, methods)
        files = {} if problems else written_from(source, methods, say_in).files
        return problems or (_compared(files, folder) if exactly or made_by(folder) == generator() else [])
    except Exception as error:  # logs that no version of this software wrote, whatever their chains say
        return [f"The folder cannot be computed from its logs ({type(error).__name__}: {error})."]


def source_in(folder: Path, methods: Methods) -> Source:
    """The logs and the pictures of a folder. Raises `BadLine`, or `ValueError` where a picture is not the one that the log speaks of."""
    own = entries_of((folder / OWN_LOG).read_bytes())
    if not own or own[0].type != Founded.__name__:
        raise BadLine(f"{OWN_LOG} does not begin with the event {Founded.__name__}")
    if fold(own).code != json.loads((folder / MANIFEST).read_bytes())["process"]:
        raise BadLine(f"{OWN_LOG} is that of another process than {MANIFEST} says")
    logs = {path.stem: entries_of(path.read_bytes()) for path in sorted((folder / LOG).glob("*.jsonl")) if path.stem != OWN}
    strange = [code for code, entries in logs.items() if (entries[0].payload or {}).get("code") != code]
    if strange:
        raise BadLine(f"{log_of(strange[0])} is the log of another workshop")
    pictures = {code: _pictures(folder, code, entries, methods) for code, entries in logs.items()}
    return Source(own, logs, pictures)


def _pictures(folder: Path, code: str, entries: Sequence[Entry], methods: Methods) -> dict[str, bytes]:
    """The pictures of a workshop, from whichever folder of a session has them."""
    shown = shown_in(entries, methods).digests
    if not shown:
        return {}
    found: dict[str, bytes] = {}
    for id, sha256 in shown.items():
        contents = (path.read_bytes() for path in sorted((folder / SESSIONS).glob(f"*/{picture_file(id)}")))
        content = next((one for one in contents if is_whole(one, sha256)), None)
        if content is None:
            raise ValueError(f"the picture {id} of {code} is not here, or is not the one that the log speaks of")
        found[id] = content
    return found


def _without_method(source: Source, methods: Methods) -> list[str]:
    """The steps whose method is not here: what they say cannot be computed again."""
    said = "{log}: the method {method!r} of the step {step!r} is not installed here; install it, then verify again."
    return [
        said.format(log=log_of(code), method=method, step=step)
        for code, entries in source.workshops.items()
        for step, method in held_by(entries).items()
        if method not in methods and any(one.activity == step for one in entries)
    ]


def made_by(folder: Path) -> str:
    """The software that made a folder, as its README says."""
    return (field_of((folder / README).read_bytes().decode(errors="replace"), "generator") or "").strip('"')


def _compared(wanted: Mapping[str, bytes], folder: Path) -> list[str]:
    """The files that are not what the logs give; the manifest follows from the others, and is not named beside them."""
    hint = f" (README.md says that {made_by(folder)} made it, this is {generator()})" if made_by(folder) != generator() else ""
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if counts(path, folder)}
    problems = [f"{name} is not what the logs give: it is missing{hint}." for name in sorted({*wanted} - there)]
    problems += [f"{name} is nothing that the logs give{hint}." for name in sorted(there - {*wanted})]
    differ = [name for name in sorted({*wanted} & there) if (folder / name).read_bytes() != wanted[name]]
    return problems + [f"{name} is not what the logs give{hint}." for name in differ if name != MANIFEST or differ == [MANIFEST]]
