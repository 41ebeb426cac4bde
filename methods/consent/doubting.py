"""Who may doubt an argument, or a doubt, and when the doubts were heard."""

from collections.abc import Sequence

from methods.consent import commands as c
from methods.consent import events as e
from methods.consent.doubts import DEEPEST, chain
from methods.consent.state import Argument, State
from workshop.language import _
from workshop.method import Context, Rejected, Role

Doubting = c.Doubt | c.HearDoubts | c.LetGo
Decision = Sequence[e.Event] | Rejected


def decide_doubt(state: State, one: Argument, command: Doubting, context: Context) -> Decision:
    """The events of a command about the doubts of the argument under test, or why it may not be done now."""
    match command:
        case c.Doubt(_id, text, about):
            return _doubt(state, one, text, about, context)
        case c.HearDoubts(_id, about):
            return _hear(one, about)
        case c.LetGo(_id, doubt):
            found = one.doubts.get(doubt)
            if found is None:
                return _gone()
            if context.role is Role.PARTICIPANT and found.person != context.actor:
                return Rejected(_("Only the person whose doubt it is can take it back."), "not-yours")
            return [e.DoubtDropped(one.id, doubt)] if found.status == "open" else []


def _doubt(state: State, one: Argument, text: str, about: str, context: Context) -> Decision:
    owner = one.owner
    if about:
        found = one.doubts.get(about)
        if found is None:
            return _gone()
        if found.depth >= DEEPEST:
            return Rejected(_("This goes very deep. Talk about it aloud, then say what remains."), "deep")
        owner = found.person
    elif state.settings.variant == "holacracy":
        return Rejected(_("In this style the four tests are asked, and nobody else argues."), "guard")
    if context.actor == owner:
        own, mine = _("This is your own argument. You can say it better, or drop it."), _("This is your own doubt. You can take it back.")
        return Rejected(mine if about else own, "own")
    if not text:
        return Rejected(_("Write why you doubt that it qualifies."), "missing")
    before = next(one.doubts.under_label(("by", about, context.actor)), None)
    if before is None:
        return [e.Doubted(context.id, one.id, about, context.actor, text)]
    if before.status == "open" and any(each.status == "heard" for each in one.doubts.under_label(("about", before.id))):
        return [] if before.text == text else [e.DoubtRefined(one.id, before.id, context.actor, text)]
    return Rejected(_("Your doubt is noted already. It will be heard."), "once")


def _hear(one: Argument, about: str) -> Decision:
    if about and about not in one.doubts:
        return _gone()
    waiting = list(one.doubts.under_label(("open", about)))
    if not waiting:
        return []
    if any(one.doubts.count(("open", each.id)) for each in waiting):
        deepest = chain(one)[-1]
        return Rejected(_("Somebody disagrees with a doubt: hear this first: “{text}”", text=deepest.text), "guard")
    return [e.DoubtsHeard(one.id, about)]


def _gone() -> Rejected:
    return Rejected(_("That doubt is no longer there."), "unknown")
