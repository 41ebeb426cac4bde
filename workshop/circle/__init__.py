"""A round of speakers, as a part that a method composes: who speaks now, who is next, who passed; pure, like a method itself.

A method keeps a `Circle` in its state (one for each round that it has) and hands over to these functions:

    commands = {**MINE, **circle.COMMANDS}        events = (*MINE, *circle.EVENTS)
    decide:  if isinstance(command, circle.Command): return circle.decide(state.circle, command, context, rules)
    evolve:  if isinstance(event, circle.Event): return replace(state, circle=circle.evolve(state.circle, event))
    view:    *circle.blocks(state.circle, viewer, named=settings.show_names)
    comes:   circle.comes(state.circle, context, rules)        goes: circle.goes(state.circle, context)
    touches: circle.touches(state.circle, event)               describe: circle.describe(state.circle, event)
    moves:   Moves(circle.forward(state.circle) or MY_NEXT, circle.back(state.circle) or MY_BACK)
    record:  *circle.minutes(state.circle, named, label="Reactions")     rehearse: circle.rehearse(sight)

`BeginRound` draws the order, or seats people by table and number, as the `Rules` say; a method that begins a round together with
something else returns `circle.begun(state.circle, context, rules)` among its own events. The names of people are shown only where `named`
is true, else they go by the number of their coming; the console always names them. Nobody who has spoken speaks again in the round;
who comes late comes at the end; who leaves is passed over, and is back at the end when they come back and have not spoken.
"""

from workshop.circle.circle import Circle, is_over, spoken, waiting, who
from workshop.circle.deeds import describe
from workshop.circle.evolve import evolve
from workshop.circle.minutes import minutes
from workshop.circle.moves import back, forward
from workshop.circle.rehearsal import rehearse
from workshop.circle.rules import Rules, begun, comes, decide, goes, minded
from workshop.circle.screens import blocks, touches
from workshop.circle.vocabulary import (
    COMMANDS,
    EVENTS,
    AddSpeaker,
    BeginRound,
    CloseRound,
    Command,
    EndTurn,
    Event,
    Member,
    MoveTurn,
    PassTurn,
    PersonPutBack,
    PutBack,
    ReopenRound,
    ReturnTurn,
    RoundBegun,
    RoundClosed,
    RoundReopened,
    SkipTurn,
    SpeakerCame,
    SpeakerLeft,
    TurnEnded,
    TurnMoved,
    TurnReturned,
)

__all__ = [
    "COMMANDS",
    "EVENTS",
    "AddSpeaker",
    "BeginRound",
    "Circle",
    "CloseRound",
    "Command",
    "EndTurn",
    "Event",
    "Member",
    "MoveTurn",
    "PassTurn",
    "PersonPutBack",
    "PutBack",
    "ReopenRound",
    "ReturnTurn",
    "RoundBegun",
    "RoundClosed",
    "RoundReopened",
    "Rules",
    "SkipTurn",
    "SpeakerCame",
    "SpeakerLeft",
    "TurnEnded",
    "TurnMoved",
    "TurnReturned",
    "back",
    "begun",
    "blocks",
    "comes",
    "decide",
    "describe",
    "evolve",
    "forward",
    "goes",
    "is_over",
    "minded",
    "minutes",
    "rehearse",
    "spoken",
    "touches",
    "waiting",
    "who",
]
