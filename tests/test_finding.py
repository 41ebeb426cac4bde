"""What was said is found again, in one process or in all; and nothing of whoever was erased."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import Clock
from tests.test_mine import held
from workshop.agenda import Agenda
from workshop.finding import Finding
from workshop.messages import derived_id
from workshop.process.vocabulary import About
from workshop.processes import Processes, command
from workshop.rooms import Rooms
from workshop.store.search import Findable
from workshop.store.store import Store
from workshop.store.wanted import look_for
from workshop.turn import Done


@pytest.fixture
def processes(store: Store, rooms: Rooms, clock: Clock) -> Processes:
    return Processes(store, rooms, clock)


@pytest.fixture
def finding(processes: Processes) -> Finding:
    return Finding(processes)


async def founded(processes: Processes, title: str, *texts: str) -> str:
    """A process with these contributions; its code."""
    process = await processes.found(About(title))
    rows = [{"text": text} for text in texts]
    answer = await processes.submit(process.code, command("Contribute", rows=rows))
    assert isinstance(answer, Done), answer
    return process.code


async def found(finding: Finding, query: str, code: str = "") -> list[str]:
    return sorted(one.found.text for one in await finding.find(query, code))


async def test_words_are_found_without_their_accents_and_capitals_and_by_their_beginning(finding: Finding, processes: Processes) -> None:
    code = await founded(processes, "Die Straße", "Une ÉCOLE à vélo", "Ecological gardens", "A bench")
    assert await found(finding, "école", code) == ["Une ÉCOLE à vélo"]
    assert await found(finding, "eco", code) == ["Ecological gardens", "Une ÉCOLE à vélo"]
    assert await found(finding, "velo a une", code) == ["Une ÉCOLE à vélo"]
    assert await found(finding, "eco ", code) == []


async def test_a_phrase_is_found_only_as_it_stands(finding: Finding, processes: Processes) -> None:
    code = await founded(processes, "Trees", "The old tree must stay", "A tree that is old")
    assert await found(finding, '"old tree"', code) == ["The old tree must stay"]
    assert len(await found(finding, "old tree", code)) == 2


async def test_one_process_is_searched_or_all_and_a_title_is_found_too(finding: Finding, processes: Processes) -> None:
    first, second = await founded(processes, "Our square", "Shade"), await founded(processes, "Our river", "Shade of the bridge")
    assert await found(finding, "shade", second) == ["Shade of the bridge"]
    assert await found(finding, "shade") == ["Shade", "Shade of the bridge"]
    [title] = await finding.find("square")
    assert (title.code, title.found.kind) == (first, "process")


async def test_what_is_added_is_found_at_once_and_what_staff_answer_too(finding: Finding, processes: Processes) -> None:
    code = await founded(processes, "Trees", "A lime tree")
    assert await found(finding, "oak", code) == []
    await processes.submit(code, command("Reply", refs=["process/1"], standing="not_now", text="An oak comes first."))
    [answer] = await finding.find("oak", code)
    assert (answer.found.kind, answer.found.ref) == ("answer", "process/1")


async def test_the_best_match_comes_first(finding: Finding, processes: Processes) -> None:
    code = await founded(processes, "x", f"shade {'and much else ' * 30}", "Shade, shade and shade")
    assert [one.found.text[:5] for one in await finding.find("shade", code)] == ["Shade", "shade"]


async def test_what_somebody_said_is_in_no_file_any_more_once_they_are_erased(
    finding: Finding, processes: Processes, rooms: Rooms, agenda: Agenda, store: Store, tmp_path: Path
) -> None:
    live = await held(rooms, agenda, ana="Wisteria zyxwvu along the wall", bo="A fountain")
    rooms.forgetting.on_erasure(lambda code, _whom: processes.forget(code))
    process = await processes.found(About("The pact"))
    await processes.submit(process.code, command("AddSession", workshop=live.row.code, phase=""))
    ref = f"{live.row.code}/{derived_id(live.row.code, 'say-ana')}"
    [hit] = await finding.find("zyxwvu")
    assert hit.found.ref == ref
    index = (await store.search.heads())[""]
    await rooms.forgetting.erase(live.row.code, ["ana"], "ana")
    await store.erasing.scrub()
    late = [Findable(ref, "idea", "Wisteria zyxwvu along the wall", live.row.code, 1)]
    await store.search.fill(index, process.code, "late", late)  # read before, written after
    assert await found(finding, "zyxwvu") == []
    assert await found(finding, "fountain") == ["A fountain"]
    content = b"".join(path.read_bytes() for path in tmp_path.iterdir() if path.is_file())
    assert b"A fountain" in content
    assert b"zyxwvu" not in content.lower()


async def test_no_query_fails(store: Store) -> None:
    await store.search.heads()

    @settings(max_examples=150)
    @given(st.text(alphabet=st.characters(), max_size=40) | st.text(alphabet="\"*()^:-+{}ab' \x00NEAROT", max_size=20))
    def asks(query: str) -> None:
        assert store.search.find(look_for(query), ["ABCDEF"], 5) == []

    asks()
