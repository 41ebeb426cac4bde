"""The start page: a new workshop from a template, and the workshops that are there."""

from datetime import timedelta

from babel.dates import format_timedelta
from fastapi import Request

from workshop.agenda import Agenda
from workshop.language import Speaker, _, n_
from workshop.pages.desk import Desk
from workshop.pages.elements import Words, box, link, toned
from workshop.pages.shell import dress, language_of
from workshop.pages.starting import wear
from workshop.store.overview import Standing
from workshop.templates import Template

STAGES = {"planned": _("Planned"), "open": _("Room open"), "closed": _("Over")}


async def home(desk: Desk, request: Request) -> None:
    """Draws the page."""
    language = language_of(request)
    say = desk.rooms.speaker(language)
    dress("start home", "Palabre", language)
    wear()
    with box("content"):
        with box("masthead", "header"):
            Words("p", "Palabre", "wordmark")
            Words("h1", say(_("What will you hold?")))
        with box("two"):
            with box("new", "section"):
                Words("h2", say(_("New workshop")))
                _new(desk, say, language)
            with box("mine", "section"):
                Words("h2", say(_("Your workshops")))
                _workshops(say, language, await desk.rooms.standings(), desk.rooms.clock())
        for broken in desk.rooms.registry.broken:
            Words("p", say(_("The method {name}, brought by {distribution}, could not be loaded: {error}",
                             name=broken.name, distribution=broken.distribution, error=broken.error)), "stop")  # fmt: skip


def _new(desk: Desk, say: Speaker, language: str) -> None:
    with box("templates", "ul"):
        for one in desk.templates.listed(language):
            if one.agenda is not None:
                _template(say, one, one.agenda)
        with box("template own-plan", "li"):
            link(say(_("Build your own")), "/template/new", "name")
            Words("p", say(_("Choose the steps yourself, from an empty page or a file.")))
    for one in desk.templates.listed(language):
        Words("p", one.trouble, "stop")


def _template(say: Speaker, template: Template, agenda: Agenda) -> None:
    with box("template", "li"):
        with box("row"):
            link(agenda.title, f"/new/{template.name}", "name").props["dir"] = "auto"
            Words("span", say(_("{count} min", count=agenda.minutes)), "pill")
        Words("p", agenda.about).props["dir"] = "auto"
        Words("p", " → ".join(step.title for step in agenda.steps), "soft line").props["dir"] = "auto"
        if template.own:
            link(say(_("Change this template")), f"/template/{template.name}", "change")


def _workshops(say: Speaker, language: str, found: list[Standing], now: int) -> None:
    if not found:
        Words("p", say(_("None yet. Choose a template: a few words, and people can come in.")), "soft empty")
    with box("workshops", "ul"):
        for one in found:
            _workshop(say, language, one, now)


def _workshop(say: Speaker, language: str, one: Standing, now: int) -> None:
    ago = format_timedelta(timedelta(milliseconds=one.changed_at - now), add_direction=True, locale=language)
    came = say(n_("{count} person came", "{count} people came", one.people)) if one.people else ""
    with box("workshop", "li"):
        link(one.title, f"/console/{one.code}", "name").props["dir"] = "auto"
        with box("row"):
            toned(Words("span", say(STAGES[one.stage]), "pill"), {"open": "good", "closed": "over"}.get(one.stage, ""))
            Words("span", " · ".join(part for part in (one.code, came, ago) if part), "soft")
        with box("row"):
            link(say(_("Console")), f"/console/{one.code}", "button small")
            if one.stage != "closed":
                link(say(_("Agenda")), f"/agenda/{one.code}", "button small quiet")
                link(say(_("Wall")) + " ↗", f"/wall/{one.code}", "button small quiet", new_tab=True)
            else:
                link(say(_("Record")), f"/record/{one.code}", "button small quiet")
