"""What simulated people do in a consent decision: they act only on what their screen offers them."""

from collections.abc import Mapping, Sequence

from workshop import circle
from workshop.blocks import Json
from workshop.method import Do, Sight

Screen = Mapping[str, Mapping[str, Json]]

QUESTIONS = ("Who will pay for it?", "From which day on?", "Does it hold on Sundays too?", "Who keeps the keys?")
REACTIONS = (
    "I like it: it is small enough to try.",
    "It is late, but better than nothing.",
    "I would have gone further.",
    "My neighbours will be glad.",
    "I wonder who will do the work.",
)
OBJECTIONS = (
    "My mother is brought by car; she could no longer come.",
    "The shops get their deliveries at exactly that time.",
    "In winter it is dark by then, and nobody would see the sign.",
    "It moves the traffic into the street of the school.",
)
CONCERNS = ("I am not sure that people will know of it.", "It may be noisy in the evening.", "One person alone may tire of it.")
DOUBTS = ("That was so before this proposal, and would stay so.", "We could mend this at the review.")
CHANGES = (
    "Deliveries and people with reduced mobility are let through.",
    "A neighbour on duty answers questions on site.",
    "The street of the school is watched in the first month.",
)
WORDINGS = {"happens": "The square is full of cars when school ends.", "matters": "Children cross between them every day."}
HALF_A_YEAR = 182
PROPOSAL = {
    "text": "From April, the square is closed to cars from 16:00 to 19:00 on weekdays.",
    "responsible": "The neighbourhood council and the roads department",
    "criteria": "How many children play on the square; how many complaints come in.",
}


def rehearse(sight: Sight) -> Sequence[Do]:
    """What this simulated person does now."""
    return _facilitate(sight) if sight.number == 0 else _take_part(sight)


def _take_part(sight: Sight) -> Sequence[Do]:
    """Everybody answers and reacts; a few, always the same, ask, doubt and suggest, each once."""
    screen, number, chance = sight.screen, sight.number, sight.random
    if "signal" in screen and not screen["signal"].get("chosen"):
        return _signal(sight)
    spoken = circle.rehearse(sight)
    if spoken or "signal" in screen:
        return spoken
    if "judge" in screen:
        return _press(screen["judge"], "yes" if chance.random() < 0.8 else "no")
    if "confirm-mine" in screen:
        return _press(screen["confirm-mine"], "proposer")
    if "react" in screen and "pass" not in screen:
        return [_send(screen["react"], text=chance.choice(REACTIONS))]
    if "react" in screen:
        leave = chance.random() < 0.2
        return [Do("Pass")] if leave else [_send(screen["react"], text=chance.choice(REACTIONS))]
    if "ask" in screen and "asked" not in screen and number % 6 == 1 and number < 25:
        return [_send(screen["ask"], text=QUESTIONS[number // 6 % len(QUESTIONS)])]
    if "confirm" in screen:
        return [_send(screen["confirm"])]
    if "suggest" in screen and "suggested" not in screen and number % 7 == 2:
        return [_send(screen["suggest"], text=chance.choice(CHANGES))]
    if "doubt" in screen and number == 4:
        return [_send(screen["doubt"], text=chance.choice(DOUBTS))]
    return _argue(sight)


def _signal(sight: Sight) -> Sequence[Do]:
    """Mostly consent; objections come from a few and in the first call only, so that a rehearsal comes to its end."""
    choices = sight.screen["signal"]
    objecting = choices["args"]["round"] == 1 and sight.number <= 25
    signal = sight.random.choices(("consent", "concern", "objection"), (80, 10, 10 if objecting else 0))[0]
    return [Do("Signal", {**choices["args"], "signal": signal})]


def _argue(sight: Sight) -> Sequence[Do]:
    for id, form in sight.screen.items():
        if not id.startswith("argue-") or form["fields"]["text"].get("value"):
            continue
        texts = OBJECTIONS if f"drop-{id.removeprefix('argue-')}" in sight.screen else CONCERNS
        return [_send(form, text=sight.random.choice(texts))]
    return ()


def _facilitate(sight: Sight) -> Sequence[Do]:
    """Does what nobody in the room has to do first: the facilitator looks when the room is quiet."""
    screen = sight.screen
    done = _prepare(sight)
    if done:
        return done
    if "test" in screen:
        return _test(sight)
    if "amend" in screen:
        return _offer(sight)
    if "confirm" in screen:
        buttons = screen["confirm"]
        return _press(buttons, "proposer" if "proposer" in buttons["items"] else "objector")
    return ()


def _test(sight: Sight) -> Sequence[Do]:
    buttons = sight.screen["test"]
    if "hear" in buttons["items"]:
        return _press(buttons, "hear")
    write = next(form for id, form in sight.screen.items() if id.startswith("write-"))
    if not _value(write, "text"):
        return [_send(write, text=sight.random.choice(OBJECTIONS))]
    if "yes" in buttons["items"]:
        return _press(buttons, "yes" if sight.random.random() < 0.8 else "no")
    if buttons["items"]["qualify"].get("why"):
        return _press(buttons, "concern")
    return _press(buttons, sight.random.choices(("qualify", "concern", "drop"), (60, 20, 20))[0])


def _prepare(sight: Sight) -> Sequence[Do]:
    screen = sight.screen
    if "state-driver" in screen and not _value(screen["state-driver"], "happens"):
        return [_send(screen["state-driver"], **WORDINGS)]
    if "confirm-driver" in screen:
        return _press(screen["confirm-driver"], "ours")
    if "propose" in screen and not _value(screen["propose"], "review_date"):
        # a sentence that can be decided, not the title of the group it comes from
        return [_send(screen["propose"], **PROPOSAL, review_date=sight.day(HALF_A_YEAR))]
    waiting = next((form for id, form in screen.items() if id.startswith("answer-")), None)
    return [_send(waiting, text="Yes: the council has said so, and the roads department agrees.")] if waiting else ()


def _offer(sight: Sight) -> Sequence[Do]:
    """An amendment as long as there is one to think of, else a shorter term, once, or a measure."""
    amend, chance = sight.screen["amend"], sight.random.random()
    kept = {id: _value(amend, id) for id in (*PROPOSAL, "review_date")}
    new = [change for change in CHANGES if change not in kept["text"]]
    if new and chance < 0.7:
        return [_send(amend, **{**kept, "text": f"{kept['text']} {sight.random.choice(new)}"})]
    shorter = "term" in sight.screen.get("facts", {}).get("items", {})
    if not shorter and chance < 0.85:
        return [_send(sight.screen["shorten"], term=sight.day(HALF_A_YEAR))]
    return [_send(sight.screen["measure"], criterion="How often this happens, counted every month.")]


def _value(form: Mapping[str, Json], field: str) -> str:
    return str(form["fields"][field].get("value", ""))


def _send(form: Mapping[str, Json], **texts: str) -> Do:
    return Do(form["command"], {**form.get("args", {}), **texts})


def _press(buttons: Mapping[str, Json], id: str) -> Sequence[Do]:
    button = buttons["items"][id]
    return [Do(button["command"], button.get("args", {}))]
