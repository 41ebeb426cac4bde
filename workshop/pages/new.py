"""A new workshop from a template: its question, where, in which language; then the room is open."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from fastapi import Request
from nicegui import ui

from workshop.agenda import Agenda, Step, zone_of
from workshop.fields import fields_of
from workshop.language import LANGUAGES, Speaker, _, n_
from workshop.messages import clean
from workshop.pages.desk import Desk
from workshop.pages.elements import Words, box, link
from workshop.pages.process.forms import Choice
from workshop.pages.process.order import newest
from workshop.pages.shell import actor_of, dress, language_of
from workshop.pages.starting import SENT, asked, held, languages, wear
from workshop.process.state import Process

LINE = 280


async def new(desk: Desk, request: Request, name: str) -> None:
    """Draws the page."""
    language, actor = language_of(request), actor_of(request)
    say = desk.rooms.speaker(language)
    found = desk.templates.find(name, language)
    dress("start new-workshop", found.agenda.title if found and found.agenda else "Palabre", language)
    wear()
    process = await desk.processes.get(request.query_params.get("process", ""))
    with box("content narrow"):
        if process is None:
            back = say(_("All templates"))
            link(f"← {back}", "/", "back")
        else:
            link(f"← {process.about.title}", f"/process/{process.code}/sessions", "back").props["dir"] = "auto"
        if found is None or found.agenda is None:
            Words("h1", say(_("There is no such template.")))
            Words("p", found.trouble if found else "", "stop")
            return
        shown = found.agenda
        made = _page(desk, say, shown, process)
    busy = False

    async def create(event: Any) -> None:
        nonlocal busy
        if busy:  # a second press while the first is under way
            return
        busy = True
        opened = event.args.get("then") == "open"
        agenda = _wished(desk, name, shown, event.args)
        live = await held(desk, agenda, actor, opened, process, str(event.args.get("phase", "")))
        ui.navigate.to(f"/{'console' if opened else 'agenda'}/{live.row.code}")

    made.on("submit", create, js_handler=SENT)


def _page(desk: Desk, say: Speaker, agenda: Agenda, process: Process | None) -> Any:
    Words("h1", agenda.title).props["dir"] = "auto"
    Words("p", agenda.about, "lead").props["dir"] = "auto"
    with box("two"):
        with box("sheet", "form") as made:
            asked("question", say(_("The question")), agenda.question, say(_("In large letters on the wall, while people come in.")))
            asked("title", say(_("Title")), agenda.title)
            with box("pair"):
                asked("place", say(_("Place")), agenda.place, say(_("May stay empty.")))
                with box("field", "label"):
                    Words("span", say(_("Language of the wall and the record")))
                    with box("", "select") as select:
                        languages(agenda.language)
            select.props["name"] = "language"
            if process is not None and process.about.phases:
                phase = Choice(say(_("Phase of the process")), "phase")
                phase.draw({one.id: one.title for one in process.about.phases}, newest(process))
            _steps_ask(desk, say, agenda)
            with box("row ends"):
                _submit(say(_("Open the room")), "open", "go")
                _submit(say(_("Change the steps first")), "prepare", "quiet")
        with box("outline", "section"):
            Words("h2", say(n_("{count} minute", "{count} minutes", agenda.minutes)))
            with box("", "ol"):
                for step in agenda.steps:
                    with box("", "li"):
                        Words("span", step.title).props["dir"] = "auto"
                        Words("span", say(_("{count} min", count=step.minutes)), "soft")
    return made


def _steps_ask(desk: Desk, say: Speaker, agenda: Agenda) -> None:
    """What the steps themselves ask, where that is not the question of the whole."""
    own = [(step, name, text) for step in agenda.steps for name, text in _texts(desk, step).items() if text != agenda.question]
    if own:
        with box("steps-ask", "details"):
            Words("summary", say(_("What the steps ask")))
            for step, name, text in own:
                asked(f"{step.id} {name}", step.title, text)


def _texts(desk: Desk, step: Step) -> Mapping[str, str]:
    method = desk.rooms.registry.methods[step.method]
    lines = [one.name for one in fields_of(method) if one.kind == "line"]
    return {name: step.settings[name] for name in lines if step.settings.get(name)}


def _submit(text: str, then: str, tone: str) -> None:
    Words("button", text, f"button {tone}").props.update({"type": "submit", "name": "then", "value": then})


def _wished(desk: Desk, name: str, shown: Agenda, given: Mapping[str, Any]) -> Agenda:
    """The template in the chosen language with what was written; what was left as it was shown is said in that language."""
    language = given.get("language") if given.get("language") in LANGUAGES else shown.language
    found = desk.templates.find(name, str(language))
    agenda = found.agenda if found and found.agenda else shown
    title, question, place = (_chosen(given, one, getattr(shown, one), getattr(agenda, one)) for one in ("title", "question", "place"))
    steps = tuple(
        _step(desk, step, before, (agenda.question, question), given) for step, before in zip(agenda.steps, shown.steps, strict=True)
    )
    zone = str(given.get("timezone", ""))
    timezone = zone if agenda.timezone == "UTC" and zone and zone_of(zone) else agenda.timezone
    return replace(
        agenda, title=title or agenda.title, question=question, place=place, language=str(language), timezone=timezone, steps=steps
    )


def _step(desk: Desk, step: Step, shown: Step, question: tuple[str, str], given: Mapping[str, Any]) -> Step:
    """A step with what it asks; one that asks the question of the whole follows it."""
    texts, before = _texts(desk, step), _texts(desk, shown)
    followed = {name: question[1] if text == question[0] else text for name, text in texts.items()}
    written = {name: _chosen(given, f"{step.id} {name}", before.get(name, ""), text) for name, text in followed.items()}
    return replace(step, settings={**step.settings, **written})


def _chosen(given: Mapping[str, Any], name: str, shown: str, otherwise: str) -> str:
    """What was written in a field, or, where it was left as it was, what stands there otherwise."""
    text = " ".join(clean(str(given.get(name, shown)))[:LINE].split())
    return otherwise if text == shown else text
