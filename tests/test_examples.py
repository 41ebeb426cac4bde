"""The record that comes along is golden: its events give the very same bytes, and it verifies."""

from pathlib import Path

import pytest

from workshop.language import speaker
from workshop.live import OWN_LOCALE
from workshop.record.events import entries_of
from workshop.record.folder import folder_of
from workshop.record.verify import verify
from workshop.registry import discover

RECORDS = sorted((Path(__file__).parent.parent / "examples" / "records").iterdir())
METHODS = dict(discover().methods)
FOLDERS = (OWN_LOCALE, *sorted({method.locale for method in METHODS.values()}))


@pytest.mark.parametrize("folder", RECORDS, ids=lambda folder: folder.name)
def test_the_events_give_the_record_byte_for_byte(folder: Path) -> None:
    entries = entries_of((folder / "events.jsonl").read_bytes())
    made = folder_of(entries, METHODS, lambda language: speaker(language, FOLDERS))
    assert sorted(made) == sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    for name, content in made.items():
        assert content == (folder / name).read_bytes(), name


@pytest.mark.parametrize("folder", RECORDS, ids=lambda folder: folder.name)
def test_the_record_verifies(folder: Path) -> None:
    assert verify(folder, METHODS, lambda language: speaker(language, FOLDERS)) == []
