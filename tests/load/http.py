"""One HTTP request on a connection of its own: cheap, and cut off at any moment without anything left over."""

import asyncio
from collections.abc import Mapping
from typing import Final

NONE: Final[Mapping[str, str]] = {}
TORN: Final = ConnectionResetError("the connection ended in the middle of the answer")


async def request(host: str, port: int, method: str, path: str, body: bytes = b"", headers: Mapping[str, str] = NONE) -> tuple[int, bytes]:
    """The status and the content of the answer. Raises `OSError` when the connection ends before the whole answer is there."""
    lines = [f"{method} {path} HTTP/1.1", f"Host: {host}:{port}", "Connection: close", f"Content-Length: {len(body)}"]
    head = "\r\n".join([*lines, *(f"{name}: {value}" for name, value in headers.items()), "", ""])
    reader, writer = await asyncio.open_connection(host, port)
    try:
        writer.write(head.encode() + body)
        answer, found, content = (await reader.read(-1)).partition(b"\r\n\r\n")
        said = {name.lower(): value for name, _colon, value in (line.partition(b": ") for line in answer.split(b"\r\n")[1:])}
        if said.get(b"transfer-encoding") == b"chunked":
            content = _joined(content)
        elif not found or len(content) < int(said.get(b"content-length", b"0")):
            raise TORN
        return int(answer[9:12]), content
    finally:
        writer.transport.abort()


def _joined(chunks: bytes) -> bytes:
    content = b""
    while chunks:
        size, _end, chunks = chunks.partition(b"\r\n")
        if size == b"0":
            return content
        content, chunks = content + chunks[: int(size, 16)], chunks[int(size, 16) + 2 :]
    raise TORN
