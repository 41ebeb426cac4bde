"""What the product says, and in which language.

A method never formats a sentence for one reader: it returns a `Message`, and the edge that knows the reader turns it into
text. What people wrote is a plain `str` and is never translated.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import lru_cache
from gettext import c2py
from pathlib import Path
from typing import Any, Final

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from workshop.memory import Memory

LANGUAGES: Final[Mapping[str, str]] = {"en": "English", "fr": "Français", "es": "Español", "nl": "Nederlands"}


def direction(language: str) -> str:
    """How a language is written: "ltr" or "rtl"."""
    return Locale.parse(language).text_direction


@dataclass(frozen=True, slots=True)
class Name:
    """A person, to be shown by the name that they gave, or as "Person 7" where they gave none."""

    person: str


@dataclass(frozen=True, slots=True)
class Moment:
    """When something was (ms since 1970): the hour, with the day where it is another one, or where the day is to be `dated`."""

    at: int
    dated: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence of ours: English text with {named} places, and its plural when it counts something."""

    text: str
    places: tuple[tuple[str, "Words | int"], ...] = ()
    many: str = ""
    count: int = 1


Words = str | Message | Name | Moment


def _(text: str, /, **places: Words | int) -> Message:
    """A sentence to translate; `{name}` stands for the place `name`."""
    return Message(text, tuple(places.items()))


def n_(one: str, many: str, count: int, **places: Words | int) -> Message:
    """A sentence that counts; `{count}` stands for the number."""
    return Message(one, (("count", count), *places.items()), many, count)


MONTHS: Final = (
    _("January"), _("February"), _("March"), _("April"), _("May"), _("June"),
    _("July"), _("August"), _("September"), _("October"), _("November"), _("December"),
)  # fmt: skip


def day_of(day: date) -> Message:
    """A day as people say it, in our own words: the same on every machine."""
    return _("{day} {month} {year}", day=day.day, month=MONTHS[day.month - 1], year=day.year)


def hour_of(moment: Moment) -> Words:
    """A moment in Universal Time, for those who know of no other zone."""
    at = datetime.fromtimestamp(moment.at // 1000, UTC)
    hour = at.strftime("%H:%M")
    return _("{day}, {hour}", day=day_of(at.date()), hour=hour) if moment.dated else hour


def said_date(text: str) -> Words:
    """An ISO date as people say it; any other text as it is."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return text
    return day_of(day) if day.isoformat() == text else text


@dataclass(eq=False)
class Speaker:
    """Turns words into text in one language; `names` gives the name of a person, or nothing; `hours` tells the time of a place.

    `memory` is of what was said in this language before; `named` counts how often somebody was named: that is never remembered.
    """

    language: str
    catalogs: tuple[Catalog, ...] = ()
    names: Callable[[str], Words] = lambda person: ""
    hours: Callable[[Moment], Words] = hour_of
    memory: Memory[dict[str, Any]] = field(default_factory=Memory, init=False, repr=False)
    named: int = field(default=0, init=False, repr=False)

    def __call__(self, words: Words | int) -> str:
        match words:
            case str():
                return words
            case int():
                return str(words)
            case Name(person):
                self.named += 1
                return self(self.names(person) or _("Somebody"))
            case Moment():
                return self(self.hours(words))
            case Message(_text, places):
                return self._sentence(words).format_map({key: self(value) for key, value in places})

    def _sentence(self, message: Message) -> str:
        for catalog in self.catalogs:
            found = catalog.get(message.text)
            if found is None or not found.string:
                continue
            if isinstance(found.string, str):
                return found.string
            return found.string[_plural_of(catalog.plural_expr)(message.count)]
        return message.many if message.many and message.count != 1 else message.text


@lru_cache
def _plural_of(expression: str) -> Callable[[int], int]:
    return c2py(expression)


def speaker(language: str, folders: Iterable[Path], names: Callable[[str], Words] = lambda person: "") -> Speaker:
    """A speaker of a language, with the catalogs found in some folders; English needs none."""
    found = (catalog_of(folder, language) for folder in folders)
    return Speaker(language, tuple(catalog for catalog in found if catalog is not None), names)


@lru_cache
def catalog_of(folder: Path, language: str) -> Catalog | None:
    """The catalog `LANGUAGE.po` of a folder, or None where the folder has none."""
    path = folder / f"{language}.po"
    if not path.is_file():
        return None
    with path.open("rb") as file:
        return read_po(file, locale=language)


def closest(wanted: str) -> str:
    """The language of ours that fits an Accept-Language header or a language tag best; English when none does."""
    ranked = []
    for rank, part in enumerate(wanted.split(",")[:20]):
        tag, _sep, quality = part.strip().partition(";q=")
        try:
            ranked.append((-float(quality or 1), rank, tag.split("-")[0].lower()))
        except ValueError:
            continue
    return next((tag for _q, _rank, tag in sorted(ranked) if tag in LANGUAGES), "en")
