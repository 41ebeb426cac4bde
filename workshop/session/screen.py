"""What a viewer sees of a workshop: the lobby, the running step, the end."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from workshop.agenda import Agenda
from workshop.blocks import Block, Button, Buttons, Card, Cards, Heading, Step, Text, Timer
from workshop.language import Words, _, n_, said_date
from workshop.method import Item, Viewer
from workshop.session.pictures import still_here
from workshop.session.state import Activity, Methods, Session
from workshop.session.yields import all_results, report

DECIDED = frozenset({"decision", "commitment"})


def screen_of(methods: Methods, session: Session, viewer: Viewer) -> Sequence[Block]:
    """The blocks for a viewer; what is only for one person comes for the viewer "person" alone."""
    activity = session.activity
    if session.stage == "open" and activity is not None:
        if viewer.role == "person":
            known = session.people.get(viewer.person)
            viewer = replace(viewer, number=known.number if known else 0, table=session.tables.get(viewer.person, ""))
            return (*still_here(session, _step(methods, activity, viewer)), *_hand(session, viewer.person))
        return (*_frame(session, activity), *still_here(session, _step(methods, activity, viewer)))
    if viewer.role == "person":
        return _hand(session, viewer.person)
    return _ended(methods, session, viewer) if session.stage == "closed" else _lobby(session, viewer)


def _hand(session: Session, person: str) -> Sequence[Block]:
    """One's own hand: a phone draws it in its menu, whatever is going on."""
    if session.stage != "open" or person not in session.present:
        return ()
    down = Button("down", _("Lower my hand"), "LowerHand", tone="now")
    up = Button("up", _("Raise my hand"), "RaiseHand")
    return (Buttons(id="my-hand", pos=90, items=(down if person in session.hands else up,)),)


def _frame(session: Session, activity: Activity) -> Sequence[Block]:
    number = session.agenda.steps.index(activity.step) + 1
    clock = session.clock
    return (
        Step(id="step", pos=0, text=activity.step.title, number=number, of=len(session.agenda.steps)),
        Timer(id="timer", pos=1, total=clock.total, ends=clock.ends, left=clock.left),
    )


def _step(methods: Methods, activity: Activity, viewer: Viewer) -> Sequence[Block]:
    method = methods.get(activity.step.method)
    if method is None or activity.error:
        return () if viewer.role == "person" else (_failed(activity),)
    try:
        return method.view(activity.state, viewer)
    except Exception as error:
        report(method.name, error)
        return () if viewer.role == "person" else (_failed(activity),)


def _failed(activity: Activity) -> Block:
    sentence = _("This step cannot be shown: its method “{method}” has an error. The workshop can go on with the next step.",
                 method=activity.step.method)  # fmt: skip
    return Text(id="failed", pos=5, text=sentence, tone="stop")


def _lobby(session: Session, viewer: Viewer) -> Sequence[Block]:
    agenda = session.agenda
    host = _("Put the wall on the projector: people scan the code, or type it, and come in.")
    wait = host if viewer.role == "console" else _("You are in. It starts soon: please keep this page open.")
    return (
        Heading(id="question", text=agenda.question or agenda.title, above=agenda.title if agenda.question else ""),
        *((Text(id="place", text=agenda.place),) if agenda.place else ()),
        Text(id="plan", text=_plan(agenda), tone="soft"),
        Text(id="wait", text=wait),
        Text(id="here", text=n_("{count} person is here", "{count} people are here", viewer.here), tone="now"),
    )


def _plan(agenda: Agenda) -> Words:
    return n_("{count} step, about {minutes} minutes", "{count} steps, about {minutes} minutes", len(agenda.steps), minutes=agenda.minutes)


def _ended(methods: Methods, session: Session, viewer: Viewer) -> Sequence[Block]:
    found = {item.id: item for _step, items in all_results(methods, session) for item in items if item.kind in DECIDED}
    ask = _("The record has all that was said and decided. Ask your facilitator for it.")
    end = _("The record has all that was said and decided.") if viewer.role == "console" else ask
    return (
        Heading(id="thanks", text=_("Thank you."), above=session.agenda.title),
        *(_outcomes(found.values())),
        Text(id="end", text=end),
    )


def _outcomes(items: Iterable[Item]) -> Sequence[Block]:
    """What was decided and promised, as people will want to remember it."""
    cards = tuple(Card(item.id, item.text, detail=_again(item)) for item in items)
    return (Cards(id="decided", items=cards, label=_("What was decided"), layout="list"),) if cards else ()


def _again(item: Item) -> Words:
    date = item.facts.get("review_date", "")
    return _("We look at it again on {date}.", date=said_date(date)) if date else ""
