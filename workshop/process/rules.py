"""From a command of staff to events, or to a rejection that says what to do."""

from collections.abc import Callable, Collection, Sequence
from typing import Any, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from workshop.language import LANGUAGES, Message, _
from workshop.messages import BadMessage, Command, is_day, read
from workshop.method import Rejected
from workshop.process.commands import (
    COMMANDS,
    AddSession,
    Contribute,
    Describe,
    MoveSession,
    Publish,
    RecordErasure,
    RemoveSession,
    Reply,
    SetStatus,
    TakeNote,
    Unpublish,
    WithdrawReply,
)
from workshop.process.events import (
    Answered,
    AnswerWithdrawn,
    Contributed,
    Described,
    Marked,
    NamesErased,
    Noted,
    Published,
    SessionAdded,
    SessionMoved,
    SessionRemoved,
)
from workshop.process.state import Process
from workshop.process.vocabulary import OWN, About

Answer = Sequence[object] | Rejected


def decide(process: Process, command: Command, foreign: Collection[str] = ()) -> Answer:
    """What comes of a command; `foreign` are the refs of what its workshops were given by other processes.

    `Undo` is not among the commands: it needs the log, see `workshop.process.undo`.
    """
    cls: type[Any] | None = COMMANDS.get(command.name)
    rule = RULES.get(cls) if cls else None
    if cls is None or rule is None:
        return Rejected(_("There is no command of that name."), "unknown-command")
    try:
        wanted: Any = read(cls, command.args)
    except BadMessage as error:
        return Rejected(_("That could not be read: {reason}", reason=str(error)), "bad-arguments")
    strange = _strange(process, _named(wanted), foreign)
    if strange:
        return Rejected(_("This is not a part of the process: {ref}", ref=strange), "unknown-ref")
    return rule(process, wanted)


def wrong_with(about: About) -> Message | None:
    """What keeps a process from being described so; None when all is well."""
    ids = [phase.id for phase in about.phases]
    if not about.title:
        return _("A process needs a title.")
    if any(language not in LANGUAGES for language in about.languages):
        return _("Palabre does not speak one of these languages.")
    if len(set(ids)) < len(ids):
        return _("Two phases have the same name.")
    if any(not phase.title for phase in about.phases):
        return _("Each phase needs a name.")
    try:
        ZoneInfo(about.timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return _("There is no time zone of that name.")
    return None


def _describe(process: Process, wanted: Describe) -> Answer:
    wrong = wrong_with(wanted.about)
    if wrong is not None:
        return Rejected(wrong, "bad-description")
    if wanted.about.parent == process.code:
        return Rejected(_("A process cannot be a part of itself."), "bad-parent")
    left = {phase.id for phase in wanted.about.phases}
    lost = next((one for one in process.about.phases if one.id not in left and _held_in(process, one.id)), None)
    if lost is not None:
        return Rejected(_("There are workshops in the phase “{phase}”. Move them first.", phase=lost.title), "phase-in-use")
    return [] if wanted.about == process.about else [Described(wanted.about)]


def _held_in(process: Process, phase: str) -> bool:
    return any(one.phase == phase for one in process.sittings)


def _add(process: Process, wanted: AddSession) -> Answer:
    if not _is_phase(process, wanted.phase):
        return Rejected(_("There is no such phase."), "unknown-phase")
    return [] if wanted.workshop in process.workshops else [SessionAdded(wanted.workshop, wanted.phase)]


def _move(process: Process, wanted: MoveSession) -> Answer:
    if wanted.workshop not in process.workshops:
        return Rejected(_("This workshop is not a part of the process."), "unknown-workshop")
    if not _is_phase(process, wanted.phase):
        return Rejected(_("There is no such phase."), "unknown-phase")
    return [SessionMoved(wanted.workshop, wanted.phase, min(wanted.place, len(process.sittings) - 1))]


def _is_phase(process: Process, phase: str) -> bool:
    return not phase or any(one.id == phase for one in process.about.phases)


def _remove(process: Process, wanted: RemoveSession) -> Answer:
    return [SessionRemoved(wanted.workshop)] if wanted.workshop in process.workshops else []


def _contribute(process: Process, wanted: Contribute) -> Answer:
    number = max((one.number for one in process.contributions.values()), default=0)
    made = [
        Contributed(place, one.text, wanted.source, one.row, one.support, one.day, one.facts)
        for place, one in enumerate((one for one in wanted.rows if one.text), start=number + 1)
    ]
    return made or Rejected(_("There is nothing in it: each contribution needs a text."), "empty")


def _reply(process: Process, wanted: Reply) -> Answer:
    if not wanted.text and not (wanted.standing == "taken_up" and wanted.decision):
        return Rejected(_("An answer needs a reason: people will read it. Please write one or two sentences."), "no-reason")
    return [Answered(wanted.refs, wanted.standing, wanted.text, wanted.decision)]


def _withdraw(process: Process, wanted: WithdrawReply) -> Answer:
    answered = tuple(ref for ref in wanted.refs if ref in process.answers)
    return [AnswerWithdrawn(answered)] if answered else []


def _note(process: Process, wanted: TakeNote) -> Answer:
    return [Noted(wanted.text, wanted.about)] if wanted.text else Rejected(_("The note is empty."), "empty")


def _mark(process: Process, wanted: SetStatus) -> Answer:
    if wanted.day and not is_day(wanted.day):
        return Rejected(_("This day does not exist. Please choose another."), "bad-day")
    return [Marked(wanted.ref, wanted.status, wanted.note, wanted.day)]


def _strange(process: Process, refs: Sequence[str], foreign: Collection[str]) -> str:
    """The first ref that cannot be of this process; "" when all can."""
    known = {OWN, *process.workshops}
    for ref in refs:
        whose, _slash, item = ref.partition("/")
        if ref not in foreign and (whose not in known or not item or (whose == OWN and ref not in process.contributions)):
            return ref
    return ""


def _named(wanted: object) -> Sequence[str]:
    """The things that a command is about."""
    match wanted:
        case Reply(refs, _standing, _text, decision):
            return (*refs, decision) if decision else refs
        case SetStatus(ref):
            return (ref,)
        case _:
            return ()


def _publish(process: Process, wanted: Publish) -> Answer:
    return [Published(True, wanted.heads)]


def _unpublish(process: Process, wanted: Unpublish) -> Answer:
    return [Published(False)] if process.published is not None else []


def _record_erasure(process: Process, wanted: RecordErasure) -> Answer:
    return [NamesErased(wanted.workshops, wanted.texts)]


RULES: Final[dict[type, Callable[[Process, Any], Answer]]] = {
    Describe: _describe,
    AddSession: _add,
    MoveSession: _move,
    RemoveSession: _remove,
    Contribute: _contribute,
    Reply: _reply,
    WithdrawReply: _withdraw,
    TakeNote: _note,
    SetStatus: _mark,
    Publish: _publish,
    Unpublish: _unpublish,
    RecordErasure: _record_erasure,
}
