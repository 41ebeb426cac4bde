"""Whether a phase may be entered, or else why not."""

from methods.selection.standing import call_of, named, open_objections, proposal_of, proposed
from methods.selection.state import Phase, State
from workshop.language import Message, _


def ready(state: State, to: Phase) -> Message | None:
    """Why a phase cannot be entered yet; None when it can."""
    match to:
        case "nominate":
            return _named_role(state)
        case "reasons":
            return None if state.shown or _nominated(state) else _("Nobody has nominated anybody yet. Wait for the first answers.")
        case "consent":
            return _askable(state)
        case "objections":
            return None if open_objections(state) else _("Nobody objects.")
        case "accept":
            return _concluded(state)
        case _:
            return None


def _named_role(state: State) -> Message | None:
    if not state.office.title:
        return _("Write first what the role is called.")
    return None if state.names else _("Nobody is on the list of names yet. People write their own name on their phones, or you list them.")


def _nominated(state: State) -> bool:
    return any(one.nominee in state.names for one in (*state.given.values(), *state.paper))


def _askable(state: State) -> Message | None:
    if not named(state):
        return _("Nobody was nominated.")
    if proposed(state) is None:
        return _("Propose somebody who was named, and write why.")
    return _("An objection is still open. Resolve it before consent is asked again.") if open_objections(state) else None


def _concluded(state: State) -> Message | None:
    """Nobody is selected with an open objection, without the consent of the person proposed, or on a proposal that changed since."""
    call, now = call_of(state), proposal_of(state)
    if open_objections(state):
        return _("An objection is still open.")
    if call is None or now is None:
        return _("The proposal has changed since. Ask everybody again.")
    if not call.closed:
        return _("The answers are not shown yet.")
    return None if call.nominee in ("consent", "concern") else waiting_for(state)


def waiting_for(state: State) -> Message:
    """That the person proposed has not answered."""
    who = proposed(state)
    return _("{name} has not answered yet: nobody is selected without their own consent.", name=who.name if who else "")
