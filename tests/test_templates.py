"""The templates that come along, in every language, each played to its end; and one's own."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest
import pytest_asyncio

from tests.browser.snapshots import played
from tests.conftest import METHODS, TEMPLATE
from workshop.advice import doubts_of
from workshop.agenda import Agenda, load, parse
from workshop.background import Background
from workshop.fields import fields_of
from workshop.language import LANGUAGES, speaker
from workshop.live import OWN_LOCALE
from workshop.record.folder import folder_of, write_folder
from workshop.record.verify import verify
from workshop.registry import discover
from workshop.rooms import Rooms
from workshop.store.store import Store
from workshop.templates import Templates

SHIPPED = Path(__file__).parents[1] / "examples" / "templates"
REGISTRY = discover()
NAMES = sorted(path.stem for path in SHIPPED.glob("*.toml"))
TRANSLATED = [language for language in LANGUAGES if language != "en"]
every_template = pytest.mark.parametrize("name", NAMES)


@pytest.fixture
def templates(tmp_path: Path) -> Templates:
    (tmp_path / "shipped").mkdir()
    (tmp_path / "shipped" / "square.toml").write_text(TEMPLATE)
    return Templates(tmp_path / "shipped", tmp_path / "own", METHODS)


@pytest.fixture(scope="module")
def background() -> Iterator[Background]:
    """One process that computes for all of them: it takes long to start."""
    background = Background(limit_s=60)
    yield background
    background.close()


@pytest_asyncio.fixture(loop_scope="module")
async def real_rooms(store: Store, background: Background) -> AsyncIterator[Rooms]:
    rooms = Rooms(store, REGISTRY, count(1_790_000_000_000, 500).__next__, background)
    yield rooms
    await rooms.close()


def bones(agenda: Agenda) -> list[object]:
    """What is the same in every language: all but the texts."""
    return [replace(step, title="", settings=_without_texts(step.method, step.settings)) for step in agenda.steps]


def _without_texts(method: str, settings: object) -> dict[str, object]:
    texts = {one.name for one in fields_of(REGISTRY.methods[method]) if one.kind in ("line", "text", "lines")}
    return {name: name in texts or value for name, value in dict(settings).items()}  # type: ignore[call-overload]


@every_template
@pytest.mark.parametrize("language", TRANSLATED)
def test_a_template_is_the_same_in_every_language_but_for_its_words(name: str, language: str) -> None:
    english, other = load(SHIPPED / f"{name}.toml", REGISTRY.methods), load(SHIPPED / language / f"{name}.toml", REGISTRY.methods)
    assert other.language == language
    assert bones(other) == bones(english)
    for text in ("title", "about", "question"):
        assert getattr(other, text) not in ("", getattr(english, text))


@every_template
def test_nothing_is_doubtful_about_a_template_but_that_a_proposal_or_what_is_due_is_to_be_brought(name: str) -> None:
    agenda = load(SHIPPED / f"{name}.toml", REGISTRY.methods)
    doubts = [doubts_of(agenda.steps, place, REGISTRY.methods) for place in range(len(agenda.steps))]
    assert [place for place, doubt in enumerate(doubts) if doubt] == ([1] if name in ("consent", "follow-up") else [])
    assert 40 <= agenda.minutes <= 90


@every_template
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.asyncio(loop_scope="module")
async def test_a_template_is_played_to_a_record_that_verifies(real_rooms: Rooms, name: str, language: str, tmp_path: Path) -> None:
    folder = SHIPPED if language == "en" else SHIPPED / language
    live = await real_rooms.create(load(folder / f"{name}.toml", REGISTRY.methods))
    async for _moment in played(live, people=30 if language == "en" else 6):
        pass
    assert live.session.stage == "closed"
    assert set(live.session.activities) == {step.id for step in live.session.agenda.steps}
    assert not any(activity.error for activity in live.session.activities.values())
    write_folder(folder_of(await live.entries(), REGISTRY.methods, live.speaker), tmp_path / "record")
    folders = (OWN_LOCALE, *(method.locale for method in REGISTRY.methods.values()))
    assert verify(tmp_path / "record", REGISTRY.methods, lambda language: speaker(language, folders)) == []


def test_a_template_is_shown_in_the_language_of_the_reader_where_there_is_one(templates: Templates) -> None:
    (templates.shipped / "fr").mkdir()
    (templates.shipped / "fr" / "square.toml").write_text(TEMPLATE.replace("Our square", "Notre place"))
    assert [one.agenda.title for one in templates.listed("fr") if one.agenda] == ["Notre place"]
    assert [one.agenda.title for one in templates.listed("es") if one.agenda] == ["Our square"]


def test_a_template_of_ones_own_is_kept_under_a_name_made_of_its_title(templates: Templates) -> None:
    agenda = parse(TEMPLATE.replace("Our square", "L’été à Évry, 3 h !"), METHODS)
    assert templates.save(agenda) == "l-ete-a-evry-3-h"
    assert templates.save(agenda) == "l-ete-a-evry-3-h-2", "another one of the same title"
    changed = replace(agenda, place="Évry")
    assert templates.save(changed, "l-ete-a-evry-3-h") == "l-ete-a-evry-3-h"
    found = templates.find("l-ete-a-evry-3-h", "en")
    assert found is not None
    assert (found.own, found.agenda) == (True, changed)


@pytest.mark.parametrize("title", ["New", "Square", "日本", "../../secret"])
def test_no_title_takes_the_place_of_something_else(templates: Templates, title: str, tmp_path: Path) -> None:
    name = templates.save(parse(TEMPLATE.replace("Our square", title), METHODS))
    assert name not in ("new", "square")
    assert (tmp_path / "own" / f"{name}.toml").is_file()
    assert [path.name for path in (tmp_path / "shipped").iterdir()] == ["square.toml"]


def test_what_comes_along_is_never_changed(templates: Templates) -> None:
    agenda = parse(TEMPLATE.replace("minutes = 5", "minutes = 7"), METHODS)
    assert templates.save(agenda, "square") == "our-square"
    templates.remove("square")
    found = templates.find("square", "en")
    assert found is not None
    assert found.agenda == parse(TEMPLATE, METHODS)


def test_a_removed_template_is_gone(templates: Templates) -> None:
    name = templates.save(parse(TEMPLATE, METHODS))
    templates.remove(name)
    assert templates.find(name, "en") is None


def test_a_file_that_cannot_be_used_says_why_without_a_path_of_the_machine(templates: Templates) -> None:
    (templates.shipped / "bad.toml").write_text("title =")
    found = templates.find("bad", "en")
    assert found is not None
    assert found.trouble.startswith("bad.toml: this is not TOML")
