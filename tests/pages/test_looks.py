"""The look of the pages is ours: no class of our sheets means something to the widget library, and every class has one sheet."""

import re
from pathlib import Path

import nicegui

STATIC = Path(__file__).parents[2] / "static"
SHEETS = [STATIC / "pages.css", STATIC / "wall.css"]
THEIRS = [path for path in (Path(nicegui.__file__).parent / "static").glob("*.css") if re.match(r"quasar|nicegui", path.name)]
MEANT = {"hidden", "nicegui-content", "row"}  # how NiceGUI hides, what it wraps a page in, and a row that is a row in both


def classes(*sheets: Path) -> set[str]:
    texts = (re.sub(r"/\*.*?\*/|\{[^{}]*\}", " ", sheet.read_text(encoding="utf-8"), flags=re.DOTALL) for sheet in sheets)
    return {name for text in texts for name in re.findall(r"\.([A-Za-z][\w-]*)", text)}


def test_no_class_of_ours_is_one_of_the_widget_library() -> None:
    assert THEIRS
    assert classes(*SHEETS) & classes(*THEIRS) - MEANT == set()


def test_nothing_is_fetched_from_elsewhere() -> None:
    for path in [*SHEETS, STATIC / "pages.js", *(STATIC / "wall").glob("*.js")]:
        assert "//" not in re.sub(r"(?m)//[^'\n]*$|/\*.*?\*/", "", path.read_text(encoding="utf-8")), path
