"""The figures of a process on their page, and publishing: what everybody would see is shown before."""

from tests.pages.conftest import addresses, press
from tests.pages.process.conftest import Pact, texts
from workshop.dossier.figures import figures_of


async def test_each_figure_says_how_it_is_computed(pact: Pact) -> None:
    user = await pact.open("figures")
    shown = texts(user, "number")
    found = figures_of(await pact.dossier)
    assert len(shown) == len(found)
    assert all(one.how.text in line for one, line in zip(found, shown, strict=True))
    assert "Contributions taken up 33.33% Those that" in "\n".join(shown)
    assert addresses(user, "Figures as CSV") == {f"/api/processes/{pact.code}/figures.csv"}
    await user.should_see("What became of contributions")
    await user.should_see("How commitments stand")


async def test_what_is_new_is_shown_then_published_then_taken_off(pact: Pact) -> None:
    user = await pact.open("publish")
    await user.should_see("It is not public: only staff see it.")
    await user.should_see("Contributions: 3 new")
    assert "Trees for shade" in texts(user, "text")
    await press(user, "Publish this")
    await user.should_see("It is public, as of 2 February 2026.")
    await user.should_see("Nothing: everybody reads what stands here.")
    assert addresses(user, f"/p/{pact.code}") == {f"/p/{pact.code}"}
    await pact.do("Contribute", rows=[{"text": "A fountain"}])
    await user.should_see("Contributions: 1 new")
    assert texts(user, "text") == ["A fountain"]
    await press(user, "Take it off the public page")
    await press(user, "Show it to nobody any more?")
    await user.should_see("It is not public: only staff see it.")
    assert (await pact.process).published is None
