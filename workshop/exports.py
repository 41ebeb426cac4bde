"""The folders of all processes, written to the disk again whenever something changed, and committed where that is a git repository."""

import asyncio
import logging
import re
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from workshop.language import _
from workshop.record.escape import inline
from workshop.record.folder import write_folder
from workshop.record.proceedings import Methods
from workshop.record.typesetting import spaced
from workshop.repository import GitError, Repository
from workshop.store.processes import ProcessRow
from workshop.store.store import Store, off_loop
from workshop.volume.book import SayIn
from workshop.volume.names import LOG
from workshop.volume.source import source_of, written_from
from workshop.volume.verifier import IGNORED

log = logging.getLogger("palabre.exports")
ERASED: Final = "ERASED.md"
AFTER_ERASURE_S: Final = 2.0
AGAIN_S: Final = 20.0
VOUCHED: Final = re.compile(rb'"type":"(?:WordsErased|NamesErased)"')


@dataclass
class Exports:
    """Writes the folder of each process into `to`, under its code; every so many seconds, and soon after words were erased."""

    store: Store
    methods: Methods
    say_in: SayIn
    to: Path | None
    every_s: float
    _heads: dict[str, object] = field(default_factory=dict)
    _soon: asyncio.Event = field(default_factory=asyncio.Event)
    _said: set[str] = field(default_factory=set)

    @property
    def on(self) -> bool:
        """Whether folders are written by themselves."""
        return self.to is not None and self.every_s > 0

    def again(self, code: str) -> None:
        """Words were erased from this workshop, or this process: what was written of it is written anew within a minute."""
        self._heads = {known: heads for known, heads in self._heads.items() if known != code.upper()}
        self._soon.set()

    async def keep_writing(self) -> None:
        """Writes until it is cancelled."""
        while self.on:
            failed = not await self.write_all()
            self._soon.clear()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._soon.wait(), min(self.every_s, AGAIN_S) if failed else self.every_s)
                await asyncio.sleep(AFTER_ERASURE_S)  # the other logs that hold the same words are dealt with just now

    async def write_all(self) -> bool:
        """Writes what changed since it was written last; whether all went well."""
        well = True
        for row in await off_loop(self.store.processes.all):
            try:
                heads = await off_loop(self._heads_of, row)
                if self._heads.get(row.code) != heads:
                    await asyncio.to_thread(self._write, row)
                    self._heads[row.code] = heads
            except Exception as error:  # a full disk, a method that is gone: the others are written all the same
                log.error("the folder of %s was not written: %s", row.code, error)
                well = False
        return well

    def _heads_of(self, row: ProcessRow) -> object:
        codes = self.store.processes.workshops(row.id)
        return (row.head, tuple(sorted(self.store.processes.heads(codes).items())))

    def _write(self, row: ProcessRow) -> None:
        assert self.to is not None
        volume = written_from(source_of(self.store, row, self.methods), self.methods, self.say_in)
        files = volume.files
        folder = self.to / row.code
        erased = _erasures(files) > _erasures(_logs_in(folder)) and folder.exists()
        swap(files, folder)
        repository = Repository(self.to)
        if repository.there:
            try:
                self._commit(repository, row, erased, volume.dossier.process.language)
            except GitError as error:
                self._say_once(str(error))

    def _commit(self, repository: Repository, row: ProcessRow, erased: bool, language: str) -> None:
        repository.commit(row.code, f"{row.title} ({row.code})")
        if not erased:
            return
        if repository.only_ours():
            repository.begin_anew("Begun anew after an erasure")
            log.warning("%s: words were erased; the history of %s was begun anew, so that they are not in it", row.code, repository.folder)
            return
        log.warning(
            "%s: words were erased, and earlier commits in %s still have them; others work there too, so it was left. See %s",
            row.code, repository.folder, ERASED,
        )  # fmt: skip
        write_folder({ERASED: self._notice(row, language).encode()}, repository.folder)
        repository.commit(ERASED, f"Words were erased ({row.code})")

    def _notice(self, row: ProcessRow, language: str) -> str:
        say = self.say_in(language)
        said = (
            _("Words were erased from the process {code}: its folder is without them, but earlier commits still have them.", code=row.code),
            _("Palabre does not rewrite a history in which others have commits, or which was copied elsewhere: it would break them."),
            _("Whoever looks after this repository: begin its history anew, have all copies deleted, and then remove this file."),
        )
        title = inline(say(_("Erased words are still in the history")))
        return spaced([f"# {title}", *(inline(say(one)) for one in said)]) + "\n"

    def _say_once(self, text: str) -> None:
        if text not in self._said:
            self._said.add(text)
            log.warning("the folders are written, but not committed: %s", text)


def swap(files: Mapping[str, bytes], folder: Path) -> None:
    """Puts a whole new folder in the place of the one before; nobody ever sees half of it. What git and others keep in it stays."""
    fresh, old = folder.with_name(f".{folder.name}.new"), folder.with_name(f".{folder.name}.old")
    for left in (fresh, old):
        shutil.rmtree(left, ignore_errors=True)
    write_folder(files, fresh)
    if folder.exists():
        folder.rename(old)
    fresh.rename(folder)
    for kept in (old / name for name in IGNORED):
        if kept.exists():
            kept.rename(folder / kept.name)
    shutil.rmtree(old, ignore_errors=True)


def _logs_in(folder: Path) -> dict[str, bytes]:
    return {f"{LOG}/{path.name}": path.read_bytes() for path in (folder / LOG).glob("*.jsonl")}


def _erasures(files: Mapping[str, bytes]) -> int:
    return sum(len(VOUCHED.findall(content)) for name, content in files.items() if name.startswith(f"{LOG}/"))
