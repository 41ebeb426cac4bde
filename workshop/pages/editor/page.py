"""The agenda editor: of a workshop, or of a template."""

from collections.abc import Callable
from dataclasses import replace

from fastapi import Request
from nicegui import ui

from workshop.agenda import Agenda, TemplateError, dump
from workshop.drafts import Draft, draft_of
from workshop.hosts import OWNER
from workshop.language import Words as Sentence
from workshop.language import _, n_
from workshop.live import Live
from workshop.messages import Command, new_token
from workshop.method import Rejected
from workshop.pages.desk import Desk
from workshop.pages.editor.editor import Editor
from workshop.pages.editor.files import files
from workshop.pages.editor.outline import outline
from workshop.pages.editor.steps import Steps
from workshop.pages.editor.times import times_of
from workshop.pages.elements import Words, box, button, link
from workshop.pages.shell import actor_of, dress, language_of, live_of
from workshop.pages.starting import held, twice, wear

Press = Callable[[], object]


async def agenda(desk: Desk, request: Request, code: str) -> None:
    """The plan of a workshop."""
    language, actor = language_of(request), actor_of(request)
    live = await live_of(desk, code, language)
    if live is None:
        return
    key, planned = f"agenda-{live.row.code}", live.session.agenda
    draft = desk.drafts.find(key) or draft_of(planned, dump(planned))
    editor = Editor(desk, key, draft, language, lambda: live.session.activities)
    page = Page(editor, "agenda", lambda: _elsewhere(live, editor), keeps=actor.id == OWNER.id)

    async def send(name: str, **args: str) -> bool:
        answer = await live.submit(actor, Command(f"host-{new_token()}", None, name, args))
        if isinstance(answer, Rejected):
            page.trouble.say(editor.say(answer.message))
        return not isinstance(answer, Rejected)

    async def save() -> bool:
        made = page.made()
        if made is None or not await send("ChangeAgenda", agenda=dump(made)):
            return False
        await live.settled()
        await desk.rooms.retitle(live)
        editor.saved(live.session.agenda)
        page.done.say(editor.say(_("Saved.")))
        return True

    async def open_room() -> None:
        if await save() and await send("OpenRoom"):
            ui.navigate.to(f"/console/{live.row.code}")

    back = (editor.say(_("Console")), f"/console/{live.row.code}")
    page.show(back, save, open_room if live.session.stage == "planned" else None)


async def template(desk: Desk, request: Request, name: str) -> None:
    """A template; `new` is an empty page, and one that comes along becomes a copy of one's own."""
    language, actor = language_of(request), actor_of(request)
    found = desk.templates.find(name, language) if name != "new" else None
    base = dump(found.agenda) if found and found.agenda else ""
    key = f"template-{found.name if found else 'new'}"

    fresh = draft_of(found.agenda, base) if found and found.agenda else Draft(language=language)
    editor = Editor(desk, key, desk.drafts.find(key) or fresh, language, tuple)
    page = Page(editor, "own" if found and found.own else "copy", lambda: editor.stale)
    busy = False

    async def save() -> None:
        made = page.made()
        if made is not None:
            kept = desk.templates.save(made, found.name if found and found.own else "")
            editor.saved(made)
            ui.navigate.to(f"/template/{kept}") if kept != name else page.done.say(editor.say(_("Saved.")))

    async def open_room() -> None:
        nonlocal busy
        made = page.made()
        if made is None or busy:
            return
        busy = True
        live = await held(desk, made, actor, opened=True)
        desk.drafts.drop(key)
        ui.navigate.to(f"/console/{live.row.code}")

    def remove() -> None:
        desk.templates.remove(name)
        desk.drafts.drop(key)
        ui.navigate.to("/")

    page.show((editor.say(_("All templates")), "/"), save, open_room, remove if found and found.own else None)


def _elsewhere(live: Live, editor: Editor) -> bool:
    return editor.stale or (not editor.unsaved and editor.draft.base != dump(live.session.agenda))


class Page:
    """The parts of the editor, and the bar below them that says how long it all takes, and saves it."""

    def __init__(self, editor: Editor, kind: str, stale: Callable[[], bool], keeps: bool = False) -> None:
        self.editor = editor
        self.stale = stale
        self.kind = kind
        self.keeps = keeps
        dress("start editor", editor.draft.title or "Palabre", editor.language)
        wear()

    def made(self) -> Agenda | None:
        """The agenda, or None: then it is said what must be put right."""
        self.trouble.say("")
        try:
            return self.editor.agenda()
        except TemplateError as error:
            self.trouble.say(str(error))
            return None

    def show(self, back: tuple[str, str], save: Press, open_room: Press | None, remove: Press | None = None) -> None:
        """Draws the page."""
        editor, say = self.editor, self.editor.say
        with box("content"):
            link(f"← {back[0]}", back[1], "back")
            title = Words("h1")
            title.props["dir"] = "auto"
            with box("elsewhere row now", "p") as elsewhere:
                Words("span", say(_("This was changed on another screen.")))
                button(say(_("Show what is there now")), ui.navigate.reload, "small")
            with box("two"):
                outline(editor)
                with box("rest"):
                    Steps(editor)
                    files(editor, lambda agenda: self._replace(draft_of(agenda, editor.draft.base)), self.keeps)
                    if remove is not None:
                        twice(say(_("Remove this template")), say(_("Remove it for good?")), remove, "quiet small remove")
        self._bar(save, open_room)
        plain = say(_("Agenda") if self.kind == "agenda" else _("A new workshop"))
        editor.drawn(lambda: title.say(editor.draft.title or editor.draft.question or plain))

        def moved_on() -> None:
            elsewhere.set_visibility(self.stale())

        editor.drawn(moved_on)
        editor.draw()
        ui.timer(2.0, editor.draw)  # what happens in the room, or on another screen

    def _bar(self, save: Press, open_room: Press | None) -> None:
        editor, say = self.editor, self.editor.say
        with box("bar", "footer"):
            with box("sum"):
                total, until = Words("b"), Words("span", "", "soft")
            with box("told") as told:
                self.trouble, self.done = Words("p", "", "stop"), Words("p", "", "good")
            told.props["role"] = "status"
            editor.passing += (self.trouble, self.done)
            undo = twice(say(_("Discard the changes")), say(_("Discard them for good?")), self._discard, "quiet")
            button(say(_("Save as a template") if self.kind == "copy" else _("Save")), save, "" if open_room else "go")
            if open_room is not None:
                button(say(_("Open the room")), open_room, "go")

        def draw() -> None:
            times, minutes = times_of(editor.draft), editor.draft.minutes
            total.say(say(n_("{count} minute", "{count} minutes", minutes)))
            until.say(f"{times[0]}–{times[-1]}" if times else say(self._state()))
            undo.set_visibility(editor.unsaved)

        editor.drawn(draw)

    def _state(self) -> Sentence:
        return _("Not saved yet") if self.editor.unsaved else ""

    def _discard(self) -> None:
        self.editor.desk.drafts.drop(self.editor.key)
        ui.navigate.reload()

    def _replace(self, draft: Draft) -> None:
        """Another plan in the place of this one: the page is drawn anew, since every field is another."""
        self.editor.draft = replace(draft, changes=self.editor.draft.changes, starts=self.editor.draft.starts)
        self.editor.changed()
        ui.navigate.reload()
