"""What is seen while an argument is tested: the argument, the doubts about it and how deep they go, or the four tests."""

from collections.abc import Iterable

from methods.consent.doubts import DEEPEST, chain, in_hand
from methods.consent.guards import orphaned, under_test
from methods.consent.pieces import SHOWN, argument_card, arguments, who
from methods.consent.qualifying import failed, judged, to_judge, unqualified
from methods.consent.state import Argument, Doubt, State
from methods.consent.variants import FAILED, TESTS
from workshop.blocks import Block, Button, Buttons, Card, Cards, Field, Form, Text, Tone
from workshop.language import Message, _, n_
from workshop.memory import remembered

OWN = 500
ABOVE: dict[str, tuple[Message, Message]] = {
    "open": (_("A doubt"), _("A doubt about that doubt")),
    "heard": (_("A doubt, heard"), _("A doubt about that doubt, heard")),
    "dropped": (_("A doubt, taken back"), _("A doubt about that doubt, taken back")),
}


def tested(state: State) -> tuple[Block, ...]:
    """What everybody sees of the test."""
    one = under_test(state)
    if one is None:
        return (Text(id="lead", text=_("Every argument is tested.")), *arguments(state, "objection"))
    card = Cards(id="argument", items=(argument_card(one, who(state, one.owner)),), label=_("Possible objection"), layout="list")
    return (card, *left(state), *(_four(one) if state.settings.variant == "holacracy" else _doubts(one)))


def left(state: State) -> tuple[Block, ...]:
    """That the owner of the argument in hand has left, and what is asked then."""
    text = _("The person who raised this has left. Does somebody make it their own?")
    return (Text(id="left", text=text, tone="now"),) if orphaned(state) else ()


def _doubts(one: Argument) -> tuple[Block, ...]:
    ask = _("Does anybody disagree that this argument qualifies as an objection? "
            "It does if it shows a risk that is better avoided, or a worthwhile improvement.")  # fmt: skip
    hand = in_hand(one)
    first = one.doubts.latest(("about", ""), SHOWN)[::-1]
    shown = [each for doubt in first for each in (doubt, *_under(one, doubt))][: 2 * SHOWN]
    cards = tuple(_doubt(each, each == hand, place) for place, each in enumerate(shown))
    total = len(one.doubts) if len(one.doubts) > len(shown) else 0
    deep = n_("Heard now: a doubt.", "Heard now: a doubt, {count} steps deep.", len(chain(one)))
    remains = _("What remains of the argument? Its owner says it better, drops it, or says that it stands.")
    heard = hand is None and len(one.doubts) > 0
    return (
        Text(id="lead", text=remains if heard else ask),
        *((Text(id="depth", text=deep, tone="now"),) if hand else ()),
        *((Cards(id="doubts", pos=700, items=cards, total=total, layout="list"),) if cards else ()),
    )


def _under(one: Argument, doubt: Doubt) -> Iterable[Doubt]:
    for each in one.doubts.under_label(("about", doubt.id)):
        yield each
        yield from _under(one, each)


@remembered
def _doubt(doubt: Doubt, now: bool, place: int) -> Card:
    about, deeper = ABOVE[doubt.status]
    return Card(f"doubt-{place}", doubt.text, above=deeper if doubt.depth > 1 else about, pos=place, tone="now" if now else "")


def _four(one: Argument) -> tuple[Block, ...]:
    lead = _("Four questions test the argument. It is an objection if the answer to all of them is yes.")
    now = to_judge(one)
    cards = tuple(_test(one, test, now == test) for test in TESTS)
    return (Text(id="lead", text=lead), Cards(id="tests", pos=700, items=cards, layout="list"))


def _test(one: Argument, test: str, now: bool) -> Card:
    question, help = TESTS[test]  # type: ignore[index]
    answer = judged(one, test)  # type: ignore[arg-type]
    tone: Tone = "now" if now else "" if answer is None else "good" if answer else "stop"
    passed = _("Yes: it passes")
    above = _("Asked now") if now else "" if answer is None else passed if answer else _("No: it fails")
    detail = help if now else FAILED[test] if answer is False else ""  # type: ignore[index]
    return Card(test, question, above=above, detail=detail, tone=tone)


def test_of(state: State) -> tuple[Block, ...]:
    """What the facilitator can do about the argument under test; what cannot be done yet says why."""
    one = under_test(state)
    if one is None:
        return ()
    args, why = {"argument": one.id}, unqualified(state, one)
    hand, asked = in_hand(one), to_judge(one) if state.settings.variant == "holacracy" else None
    hear = Button("hear", _("The doubts were heard"), "HearDoubts", {**args, "about": hand.about if hand else ""}, tone="now")
    gone = Button("let-go", _("The doubt is taken back"), "LetGo", {**args, "doubt": hand.id if hand else ""})
    yes, no = _judging(one)
    buttons = (
        *((hear, gone) if hand else ()),
        *((yes, no) if asked and one.text else ()),
        Button("qualify", _("It qualifies"), "Qualify", args, tone="stop", why=why or ""),
        Button("concern", _("It becomes a concern"), "MakeConcern", args, tone="now"),
        Button("drop", _("The owner drops it"), "Drop", args, confirm=_confirm(state, one)),
    )
    return (Buttons(id="test", pos=720, items=buttons),)


def _confirm(state: State, one: Argument) -> Message | str:
    """An objection is never dropped in silence where its owner has left."""
    return _("Did the room agree to drop it? The record says that its owner had left.") if one.owner in state.gone else ""


def _judging(one: Argument) -> tuple[Button, Button]:
    test = to_judge(one) or "harms"
    args = {"argument": one.id, "test": test}
    return (
        Button("yes", _("Yes: it passes"), "Judge", {**args, "holds": True}, tone="good"),
        Button("no", _("No: it fails"), "Judge", {**args, "holds": False}),
    )


def own_test(state: State, person: str) -> tuple[Block, ...]:
    """What one person can do while an argument is tested: answer the tests of one's own, doubt, or take a doubt back."""
    one = under_test(state)
    if one is None:
        return ()
    if state.settings.variant == "holacracy":
        return _own_judgement(one) if one.owner == person else ()
    hand = in_hand(one)
    return (*_own_doubts(one, hand, person), *_disagree(one, hand, person))


def _own_judgement(one: Argument) -> tuple[Block, ...]:
    test = to_judge(one)
    if test is None or not one.text:
        return ()
    yes, no = _judging(one)
    question, help = TESTS[test]
    own = Text(id="test-help", pos=OWN - 19, text=help, tone="soft")
    return (Buttons(id="judge", pos=OWN - 20, items=(yes, no), label=question), own)


def _own_doubts(one: Argument, hand: Doubt | None, person: str) -> tuple[Block, ...]:
    """One's own doubt that is heard now: take it back, or say what remains of it once it was doubted itself."""
    for doubt in chain(one):
        if doubt.person != person:
            continue
        args = {"argument": one.id, "doubt": doubt.id}
        back = Button("back", _("Take my doubt back"), "LetGo", args)
        again = any(each.status == "heard" for each in one.doubts.under_label(("about", doubt.id)))
        field = Field("text", _("What remains of my doubt"), "text", value=doubt.text)
        more = {"argument": one.id, "about": doubt.about}
        form = Form(id="doubt-again", pos=OWN + 320, fields=(field,), command="Doubt", send=_("Say it better"), args=more)
        return (Buttons(id="doubt-back", pos=OWN + 330, items=(back,)), *((form,) if again and doubt == hand else ()))
    return ()


def _disagree(one: Argument, hand: Doubt | None, person: str) -> tuple[Block, ...]:
    """A doubt about the argument, and about the doubt that is heard now."""
    about, label = "", _("I doubt that it qualifies, because")
    mine = one.doubts.count(("by", "", person)) > 0
    noted = Text(id="doubted", pos=OWN + 300, text=_("Your doubt is noted. It will be heard."), tone="good")
    form = Form(
        id="doubt", pos=OWN + 300, fields=(Field("text", label, "text"),), command="Doubt", send=_("Send my doubt"),
        args={"argument": one.id, "about": about},
    )  # fmt: skip
    first = () if one.owner == person else (noted,) if mine else (form,)
    if hand is None or hand.person == person or hand.depth >= DEEPEST or one.doubts.count(("by", hand.id, person)):
        return first
    counter = Field("text", _("I disagree with the doubt that is heard now, because"), "text")
    second = Form(
        id="counter", pos=OWN + 310, fields=(counter,), command="Doubt", send=_("Send"), args={"argument": one.id, "about": hand.id}
    )
    return (*first, second)


def answered(one: Argument) -> tuple[Message, ...]:
    """How the four tests ended, for the record."""
    lost = failed(one)
    passed = _("It passes the four tests.")
    return (FAILED[lost],) if lost else (passed,) if one.judged and to_judge(one) is None else ()
