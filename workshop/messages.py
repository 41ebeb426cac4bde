"""What crosses the borders of the process: ids, texts that people write, and the codec of commands and events.

A command or an event is a frozen dataclass of a method; on the wire and in the log it is a name and a JSON object.
"""

import hashlib
import re
import secrets
import unicodedata
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Annotated, Any, Final, TypeVar, cast

from pydantic import AfterValidator, Field, StringConstraints, TypeAdapter, ValidationError, WithJsonSchema

Json = Any
T = TypeVar("T")
CODE_LETTERS: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
CODE_LENGTH: Final = 6
NOT_KEPT: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufeff]")


class BadMessage(ValueError):
    """A message that cannot be read; the text says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Command:
    """What somebody wants, as it comes from outside: `activity` is None for the session's own commands."""

    id: str
    activity: str | None
    name: str
    args: Mapping[str, Json]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log. `at` is in ms since 1970; `payload` is None where it was withheld or erased."""

    seq: int
    id: str
    at: int
    actor: str
    activity: str | None
    type: str
    payload: Mapping[str, Json] | None
    salt: str = ""
    payload_digest: str = ""
    digest: str = ""


def clean(text: str) -> str:
    """The text in NFC without control characters and without the marks that turn the direction of what follows."""
    return NOT_KEPT.sub("", unicodedata.normalize("NFC", text)).strip()


def is_day(text: str) -> bool:
    """Whether a text is a date such as 2027-03-21."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _one_line(text: str) -> str:
    return " ".join(clean(text).split())


def _day_or_nothing(text: str) -> str:
    if text and not is_day(text):
        raise ValueError("write the date as year-month-day, for example 2027-03-21")
    return text


Line = Annotated[str, StringConstraints(max_length=2000), AfterValidator(_one_line), StringConstraints(max_length=280)]
Paragraph = Annotated[str, StringConstraints(max_length=8000), AfterValidator(clean), StringConstraints(max_length=4000)]
Time = Annotated[int, Field(ge=0, le=250_000_000_000_000)]  # ms since 1970, until the year 9892: a calendar knows no later ones
Day = Annotated[str, AfterValidator(_day_or_nothing), WithJsonSchema({"type": "string", "format": "date"})]  # or nothing yet
Id = Annotated[str, StringConstraints(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9_.:/-]+$")]
PictureId = Annotated[
    str, StringConstraints(pattern=rf"^[{CODE_LETTERS}]{{{CODE_LENGTH}}}-[0-9a-f]{{32}}-[1-9][0-9]{{0,3}}x[1-9][0-9]{{0,3}}$")
]
TableNumber = Annotated[str, StringConstraints(pattern=r"^([1-9][0-9]{0,2})?$")]


def new_code() -> str:
    """A short code that cannot be guessed: six of 31 letters, without those that look alike."""
    return "".join(secrets.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))


def picture_id(code: str, secret: str, width: int, height: int) -> str:
    """The id of a picture of a workshop, which holds its size; nobody finds it who does not know the secret."""
    return f"{picture_start(code, secret)}{width}x{height}"


def picture_start(code: str, secret: str) -> str:
    """What such an id begins with, whatever the size."""
    return f"{code}-{digest_of('picture', code, secret)[:32]}-"


def new_token() -> str:
    """A secret of 128 bits."""
    return secrets.token_urlsafe(16)


def digest_of(*parts: str) -> str:
    """SHA-256 of the parts, as hex; the parts are kept apart by a zero byte."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def derived_id(*parts: str) -> str:
    """A short id that follows from others, so that a replay gives the same one."""
    return digest_of(*parts)[:12]


@lru_cache(maxsize=1024)
def _adapter(cls: Hashable) -> TypeAdapter[Any]:
    return TypeAdapter(cast(type, cls))


def read(cls: type[T], payload: Mapping[str, Json]) -> T:
    """The dataclass that a JSON object stands for. Raises `BadMessage`, naming the fields that do not fit."""
    try:
        value: T = _adapter(cast(Hashable, cls)).validate_python(dict(payload))
    except ValidationError as error:
        wrong = "; ".join(f"{'.'.join(map(str, e['loc'])) or cls.__name__}: {e['msg']}" for e in error.errors()[:3])
        raise BadMessage(wrong) from None
    return value


def write(value: object) -> dict[str, Json]:
    """The JSON object that stands for a dataclass."""
    payload: dict[str, Json] = _adapter(cast(Hashable, type(value))).dump_python(value, mode="json")
    return payload
