"""The record of a workshop: minutes in Markdown, a pure function of its log. The same log gives the same bytes.

Nobody is named in it: where a method says who, it says "Person 7", by the order of coming.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from workshop.agenda import Step
from workshop.language import Message, Speaker, _, n_
from workshop.messages import Entry
from workshop.record.decisions import commitments_of, decisions_of
from workshop.record.escape import inline, paragraph
from workshop.record.front_matter import front_matter_of
from workshop.record.maps import drawn_of, names_of
from workshop.record.proceedings import Held, Methods, Note, Proceedings, proceedings_of
from workshop.record.times import Calendar, calendar_of, duration
from workshop.record.typesetting import bullets, labelled, spaced
from workshop.session.reading import called, came_in

SayIn = Callable[[str], Speaker]


def record_of(entries: Sequence[Entry], methods: Methods, say_in: SayIn) -> str:
    """The record of a log, in the language of the workshop."""
    proceedings = proceedings_of(entries, methods)
    return minutes_of(proceedings, methods, speaker_of(proceedings, say_in))


def speaker_of(proceedings: Proceedings, say_in: SayIn) -> Speaker:
    """A speaker of the workshop's language who knows people by their numbers only, and the time of the room."""
    agenda = proceedings.session.agenda
    hours = calendar_of(agenda, proceedings.period.start).moment
    return replace(say_in(agenda.language), names=partial(called, proceedings.session), hours=hours)


def minutes_of(proceedings: Proceedings, methods: Methods, say: Speaker) -> str:
    """The record of what the log tells."""
    agenda = proceedings.session.agenda
    calendar = calendar_of(agenda, proceedings.period.start)
    pictures = names_of(proceedings)
    steps = (
        _step(place, step, proceedings.steps.get(step.id), methods, calendar, pictures.get(step.id, ""), say)
        for place, step in enumerate(agenda.steps, start=1)
    )
    parts = (
        front_matter_of(proceedings, calendar),
        f"# {inline(agenda.title)}",
        labelled(inline(say(_("What was asked"))), inline(agenda.question)) if agenda.question else "",
        paragraph(agenda.about),
        _overview(proceedings, calendar, say),
        _notes(proceedings.notes, "##", calendar, say),
        decisions_of(proceedings, say),
        commitments_of(proceedings, say),
        *steps,
        _about(proceedings, calendar, say),
    )
    return spaced(parts) + "\n"


def _overview(proceedings: Proceedings, calendar: Calendar, say: Speaker) -> str:
    agenda, period = proceedings.session.agenda, proceedings.period
    people = n_("{count} person came in", "{count} people came in", len(came_in(proceedings.session)))
    took_part = n_("{count} of them took part in a step", "{count} of them took part in a step", proceedings.took_part)
    end = "" if proceedings.closed else say(_("The workshop was not closed; the last event was at {hour}.", hour=calendar.hour(period.end)))
    facts = (
        (_("Date"), say(_("{day}, {span}", day=calendar.day(period.start), span=calendar.span(period)))),
        (_("Place"), agenda.place),
        (_("Who could take part"), say(_("{people}; {took_part}.", people=people, took_part=took_part))),
        (_("End"), end),
    )
    return _facts(facts, say)


def _facts(facts: Sequence[tuple[Message, str]], say: Speaker) -> str:
    return bullets(labelled(inline(say(label)), inline(fact)) for label, fact in facts if fact)


def _step(place: int, step: Step, held: Held | None, methods: Methods, calendar: Calendar, picture: str, say: Speaker) -> str:
    title = f"## {place}. {inline(step.title)}"
    if held is None:
        return spaced([title, inline(say(_("This step was not held.")))])
    method = methods.get(step.method)
    facts = (
        (_("Method"), say(method.title) if method else step.method),
        (_("When"), _when(step, held, calendar, say)),
        (_("Took part"), say(n_("{count} person", "{count} people", held.people))),
    )
    error = _("The method of this step had an error: {reason}", reason=held.error) if held.error else ""
    notes = _notes(held.notes, "###", calendar, say)
    return spaced([title, _facts(facts, say), paragraph(say(error)), drawn_of(held.blocks, picture, say), notes])


def _when(step: Step, held: Held, calendar: Calendar, say: Speaker) -> str:
    spans = ", ".join(say(calendar.span(period)) for period in held.periods)
    took = duration(sum(period.end - period.start for period in held.periods))
    return say(_("{spans} ({took}; {planned} planned)", spans=spans, took=took, planned=duration(step.minutes * 60_000)))


def _notes(notes: Sequence[Note], level: str, calendar: Calendar, say: Speaker) -> str:
    if not notes:
        return ""
    lines = (labelled(inline(say(calendar.hour(note.at))), paragraph(note.text)) for note in notes)
    title = inline(say(_("Notes of the facilitator")))
    return spaced([f"{level} {title}", bullets(lines)])


def _about(proceedings: Proceedings, calendar: Calendar, say: Speaker) -> str:
    agenda, erased = proceedings.session.agenda, len(proceedings.erased)
    counted = (
        n_("It was made from the one event of the workshop’s log.",
           "It was made from the {count} events of the workshop’s log.", proceedings.events),
        _("The fingerprint of that log is {head}: a change of any event would change it.", head=proceedings.head),
        _("The times are those of {zone} ({offset}).", zone=agenda.timezone, offset=calendar.offset(proceedings.period.start)),
        _("People are not named: a person is shown by the number of their coming."),
        n_("{count} secret answer stays out of it and of the exported log, which can be checked without it.",
           "{count} secret answers stay out of it and of the exported log, which can be checked without them.",
           proceedings.withheld) if proceedings.withheld else "",
        n_("{count} event was taken back and is not shown.",
           "{count} events were taken back and are not shown.", proceedings.taken_back) if proceedings.taken_back else "",
        n_("The content of {count} event was erased.",
           "The content of {count} events was erased.", erased) if erased else "",
        n_("{count} event could not be read and was skipped.",
           "{count} events could not be read and were skipped.", proceedings.skipped) if proceedings.skipped else "",
    )  # fmt: skip
    title = inline(say(_("About this record")))
    return spaced([f"## {title}", bullets(inline(say(one)) for one in counted if one)])
