"""Publishing: what everybody would see is shown first, with what is new in it and what is never published."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any

from workshop.language import _, n_
from workshop.pages.elements import Keyed, adorn, box, button, link
from workshop.pages.elements import Words as Text
from workshop.pages.process.told import Told
from workshop.pages.process.work import Work
from workshop.pages.starting import twice
from workshop.publishing.heads import as_published, heads_of
from workshop.publishing.news import News, news_of
from workshop.publishing.shown import shown_of

MOST_NEW = 40
NEVER = (
    _("the names that people gave, and who of the citizens promised something"),
    _("votes and answers that are secret, and who wrote what"),
    _("what was erased: it is gone from the public page at once"),
    _("numbers of fewer than five people"),
)


class Publishing:
    """What would be published: the heads of the logs as they were when this page showed them."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self.heads: Mapping[str, str] = {}
        self.news: Sequence[News] = ()

    async def fetch(self) -> None:
        """Looks what everybody would see now, and what everybody sees."""
        work = self.work
        logs = await work.desk.processes.logs(work.code)
        heads, before = heads_of(logs), work.process.published
        methods = work.desk.rooms.registry.methods
        now = shown_of(await asyncio.to_thread(as_published, logs, heads, methods))
        old = shown_of(await asyncio.to_thread(as_published, logs, before, methods)) if before is not None else None
        self.heads, self.news = heads, news_of(old, now)

    async def publish(self, told: Told) -> None:
        """Publishes what is shown, not what came since."""
        await self.work.submit(told, "Publish", _("It is published."), heads=dict(self.heads))

    async def take_off(self, told: Told) -> None:
        """Nobody but staff sees it any more."""
        await self.work.submit(told, "Unpublish", _("It is taken off: its address leads nowhere now."))


async def publish(work: Work) -> None:
    """Draws it."""
    say, publishing = work.say, Publishing(work)
    with box("publish-page", "section"):
        Text("h2", say(_("What everybody may read")))
        state = Text("p")
        address = link("", f"/p/{work.code}", "", new_tab=True)
        title = Text("h3")
        none = Text("p", say(_("Nothing: everybody reads what stands here.")), "soft")
        news = Keyed(box("news", "ul"), lambda _id: _line(""))
        texts = Keyed(box("texts", "ul"), lambda _id: _line("text"))
        more = Text("p", "", "soft")
        Text("h3", say(_("What is never published")))
        with box("never", "ul"):
            for words in NEVER:
                Text("li", say(words))
        Text("p", say(_("Texts are published as people wrote them. Read those that are new: somebody may be named in them.")), "now")
        with box("preview-box"):
            Text("h3", say(_("This is what everybody would see")))
            preview = box("preview", "iframe")
        with box("row"):
            go = button(say(_("Publish this")), lambda: publishing.publish(told), "go")
            off = box("off")
            with off:
                twice(say(_("Take it off the public page")), say(_("Show it to nobody any more?")), lambda: publishing.take_off(told))
        told = Told()
    adorn(preview, title=say(_("The public page, as it would be")), sandbox="allow-same-origin")

    def draw() -> None:
        process = work.process
        public = process.published is not None
        shown = _("It is public, as of {day}.", day=work.day(process.published_at)) if public else _("It is not public: only staff see it.")
        state.say(say(shown))
        title.say(say(_("What is new since it was published last") if public else _("What would become public")))
        address.say(f"/p/{work.code}" if public else "")
        off.set_visibility(public)
        go.set_visibility(not public or bool(publishing.news))
        none.set_visibility(not publishing.news)
        news.draw(
            {
                say(one.title): {"pos": place, "text": f"{say(one.title)}: {say(_counted(work, one))}"}
                for place, one in enumerate(publishing.news)
            }
        )
        pieces = [piece for one in publishing.news for piece in one.new]
        texts.draw({one.ref: {"pos": place, "text": one.text} for place, one in enumerate(pieces[:MOST_NEW])})
        hidden = len(pieces) - MOST_NEW
        more.say(say(n_("and {count} more, below", "and {count} more, below", hidden)) if hidden > 0 else "")
        version = "-".join(head[:8] for head in publishing.heads.values())
        adorn(preview, src=f"/api/processes/{work.code}/preview?v={version[:200]}")

    work.before.append(publishing.fetch)
    work.draws.append(draw)


def _counted(work: Work, one: News) -> str:
    parts = (
        n_("{count} new", "{count} new", len(one.new)),
        n_("{count} stands otherwise", "{count} stand otherwise", one.other),
        n_("{count} not there any more", "{count} not there any more", one.gone),
    )
    return ", ".join(work.say(part) for part in parts if part.count)


def _line(classes: str) -> tuple[Any, Any]:
    made = Text("li", "", classes)
    adorn(made, dir="auto")
    return made, lambda item: made.say(item["text"])
