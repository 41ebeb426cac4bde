"""The commitments of a process: what was promised, by whom, until when, and how it stands; late ones first."""

from collections.abc import Sequence
from typing import Final

from workshop.dossier.standing import Promise
from workshop.language import Words, _
from workshop.pages.elements import Words as Text
from workshop.pages.elements import box
from workshop.pages.process.promises import Promises
from workshop.pages.process.work import Work
from workshop.process.vocabulary import OF_COMMITMENTS

SIDES: Final = {
    "citizens": _("A commitment of citizens"),
    "institution": _("A commitment of the institution"),
    "both": _("A commitment of both sides"),
}


async def commitments(work: Work) -> None:
    """Draws them."""
    with box("", "section"):
        Text("h2", work.say(_("Commitments")))
        empty = _("Nobody committed to anything yet. The step “Commitments” of a workshop asks who does what, until when.")
        listed = Promises(work, empty, OF_COMMITMENTS, _facts, review=False)
    work.draws.append(lambda: listed.draw(work.dossier.commitments))


def _facts(work: Work, one: Promise) -> Sequence[Words]:
    facts, found = one.thing.facts, list[Words]()
    if facts.get("who"):
        found.append(_("Who: {who}", who=facts["who"]))
    if facts.get("side") in SIDES:
        found.append(SIDES[facts["side"]])
    if facts.get("seen"):
        found.append(_("How we will see it: {seen}", seen=facts["seen"]))
    if facts.get("when"):
        found.append(_("By when: {when}", when=facts["when"]))
    found += [_("From: {text}", text=work.name(ref)) for ref in one.thing.sources if ref in work.dossier.things]
    if not facts.get("confirmed") and "side" in facts:
        found.append(_("Not confirmed yet by the one who commits."))
    return found
