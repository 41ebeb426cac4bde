"""The start page: a new workshop from a template, the processes, and the workshops that are there."""

from fastapi import Request

from workshop.agenda import Agenda
from workshop.language import Speaker, _
from workshop.pages.desk import Desk
from workshop.pages.elements import Words, box, link
from workshop.pages.process.listed import Listed
from workshop.pages.shell import actor_of, dress, language_of
from workshop.pages.starting import wear
from workshop.pages.workshops import Workshops
from workshop.templates import Template


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
            with box("mine"):
                with box("", "section"):
                    Words("h2", say(_("Processes")))
                    processes = Listed(desk, say)
                with box("", "section"):
                    Words("h2", say(_("Your workshops")))
                    mine = Workshops(desk, say, language, actor_of(request), processes.draw)
        for broken in desk.rooms.registry.broken:
            Words("p", say(_("The method {name}, brought by {distribution}, could not be loaded: {error}",
                             name=broken.name, distribution=broken.distribution, error=broken.error)), "stop")  # fmt: skip
    await processes.draw()
    await mine.draw()


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
