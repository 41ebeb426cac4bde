"""A new plug-in passes its own tests and is found once it is installed; what cannot be written is explained."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.plugins import PYTEST, install, python, untranslated
from workshop.scaffold import LONGEST, ScaffoldError, write_plugin

FIND = "from workshop.registry import discover; print(discover().origins['street_talk'])"


@pytest.fixture
def plugin(tmp_path: Path) -> Path:
    """A new plug-in."""
    write_plugin("street_talk", tmp_path / "new")
    return tmp_path / "new"


def test_it_writes_a_whole_distribution_and_says_which_files(tmp_path: Path) -> None:
    written = write_plugin("street_talk", tmp_path / "new")

    names = {str(path.relative_to(tmp_path / "new")) for path in written}
    assert {"pyproject.toml", "README.md", "palabre_street_talk/method.py", "tests/test_method.py"} <= names
    assert all(path.is_file() for path in written)
    assert not [path for path in written if "$" in path.read_text("utf-8")], "a place was not filled in"


def test_it_passes_its_own_tests(plugin: Path) -> None:
    tested = python(*PYTEST, at=plugin)

    assert tested.returncode == 0, tested.stdout + tested.stderr
    assert "passed" in tested.stdout


def test_it_is_found_once_it_is_installed(plugin: Path, tmp_path: Path) -> None:
    install(plugin, tmp_path / "site")

    found = python("-c", FIND, at=tmp_path, also=tmp_path / "site")

    assert found.stdout.strip() == "palabre-street-talk", found.stderr


@pytest.mark.parametrize("language", ["fr", "es", "nl"])
def test_everything_but_its_title_is_translated(plugin: Path, language: str) -> None:
    assert untranslated(plugin / "palabre_street_talk", language) == {"Street talk"}


def test_an_empty_folder_will_do(tmp_path: Path) -> None:
    assert write_plugin("street_talk", tmp_path)


def test_a_folder_that_is_not_empty_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")

    with pytest.raises(ScaffoldError, match="--to"):
        write_plugin("street_talk", tmp_path)
    with pytest.raises(ScaffoldError, match="--to"):
        write_plugin("street_talk", tmp_path / "mine.txt")
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize(
    "name", ["", "Street", "2streets", "street-talk", "street__talk", "_street", "street_", "class", "../up", "a" * 41, "été"]
)
def test_a_name_that_cannot_be_is_refused_with_an_example(name: str, tmp_path: Path) -> None:
    with pytest.raises(ScaffoldError, match="fist_to_five"):
        write_plugin(name, tmp_path / "new")
    assert not (tmp_path / "new").exists()


@given(st.text(max_size=LONGEST + 5))
def test_whatever_the_name_nothing_is_written_outside_the_folder(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    folder = tmp_path_factory.mktemp("scaffold") / "new"
    try:
        written = write_plugin(name, folder)
    except ScaffoldError:
        assert not folder.exists()
    else:
        assert all(folder in path.resolve().parents for path in written)
