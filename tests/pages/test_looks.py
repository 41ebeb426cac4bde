"""The look of the pages is ours: no class of our sheets means something to the widget library, and every class has one sheet."""

import re
from pathlib import Path

import nicegui

STATIC = Path(__file__).parents[2] / "static"
TOKENS = [STATIC / "tokens.css", STATIC / "dark.css"]
SHEETS = sorted(set(STATIC.glob("*.css")) - {*TOKENS, STATIC / "style.css"})
THEIRS = [path for path in (Path(nicegui.__file__).parent / "static").glob("*.css") if re.match(r"quasar|nicegui", path.name)]
# how NiceGUI hides, what it wraps a page in, a row that is a row in both, and a bar of theirs that we hide
MEANT = {"hidden", "nicegui-content", "row", "q-loading-bar"}


def classes(*sheets: Path) -> set[str]:
    texts = (re.sub(r"/\*.*?\*/|\{[^{}]*\}", " ", sheet.read_text(encoding="utf-8"), flags=re.DOTALL) for sheet in sheets)
    return {name for text in texts for name in re.findall(r"\.([A-Za-z][\w-]*)", text)}


def test_no_class_of_ours_is_one_of_the_widget_library() -> None:
    assert THEIRS
    assert classes(*SHEETS) & classes(*THEIRS) - MEANT == set()


COLOR = (
    r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|hwb|(?:ok)?l(?:ab|ch))a?\(|(?<![-\w])(?:white|black|gr[ae]y|red|green|blue|yellow|orange)(?![-\w])"
)


def test_every_colour_is_a_token() -> None:
    for path in STATIC.glob("*.css"):
        rules = re.sub(r"/\*.*?\*/|url\([^)]*\)", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        assert path in TOKENS or re.findall(rf":[^;{{}}]*?({COLOR})", rules) == [], path


def test_every_token_that_is_used_is_there_and_none_is_for_nothing() -> None:
    rules = {path: path.read_text(encoding="utf-8") for path in STATIC.glob("*.css")}
    made = {name for text in rules.values() for name in re.findall(r"(--[\w-]+):", text)}
    ours = {name for path in TOKENS for name in re.findall(r"(--[\w-]+):", rules[path])}
    scripts = [path.read_text(encoding="utf-8") for path in [*STATIC.rglob("*.js"), *(STATIC.parent / "workshop" / "pages").rglob("*.py")]]
    used = {name for text in [*rules.values(), *scripts] for name in re.findall(r"var\((--[\w-]+)", text)}
    by_number = {f"--t{number}" for number in range(9)}
    given = {name for text in scripts for name in re.findall(r"--[a-z]+", text)}
    assert used - made - given == set()
    assert ours - used - by_number == set()


def test_nothing_is_fetched_from_elsewhere() -> None:
    for path in [*SHEETS, STATIC / "pages.js", *(STATIC / "wall").glob("*.js")]:
        assert "//" not in re.sub(r"(?m)//[^'\n]*$|/\*.*?\*/", "", path.read_text(encoding="utf-8")), path
