"""A process that was written elsewhere comes in, by its folder: with the very same events, so its records prove themselves here too.

People come without their names and their phones; what was withheld stays withheld.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from workshop.darkroom import MEDIA_TYPE
from workshop.dossier.dossier import Dossier
from workshop.language import Message, Words, _
from workshop.messages import Entry
from workshop.record.proceedings import Methods
from workshop.session.events import PictureKept
from workshop.store.attachments import Attachment
from workshop.store.processes import Brought
from workshop.store.store import Store, WorkshopRow, off_loop
from workshop.volume.book import SayIn
from workshop.volume.check import is_volume, source_in, verify_volume
from workshop.volume.source import Source, written_from


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of an import: the process, the workshops that came in, those that were here already; or why nothing came in."""

    code: str = ""
    brought: tuple[str, ...] = ()
    here: tuple[str, ...] = ()
    refused: tuple[Words, ...] = ()


async def import_volume(store: Store, folder: Path, methods: Methods, say_in: SayIn) -> Imported:
    """Checks a folder, and brings its process in, whole or not at all."""
    if not is_volume(folder):
        return Imported(refused=(_("This is not the folder of a process: it has no log/process.jsonl."),))
    problems: list[str] = await off_loop(verify_volume, folder, methods, say_in, False)
    if problems:
        return Imported(refused=tuple(problems))
    source: Source = await off_loop(source_in, folder, methods)
    dossier: Dossier = (await off_loop(written_from, source, methods, say_in)).dossier
    code = dossier.process.code
    known = {one: store.find(one) for one in dossier.process.workshops}
    here = tuple(one for one, row in known.items() if row is not None)
    there = await off_loop(store.processes.find, code)
    if there is not None:
        same = (there.seq, there.head) == _end(source.own)
        refused = tuple(_differences(source, known)) if same else (_("A process with the code {code} is here already.", code=code),)
        return Imported(code, here=here) if same and not refused else Imported(refused=refused)
    refused = (*_differences(source, known), *await off_loop(_taken, store, here))
    if refused:
        return Imported(refused=refused)
    titles = {one.code: one.title for one in dossier.meetings}
    new = [_workshop(one, titles[one], source) for one in dossier.process.workshops if one not in here]
    await store.processes.restore(Brought(code, dossier.process.about.title, source.own), new, here)
    return Imported(code, tuple(one.code for one in new), here)


def _end(entries: Sequence[Entry]) -> tuple[int, str]:
    return entries[-1].seq, entries[-1].digest


def _differences(source: Source, known: Mapping[str, WorkshopRow | None]) -> Iterable[Message]:
    """The workshops that are here with another log."""
    for code, row in known.items():
        if row is not None and (row.seq, row.head) != _end(source.workshops[code]):
            yield _("The workshop {code} is here already, and its log is another one.", code=code)


def _taken(store: Store, codes: Iterable[str]) -> list[Message]:
    owners = {code: store.processes.of(code) for code in codes}
    return [
        _("The workshop {code} is here already, and belongs to the process {process}.", code=code, process=row.code)
        for code, row in owners.items()
        if row is not None
    ]


def _workshop(code: str, title: str, source: Source) -> Brought:
    entries, contents = source.workshops[code], source.pictures.get(code, {})
    kept = {(one.payload or {}).get("picture"): one for one in entries if one.type == PictureKept.__name__ and one.activity is None}
    return Brought(code, title, entries, [_picture(id, kept[id], content) for id, content in contents.items()])


def _picture(id: str, entry: Entry, content: bytes) -> Attachment:
    width, height = map(int, id.rpartition("-")[2].split("x"))
    return Attachment(id, entry.actor, (entry.payload or {})["sha256"], MEDIA_TYPE, width, height, len(content), content)
