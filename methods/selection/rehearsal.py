"""What simulated people do in a selection: they act only on what their screen offers them."""

from collections.abc import Sequence

from methods.selection.spoken import CHANGES, CONCERNS, NAMES, OBJECTIONS, QUESTIONS, REASONS, ROLE
from workshop import circle
from workshop.method import Do, Sight


def rehearse(sight: Sight) -> Sequence[Do]:
    """What this simulated person does now."""
    return _facilitate(sight) if sight.number == 0 else _take_part(sight)


def _take_part(sight: Sight) -> Sequence[Do]:
    """Everybody writes their name, nominates and answers; a few ask, change their mind, object once."""
    screen, number = sight.screen, sight.number
    if "put-name" in screen and "my-name" not in screen and number <= 40:
        return [Do("PutName", {"name": _own_name(number)})]
    if "nominate" in screen:
        return () if "mine" in screen else _nominate(sight)
    if "change" in screen and number % 6 == 2 and "moved" not in screen:
        names = list(screen["change"]["fields"]["nominee"].get("options", {}))
        return [Do("Change", {"nominee": names[0], "reason": _say(sight, CHANGES)})] if names else ()
    if "ask" in screen and number % 9 == 4 and len(screen.get("questions", {}).get("items", {})) < 2:
        names = list(screen["ask"]["fields"]["nominee"].get("options", {}))
        return [Do("Ask", {"nominee": names[0], "text": _say(sight, QUESTIONS)})] if names else ()
    if "signal" in screen:
        return _respond(sight)
    spoken = circle.rehearse(sight)
    return spoken or _argue(sight)


def _own_name(number: int) -> str:
    return NAMES[(number - 1) % len(NAMES)] + ("" if number <= len(NAMES) else f" {number}")


def _nominate(sight: Sight) -> Sequence[Do]:
    """Mostly one of the first names, so that a few are named by many."""
    names = list(sight.screen["nominate"]["fields"]["nominee"].get("options", {}))
    if not names:
        return ()
    if sight.number % 13 == 0 and "abstain" in sight.screen:
        return [Do("Abstain")]
    chosen = names[min(int(sight.random.expovariate(0.7)), len(names) - 1)]
    return [Do("Nominate", {"nominee": chosen, "reason": _say(sight, REASONS)})]


def _respond(sight: Sight) -> Sequence[Do]:
    """Mostly consent; objections in the first call only, so that a rehearsal comes to its end."""
    choices = sight.screen["signal"]
    if choices.get("chosen"):
        return ()
    objecting = choices["args"]["call"] == 1 and sight.number == 3
    signal = "objection" if objecting else sight.random.choices(("consent", "concern"), (90, 10))[0]
    return [Do("Respond", {**choices["args"], "signal": signal})]


def _argue(sight: Sight) -> Sequence[Do]:
    for id, form in sight.screen.items():
        if id.startswith("argue-") and not form["fields"]["text"].get("value"):
            texts = OBJECTIONS if f"drop-{id.removeprefix('argue-')}" in sight.screen else CONCERNS
            return [Do("Argue", {**form["args"], "text": _say(sight, texts)})]
    return ()


def _facilitate(sight: Sight) -> Sequence[Do]:
    """Does what nobody in the room has to do first: the facilitator looks when the room is quiet."""
    screen = sight.screen
    if "describe" in screen and not screen["describe"]["fields"]["title"].get("value"):
        return [Do("DescribeRole", {**ROLE.get(sight.language, ROLE["en"]), "term": sight.day(500), "review_date": sight.day(182)})]
    if "says" in screen:
        return [Do("NomineeSays", {"signal": "consent"})]
    if "shorten" in screen:
        return [Do("Shorten", {**screen["shorten"]["args"], "term": sight.day(400)})]
    if "postpone" in screen and "propose" in screen and "proposed" not in screen:
        form = screen["propose"]["fields"]
        nominee = form["nominee"].get("value", "")
        return [Do("Propose", {"nominee": nominee, "reason": _say(sight, REASONS), "term": form["term"].get("value", "")})]
    waiting = next((form for id, form in screen.items() if id.startswith("answer-")), None)
    return [Do("Answer", {**waiting["args"], "text": _say(sight, REASONS)})] if waiting else ()


def _say(sight: Sight, texts: dict[str, tuple[str, ...]]) -> str:
    return sight.random.choice(texts.get(sight.language, texts["en"]))
