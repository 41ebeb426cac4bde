"""The parts of the page of a process, in the order in which they are offered. Another part is another line here."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

from workshop.language import Message, _
from workshop.pages.process.commitments import commitments
from workshop.pages.process.contributions import contributions
from workshop.pages.process.decisions import decisions
from workshop.pages.process.figures import figures
from workshop.pages.process.lineage import lineage
from workshop.pages.process.overview import overview
from workshop.pages.process.publish import publish
from workshop.pages.process.questions import questions
from workshop.pages.process.search import search
from workshop.pages.process.sessions import sessions
from workshop.pages.process.settings import settings
from workshop.pages.process.work import Work


@dataclass(frozen=True, slots=True)
class Part:
    """A part: its name in the address ("" is the first page), its title, and what draws it into where it is called."""

    name: str
    title: Message
    draw: Callable[[Work], Awaitable[None]]


PARTS: Final = (
    Part("", _("Overview"), overview),
    Part("sessions", _("Sessions"), sessions),
    Part("decisions", _("Decisions"), decisions),
    Part("commitments", _("Commitments"), commitments),
    Part("contributions", _("Contributions"), contributions),
    Part("questions", _("Questions"), questions),
    Part("figures", _("Figures"), figures),
    Part("lineage", _("Lineage"), lineage),
    Part("search", _("Search"), search),
    Part("publish", _("Publish"), publish),
    Part("settings", _("Settings"), settings),
)
