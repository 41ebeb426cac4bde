"""The record as a page: what will be downloaded, read on the spot."""

from nicegui import ui
from nicegui.testing import User

from tests.pages.test_console import come_in, host, say
from workshop.live import Live


async def test_the_record_reads_on_the_page_and_nothing_in_it_is_alive(visitor: User, live: Live) -> None:
    await host(live, "Next")
    await host(live, "Next")
    await come_in(live, "p1")
    await say(live, "Trees <script>alert(1)</script> <img src=x onerror=alert(2)>")
    await visitor.open(f"/record/{live.row.code}")
    [shown] = visitor.find(kind=ui.html).elements
    assert "<h1>Our square</h1>" in shown.content
    assert "Trees" in shown.content
    assert "<script" not in shown.content
    assert "onerror" not in shown.content.replace("&lt;img src=x onerror=alert(2)&gt;", "")


async def test_the_record_can_be_downloaded(visitor: User, live: Live) -> None:
    await visitor.open(f"/record/{live.row.code}")
    links = {str(one.props.get("href")) for one in visitor.find(kind=ui.element).elements if one.tag == "a"}
    assert {f"/api/workshops/{live.row.code}/record.md", f"/api/workshops/{live.row.code}/record.zip"} <= links


async def test_each_file_for_other_programs_can_be_downloaded_by_itself(visitor: User, live: Live) -> None:
    await visitor.open(f"/record/{live.row.code}")
    [link] = [one for one in visitor.find(kind=ui.element).elements if "file" in one.classes]
    assert link.props["href"] == f"/api/workshops/{live.row.code}/files/contributions.csv"


async def test_the_sheet_of_a_decision_that_there_is_not_says_so(visitor: User, live: Live) -> None:
    await visitor.open(f"/record/{live.row.code}/decision/1")
    await visitor.should_see("There is no such decision.")


async def test_a_code_that_nobody_has(visitor: User) -> None:
    await visitor.open("/record/ZZZZZZ")
    await visitor.should_see("No workshop has this code.")
