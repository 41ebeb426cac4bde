"""What the facilitator can say at each step, ready to be read aloud: for every style, and for the moment."""

from collections.abc import Mapping, Sequence

from methods.consent.doubts import in_hand
from methods.consent.guards import is_open, orphaned, to_resolve, under_test
from methods.consent.state import Phase, State, Variant
from workshop.blocks import Block, Entry, Outline
from workshop.language import Message, _

SAID: Mapping[Phase, Sequence[Message]] = {
    "driver": (
        _("“This is what happens, and this is why it matters. Did I say it as it is?”"),
        _("“Is it ours to answer? If it is somebody else’s, we pass it on; if it does not matter, we drop it.”"),
    ),
    "present": (
        _("“Here is the proposal. I read it aloud once; please only listen.”"),
        _("“Who does it, how do we see whether it works, and when do we look at it again?”"),
    ),
    "clarify": (
        _("“What do you need to know to understand it? Only questions; your opinion has its place in the next step.”"),
        _("To an opinion in disguise: “Keep it for the reactions. Is there something that you have not understood?”"),
    ),
    "react": (
        _("“How do you find it? Each reacts once, and nobody answers. You may pass.”"),
        _("To somebody who answers: “Thank you. We only listen now.”"),
    ),
    "amend": (_("“You have heard the questions and the reactions. Do you want to change something, or leave it as it is?”"),),
    "check": (
        _("“It need not be perfect: is it good enough for now, and safe enough to try?”"),
        _("“Consent, a concern, or a possible objection? In doubt, say it as a possible objection. Reasons come after.”"),
    ),
    "test": (
        _("“Thank you for the objection: it shows us something. I read the argument. Is it said as you mean it?”"),
        _("“Does anybody disagree that it qualifies? It does if it shows a risk that is better avoided, or a worthwhile improvement.”"),
    ),
    "resolve": (
        _("To the objector: “What would have to change, so that your objection is resolved?”"),
        _("To everybody: “Who has an idea?” Then two minutes of talk between the objector and the proposer, no longer."),
        _("“Could a shorter term do it, or measuring what you fear? Or do we put it off, or hand it to somebody?”"),
    ),
    "agreed": (
        _("“We have decided. Let us celebrate that!”"),
        _("“Which concerns do we keep in mind? Are they among what we look at on the review date?”"),
    ),
}
INSTEAD: Mapping[tuple[Variant, Phase], Sequence[Message]] = {
    ("sofa", "react"): (_("“A quick reaction from each, in one or two sentences: what do you think of it? No discussion.”"),),
    ("sofa", "check"): (
        _("“One by one: do you consent, or do you object? It need not be perfect: is it good enough for now, and safe enough to try?”"),
        _("To an objection: “Thank you.” Go on with the round; the reasons are heard after it."),
    ),
    ("holacracy", "present"): (
        _("To the proposer: “What do you propose? Say what you felt, and what you want to change.”"),
        _("“It does not have to be good, and nobody else has to like it: it is the proposer’s.”"),
    ),
    ("holacracy", "clarify"): (
        _("“Anybody may ask to understand. The proposer may always say: not specified.”"),
        _("To a reaction in disguise: “That is a reaction. You can give it in the next step.”"),
    ),
    ("holacracy", "react"): (_("“Each reacts once, as they like. The proposer only listens, and nobody answers.”"),),
    ("holacracy", "amend"): (_("To the proposer: “Do you want to amend it, or to explain it? You may leave everything as it is.”"),),
    ("holacracy", "check"): (_("“Do you see a reason why this would do harm? Objection, or no objection. Reasons are tested after.”"),),
    ("holacracy", "test"): (
        _("“I ask you four questions. They test the argument, not you; nobody discusses them.”"),
        _("“Is it harm, or is it only not better? Does it limit your own role? Does the proposal create it? Is it certain, or too late?”"),
    ),
    ("holacracy", "resolve"): (
        _("To the objector: “What could be added or changed, so that there is no harm?”"),
        _("To the proposer: “Would that still meet your need? Only you amend the text.”"),
    ),
}
LEFT = _("“The person who raised this has left. Does somebody make it their own? If nobody does, what do we do with it?”")
DOUBTED = _("“I hear a disagreement. Does anybody disagree with it?” Then to its owner: “What remains of your argument?”")
CLOSED = _("“You see the answers. Each possible objection is a gift: we hear them one at a time.”")


def said(state: State) -> Sequence[Message]:
    """The sentences for this moment."""
    usual = INSTEAD.get((state.settings.variant, state.phase), SAID[state.phase])
    if orphaned(state):
        return (LEFT, *usual)
    one = under_test(state)
    if one is not None and in_hand(one) is not None:
        return (DOUBTED, *usual)
    if state.phase == "check" and state.rounds and not is_open(state):
        return (CLOSED,)
    return usual if state.phase != "resolve" or to_resolve(state) else ()


def script(state: State) -> tuple[Block, ...]:
    """The sentences, folded under one line."""
    lines = tuple(Entry(f"say-{place}", text) for place, text in enumerate(said(state)))
    return (Outline(id="script", items=(Entry("say", _("What you can say"), items=lines),)),) if lines else ()
