"""The templates: those that come along, in the languages in which there are, and one's own in the data folder."""

import os
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workshop.agenda import Agenda, TemplateError, dump, load
from workshop.method import Method

NAME: Final = 60


@dataclass(frozen=True, slots=True)
class Template:
    """A template by its name; one's `own` can be changed. `agenda` is None where it cannot be used, and `trouble` says why."""

    name: str
    own: bool
    agenda: Agenda | None
    trouble: str = ""


class Templates:
    """Two folders of TOML files. In the one that comes along, the folder `fr` has the French version of what stands beside it."""

    def __init__(self, shipped: Path, own: Path, methods: Mapping[str, Method]) -> None:
        self.shipped = shipped
        self._own = own
        self._methods = methods

    def listed(self, language: str) -> Sequence[Template]:
        """All templates, one's own first, by their titles."""
        paths = {path.stem: (path, False) for path in self.shipped.glob("*.toml")}
        paths |= {name: (path, False) for name in paths if (path := self.shipped / language / f"{name}.toml").is_file()}
        paths |= {path.stem: (path, True) for path in self._own.glob("*.toml")}
        found = [self._read(path, own) for path, own in paths.values()]
        return sorted(found, key=lambda one: (not one.own, one.agenda is None, one.agenda.title.casefold() if one.agenda else one.name))

    def find(self, name: str, language: str) -> Template | None:
        """The template of a name."""
        return next((one for one in self.listed(language) if one.name == name), None)

    def save(self, agenda: Agenda, name: str = "") -> str:
        """Keeps an agenda as a template of one's own, in place of the one of that name; its name."""
        if not (self._own / f"{name}.toml").is_file():
            name = self._free_name(agenda.title)
        self._own.mkdir(parents=True, exist_ok=True)
        part = self._own / f".{name}.part"
        part.write_text(dump(agenda), "utf-8")
        os.replace(part, self._own / f"{name}.toml")
        return name

    def remove(self, name: str) -> None:
        """Removes a template of one's own."""
        for path in self._own.glob("*.toml"):
            if path.stem == name:
                path.unlink(missing_ok=True)

    def _read(self, path: Path, own: bool) -> Template:
        try:
            return Template(path.stem, own, load(path, self._methods))
        except TemplateError as error:
            return Template(path.stem, own, None, str(error).replace(str(path), path.name))

    def _free_name(self, title: str) -> str:
        words = unicodedata.normalize("NFKD", re.sub(r"[\W_]+", "-", title))
        name = words.encode("ascii", "ignore").decode().lower().strip("-")[:NAME].strip("-") or "template"
        taken = {path.stem for folder in (self.shipped, self._own) for path in folder.glob("*.toml")} | {"new"}
        numbers = (f"{name}-{number}" for number in range(2, len(taken) + 3))
        return name if name not in taken else next(one for one in numbers if one not in taken)
