"""The way through a restorative circle."""

from methods.restorative.state import REFLECTED, State, called, listener_of
from methods.restorative.vocabulary import Stage
from workshop import circle
from workshop.language import Message, _
from workshop.method import Move, Moves

FORTH: dict[Stage, tuple[Stage, Message]] = {
    "invitation": ("before", _("On to what each one prepares alone")),
    "before": ("understanding", _("Begin: hear and be heard")),
    "understanding": ("responsibility", _("On to what people were looking for")),
    "responsibility": ("action", _("On to what all can agree on")),
    "action": ("done", _("End the circle")),
}
BACK: dict[Stage, tuple[Stage, Message]] = {
    "before": ("invitation", _("Back to the invitation")),
    "understanding": ("before", _("Back to what each one prepares alone")),
    "responsibility": ("understanding", _("Back to hearing and being heard")),
    "action": ("responsibility", _("Back to what people were looking for")),
    "done": ("action", _("Back to what all can agree on")),
}


def moves(state: State) -> Moves:
    """From turn to turn, then to the next part; and the same way back."""
    return Moves(_turn(state) or _to(FORTH.get(state.stage)), _turn_back(state) or _to(BACK.get(state.stage)))


def _turn(state: State) -> Move | None:
    now = state.now.now
    if state.stage not in REFLECTED or not now or not state.now.open:
        return circle.forward(state.now)
    listener = listener_of(state)
    if state.step == "speaking" and listener:
        return Move(_("Ask {name} what they heard", name=called(state, listener)), "Reflect")
    return Move(_("{name} is heard", name=called(state, now)), "Heard")


def _turn_back(state: State) -> Move | None:
    if state.stage in REFLECTED and state.now.now and state.now.open and state.step == "hearing":
        return Move(_("There is more to say"), "SayMore")
    return circle.back(state.now)


def _to(way: tuple[Stage, Message] | None) -> Move | None:
    return Move(way[1], "Enter", {"stage": way[0]}) if way else None
