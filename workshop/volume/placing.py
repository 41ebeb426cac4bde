"""Writing the folder of a process to the disk: what an earlier one had and this one has not is removed, what others put there stays."""

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from workshop.record.folder import write_folder
from workshop.volume.names import MANIFEST


def place(files: Mapping[str, bytes], folder: Path) -> list[Path]:
    """Writes the files, each whole or not at all, the manifest last: until it is there, a check says that the folder is not finished."""
    before = _listed(folder)
    (folder / MANIFEST).unlink(missing_ok=True)
    paths = write_folder({name: content for name, content in files.items() if name != MANIFEST}, folder)
    for name in before - {*files}:
        (folder / name).unlink(missing_ok=True)
        _tidy((folder / name).parent, folder)
    return [*paths, *write_folder({MANIFEST: files[MANIFEST]}, folder)]


def _listed(folder: Path) -> set[str]:
    """The files that an earlier folder here consists of; a name that leads elsewhere is none of ours."""
    try:
        names = json.loads((folder / MANIFEST).read_bytes())["files"]
    except (OSError, ValueError, KeyError, TypeError):
        return set()
    paths = (PurePosixPath(name) for name in names if isinstance(name, str))
    return {str(path) for path in paths if not path.is_absolute() and ".." not in path.parts}


def _tidy(inside: Path, folder: Path) -> None:
    """Removes folders that are empty now."""
    while inside != folder:
        with suppress(OSError):
            inside.rmdir()
        inside = inside.parent
