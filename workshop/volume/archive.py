"""The folder of a process that comes as an archive: unpacked where nothing else is, and never anywhere else."""

import io
import zipfile
from pathlib import Path, PurePosixPath
from typing import Final

MOST: Final = 2 * 1024**3


class BadArchive(ValueError):
    """An archive that is none, or that is no folder of a process; the text says why."""


def unpack(content: bytes, to: Path) -> Path:
    """Unpacks into an empty folder; returns the folder in which the files are. Raises `BadArchive`."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            members = [one for one in packed.infolist() if not one.is_dir()]
            if sum(one.file_size for one in members) > MOST:
                raise BadArchive("it is too large")
            for one in members:
                path = to / _inside(one.filename)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(packed.read(one))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError) as error:
        raise BadArchive(f"it cannot be unpacked ({error})") from None
    found = sorted(to.iterdir())
    return found[0] if len(found) == 1 and found[0].is_dir() else to


def _inside(name: str) -> PurePosixPath:
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in name:
        raise BadArchive(f"it has a file outside of its folder: {name}")
    return path
