"""What every part of one console shares: the workshop, who looks at it, and the ways to say, to send and to draw."""

import asyncio
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, tzinfo
from typing import Any

from nicegui.element import Element

from workshop.agenda import zone_of
from workshop.language import Words as Sentence
from workshop.live import Live
from workshop.messages import Command, new_token
from workshop.method import Rejected
from workshop.pages.console.notice import Notice
from workshop.pages.desk import Desk
from workshop.pages.elements import adorn
from workshop.turn import Actor


class Cockpit:
    """The console of one page; a part adds to `draws` what draws it, and to `controls` what only the one who drives may use."""

    def __init__(self, desk: Desk, live: Live, actor: Actor, language: str, frame: Element) -> None:
        self.desk = desk
        self.live = live
        self.actor = actor
        self.language = language
        self.frame = frame
        self.say = live.speaker(language)
        self.zone: tzinfo = zone_of(live.session.agenda.timezone) or UTC
        self.draws: list[Callable[[], None]] = []
        self.controls: list[Element] = []
        self.notice = Notice(self.say)
        self.planning = asyncio.Lock()

    @property
    def driving(self) -> bool:
        """Whether whoever looks has the wheel."""
        return self.actor.id == self.live.session.wheel

    async def send(self, command: str, args: Mapping[str, Any]) -> bool:
        """A command to the running step; whether it was accepted."""
        return await self.submit(command, args, self.live.session.current)

    async def submit(self, name: str, args: Mapping[str, Any] | None = None, activity: str | None = None) -> bool:
        """A command to the session, or to a step; what is refused is said. Whether it was accepted."""
        self.notice.close()  # what was said of the deed before is over
        with self.frame.client:
            answer = await self.live.submit(self.actor, Command(f"host-{new_token()}", activity, name, args or {}))
            if isinstance(answer, Rejected):
                self.notice.tell(answer.message, "stop")
            await self.live.settled()
            self.refresh()
        return not isinstance(answer, Rejected)

    def tell(self, words: Sentence, tone: str = "") -> None:
        """Says for a moment what happened."""
        self.notice.tell(words, tone)

    def refresh(self) -> None:
        """Draws what does not come with the screen."""
        for control in self.controls:
            adorn(control, inert=not self.driving)
        for draw in self.draws:
            draw()

    def hour(self, ms: int) -> str:
        """The time of day where the console is."""
        return datetime.fromtimestamp(ms / 1000, self.zone).strftime("%H:%M")
