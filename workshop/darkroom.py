"""Pictures from outside, made safe: read, turned upright, made smaller and written anew, so that nothing of the file that came stays.

What a camera adds (place, time, device) is gone with it, and whatever else stood in the file. Call `develop` in another process: it reads
what strangers send.
"""

import io
import warnings
from dataclasses import dataclass
from typing import Any, Final

KINDS: Final = ("JPEG", "PNG", "WEBP")
MEDIA_TYPE: Final = "image/webp"
LONGEST_SIDE: Final = 2000
MOST_PIXELS: Final = 40_000_000
PAPER: Final = (255, 255, 255)
QUALITY: Final = 80
SIGNS: Final = (
    (0, b"\xff\xd8\xff", "JPEG"),
    (0, b"\x89PNG\r\n\x1a\n", "PNG"),
    (8, b"WEBP", "WEBP"),
    (4, b"ftyphei", "HEIC"),
    (4, b"ftypmif1", "HEIC"),
)


@dataclass(frozen=True, slots=True)
class Developed:
    """A picture as it is kept."""

    content: bytes
    width: int
    height: int


def kind_of(start: bytes) -> str:
    """The kind of picture that a file is by its first bytes: JPEG, PNG, WEBP, HEIC, or "" for anything else."""
    return next((kind for place, sign, kind in SIGNS if start[place : place + len(sign)] == sign), "")


def develop(content: bytes) -> Developed | None:
    """The picture in a file; None where it cannot be read, or is larger than a camera makes them."""
    from PIL import Image, ImageOps  # takes long to load, and the server itself never needs it

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            with Image.open(io.BytesIO(content), formats=KINDS) as opened:
                if opened.width * opened.height > MOST_PIXELS:
                    return None
                upright = ImageOps.exif_transpose(_small(opened))
                return _written(upright)
        except Exception:  # whatever a broken file makes the library raise: it cannot be read
            return None


def _small(opened: Any) -> Any:
    """The first frame, at most so large."""
    opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    opened.load()
    if opened.mode.startswith("I"):  # 16 bits a pixel
        opened = opened.convert("I").point(lambda value: value / 256).convert("L")
    small = opened.convert("RGBA" if "A" in opened.getbands() or "transparency" in opened.info else "RGB")
    small.thumbnail((LONGEST_SIDE, LONGEST_SIDE), reducing_gap=2.0)
    return small


def _written(upright: Any) -> Developed:
    from PIL import Image

    clean = Image.new("RGB", upright.size, PAPER)  # a new one: what a picture carries along stays behind
    clean.paste(upright, mask=upright if upright.mode == "RGBA" else None)
    out = io.BytesIO()
    clean.save(out, "WEBP", quality=QUALITY, method=2)
    return Developed(out.getvalue(), *clean.size)
