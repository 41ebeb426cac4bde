"""Installs a plug-in as a third party does, and runs Python where it is installed."""

import os
import subprocess
import sys
from pathlib import Path

from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

PIP = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--no-build-isolation", "--no-index")
KEYWORDS = {"_": None, "n_": (1, 2)}
PYTEST = ("-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:asyncio")
REPOSITORY = Path(__file__).parent.parent


def python(*arguments: str, at: Path, also: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Runs Python in a folder, with Palabre and what is installed in `also`."""
    paths = [str(path) for path in (also, REPOSITORY) if path is not None]
    environment = os.environ | {"COLUMNS": "200", "PYTHONPATH": os.pathsep.join(paths), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run([sys.executable, *arguments], cwd=at, env=environment, capture_output=True, text=True, timeout=240)


def install(plugin: Path, to: Path) -> None:
    """Builds the plug-in and installs it into a folder, without any network."""
    done = python(*PIP, "--target", str(to), str(plugin), at=plugin)
    assert done.returncode == 0, done.stdout + done.stderr


def untranslated(package: Path, language: str) -> set[str]:
    """The sentences of a plug-in's code that its catalog does not have."""
    said = {
        text if isinstance(text, str) else text[0] for _file, _line, text, _notes, _context in extract_from_dir(package, keywords=KEYWORDS)
    }
    with (package / "locale" / f"{language}.po").open("rb") as file:
        catalog = read_po(file, locale=language)
    return {text for text in said if not (found := catalog.get(text)) or not found.string}
