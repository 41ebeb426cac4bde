"""What is new in what is shown, since it was published last."""

from collections.abc import Sequence
from dataclasses import dataclass

from workshop.language import Message, _
from workshop.publishing.shown import Piece, Shown

NOTHING: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class News:
    """What changed in a part of the page: the pieces that are new, how many say something else, how many are gone."""

    title: Message
    new: tuple[Piece, ...]
    other: int
    gone: int


def news_of(before: Shown | None, now: Shown) -> tuple[News, ...]:
    """The parts in which something changed; all of it is new where nothing was published."""
    parts = (
        _news(_("Sessions"), before.sessions if before else NOTHING, now.sessions),
        _news(_("Decisions"), before.decisions if before else NOTHING, now.decisions),
        _news(_("Commitments"), before.commitments if before else NOTHING, now.commitments),
        _news(_("Contributions"), before.contributions if before else NOTHING, now.contributions),
        _news(_("The description"), description(before) if before else NOTHING, description(now)),
    )
    return tuple(one for one in parts if one.new or one.other or one.gone)


def description(shown: Shown) -> tuple[Piece, ...]:
    """What staff wrote of the process itself."""
    about = shown.process.about
    texts = (about.title, about.question, about.territory, about.about, *(f"{phase.title} {phase.about}".strip() for phase in about.phases))
    return tuple(Piece(f"about/{place}", text) for place, text in enumerate(texts) if text.strip())


def _news(title: Message, before: Sequence[Piece], now: Sequence[Piece]) -> News:
    """A text that reads otherwise than it did is new; one about which something else is said is another."""
    old = {one.ref: one for one in before}
    new = tuple(one for one in now if one.ref not in old or old[one.ref].text != one.text)
    other = sum(one.ref in old and old[one.ref].text == one.text and old[one.ref].said != one.said for one in now)
    return News(title, new, other, len({*old} - {one.ref for one in now}))
