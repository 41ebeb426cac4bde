"""The start page: a new workshop from a template, and the workshops that are there."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.dates import format_date
from fastapi import Request
from nicegui import ui

from workshop.agenda import Agenda, TemplateError, load
from workshop.language import LANGUAGES, Speaker, _, n_
from workshop.messages import BadMessage, clean
from workshop.pages.desk import Desk
from workshop.pages.elements import Words, box, link
from workshop.pages.shell import dress, language_of
from workshop.pages.widgets.forms import SENT
from workshop.store.store import WorkshopRow


async def home(desk: Desk, request: Request) -> None:
    """Draws the page."""
    language = language_of(request)
    say = desk.rooms.speaker(language)
    dress("home", "Palabre", language)
    with box("content"):
        Words("h1", "Palabre")
        with box("new", "section"):
            Words("h2", say(_("New workshop")))
            for path in sorted(desk.templates.glob("*.toml")):
                _template(desk, say, language, path)
        rows = await desk.rooms.listed()
        if rows:
            with box("list", "section"):
                Words("h2", say(_("Workshops")))
                for row in rows:
                    _row(say, language, row)
        for broken in desk.rooms.registry.broken:
            Words("p", say(_("The method {name}, brought by {distribution}, could not be loaded: {error}",
                             name=broken.name, distribution=broken.distribution, error=broken.error)), "stop")  # fmt: skip


def _template(desk: Desk, say: Speaker, language: str, path: Path) -> None:
    try:
        agenda = load(path, desk.rooms.registry.methods)
    except TemplateError as error:
        Words("p", str(error), "stop")
        return
    with box("template", "details"):
        with box("", "summary"):
            Words("b", agenda.title)
            Words("span", say(n_("{count} minute", "{count} minutes", agenda.minutes)), "soft")
        Words("p", agenda.about)
        Words("p", " → ".join(step.title for step in agenda.steps), "soft")
        with box("form", "form") as made:
            _field("title", say(_("Title")), agenda.title)
            _field("question", say(_("The question")), agenda.question)
            _field("place", say(_("Place")), agenda.place)
            with box("field", "label"):
                Words("span", say(_("Language of the wall and the record")))
                with box("", "select") as select:
                    select.props["name"] = "language"
                    for code, name in LANGUAGES.items():
                        option = Words("option", name)
                        option.props["value"] = code
                        if code == agenda.language:
                            option.props["selected"] = True
            Words("button", say(_("Create")), "button go").props["type"] = "submit"

    async def create(event: Any) -> None:
        given = {name: clean(values[0])[:280] for name, values in event.args.items()}
        wished = _wished(agenda, given)
        live = await desk.rooms.create(wished)
        ui.navigate.to(f"/console/{live.row.code}")

    made.on("submit", create, js_handler=SENT)


def _wished(agenda: Agenda, given: dict[str, str]) -> Agenda:
    """The template with what was filled in; the steps' own question follows where it was the template's question."""
    language = given.get("language", "")
    if language not in LANGUAGES:
        raise BadMessage("language")
    title = given.get("title") or agenda.title
    return replace(agenda, title=title, question=given.get("question", ""), place=given.get("place", ""), language=language)


def _field(name: str, label: str, value: str) -> None:
    with box("field", "label"):
        Words("span", label)
        box("", "input").props.update({"name": name, "maxlength": 280, "defaultValue": value, "dir": "auto"})


def _row(say: Speaker, language: str, row: WorkshopRow) -> None:
    day = format_date(datetime.fromtimestamp(row.created_at / 1000, UTC), "long", locale=language)
    with box("workshop"):
        with box(""):
            Words("b", row.title).props["dir"] = "auto"
            Words("p", f"{row.code} · {day}", "soft")
        link(say(_("Console")), f"/console/{row.code}")
        link(say(_("Wall")), f"/wall/{row.code}", new_tab=True)
        link(say(_("Record")), f"/record/{row.code}")
