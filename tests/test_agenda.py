from pathlib import Path

import pytest

from tests.conftest import METHODS, TEMPLATE
from workshop.agenda import TemplateError, dump, load, parse
from workshop.registry import discover

TEMPLATES = Path(__file__).parent.parent / "examples" / "templates"


def test_a_template_becomes_an_agenda() -> None:
    agenda = parse(TEMPLATE, METHODS)
    assert [step.id for step in agenda.steps] == ["one", "two"]
    assert agenda.minutes == 15


def test_a_step_takes_what_the_step_before_it_yields() -> None:
    assert [step.source for step in parse(TEMPLATE, METHODS).steps] == ["", "one"]


@pytest.mark.parametrize(
    ("change", "line", "words"),
    [
        (('method = "tiny"', 'method = "tinny"'), 6, "no method 'tinny' is installed"),
        (("minutes = 10", "minutes = 0"), 13, "greater than or equal to 1"),
        (("minutes = 10", 'minutes = 10\n[steps.settings]\nquestoin = "?"'), 15, "no setting 'questoin'"),
        (("minutes = 10", 'minutes = 10\nfrom = "three"'), 14, "no earlier step is called 'three'"),
        (('id = "two"', 'id = "one"'), 10, "two steps are called 'one'"),
        (('title = "Second"', 'titel = "Second"'), 12, "titel"),
    ],
)
def test_an_error_names_the_line_and_what_to_do(change: tuple[str, str], line: int, words: str) -> None:
    with pytest.raises(TemplateError) as caught:
        parse(TEMPLATE.replace(*change), METHODS, "evening.toml")
    assert any(f"evening.toml, line {line}:" in one and words in one for one in str(caught.value).splitlines()), str(caught.value)


def test_what_is_not_toml_is_said_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text("title = \n")
    with pytest.raises(TemplateError, match=r"line 1"):
        load(tmp_path / "bad.toml", METHODS)
    with pytest.raises(TemplateError, match="cannot be read"):
        load(tmp_path / "none.toml", METHODS)


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.toml")), ids=lambda path: path.stem)
def test_a_template_written_anew_is_the_same_template(path: Path) -> None:
    methods = discover().methods
    agenda = load(path, methods)
    assert parse(dump(agenda), methods) == agenda
