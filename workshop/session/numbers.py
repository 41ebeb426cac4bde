"""The numbers of people's coming, read where they are kept."""

from collections.abc import Iterator, Mapping

from workshop.session.state import Person


class Numbers(Mapping[str, int]):
    """The number of each person, 0 for a device that a table shares."""

    def __init__(self, people: Mapping[str, Person]) -> None:
        self._people = people

    def __getitem__(self, id: str) -> int:
        return self._people[id].number

    def __iter__(self) -> Iterator[str]:
        return iter(self._people)

    def __len__(self) -> int:
        return len(self._people)
