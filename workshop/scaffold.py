"""Writes a plug-in with one small method that works, for an author to begin with."""

import keyword
import re
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from string import Template
from typing import Final

NAME: Final = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
LONGEST: Final = 40
SUFFIX: Final = ".template"


class ScaffoldError(ValueError):
    """A plug-in that cannot be written; the text says why and what to do."""


def write_plugin(name: str, folder: Path) -> list[Path]:
    """Writes the plug-in of that name into a folder, which must be new or empty; returns the files. Raises `ScaffoldError`."""
    if not NAME.fullmatch(name) or len(name) > LONGEST or keyword.iskeyword(name):
        raise ScaffoldError(
            f"{name!r} cannot be the name of a method. Take small letters, figures and single underscores, "
            f"beginning with a letter, at most {LONGEST} in all, as in fist_to_five."
        )
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise ScaffoldError(f"{folder} is there already, and is not an empty folder. Name another one with --to.")
    package = f"palabre_{name}"
    words = {
        "name": name,
        "package": package,
        "distribution": package.replace("_", "-"),
        "title": name.replace("_", " ").capitalize(),
    }
    written = []
    for place, source in _templates(files("workshop") / "plugin_template", Path()):
        path = folder / Path(*(package if part == "package" else part for part in place.parts))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(Template(source.read_text("utf-8")).substitute(words), "utf-8")
        written.append(path)
    return written


def _templates(folder: Traversable, place: Path) -> list[tuple[Path, Traversable]]:
    found: list[tuple[Path, Traversable]] = []
    for one in sorted(folder.iterdir(), key=lambda each: each.name):
        if one.is_dir():
            found += _templates(one, place / one.name)
        elif one.name.endswith(SUFFIX):
            found.append((place / one.name.removesuffix(SUFFIX), one))
    return found
