"""Who belongs to one workshop: the names that people gave, the phones that are theirs, and the facilitators."""

from hmac import compare_digest
from typing import Final

from workshop.language import Words, _
from workshop.messages import digest_of, new_token
from workshop.session.reading import called
from workshop.session.state import HOST, Session
from workshop.store.store import PersonRow, Store, off_loop

OWNER: Final = f"{HOST}1"


class Roll:
    """The people of the workshop with that number in the store."""

    def __init__(self, store: Store, number: int) -> None:
        self.names: dict[str, str] = {}
        self._store, self._number = store, number
        self._phones: dict[str, PersonRow] = {}

    async def load(self) -> None:
        """Reads who is known."""
        rows: dict[str, PersonRow] = await off_loop(self._store.tokens, self._number)
        self._phones = {token: who for token, who in rows.items() if not who.id.startswith(HOST)}
        self.names = {who.id: who.name for who in rows.values() if who.name or who.id.startswith(HOST)}

    def recognise(self, token: str) -> PersonRow | None:
        """The person whose phone holds this token, if somebody came in with it before."""
        return self._phones.get(digest_of(token))

    def behind(self, code: str, secret: str) -> PersonRow | None:
        """The person whose private link to the workshop of this code has this secret."""
        return next((who for token, who in self._phones.items() if compare_digest(secret_of(code, token), secret)), None)

    async def introduce(self, who: PersonRow, token: str) -> None:
        """Keeps who a new person is: the name that they gave, if any, and their language."""
        await self._store.add_person(self._number, who, digest_of(token))
        self._know(who, token)

    async def reintroduce(self, who: PersonRow, token: str) -> None:
        """Keeps a new name or language of somebody who is known."""
        await self._store.change_person(self._number, who)
        self._know(who, token)

    def forget(self, person: str) -> None:
        """Nobody has this name or this phone any more."""
        self.names.pop(person, None)
        self._phones = {token: who for token, who in self._phones.items() if who.id != person}

    @property
    def hosts(self) -> tuple[str, ...]:
        """The facilitators by their ids, the one who made the workshop first."""
        return (OWNER, *sorted(id for id in self.names if id.startswith(HOST) and id != OWNER))

    async def add_host(self, name: str) -> str:
        """Keeps the name of a new co-facilitator; returns the id under which they act."""
        id = f"{HOST}{len(self.hosts) + 1}"
        await self._store.add_person(self._number, PersonRow(id, name, ""), digest_of(new_token()))
        self.names[id] = name
        return id

    def name(self, person: str, session: Session) -> Words:
        """How somebody is called on screens."""
        if person.startswith(HOST):
            return self.names.get(person) or _("Facilitator {number}", number=int(person.removeprefix(HOST)))
        return called(session, person) if person in session.tables else self.names.get(person) or called(session, person)

    def _know(self, who: PersonRow, token: str) -> None:
        self._phones[digest_of(token)] = who
        self.names[who.id] = who.name


def secret_of(code: str, token_hash: str) -> str:
    """What stands in the private link of whoever holds the token of that hash: it tells nothing about the token."""
    return digest_of("mine", code, token_hash)[:32]


def link_path(code: str, secret: str) -> str:
    """The path of a private link."""
    return f"/mine/{code}/{secret}"
