"""The record as a folder: the minutes, the maps, the decisions, the contributions, and the log that proves them."""

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from workshop.messages import Entry
from workshop.record.attachments import Attached, attached_to, file_of
from workshop.record.contributions import contributions_of
from workshop.record.events import lines_of, withheld
from workshop.record.maps import maps_of
from workshop.record.markdown import SayIn, minutes_of, speaker_of
from workshop.record.proceedings import Methods, Proceedings, proceedings_of
from workshop.record.reminders import NAME as REMINDERS
from workshop.record.reminders import reminders_of
from workshop.record.sheets import sheets_of

RECORD: Final = "record.md"
EVENTS: Final = "events.jsonl"
CONTRIBUTIONS: Final = "contributions.csv"


def folder_of(entries: Sequence[Entry], methods: Methods, say_in: SayIn, told: Proceedings | None = None) -> dict[str, bytes]:
    """The files of a record, by name; a pure function of the log. `told` is what the log tells, for whoever computed that already."""
    proceedings = told or proceedings_of(entries, methods)
    say = speaker_of(proceedings, say_in)
    return {
        RECORD: minutes_of(proceedings, methods, say).encode(),
        **{name: text.encode() for name, text in maps_of(proceedings, say).items()},
        **{name: text.encode() for name, text in sheets_of(proceedings, say).items()},
        **({REMINDERS: days.encode()} if (days := reminders_of(proceedings, say)) else {}),
        CONTRIBUTIONS: contributions_of(proceedings).encode(),
        EVENTS: lines_of(withheld(entries, methods)),
    }


def shown_in(entries: Sequence[Entry], methods: Methods) -> Attached:
    """The pictures that belong into the folder of a log, and those that were erased and do not."""
    return attached_to(proceedings_of(entries, methods))


def with_pictures(files: Mapping[str, bytes], pictures: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of a record together with its pictures, given by their ids."""
    return {**files, **{file_of(id): content for id, content in pictures.items()}}


def write_folder(files: Mapping[str, bytes], folder: Path, erased: Iterable[str] = ()) -> list[Path]:
    """Writes the files, each whole or not at all, and removes erased pictures; what else is in the folder stays. Returns their paths."""
    for picture in erased:
        (folder / file_of(picture)).unlink(missing_ok=True)
    written = []
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_name(f".{path.name}.unfinished")
        unfinished.write_bytes(content)
        unfinished.replace(path)
        written.append(path)
    return written


def zip_of(files: Mapping[str, bytes]) -> bytes:
    """The files in one archive; the same files give the same bytes on every machine, so it is not compressed."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as packed:
        for name in sorted(files):
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system = 3
            info.external_attr = 0o644 << 16
            packed.writestr(info, files[name])
    return archive.getvalue()
