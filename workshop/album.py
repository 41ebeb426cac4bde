"""The pictures of one workshop: their bytes, kept beside the log."""

import hashlib
from collections import OrderedDict
from collections.abc import Iterable
from typing import Final

from workshop.darkroom import MEDIA_TYPE, Developed
from workshop.store.attachments import Attachment
from workshop.store.store import Store, off_loop

MOST_REMEMBERED: Final = 16 * 1024 * 1024


class Album:
    """The pictures of the workshop with that number in the store; those that were looked at lately are at hand."""

    def __init__(self, store: Store, number: int) -> None:
        self._store, self._number = store, number
        self._recent: OrderedDict[str, bytes] = OrderedDict()

    async def keep(self, id: str, actor: str, picture: Developed) -> str:
        """Keeps a picture under an id; returns the SHA-256 of its bytes, as hex."""
        sha256 = hashlib.sha256(picture.content).hexdigest()
        row = Attachment(id, actor, sha256, MEDIA_TYPE, picture.width, picture.height, len(picture.content), picture.content)
        await self._store.attach(self._number, row)
        return sha256

    async def content(self, id: str) -> bytes | None:
        """The bytes of a picture; None where they are gone."""
        if id not in self._recent:
            found: bytes | None = await off_loop(self._store.attachment, self._number, id)
            if found is None:
                return None
            self._recent[id] = found
            while sum(map(len, self._recent.values())) > MOST_REMEMBERED and len(self._recent) > 1:
                self._recent.popitem(last=False)
        self._recent.move_to_end(id)
        return self._recent[id]

    async def contents(self, ids: Iterable[str]) -> dict[str, bytes]:
        """The bytes of some pictures, by their ids; without those that are gone."""
        found = {id: await self.content(id) for id in ids}
        return {id: content for id, content in found.items() if content is not None}

    async def drop(self, id: str) -> None:
        """Forgets a picture that nobody heard of."""
        self._recent.pop(id, None)
        await self._store.detach(self._number, [id])

    async def tidy(self, known: Iterable[str]) -> None:
        """Forgets the pictures that no event speaks of: the server stopped between the two."""
        lost = set(await off_loop(self._store.attached, self._number)) - set(known)
        if lost:
            await self._store.detach(self._number, lost)

    def forget(self) -> None:
        """Nothing is at hand any more: something was erased."""
        self._recent.clear()
