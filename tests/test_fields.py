"""Forms made from the types of settings."""

from dataclasses import dataclass, replace
from typing import Annotated, Any, Literal

import pytest
from pydantic import Field as Bound
from pydantic import WithJsonSchema

from tests.tiny import method as tiny
from workshop.fields import Field, fields_of, value_of, wrong_in
from workshop.language import _, speaker
from workshop.messages import Line, Paragraph
from workshop.method import Label
from workshop.registry import discover


@dataclass(frozen=True)
class Settings:
    question: Line = "What?"
    about: Paragraph = ""
    secret: bool = True
    how_many: Annotated[int, Bound(ge=1, le=9)] = 3
    more_than: Annotated[int, Bound(gt=1)] = 2
    limit: Annotated[int, Bound(ge=1)] | None = None
    form: Literal["word", "sentence"] = "word"
    options: tuple[str, ...] = ("Yes", "No")
    day: Annotated[str, WithJsonSchema({"type": "string", "format": "date"})] = ""
    weights: dict[str, int] | None = None


LABELS = {"form": Label(_("Form"), _("How people answer."), {"word": _("One word")})}
method = replace(tiny, settings=Settings, labels=LABELS)
FIELDS = {one.name: one for one in fields_of(method)}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("question", "line"), ("about", "text"), ("secret", "switch"), ("how_many", "number"), ("limit", "number"), ("form", "choice"),
        ("options", "lines"), ("day", "date"), ("weights", "other"),
    ],
)  # fmt: skip
def test_a_setting_is_asked_for_as_its_type_says(name: str, kind: str) -> None:
    assert FIELDS[name].kind == kind


def test_a_field_knows_its_bounds_and_what_stands_in_it() -> None:
    assert (FIELDS["how_many"].least, FIELDS["how_many"].most, FIELDS["how_many"].default) == (1, 9, 3)
    assert (FIELDS["more_than"].least, FIELDS["limit"].least) == (2, 1)
    assert (FIELDS["question"].limit, FIELDS["about"].limit) == (280, 4000)


def test_a_label_that_is_given_is_used_and_otherwise_the_name() -> None:
    say = speaker("en", ())
    assert (say(FIELDS["form"].label), say(FIELDS["form"].help)) == ("Form", "How people answer.")
    assert {id: say(words) for id, words in FIELDS["form"].options.items()} == {"word": "One word", "sentence": "sentence"}
    assert say(FIELDS["how_many"].label) == "How many"


@pytest.mark.parametrize(
    ("name", "given", "value"),
    [
        ("secret", True, True), ("how_many", "7", 7), ("how_many", "7.5", 7.5), ("how_many", "seven", "seven"), ("how_many", "", ""),
        ("options", " Yes \n\nNo\n", ["Yes", "No"]), ("question", "Why?", "Why?"),
    ],
)  # fmt: skip
def test_what_is_put_in_becomes_a_value(name: str, given: Any, value: Any) -> None:
    assert value_of(FIELDS[name], given) == value


@pytest.mark.parametrize(
    ("settings", "reason"),
    [
        ({"how_many": 99}, {"how_many": "A number from 1 to 9."}),
        ({"how_many": ""}, {"how_many": "A number from 1 to 9."}),
        ({"how_mny": 1}, {"how_mny": "This method has no such setting."}),
        ({"form": "song"}, {"form": "Input should be 'word' or 'sentence'"}),
        ({"how_many": 9, "options": ["Yes"]}, {}),
    ],
)
def test_what_does_not_fit_is_said_where_it_stands(settings: dict[str, Any], reason: dict[str, str]) -> None:
    say = speaker("en", ())
    assert {name: say(words) for name, words in wrong_in(method, settings).items()} == reason


def test_settings_without_a_schema_can_still_be_seen() -> None:
    class Own:
        pass

    @dataclass(frozen=True)
    class Odd:
        own: Own | None = None

    Odd.__annotations__["own"] = Own
    assert [(one.name, one.kind) for one in fields_of(replace(tiny, settings=Odd))] == [("own", "other")]


OURS = [one for one in discover().methods.values() if one.module.__name__.startswith("methods.")]


@pytest.mark.parametrize("ours", OURS, ids=lambda one: one.name)
def test_every_setting_of_ours_has_a_label_and_a_form(ours: Any) -> None:
    fields: list[Field] = list(fields_of(ours))
    assert {one.name for one in fields} == set(ours.labels)
    assert [one.name for one in fields if one.kind == "other"] == []
    assert {id for one in fields for id in one.options} == {id for label in ours.labels.values() for id in label.options}
