"""What comes of a file that somebody sends as a picture."""

import pytest
from PIL import Image

from tests.photos import MAKER, PLACE, bomb, opened, photo, saved, telltale
from workshop.darkroom import LONGEST_SIDE, develop, kind_of

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_becomes_a_webp_of_its_size(kind: str) -> None:
    made = develop(photo(kind))
    assert made is not None
    assert (made.width, made.height) == (640, 480)
    image = opened(made.content)
    assert (image.format, image.size) == ("WEBP", (640, 480))
    red, _green, blue = image.getpixel((320, 40))
    assert red > 150 > blue


def test_a_large_photo_becomes_smaller_and_keeps_its_shape() -> None:
    made = develop(photo(size=(4000, 1000)))
    assert made is not None
    assert (made.width, made.height) == (LONGEST_SIDE, 500)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_where_and_with_what_it_was_taken_is_gone(kind: str) -> None:
    sent = telltale(kind)
    assert MAKER.encode() in sent
    assert PLACE in sent
    made = develop(sent)
    assert made is not None
    assert not opened(made.content).getexif()
    assert all(word not in made.content for word in (MAKER.encode(), PLACE, b"EXIF", b"Exif", b"ICCP", b"XMP"))


def test_a_photo_that_lies_on_its_side_is_put_upright() -> None:
    made = develop(telltale(orientation=6))
    assert made is not None
    assert (made.width, made.height) == (480, 640)
    red, _green, blue = opened(made.content).getpixel((450, 320))
    assert red > 150 > blue


def test_what_can_be_seen_through_is_on_white_paper() -> None:
    image = Image.new("RGBA", (40, 30), (0, 0, 0, 0))
    made = develop(saved(image, "PNG"))
    assert made is not None
    assert min(opened(made.content).getpixel((20, 15))) > 245


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "I;16", "CMYK"])
def test_every_way_to_write_colours_is_read(mode: str) -> None:
    image = Image.new(mode, (40, 30))
    made = develop(saved(image, "JPEG" if mode == "CMYK" else "PNG"))
    assert made is not None
    assert (made.width, made.height) == (40, 30)


def test_of_a_picture_that_moves_the_first_frame_is_kept() -> None:
    frames = [Image.new("RGB", (40, 30), colour) for colour in ("red", "blue")]
    made = develop(saved(frames[0], "WEBP", save_all=True, append_images=frames[1:]))
    assert made is not None
    assert getattr(opened(made.content), "n_frames", 1) == 1


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"hello",
        SVG,
        b"GIF89a" + bytes(100),
        bomb(60_000, 60_000),
        bomb(8_000, 8_000),
        bomb(0, 10),
        photo()[:2000],
        photo("PNG")[:-40],
        b"\xff\xd8\xff" + bytes(5000),
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n",
    ],
    ids=["nothing", "text", "svg", "gif", "bomb", "large", "empty", "torn jpeg", "torn png", "zeros", "postscript"],
)
def test_what_is_no_photo_is_refused(content: bytes) -> None:
    assert develop(content) is None


def test_nothing_of_a_file_that_is_two_things_at_once_stays() -> None:
    made = develop(photo() + b"PK\x03\x04" + SVG + b"<?php system($_GET[0]); ?>")
    assert made is not None
    assert all(word not in made.content for word in (b"PK\x03\x04", b"<svg", b"<?php"))


def test_a_format_is_known_by_its_first_bytes() -> None:
    heic = bytes(4) + b"ftypheic" + bytes(20)
    assert [kind_of(one) for one in (photo(), photo("PNG"), photo("WEBP"), heic, SVG, b"")] == ["JPEG", "PNG", "WEBP", "HEIC", "", ""]
