"""The example of a third party's method installs, is found, keeps what every method must keep, and speaks four languages."""

import shutil
from pathlib import Path

import pytest

from tests.plugins import PYTEST, REPOSITORY, install, python, untranslated

EXAMPLE = REPOSITORY / "examples" / "third_party_method"
FIND = """
from workshop.registry import discover
registry = discover()
print(registry.origins["fist_to_five"], registry.methods["fist_to_five"].title.text, len(registry.broken))
"""
SAY = """
from workshop.language import speaker
from workshop.registry import discover
method = discover().methods["fist_to_five"]
print(speaker("fr", [method.locale])(method.title))
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the example is installed from a copy of its sources."""
    folder = tmp_path_factory.mktemp("plugin")
    shutil.copytree(EXAMPLE, folder / "source", ignore=shutil.ignore_patterns("__pycache__", ".*"))
    install(folder / "source", folder / "site")
    return folder / "site"


def test_it_is_found_beside_our_own(installed: Path, tmp_path: Path) -> None:
    found = python("-c", FIND, at=tmp_path, also=installed)

    assert found.stdout.strip() == "palabre-fist-to-five Fist to five 0", found.stderr


def test_its_catalogs_come_with_it(installed: Path, tmp_path: Path) -> None:
    said = python("-c", SAY, at=tmp_path, also=installed)

    assert said.stdout.strip() == "Du poing à cinq", said.stderr


def test_the_command_line_lists_it(installed: Path, tmp_path: Path) -> None:
    listed = python("-m", "workshop", "methods", at=tmp_path, also=installed)

    assert listed.returncode == 0, listed.stdout + listed.stderr
    assert "palabre-fist-to-five" in listed.stdout


def test_its_own_tests_pass_where_it_is_installed(installed: Path, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE / "tests", tmp_path / "tests", ignore=shutil.ignore_patterns("__pycache__"))

    tested = python(*PYTEST, "tests", at=tmp_path, also=installed)

    assert tested.returncode == 0, tested.stdout + tested.stderr


@pytest.mark.parametrize("language", ["fr", "es", "nl"])
def test_everything_it_says_is_translated(language: str) -> None:
    assert untranslated(EXAMPLE / "palabre_fist_to_five", language) == set()
