"""The manifest: the SHA-256 of every file, and the heads of the logs. Its own SHA-256 is the seal of the folder."""

import hashlib
from collections.abc import Mapping

from workshop.chain import canonical
from workshop.record.events import head_of
from workshop.volume.book import Logs


def manifest_of(files: Mapping[str, bytes], logs: Logs, code: str) -> bytes:
    """The file, in canonical JSON with an end of line."""
    digests = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    heads = {home: {"events": len(entries), "head": head_of(entries)} for home, entries in logs.items()}
    return f"{canonical({'files': digests, 'logs': heads, 'process': code})}\n".encode()


def seal_of(manifest: bytes) -> str:
    """One digest for the whole folder."""
    return hashlib.sha256(manifest).hexdigest()
