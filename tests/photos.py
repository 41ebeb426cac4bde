"""Pictures as people, and people who mean harm, send them."""

import io
import struct
import zlib
from typing import Any

from PIL import Image

MAKER, PLACE = "SECRETPHONE", b"HEREILIVE"


def photo(kind: str = "JPEG", size: tuple[int, int] = (640, 480), **more: Any) -> bytes:
    """A picture, red above and blue below."""
    image = Image.new("RGB", size, (200, 30, 30))
    image.paste((30, 30, 200), (0, size[1] // 2, *size))
    return saved(image, kind, **more)


def saved(image: Image.Image, kind: str, **more: Any) -> bytes:
    """A picture as a file."""
    out = io.BytesIO()
    image.save(out, kind, **more)
    return out.getvalue()


def telltale(kind: str = "JPEG", orientation: int = 1) -> bytes:
    """A photo that says where and with what it was taken, and which way is up."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = MAKER, orientation
    exif.get_ifd(0x8825)[1], exif.get_ifd(0x8825)[2] = "N", (50.0, 50.0, 48.0)
    exif.get_ifd(0x8769)[0x9286] = PLACE
    return photo(kind, exif=exif)


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says that it is so large."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(bytes(1000))) + _chunk(b"IEND", b"")


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def opened(content: bytes) -> Any:
    """A picture, read."""
    image = Image.open(io.BytesIO(content))
    image.load()
    return image
