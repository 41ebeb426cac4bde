"""A process comes into another installation by its folder, and goes out of it again with the same bytes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.volume.logs import CODE, METHODS, folder, say_in, told
from workshop.process.events import Noted
from workshop.record.folder import zip_of
from workshop.store.store import Store, open_store
from workshop.volume.archive import BadArchive, unpack
from workshop.volume.importing import Imported, import_volume
from workshop.volume.placing import place
from workshop.volume.source import source_of, written_from
from workshop.volume.verifier import check
from workshop.volume.volume import Files


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Store]:
    store = open_store(f"sqlite:///{tmp_path / 'elsewhere.sqlite'}")
    yield store
    store.close()


async def brought(store: Store, files: Files, to: Path) -> Imported:
    place(files, to)
    return await import_volume(store, to, METHODS, say_in)


def again(store: Store) -> Files:
    row = store.processes.find("PACT22")
    assert row is not None
    return written_from(source_of(store, row, METHODS), METHODS, say_in).files


def reasons(answer: Imported) -> list[str]:
    return [say_in("en")(one) for one in answer.refused]


async def test_a_process_goes_through_another_installation_and_every_byte_stays(elsewhere: Store, files: Files, tmp_path: Path) -> None:
    answer = await brought(elsewhere, files, tmp_path / "folder")
    assert answer == Imported("PACT22", (CODE,))
    assert again(elsewhere) == files
    row = elsewhere.find(CODE)
    assert row is not None
    assert (row.title, elsewhere.people(row.id)) == ("From ideas to a consent decision", [])
    assert any(one.payload is None for one in elsewhere.entries(row.id))


async def test_what_is_here_already_is_said_and_stays_as_it_is(elsewhere: Store, files: Files, tmp_path: Path) -> None:
    await brought(elsewhere, files, tmp_path / "folder")
    assert await brought(elsewhere, files, tmp_path / "folder") == Imported("PACT22", here=(CODE,))
    assert len(elsewhere.processes.all()) == len(elsewhere.workshops()) == 1


async def test_a_process_that_went_on_elsewhere_is_refused(elsewhere: Store, files: Files, tmp_path: Path) -> None:
    await brought(elsewhere, files, tmp_path / "folder")
    answer = await brought(elsewhere, folder(told(Noted("It went on."))), tmp_path / "later")
    assert reasons(answer) == ["A process with the code PACT22 is here already."]
    assert again(elsewhere) == files


async def test_a_workshop_here_with_another_log_is_refused_and_nothing_comes_in(elsewhere: Store, files: Files, tmp_path: Path) -> None:
    await elsewhere.create(CODE, "Another", 1)
    assert reasons(await brought(elsewhere, files, tmp_path / "folder")) == [
        f"The workshop {CODE} is here already, and its log is another one."
    ]
    assert elsewhere.processes.all() == []


async def test_a_folder_that_was_changed_does_not_come_in(elsewhere: Store, files: Files, tmp_path: Path) -> None:
    changed = {**files, "decisions.md": files["decisions.md"].replace(b"April", b"May")}
    assert "decisions.md" in reasons(await brought(elsewhere, changed, tmp_path / "folder"))[0]
    assert reasons(await import_volume(elsewhere, tmp_path, METHODS, say_in))[0].startswith("This is not the folder of a process")
    assert elsewhere.processes.all() == []


def test_an_archive_is_unpacked_with_or_without_a_folder_around_it(files: Files, tmp_path: Path) -> None:
    for name, around in (("one", "PACT22/"), ("other", "")):
        there = unpack(zip_of({f"{around}{file}": content for file, content in files.items()}), tmp_path / name)
        assert check(there) == []


@pytest.mark.parametrize("name", ["../out", "/etc/out", "a/../../out", "..\\out", "C:/out"])
def test_an_archive_writes_nothing_outside_of_its_folder(name: str, tmp_path: Path) -> None:
    with pytest.raises(BadArchive):
        unpack(zip_of({name: b"x"}), tmp_path / "inside" / "here")
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_what_is_no_archive_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadArchive):
        unpack(b"PK nothing", tmp_path)
