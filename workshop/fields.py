"""What each setting of a method is asked with, found out from its type: a switch, a number, a choice, a date, words, lines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from pydantic import PydanticUserError, TypeAdapter, ValidationError

from workshop.language import Words, _
from workshop.method import Label, Method

Json = Any
Kind = Literal["switch", "number", "choice", "date", "line", "text", "lines", "other"]
LONG: Final = 280


@dataclass(frozen=True, slots=True)
class Field:
    """How one setting is asked for; "other" is what no form can ask for: it is set in the TOML file."""

    name: str
    kind: Kind
    label: Words
    help: Words = ""
    default: Json = None
    least: float | None = None
    most: float | None = None
    limit: int = LONG
    options: Mapping[str, Words] = field(default_factory=dict)


def fields_of(method: Method) -> Sequence[Field]:
    """The fields for the settings of a method, in their order."""
    try:
        schema = TypeAdapter(method.settings).json_schema()
    except PydanticUserError:  # a type of somebody's own that has no schema
        schema = {"properties": {name: {} for name in getattr(method.settings, "__dataclass_fields__", {})}}
    return [_field(name, part, method.labels.get(name)) for name, part in schema.get("properties", {}).items()]


def wrong_in(method: Method, settings: Mapping[str, Json]) -> Mapping[str, Words]:
    """What is wrong with settings, by the name of each that does not fit."""
    known = {one.name: one for one in fields_of(method)}
    wrong: dict[str, Words] = {name: _("This method has no such setting.") for name in settings if name not in known}
    try:
        TypeAdapter(method.settings).validate_python({name: value for name, value in settings.items() if name in known})
    except ValidationError as error:
        for one in error.errors():
            name = str(one["loc"][0]) if one["loc"] else ""
            wrong[name] = _wanted(known[name], one["msg"]) if name in known else one["msg"]
    return wrong


def value_of(asked: Field, given: Json) -> Json:
    """What was put into a field, as the value of its setting; what is no number stays as it is, to be put right."""
    match asked.kind:
        case "switch":
            return given is True
        case "number":
            return _number(str(given))
        case "lines":
            return [line.strip() for line in str(given).splitlines() if line.strip()]
        case _:
            return str(given)


def _field(name: str, part: Mapping[str, Json], label: Label | None) -> Field:
    part = next((one for one in part.get("anyOf", ()) if one.get("type") != "null"), {}) | dict(part)
    known = label.options if label else {}
    return Field(
        name,
        _kind(part),
        label.text if label else name.replace("_", " ").capitalize(),
        (label.help if label else None) or part.get("description", ""),
        part.get("default"),
        _bound(part, "minimum", "exclusiveMinimum", 1),
        _bound(part, "maximum", "exclusiveMaximum", -1),
        part.get("maxLength", LONG),
        {str(one): known.get(str(one), str(one)) for one in part.get("enum", ())},
    )


def _kind(part: Mapping[str, Json]) -> Kind:
    match part:
        case {"type": "boolean"}:
            return "switch"
        case {"type": "integer" | "number"}:
            return "number"
        case {"type": "string", "enum": _}:
            return "choice"
        case {"type": "string", "format": "date"}:
            return "date"
        case {"type": "string"}:
            return "text" if part.get("maxLength", LONG) > LONG else "line"
        case {"type": "array", "items": {"type": "string"}}:
            return "lines"
        case _:
            return "other"


def _bound(part: Mapping[str, Json], name: str, exclusive: str, by: int) -> float | None:
    if exclusive in part and part.get("type") == "integer":
        return float(part[exclusive] + by)
    bound: float | None = part.get(name, part.get(exclusive))
    return bound


def _number(text: str) -> Json:
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text


def _wanted(asked: Field, reason: str) -> Words:
    """What to write instead."""
    if asked.kind == "number" and asked.least is not None and asked.most is not None:
        return _("A number from {least} to {most}.", least=f"{asked.least:g}", most=f"{asked.most:g}")
    if asked.kind == "date":
        return _("A date, such as 2027-03-21.")
    return reason
